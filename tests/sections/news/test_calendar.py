"""When events happen, how a month and a list show them, and what calendars fetch (W8.2, W9.2)."""

from __future__ import annotations

import re
from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from editorial.choices import PublicationKind
from editorial.models import Publication
from sections.calendars.listing import coming_of, past_of
from sections.calendars.month import month_of, shown_month
from sections.calendars.occurrences import next_of, occurrences, within
from sections.models import EventIndexPage, EventPage, EventSkip
from sections.models.events import ENDS_EARLY, ONCE_ONLY, UNTIL_EARLY, UNTIL_LATE, UNTIL_MISSING
from tests.factories import make_page, section_of
from tests.sections.news.conftest import browser

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 9, 10, 12, tzinfo=ZONE)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)


def event(starts, ends=None, repeats="", until=None):
    return SimpleNamespace(starts_at=starts, ends_at=ends, repeats=repeats, repeat_until=until)


def forget() -> None:
    for cache in caches.all():
        cache.clear()


def days(found) -> list[str]:
    return [f"{one.first_day:%d.%m}" for one in found]


@pytest.mark.parametrize(
    ("repeats", "until", "expected"),
    [
        ("daily", date(2026, 9, 3), ["01.09", "02.09", "03.09"]),
        ("weekly", date(2026, 9, 15), ["01.09", "08.09", "15.09"]),
        ("biweekly", date(2026, 9, 30), ["01.09", "15.09", "29.09"]),
        ("monthly", date(2026, 11, 30), ["01.09", "01.10", "01.11"]),
        ("yearly", date(2027, 9, 1), ["01.09", "01.09"]),
    ],
)
def test_a_repeated_event_happens_until_its_last_day(repeats, until, expected):
    assert days(occurrences(event(at(2026, 9, 1, 7), repeats=repeats, until=until))) == expected


def test_a_day_left_out_is_no_time_of_the_event():
    weekly = event(at(2026, 9, 1, 7), repeats="weekly", until=date(2026, 9, 15))
    assert days(occurrences(weekly, skipped=frozenset({date(2026, 9, 8)}))) == ["01.09", "15.09"]


def test_the_thirty_first_is_left_out_of_short_months():
    monthly = event(at(2026, 8, 31, 7), repeats="monthly", until=date(2026, 10, 31))
    assert days(occurrences(monthly)) == ["31.08", "31.10"]


def test_an_event_of_several_days_touches_every_month_it_runs_in():
    trip = event(at(2026, 9, 29, 8), at(2026, 10, 2, 17))
    assert within(trip, date(2026, 10, 1), date(2026, 10, 31))
    assert not within(trip, date(2026, 10, 3), date(2026, 10, 31))


def test_the_next_time_is_the_one_that_runs_or_comes():
    weekly = event(at(2026, 9, 3, 7), at(2026, 9, 3, 9), "weekly", date(2026, 9, 24))
    assert next_of(weekly, NOW).starts == at(2026, 9, 17, 7)
    assert next_of(weekly, at(2026, 9, 10, 8)).starts == at(2026, 9, 10, 7)
    assert next_of(weekly, at(2026, 9, 25, 0)) is None


@pytest.mark.parametrize("value", ["2026-13", "2026-9", "1999-01", "", "x", "2026-09-01"])
def test_what_is_no_month_is_ignored(value):
    assert shown_month({"month": value}) is None


@pytest.mark.parametrize(
    ("fields", "field", "text"),
    [
        ({"ends_at": at(2026, 8, 31, 7)}, "ends_at", ENDS_EARLY),
        ({"repeats": "weekly"}, "repeat_until", UNTIL_MISSING),
        ({"repeats": "weekly", "repeat_until": date(2026, 8, 31)}, "repeat_until", UNTIL_EARLY),
        ({"repeats": "weekly", "repeat_until": date(2030, 1, 1)}, "repeat_until", UNTIL_LATE),
        ({"repeat_until": date(2026, 10, 1)}, "repeat_until", ONCE_ONLY),
    ],
)
def test_an_impossible_time_is_refused_at_its_field(fields, field, text):
    page = EventPage(title="Chào cờ", starts_at=at(2026, 9, 1, 7), **fields)
    with pytest.raises(ValidationError) as error:
        page.clean()
    assert error.value.message_dict == {field: [str(text)]}


