"""iCalendar files (RFC 5545, RFC 7986): one for a site, one for each event. Times carry their zone, days are days, a change
counts up SEQUENCE, what is cancelled says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from icalendar import Calendar, Event

from common.text import clean_line, fold
from sections.calendars.choices import RULES, EventState
from sections.calendars.occurrences import day_after

PRODUCT = "-//edusite//calendar//VI"
REFRESH = timedelta(hours=6)
UTC = ZoneInfo("UTC")
STATUS = {EventState.CANCELLED: "CANCELLED"}


def calendar_of(events: Iterable[Any], request: HttpRequest, *, name: str) -> Calendar:
    """A calendar. `events` come from ``EventQuerySet.for_calendar``."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean_line(name))
    calendar.add("name", clean_line(name))
    calendar.add("x-wr-timezone", timezone.get_current_timezone_name())
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(_event(event, request))
    calendar.add_missing_timezones()
    return calendar


def ics_response(events: Iterable[Any], request: HttpRequest, *, name: str, file_name: str) -> HttpResponse:
    body = calendar_of(events, request, name=name).to_ical()
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    plain = "".join(letter for letter in fold(file_name) if letter.isalnum() or letter in "-_.") or "lich.ics"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=plain)
    return response


def _event(page: Any, request: HttpRequest) -> Event:
    zone = timezone.get_current_timezone()
    event = Event()
    event.add("uid", f"urn:uuid:{page.translation_key}")
    changed = page.last_published_at or page.first_published_at or page.starts_at
    event.add("dtstamp", changed.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", changed.astimezone(UTC).replace(microsecond=0))
    if page.first_published_at:
        event.add("created", page.first_published_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", page.versions)
    event.add("summary", clean_line(page.title))
    if description := _description(page):
        event.add("description", description)
    if page.place or page.link:
        event.add("location", clean_line(page.place or page.link))
    event.add("url", page.get_full_url(request))
    event.add("status", STATUS.get(page.state, "CONFIRMED"))
    if page.all_day:
        first = timezone.localdate(page.starts_at)
        event.add("dtstart", first)
        event.add("dtend", day_after(timezone.localdate(page.ends_at) if page.ends_at else first))
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", page.starts_at.astimezone(zone))
        if page.ends_at and page.ends_at > page.starts_at:
            event.add("dtend", page.ends_at.astimezone(zone))
    _repetition(event, page, zone)
    return event


def _repetition(event: Event, page: Any, zone: Any) -> None:
    """RRULE and EXDATE. UNTIL is a day for whole days, otherwise a moment in UTC (RFC 5545, section 3.3.10)."""
    if page.repeats not in RULES or page.repeat_until is None:
        return
    frequency, interval = RULES[page.repeats]
    last = timezone.make_aware(datetime.combine(page.repeat_until, time(23, 59, 59)), zone)
    rule = {"freq": frequency, "until": page.repeat_until if page.all_day else last.astimezone(UTC)}
    if interval > 1:
        rule["interval"] = interval
    event.add("rrule", rule)
    start = timezone.localtime(page.starts_at, zone)
    days = sorted(skip.day for skip in page.skips.all())
    if page.all_day and days:
        event.add("exdate", days, parameters={"VALUE": "DATE"})
    elif days:
        event.add(
            "exdate",
            [
                timezone.make_aware(datetime.combine(day, start.time().replace(tzinfo=None)), zone)
                for day in days
            ],
        )


def _description(page: Any) -> str:
    """What a calendar shows below the title: why it moved or is off, the summary, for whom, how to take part."""
    parts = [
        page.state_note if page.state != EventState.PLANNED else "",
        page.summary,
        page.audience,
        page.link,
    ]
    return "\n".join(clean_line(part) for part in parts if part)
