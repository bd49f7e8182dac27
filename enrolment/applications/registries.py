"""What other parts of admission add to applications: what follows a place that became free, and words about a wish's outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from enrolment.models import Application, Wish


@dataclass(frozen=True)
class FreePlace:
    """One place of a class that nobody holds any more."""

    campaign_id: int
    school_id: int
    track: str


OnFree = Callable[[FreePlace], None]
Explain = Callable[[Application, Wish], list[str]]

_on_free: dict[str, OnFree] = {}
_explainers: dict[str, Explain] = {}


def on_place_free(name: str, callback: OnFree) -> None:
    """Have something done when a place is given up; called inside the transaction that does it."""
    if _on_free.setdefault(name, callback) is not callback:
        raise ValueError(f"What follows a free place is registered already under {name!r}.")


def place_is_free(place: FreePlace) -> None:
    for callback in list(_on_free.values()):
        callback(place)


def register_explainer(name: str, explain: Explain) -> None:
    """Add sentences to what the applicant reads of a wish once its outcome is told."""
    if _explainers.setdefault(name, explain) is not explain:
        raise ValueError(f"Explanations named {name!r} are registered already.")


def explained(application: Application, wish: Wish) -> list[str]:
    return [text for explain in _explainers.values() for text in explain(application, wish)]