def test_whole_days_begin_and_end_with_the_day():
    page = EventPage(title="Nghỉ lễ", starts_at=at(2026, 9, 1, 7), ends_at=at(2026, 9, 2, 9), all_day=True)
    page.clean()
    assert (page.starts_at, page.ends_at) == (at(2026, 9, 1), at(2026, 9, 2, 23, 59))


def make_event(index, title, starts, ends=None, *, skips=(), **fields) -> EventPage:
    fields = {"author_name": "Văn phòng", "source_name": "Trường"} | fields
    page = make_page(index, EventPage, title=title, starts_at=starts, ends_at=ends, **fields)
    EventSkip.objects.bulk_create(EventSkip(page=page, day=day, sort_order=0) for day in skips)
    return page


@pytest.fixture
def index(net) -> EventIndexPage:
    return section_of(net.a, EventIndexPage)


def test_a_list_puts_a_repeated_event_where_it_comes_next(index):
    make_event(index, "Chào cờ", at(2026, 9, 7, 7), repeats="weekly", repeat_until=date(2026, 10, 30))
    make_event(index, "Họp cha mẹ", at(2026, 9, 12, 8), at(2026, 9, 12, 10))
    make_event(index, "Khai giảng", at(2026, 9, 5, 7), at(2026, 9, 5, 9))
    coming = coming_of(EventPage.objects.child_of(index).live(), NOW)
    assert [(one.event.title, days([one])) for one in coming[:5]] == [
        ("Họp cha mẹ", ["12.09"]),
        ("Chào cờ", ["14.09"]),
    ]
    past = past_of(EventPage.objects.child_of(index).live(), NOW)
    assert [(one.event.title, days([one])) for one in past[:5]] == [
        ("Chào cờ", ["07.09"]),
        ("Khai giảng", ["05.09"]),
    ]


def test_a_month_costs_the_same_with_many_events(index):
    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            month_of(EventPage.objects.child_of(index).live(), date(2026, 9, 1), today=date(2026, 9, 10))
        return len(found)

    make_event(index, "Chào cờ", at(2026, 9, 7, 7), repeats="weekly", repeat_until=date(2026, 10, 30))
    few = cost()
    for number in range(8):
        make_event(
            index, f"Sinh hoạt {number}", at(2026, 9, 8, 7), repeats="daily", repeat_until=date(2026, 9, 30)
        )
    assert cost() == few


def test_the_month_is_a_table_with_the_events_in_their_days(index, net):
    make_event(index, "Cắm trại", at(2026, 9, 29, 8), at(2026, 10, 2, 17))
    make_event(index, "Hội thao", at(2026, 9, 12, 8), state="cancelled", state_note="Hoãn vì bão")
    html = browser(net.a).get(url_of(index) + "?month=2026-09").content.decode()
    assert html.count(">Cắm trại</a>") == 2
    assert "09/2026</caption>" in html
    assert 'scope="col"' in html
    assert 'class="state state--off"' in html
    assert "?month=2026-10" in html
    assert "?month=2026-08" not in html


def url_of(page) -> str:
    return page.get_url_parts()[2]


