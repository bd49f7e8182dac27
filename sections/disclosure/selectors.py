"""Postings over institutions and over the tree, each in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from network.models import Institution
from network.selectors import in_tree
from sections.disclosure.choices import LACKING, Status
from sections.disclosure.items import Item, items_for
from sections.disclosure.states import State, by_place, states_asked
from sections.models import DisclosureRecord
from sections.statistics.selectors import facilities_below, first_years


def states_by_institution(
    institutions: Iterable[Institution], *, on: date, first: Mapping[int, int] | None = None
) -> dict[int, list[State]]:
    """Institution → what counts of it on a day; two queries for any number, one where `first` has the first years."""
    wanted = list(institutions)
    postings: dict[int, list[DisclosureRecord]] = {}
    for record in DisclosureRecord.objects.filter(institution__in=[one.pk for one in wanted]):
        postings.setdefault(record.institution_id, []).append(record)
    first = first_years(wanted) if first is None else first
    return {
        one.pk: states_asked(one.type, by_place(postings.get(one.pk, ())), on=on, first=first.get(one.pk, 0))
        for one in wanted
    }


@dataclass(frozen=True)
class MemberStates:
    """One facility below an authority, with what counts of it."""

    institution: Institution
    states: list[State]

    @property
    def lacking(self) -> list[State]:
        return [state for state in self.states if state.status in LACKING]

    @property
    def late(self) -> list[State]:
        return [state for state in self.states if state.status == Status.LATE]

    @property
    def due(self) -> list[State]:
        return [state for state in self.states if state.status in (Status.DUE, Status.SOON)]

    @property
    def posted(self) -> list[State]:
        return [state for state in self.states if state.status in (Status.POSTED, Status.LATE)]


def members_of_authority(authority: Institution, *, on: date) -> list[MemberStates]:
    """Every active facility below an authority, in the order of the tree; three queries for any number of members."""
    members = list(facilities_below(authority).select_related("site").defer("listed", "folded"))
    postings: dict[int, list[DisclosureRecord]] = {}
    below = {f"institution__{name}": value for name, value in in_tree(authority).items()}
    for record in DisclosureRecord.objects.filter(**below, period__gte=on.year - 3):
        postings.setdefault(record.institution_id, []).append(record)
    first = first_years()
    return [
        MemberStates(
            one,
            states_asked(one.type, by_place(postings.get(one.pk, ())), on=on, first=first.get(one.pk, 0)),
        )
        for one in members
    ]


def items_over(members: Iterable[MemberStates]) -> list[tuple[Item, int]]:
    """The items and periods that count for any of the members: the columns of an overview."""
    found: dict[tuple[str, int], tuple[Item, int]] = {}
    for member in members:
        for state in member.states:
            found.setdefault((state.item.key, state.period), (state.item, state.period))
    return list(found.values())


def over_due(institution_type: str, *, on: date) -> list[tuple[Item, int]]:
    """The items and periods whose day is over, for institutions of a type."""
    return [
        (item, period)
        for item in items_for(institution_type)
        for period in item.periods_asked(on)
        if (late := item.late_from(period)) is not None and late <= on
    ]


@dataclass(frozen=True)
class ReportsState:
    """How many reports an institution has to have on its site on a day, and the titles of those that it has not."""

    asked: int
    missing: tuple[str, ...]


def reports_over(by_institution: Mapping[int, list[State]], *, on: date) -> dict[int, ReportsState]:
    """Institution → its reports whose day is over, of what ``states_by_institution`` answered; no query."""
    found = {}
    for pk, states in by_institution.items():
        over = [state for state in states if state.late_from is not None and state.late_from <= on]
        missing = tuple(state.title for state in over if state.status in LACKING)
        found[pk] = ReportsState(len(over), missing)
    return found
