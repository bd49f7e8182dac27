"""Where each item stands, computed from what was posted. Nothing here reads the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from sections.disclosure.choices import LACKING, Status
from sections.disclosure.items import Item, item_named, items_for

SOON = timedelta(days=30)


class Posting(Protocol):
    """What is known of a posting (``DisclosureRecord``)."""

    item: str
    period: int
    posted_on: date
    kept_until: date | None
    withdrawn_on: date | None
    reason: str


Postings = Mapping[tuple[str, int], Posting]
"""By item and period, of one institution."""


@dataclass(frozen=True)
class State:
    """One item of one period on a day. `is_counted`: the authority and the criterion count it."""

    item: Item
    period: int
    status: Status
    late_from: date | None = None
    posting: Posting | None = None
    is_counted: bool = False

    @property
    def is_lacking(self) -> bool:
        return self.is_counted and self.status in LACKING

    @property
    def title(self) -> str:
        return self.item.title_for(self.period)


def state_of(item: Item, period: int, postings: Postings, *, on: date, first: int = 0) -> State:
    """`first`: the first year of a young institution; years before it are not asked for."""
    late_from = item.late_from(period)
    posting = postings.get((item.key, period))
    is_counted = period >= first and period in item.periods_asked(on)
    if posting is not None and posting.withdrawn_on is None:
        late = late_from is not None and posting.posted_on >= late_from
        status = Status.LATE if late else Status.POSTED
    elif posting is not None and (posting.kept_until is None or on < posting.kept_until):
        status = Status.WITHDRAWN
    elif not is_counted:
        status = Status.NOT_ASKED
    elif late_from is None:
        status = Status.OPEN
    elif on >= late_from:
        status = Status.MISSING
    else:
        status = Status.SOON if on >= late_from - SOON else Status.DUE
    return State(item, period, status, late_from, posting, is_counted)


def states_asked(institution_type: str, postings: Postings, *, on: date, first: int = 0) -> list[State]:
    """What counts on a day, item by item, the earlier period first."""
    return [
        state_of(item, period, postings, on=on, first=first)
        for item in items_for(institution_type)
        for period in item.periods_asked(on)
        if period >= first
    ]


def by_place(postings: Iterable[Posting]) -> dict[tuple[str, int], Posting]:
    return {(posting.item, posting.period): posting for posting in postings if item_named(posting.item)}