def test_the_calendar_file_says_zone_days_repetition_and_cancellation(index, net):
    make_event(
        index,
        "Chào cờ",
        at(2026, 9, 7, 7),
        at(2026, 9, 7, 7, 45),
        repeats="biweekly",
        repeat_until=date(2026, 12, 28),
        skips=[date(2026, 9, 21)],
        place="Sân trường",
    )
    make_event(index, "Nghỉ lễ", at(2026, 9, 1), at(2026, 9, 2, 23, 59), all_day=True)
    make_event(index, "Hội thao", at(2026, 9, 12, 8), state="cancelled", state_note="Hoãn vì bão")
    for page in EventPage.objects.child_of(index):
        EventPage.objects.filter(pk=page.pk).update(first_published_at=NOW, last_published_at=NOW)
    response = browser(net.a).get("/su-kien/lich.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    events = {str(found["summary"]): found for found in calendar.walk("VEVENT")}
    flag, holiday, sports = events["Chào cờ"], events["Nghỉ lễ"], events["Hội thao"]
    assert flag["dtstart"].dt == at(2026, 9, 7, 7)
    assert flag["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert flag["rrule"].to_ical() == b"FREQ=WEEKLY;UNTIL=20261228T165959Z;INTERVAL=2"
    assert [found.dt for found in flag["exdate"].dts] == [at(2026, 9, 21, 7)]
    assert (holiday["dtstart"].dt, holiday["dtend"].dt) == (date(2026, 9, 1), date(2026, 9, 3))
    assert str(sports["status"]) == "CANCELLED"
    assert "Hoãn vì bão" in str(sports["description"])
    assert len({str(found["uid"]) for found in events.values()}) == 3


def test_a_new_version_counts_the_sequence_up_and_keeps_the_identity(index, net):
    page = make_event(index, "Họp cha mẹ", at(2026, 9, 12, 8))
    Publication.objects.create(
        kind=PublicationKind.PUBLISH, institution=net.a, page_id=page.pk, title=page.title, published_at=NOW
    )
    client = browser(net.a)
    first = Calendar.from_ical(client.get(url_of(page) + "lich-ics/").content).walk("VEVENT")[0]
    Publication.objects.create(
        kind=PublicationKind.PUBLISH, institution=net.a, page_id=page.pk, title=page.title, published_at=NOW
    )
    EventPage.objects.filter(pk=page.pk).update(starts_at=at(2026, 9, 19, 8), state="moved")
    forget()
    second = Calendar.from_ical(client.get(url_of(page) + "lich-ics/").content).walk("VEVENT")[0]
    assert (int(first["sequence"]), int(second["sequence"])) == (1, 2)
    assert str(first["uid"]) == str(second["uid"])
    assert second["dtstart"].dt == at(2026, 9, 19, 8)
    assert str(second["status"]) == "CONFIRMED"


def test_the_calendar_holds_no_draft_and_nothing_of_another_site(index, net):
    make_event(index, "Bản nháp", at(2026, 9, 12, 8), live=False)
    make_event(section_of(net.b, EventIndexPage), "Của trường khác", at(2026, 9, 12, 8))
    draft = EventPage.objects.get(title="Bản nháp")
    client = browser(net.a)
    assert Calendar.from_ical(client.get("/su-kien/lich.ics").content).walk("VEVENT") == []
    assert client.get(url_of(draft) + "lich-ics/").status_code == 404


def test_the_calendar_file_costs_the_same_with_many_events(index, net):
    def cost() -> int:
        forget()
        client = browser(net.a)
        client.get("/su-kien/lich.ics")
        forget()
        with CaptureQueriesContext(connection) as found:
            assert client.get("/su-kien/lich.ics").status_code == 200
        return len(found)

    make_event(index, "Chào cờ", at(2026, 9, 7, 7), repeats="weekly", repeat_until=date(2026, 10, 30))
    few = cost()
    for number in range(8):
        make_event(
            index, f"Sinh hoạt {number}", at(2026, 9, 8, 7), repeats="daily", repeat_until=date(2026, 9, 30)
        )
    assert cost() == few


def test_the_page_of_an_event_says_that_it_moved_and_what_was_planned(index, net):
    page = make_event(
        index,
        "Hội thao",
        at(2026, 9, 19, 8),
        state="moved",
        formerly_at=at(2026, 9, 12, 8),
        state_note="Vì mưa bão",
    )
    html = browser(net.a).get(url_of(page)).content.decode()
    assert "Vì mưa bão" in html
    assert re.search(r"<s>[^<]*12/09/2026[^<]*</s>", html)
    assert "lich-ics/" in html
