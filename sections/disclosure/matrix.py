"""The table of a section: items in rows, years in columns, what was posted when in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from network.models import Institution
from sections.disclosure.choices import Status
from sections.disclosure.items import Item, items_for
from sections.disclosure.states import SOON, Postings, State, by_place, state_of

MOST_YEARS = 6


@dataclass(frozen=True)
class Cell:
    """`page` is the published report, where the reader may open it."""

    state: State
    page: Any = None

    @property
    def status(self) -> Status:
        return self.state.status

    @property
    def tone(self) -> str:
        return self.state.status.tone

    @property
    def is_deadline(self) -> bool:
        """Whether the day is the last one on which the report is in time, and not one on which something happened."""
        return self.status in (Status.DUE, Status.SOON, Status.MISSING)

    @property
    def label(self) -> str:
        return self.state.item.period_label(self.state.period)

    @property
    def day(self) -> date | None:
        """The day that the cell names: of posting, of withdrawal, or the last one on which it is in time."""
        posting = self.state.posting
        if posting is not None:
            return posting.withdrawn_on or posting.posted_on
        return self.state.item.last_day(self.state.period)


@dataclass(frozen=True)
class Group:
    """The items of one source."""

    source: Any
    rows: list[tuple[Item, list[Cell]]]


@dataclass(frozen=True)
class Matrix:
    """What an institution has made public, and what not. `pages`: published reports by item and period."""

    institution: Institution
    postings: Postings
    pages: Mapping[tuple[str, int], Any]
    on: date
    first: int = 0

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Those of the sources that count today, and older ones of which something was posted."""
        posted = {key for key, _period in self.postings}
        return tuple(
            item
            for item in items_for(self.institution.type)
            if item.key in posted or item.periods_asked(self.on)
        )

    @cached_property
    def years(self) -> list[int]:
        """The latest first."""
        asked = {
            period for item in self.items for period in item.periods_asked(self.on) if period >= self.first
        }
        posted = {period for _key, period in self.postings}
        return sorted(asked | posted, reverse=True)[:MOST_YEARS]

    @cached_property
    def groups(self) -> list[Group]:
        groups: dict[str, Group] = {}
        for item in self.items:
            group = groups.setdefault(item.source.number, Group(item.source, []))
            group.rows.append((item, [self.cell(item, year) for year in self.years]))
        return list(groups.values())

    def cell(self, item: Item, period: int) -> Cell:
        state = state_of(item, period, self.postings, on=self.on, first=self.first)
        return Cell(state, self.pages.get((item.key, period)))

    @property
    def cells(self) -> list[Cell]:
        return [cell for group in self.groups for _item, row in group.rows for cell in row]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Status → how many of the states that count."""
        found: dict[str, int] = {}
        for cell in self.cells:
            if cell.state.is_counted:
                found[str(cell.status)] = found.get(str(cell.status), 0) + 1
        return found

    def next_change(self) -> date | None:
        """The next day on which a cell says something else by itself."""
        days = []
        for cell in self.cells:
            late, posting = cell.state.late_from, cell.state.posting
            if posting is None and late is not None:
                days += [late, late - SOON]
            elif posting is not None and posting.withdrawn_on and posting.kept_until:
                days.append(posting.kept_until)
        return min((day for day in days if day > self.on), default=None)

    @property
    def withdrawn(self) -> list[State]:
        """What went off the site before its time, with the reason: shown below the table."""
        return [cell.state for cell in self.cells if cell.status == Status.WITHDRAWN]

    def table(self) -> list[list[Any]]:
        """One row an item and period, for downloads."""
        head = [
            _("Item"),
            _("Year"),
            _("Legal basis"),
            _("Form"),
            _("Status"),
            _("At the latest on"),
            _("Posted on"),
            _("Kept until"),
            _("Withdrawn on"),
            _("Reason"),
            _("Address of the page"),
        ]
        rows: list[list[Any]] = [head]
        for cell in self.cells:
            state, posting = cell.state, cell.state.posting
            if state.status == Status.NOT_ASKED:
                continue
            rows.append(
                [
                    state.item.name(),
                    state.item.period_label(state.period),
                    state.item.reference_for(self.institution.type),
                    state.item.form_for(self.institution.type),
                    str(state.status.label),
                    state.item.last_day(state.period),
                    posting and posting.posted_on,
                    posting and posting.kept_until,
                    posting and posting.withdrawn_on,
                    posting.reason if posting else "",
                    (cell.page.full_url or "") if cell.page is not None else "",
                ]
            )
        return rows


def matrix_of(institution: Institution, pages: Iterable[Any], *, on: date, first: int = 0) -> Matrix:
    """One query, and that of `pages`."""
    postings = by_place(institution.disclosure_records.all())
    by_key = {(page.item, page.period): page for page in pages}
    return Matrix(institution, postings, by_key, on, first)
