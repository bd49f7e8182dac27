"""Working days: Monday to Friday, less the days off of the table, plus the weekend days on which work is made up.

A period in working days begins on the day after the event (civil code 91/2015/QH13, article 147).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from privacy.choices import DayKind
from privacy.models import Holiday

DAY = timedelta(days=1)
SPARE = 45
"""Days read beyond twice the period: longer than any row of days off."""


@dataclass(frozen=True)
class WorkingDays:
    """The table of a stretch of time, read once."""

    first: date
    last: date
    off: frozenset[date]
    made_up: frozenset[date]

    def has(self, day: date) -> bool:
        """Whether people work on that day. Raises ValueError for a day that was not read."""
        if not self.first <= day <= self.last:
            raise ValueError(f"{day} is not between {self.first} and {self.last}.")
        return day in self.made_up or (day.weekday() < 5 and day not in self.off)


def working_days(first: date, last: date) -> WorkingDays:
    """The table from `first` to `last`; one query."""
    rows = Holiday.objects.filter(day__range=(first, last)).values_list("day", "kind")
    off, made_up = set(), set()
    for day, kind in rows:
        (made_up if kind == DayKind.WORKING else off).add(day)
    return WorkingDays(first, last, frozenset(off), frozenset(made_up))


def is_working_day(day: date) -> bool:
    """One query."""
    return working_days(day, day).has(day)


def add_working_days(day: date, n: int) -> date:
    """The `n`-th working day after `day`, which itself never counts; 0 answers `day`. One query.

    Raises ValueError for a negative number.
    """
    if n < 0:
        raise ValueError("Working days are counted forwards.")
    table = working_days(day, day + (2 * n + SPARE) * DAY)
    while n:
        day += DAY
        if day > table.last:
            table = working_days(day, day + (2 * n + SPARE) * DAY)
        n -= table.has(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start` up to and with `end`; negative where `end` is earlier. One query."""
    if end < start:
        return -working_days_between(end, start)
    table = working_days(start, end)
    return sum(table.has(start + number * DAY) for number in range(1, (end - start).days + 1))


def years_without_table(first: int, last: int) -> list[int]:
    """Years from `first` to `last` for which no day is entered: their clocks would count holidays as working days."""
    known = {day.year for day in Holiday.objects.dates("day", "year")}
    return [year for year in range(first, last + 1) if year not in known]
