"""Opening hours: grouped for people, day by day, and as machines read them (schema.org)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from privacy.choices import DayKind
from privacy.models import Holiday
from sections.introduction.choices import Desk, Weekday

DAYS_SHOWN = 7
DAYS_AHEAD = 60
"""How far ahead days off are announced."""
SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class DayHours:
    """What is open on one day. ``reason`` says why nothing is, or why a day off is worked."""

    day: date
    spans: tuple[tuple[time, time], ...]
    reason: str = ""

    @property
    def times(self) -> str:
        return ", ".join(span_text(*span) for span in self.spans)


@dataclass(frozen=True)
class DeskHours:
    """The rows of one desk: days in words, times, remark."""

    desk: str
    title: str
    rows: tuple[dict[str, str], ...]


def span_text(opens: time, closes: time) -> str:
    return f"{opens:%H:%M}–{closes:%H:%M}"


def weekdays_text(first: int, last: int) -> str:
    if first == last:
        return str(Weekday(first).label)
    return _("%(first)s to %(last)s") % {"first": Weekday(first).label, "last": Weekday(last).label}


def desks(periods: Iterable[Any]) -> list[DeskHours]:
    """The hours by desk, the working hours first; stretches of the same days in one row."""
    by_desk: dict[str, dict[tuple[int, int, str], list[tuple[time, time]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for period in periods:
        by_desk[period.desk][period.first_weekday, period.last_weekday, period.note].append(
            (period.opens, period.closes)
        )
    found = []
    for desk in Desk:
        rows = tuple(
            {
                "days": weekdays_text(first, last),
                "times": ", ".join(span_text(*span) for span in sorted(spans)),
                "note": note,
            }
            for (first, last, note), spans in sorted(by_desk.get(desk, {}).items())
        )
        if rows:
            found.append(DeskHours(desk.value, str(desk.label), rows))
    return found


def hours_text(periods: Iterable[Any]) -> str:
    """The working hours in one line, for the foot of every page; empty where none is entered."""
    office = [desk for desk in desks(periods) if desk.desk == Desk.OFFICE]
    return "; ".join(f"{row['days']}: {row['times']}" for desk in office for row in desk.rows)


def public_days(first: date, last: date) -> dict[date, Holiday]:
    """The rows of the calendar from `first` to `last`; one query."""
    return {row.day: row for row in Holiday.objects.filter(day__range=(first, last))}


def _name(row: Holiday) -> str:
    return row.name_en if get_language() == "en" and row.name_en else row.name


def week(page: Any, *, on: date | None = None, known: dict[date, Holiday] | None = None) -> list[DayHours]:
    """The next seven days from `on` (today), with holidays, working days made up and the days that the board closes."""
    on = on or timezone.localdate()
    periods = [row for row in page.opening_periods.all() if row.desk == Desk.OFFICE]
    if not periods:
        return []
    closed = list(page.closed_periods.all())
    if known is None:
        known = public_days(on, on + timedelta(days=DAYS_SHOWN)) if page.keeps_holidays else {}
    return [_day(on + timedelta(days=n), periods, closed, known) for n in range(DAYS_SHOWN)]


def _day(day: date, periods: list[Any], closed: list[Any], known: dict[date, Holiday]) -> DayHours:
    for row in closed:
        if row.first <= day <= (row.last or row.first):
            return DayHours(day, (), row.reason)
    holiday, weekday, reason = known.get(day), day.weekday(), ""
    if holiday is not None and holiday.kind != DayKind.WORKING:
        return DayHours(day, (), _name(holiday))
    if holiday is not None:
        weekday, reason = Weekday.MONDAY, _name(holiday)
    spans = sorted(
        (row.opens, row.closes) for row in periods if row.first_weekday <= weekday <= row.last_weekday
    )
    return DayHours(day, tuple(spans), reason)


def days_off(
    page: Any, *, on: date | None = None, known: dict[date, Holiday] | None = None
) -> list[dict[str, Any]]:
    """The days of the next two months on which the institution is closed: first, last, reason; neighbouring days of one
    holiday together."""
    on = on or timezone.localdate()
    until = on + timedelta(days=DAYS_AHEAD)
    if known is None:
        known = public_days(on, until) if page.keeps_holidays else {}
    found = [
        {"first": row.first, "last": row.last or row.first, "reason": row.reason}
        for row in page.closed_periods.all()
        if (row.last or row.first) >= on and row.first <= until
    ]
    run: dict[str, Any] | None = None
    for day, row in sorted(known.items()):
        if row.kind == DayKind.WORKING or not on <= day <= until:
            continue
        if run and run["reason"] == _name(row) and day - run["last"] == timedelta(days=1):
            run["last"] = day
        else:
            run = {"first": day, "last": day, "reason": _name(row)}
            found.append(run)
    return sorted(found, key=lambda row: (row["first"], row["last"]))


def schema_hours(page: Any, *, on: date | None = None) -> dict[str, Any]:
    """``openingHoursSpecification`` of the working hours and ``specialOpeningHoursSpecification`` of the days off."""
    weekly = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [
                f"https://schema.org/{SCHEMA_DAYS[n]}" for n in range(row.first_weekday, row.last_weekday + 1)
            ],
            "opens": f"{row.opens:%H:%M}",
            "closes": f"{row.closes:%H:%M}",
        }
        for row in page.opening_periods.all()
        if row.desk == Desk.OFFICE
    ]
    if not weekly:
        return {}
    special = [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": row["first"].isoformat(),
            "validThrough": row["last"].isoformat(),
            "opens": "00:00",
            "closes": "00:00",
            "description": row["reason"],
        }
        for row in days_off(page, on=on)
    ]
    return {"openingHoursSpecification": weekly} | (
        {"specialOpeningHoursSpecification": special} if special else {}
    )
