"""When an event happens: each time of one that repeats, in the time zone of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil import rrule
from django.utils import timezone

from sections.calendars.choices import RULES

MOST = 1500
"""So many times of one event are looked at: every day for four years."""
FREQUENCIES = {
    "DAILY": rrule.DAILY,
    "WEEKLY": rrule.WEEKLY,
    "MONTHLY": rrule.MONTHLY,
    "YEARLY": rrule.YEARLY,
}


@dataclass(frozen=True)
class Occurrence:
    """One time of an event. `ends` is None for one without a stated end."""

    event: Any
    starts: datetime
    ends: datetime | None

    @property
    def first_day(self) -> date:
        return timezone.localdate(self.starts)

    @property
    def last_day(self) -> date:
        return timezone.localdate(self.ends) if self.ends else self.first_day

    @property
    def is_of_days(self) -> bool:
        return self.last_day > self.first_day

    def is_over(self, now: datetime) -> bool:
        """One without an end is over at the end of its day."""
        return self.ends < now if self.ends else self.first_day < timezone.localdate(now)


def occurrences(event: Any, *, skipped: frozenset[date] = frozenset()) -> Iterator[Occurrence]:
    """All times of an event in their order; `skipped`: days on which one that repeats does not happen."""
    if event.repeats not in RULES or event.repeat_until is None:
        yield Occurrence(event, event.starts_at, event.ends_at)
        return
    frequency, interval = RULES[event.repeats]
    start = timezone.localtime(event.starts_at)
    length = event.ends_at - event.starts_at if event.ends_at else None
    rule = rrule.rrule(
        FREQUENCIES[frequency],
        interval=interval,
        dtstart=start.replace(tzinfo=None),
        until=datetime.combine(event.repeat_until, time.max),
        count=None,
    )
    for number, moment in enumerate(rule):
        if number >= MOST:
            return
        if moment.date() not in skipped:
            begins = timezone.make_aware(moment)
            yield Occurrence(event, begins, begins + length if length is not None else None)


def within(
    event: Any, first: date, last: date, *, skipped: frozenset[date] = frozenset()
) -> list[Occurrence]:
    """The times of an event that touch the days from `first` to `last`, both counted."""
    found = []
    for one in occurrences(event, skipped=skipped):
        if one.first_day > last:
            break
        if one.last_day >= first:
            found.append(one)
    return found


def next_of(event: Any, now: datetime, *, skipped: frozenset[date] = frozenset()) -> Occurrence | None:
    """The time of an event that runs or comes next; None where it is over."""
    return next((one for one in occurrences(event, skipped=skipped) if not one.is_over(now)), None)


def end_of_day(moment: datetime) -> datetime:
    """The last minute of the local day of a moment."""
    return timezone.localtime(moment).replace(hour=23, minute=59, second=0, microsecond=0)


def start_of_day(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)


def day_after(day: date) -> date:
    return day + timedelta(days=1)
