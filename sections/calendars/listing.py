"""The times of a site's events in their order, without their texts: any number of events in one query, one page of them in
two more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, overload

from django.db.models import QuerySet

from sections.calendars.occurrences import Occurrence, next_of, occurrences

COMING_TIMES = 1
FIELDS = ("pk", "starts_at", "ends_at", "repeats", "repeat_until")


class Times(Sequence):
    """Times of events, of which a paginator shows some: their pages are read for those only."""

    def __init__(self, events: QuerySet, found: list[tuple[datetime, datetime | None, int]]):
        self.events, self.found = events, found

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, place: int) -> Occurrence: ...
    @overload
    def __getitem__(self, place: slice) -> list[Occurrence]: ...
    def __getitem__(self, place):
        if isinstance(place, int):
            return self[place : place + 1 or None][0]
        rows = self.found[place]
        pages = self.events.model.objects.defer_streamfields().in_bulk({pk for _s, _e, pk in rows})
        return [Occurrence(pages[pk], starts, ends) for starts, ends, pk in rows]


def coming_of(events: QuerySet, now: datetime) -> Times:
    """The next time of each event that is not over, the nearest first."""
    found = []
    for event, skipped in _read(events.coming(now)):
        one = next_of(event, now, skipped=skipped)
        if one is not None:
            found.append((one.starts, one.ends, event.pk))
    return Times(events, sorted(found, key=lambda row: (row[0], row[2])))


def past_of(events: QuerySet, now: datetime) -> Times:
    """The last time of each event that was held, the latest first."""
    found = []
    for event, skipped in _read(events.past(now)):
        held = [one for one in occurrences(event, skipped=skipped) if one.is_over(now)]
        if held:
            found.append((held[-1].starts, held[-1].ends, event.pk))
    return Times(events, sorted(found, key=lambda row: (row[0], row[2]), reverse=True))


def next_events(events: QuerySet, now: datetime, number: int) -> list[Any]:
    """The nearest events, each with its next time as `starts_at` and `ends_at`: what a home page shows. One query, two where
    some of them repeat, one more for the pages."""
    shown = []
    for one in coming_of(events, now)[:number]:
        one.event.starts_at, one.event.ends_at = one.starts, one.ends
        shown.append(one.event)
    return shown


def _read(events: QuerySet) -> list[tuple[Any, frozenset[date]]]:
    """Events, with the days left out of those that repeat; one query, two where some do."""
    rows = list(events.only(*FIELDS, "title").order_by())
    repeating = [event.pk for event in rows if event.repeats]
    skipped: dict[int, set[date]] = {}
    if repeating:
        model = events.model._meta.get_field("skips").related_model
        for pk, day in model.objects.filter(page_id__in=repeating).values_list("page_id", "day"):
            skipped.setdefault(pk, set()).add(day)
    return [(event, frozenset(skipped.get(event.pk, ()))) for event in rows]
