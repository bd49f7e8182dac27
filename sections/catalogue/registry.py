"""Look-ups over the catalogue, and the registry in which packages name the page type of each section."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from django.utils import timezone

from network.choices import InstitutionKind
from sections.catalogue import circular_25_2010, circular_37_2020
from sections.catalogue.entries import Clause, Section

if TYPE_CHECKING:
    from common.models import BasePage

CIRCULARS: tuple[tuple[Clause, ...], ...] = (circular_37_2020.CLAUSES, circular_25_2010.CLAUSES)
"""The clauses of each legal text; the module of a new circular is added here."""

_page_types: dict[str, type[BasePage]] = {}
_unknown: list[tuple[str, type[BasePage]]] = []


@cache
def _clauses() -> dict[str, Clause]:
    clauses = [entry for clauses in CIRCULARS for entry in clauses]
    by_id = {entry.id: entry for entry in clauses}
    if len(by_id) != len(clauses):
        raise ValueError("Two clauses of the catalogue have the same id.")
    return by_id


@cache
def _sections() -> dict[str, tuple[Clause, Section]]:
    pairs = [(entry, s) for entry in _clauses().values() for s in entry.sections]
    by_key = {s.key: (entry, s) for entry, s in pairs}
    if len(by_key) != len(pairs):
        raise ValueError("Two sections of the catalogue have the same key.")
    return by_key


def forget() -> None:
    """Read the circulars again; for tests that exchange them."""
    _clauses.cache_clear()
    _sections.cache_clear()


def all_clauses(*, on: date | None = None) -> tuple[Clause, ...]:
    """Every clause, or those in force on a day, in the order of the law."""
    return tuple(entry for entry in _clauses().values() if on is None or entry.in_force(on))


def clause(clause_id: str) -> Clause:
    """The clause of that id, or of the section of that key; KeyError where there is none."""
    found = _clauses().get(clause_id)
    return found or _sections()[clause_id][0]


def section(key: str) -> Section:
    """The section of that key; KeyError where there is none."""
    return _sections()[key][1]


def is_in_force(key: str, *, on: date | None = None) -> bool:
    """Whether the clause of that id, or of the section of that key, is asked on a day (today). An unknown one is not."""
    try:
        return clause(key).in_force(on or timezone.localdate())
    except KeyError:
        return False


def sections_for(
    kind: InstitutionKind | str, *, required: bool | None = None, on: date | None = None
) -> list[Section]:
    """The sections of a kind of institution on a day, in catalogue order; `required` narrows to the one or the other."""
    day = on or timezone.localdate()
    return [
        s
        for entry in _clauses().values()
        if kind in entry.binds and entry.in_force(day) and required in (None, entry.required)
        for s in entry.sections
    ]


def register_page_type(page_type: type[BasePage], *keys: str) -> None:
    """Say that `page_type` answers the sections of these keys. Called in ``AppConfig.ready()``.

    A key that the catalogue does not have is kept for the system check; a second page type for a key is an error.
    """
    for key in keys:
        if key not in _sections():
            _unknown.append((key, page_type))
        elif _page_types.setdefault(key, page_type) is not page_type:
            raise ValueError(f"Section {key} has a page type already: {_page_types[key].__name__}.")


def page_type_for(key: str) -> type[BasePage]:
    """The page type of a section; KeyError where none is registered."""
    return _page_types[key]


def registered_page_types() -> dict[str, type[BasePage]]:
    return dict(_page_types)


def section_for_page_type(
    page_type: type[BasePage], kind: InstitutionKind | str, *, on: date | None = None
) -> Section | None:
    """Which section of a kind of institution a page type answers on a day (today)."""
    return next((s for s in sections_for(kind, on=on) if _page_types.get(s.key) is page_type), None)


def unknown_claims() -> list[tuple[str, type[BasePage]]]:
    return list(_unknown)
