"""What the lists of this package have in common: the field of the file in a form, the columns, and where a table has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import override

from common.spreadsheets import header_key

ACCEPTED = ".csv,.txt,.tsv,.xlsx"


class ListFileField(forms.FileField):
    """A list as CSV or XLSX; the reader of the list sets the limits."""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPTED}))
        super().__init__(**kwargs)


@dataclass(frozen=True)
class Column:
    name: str
    label: str | Promise
    headings: tuple[str, ...]
    example: str | Promise
    parse: Any
    required: bool = True

    @property
    def other_headings(self) -> str:
        return "; ".join(said for said in self.headings if said != str(self.label))

    @property
    def names(self) -> set[str]:
        """All that may stand at its head: what people write, and what an export in either language has."""
        found = {self.name, *self.headings}
        for language in ("vi", "en"):
            with override(language):
                found.add(str(self.label))
        return found


def places_of(header: Sequence[str], names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, int]:
    """Name → number of the column, of two alike the first. `names`: name and what may stand at the head of its column."""
    known = {header_key(said): name for name, texts in names for said in texts}
    found: dict[str, int] = {}
    for place, heading in enumerate(header):
        if name := known.get(header_key(heading)):
            found.setdefault(name, place)
    return found
