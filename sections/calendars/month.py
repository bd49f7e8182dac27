"""A month of a calendar as weeks and days, for a table that is read without a script and without colours."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone

from sections.calendars.listing import _read
from sections.calendars.occurrences import Occurrence, within

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass
class Day:
    date: date
    is_inside: bool
    """Whether the day is one of the month; the others fill its first and last week."""
    is_today: bool = False
    times: list[Occurrence] = field(default_factory=list)


@dataclass(frozen=True)
class Month:
    """`previous` and `next` are first days of months, None where no event is beyond; so nobody walks through empty years."""

    first: date
    weeks: list[list[Day]]
    previous: date | None
    next: date | None
    number: int
    """How many times of events the month has."""


def shown_month(query: Mapping[str, str]) -> date | None:
    """The first day of the month that a reader asked for (``?month=2026-09``); None for anything else."""
    found = MONTH.fullmatch(query.get("month", ""))
    return date(int(found[1]), int(found[2]), 1) if found else None


def month_of(events: QuerySet, first: date, *, today: date) -> Month:
    """The weeks of a month, Monday first, with the times of the events; four queries at any number of events."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    start, end = weeks[0][0], weeks[-1][-1]
    found = [
        one
        for event, skipped in _read(_touching(events, start, end))
        for one in within(event, start, end, skipped=skipped)
    ]
    found.sort(key=lambda one: (one.starts, one.event.pk))
    full = events.model.objects.defer_streamfields().in_bulk({one.event.pk for one in found})
    days = {
        day: Day(day, is_inside=day.month == first.month, is_today=day == today)
        for week in weeks
        for day in week
    }
    for one in found:
        shown = Occurrence(full[one.event.pk], one.starts, one.ends)
        day = max(one.first_day, start)
        while day <= min(one.last_day, end):
            days[day].times.append(shown)
            day += timedelta(days=1)
    earliest, latest = _bounds(events, today)
    before = (first - timedelta(days=1)).replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return Month(
        first=first,
        weeks=[[days[day] for day in week] for week in weeks],
        previous=before if first > earliest else None,
        next=after if after <= latest else None,
        number=sum(1 for one in found if one.first_day.month == first.month or one.last_day >= first),
    )


def _touching(events: QuerySet, start: date, end: date) -> QuerySet:
    """Events that may happen between two days."""
    opens = timezone.make_aware(datetime.combine(start, time.min))
    closes = timezone.make_aware(datetime.combine(end, time.max))
    once = Q(repeats="") & (Q(ends_at__gte=opens) | Q(ends_at__isnull=True, starts_at__gte=opens))
    # A time that begins on the last day of the repetition may go on for days.
    again = ~Q(repeats="") & (Q(repeat_until__gte=start - timedelta(days=31)))
    return events.filter(once | again, starts_at__lte=closes)


def _bounds(events: QuerySet, today: date) -> tuple[date, date]:
    """First days of the first and the last month with an event; this month is always between them."""
    found = events.order_by().aggregate(
        first=Min("starts_at"), last=Max("starts_at"), end=Max("ends_at"), again=Max("repeat_until")
    )
    days = [today, *(timezone.localdate(found[key]) for key in ("first", "last", "end") if found[key])]
    days += [found["again"]] if found["again"] else []
    return min(days).replace(day=1), max(days).replace(day=1)
