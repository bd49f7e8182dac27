"""How the stored state of a site is shown in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.models import BoardLetter, SiteState
from sections.catalogue import clause

__all__ = ["SiteRow", "criterion_title", "site_rows"]


@dataclass(frozen=True)
class SiteRow:
    """One member in the overview, with the worst of its sections and the last letter to its board."""

    state: SiteState
    letter: BoardLetter | None = None

    @property
    def institution(self):
        return self.state.institution

    @property
    def worst(self) -> str:
        return criterion_title(self.state.worst_key)[0] if self.state.worst_key else ""

    @property
    def worst_reference(self) -> str:
        return criterion_title(self.state.worst_key)[1] if self.state.worst_key else ""


def site_rows(states: Iterable[SiteState], letters: Mapping[int, BoardLetter]) -> list[SiteRow]:
    return [SiteRow(state, letters.get(state.pk)) for state in states]


def criterion_title(key: str) -> tuple[str, str]:
    """Title and legal reference of a criterion; the key itself where the catalogue no longer has it."""
    try:
        found = clause(key)
    except KeyError:
        return key, ""
    section = next((s for s in found.sections if s.key == key), None)
    return (section.title() if section else found.summary()), found.legal_reference()
