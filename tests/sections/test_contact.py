"""Contact: hours as data, days off, place without a third party (W8.1b, W9.1b, W4.2)."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from privacy.choices import DayKind
from privacy.models import Holiday
from sections.introduction.choices import Desk
from sections.introduction.hours import days_off, schema_hours, week
from sections.introduction.places import map_links, place_faults, sketch
from sections.introduction.services import opening_hours_publish
from sections.models import ClosedPeriod, ContactPage, Landmark, OpeningPeriod
from tests.factories import section_of

MONDAY = date(2026, 3, 2)


@pytest.fixture
def contact(department):
    page = section_of(department, ContactPage)
    for opens, closes in ((time(13, 30), time(17)), (time(7, 30), time(11, 30))):
        OpeningPeriod.objects.create(page=page, locale=page.locale, opens=opens, closes=closes)
    OpeningPeriod.objects.create(
        page=page,
        locale=page.locale,
        desk=Desk.CITIZENS,
        first_weekday=3,
        last_weekday=3,
        opens=time(8),
        closes=time(11),
    )
    return ContactPage.objects.get(pk=page.pk)


def test_a_day_has_its_stretches_in_order_and_the_weekend_is_closed(contact):
    days = week(contact, on=MONDAY)
    assert [day.times for day in days] == ["07:30–11:30, 13:30–17:00"] * 5 + ["", ""]


def test_a_holiday_of_the_calendar_is_closed_with_its_name(contact):
    Holiday.objects.update_or_create(
        day=date(2026, 3, 4), defaults={"kind": DayKind.OFF, "name": "Giỗ Tổ", "source": "x"}
    )
    found = {day.day: day for day in week(contact, on=MONDAY)}[date(2026, 3, 4)]
    assert (found.spans, found.reason) == ((), "Giỗ Tổ")
    assert {"first": date(2026, 3, 4), "last": date(2026, 3, 4), "reason": "Giỗ Tổ"} in days_off(
        contact, on=MONDAY
    )
    contact.keeps_holidays = False
    assert {day.day: day for day in week(contact, on=MONDAY)}[date(2026, 3, 4)].spans


def test_a_saturday_that_is_made_up_is_open(contact):
    Holiday.objects.update_or_create(
        day=date(2026, 3, 7), defaults={"kind": DayKind.WORKING, "name": "Làm bù", "source": "x"}
    )
    found = {day.day: day for day in week(contact, on=MONDAY)}[date(2026, 3, 7)]
    assert found.times == "07:30–11:30, 13:30–17:00"


def test_days_that_the_board_closes_are_closed_to_their_last_day(contact):
    ClosedPeriod.objects.create(
        page=contact, locale=contact.locale, first=date(2026, 3, 3), last=date(2026, 3, 5), reason="Bầu cử"
    )
    contact = ContactPage.objects.get(pk=contact.pk)
    closed = [day.day.day for day in week(contact, on=MONDAY) if day.reason == "Bầu cử"]
    assert closed == [3, 4, 5]


def test_machines_read_the_working_hours_and_not_those_of_a_desk(contact):
    rows = schema_hours(contact, on=MONDAY)["openingHoursSpecification"]
    assert {(row["opens"], row["closes"]) for row in rows} == {("07:30", "11:30"), ("13:30", "17:00")}
    assert rows[0]["dayOfWeek"][0] == "https://schema.org/Monday"


def test_published_hours_stand_in_the_record_of_the_institution_once(contact, department):
    assert opening_hours_publish(contact)
    department.refresh_from_db()
    assert department.opening_hours.endswith("07:30–11:30, 13:30–17:00")
    assert not opening_hours_publish(ContactPage.objects.get(pk=contact.pk))


def test_the_page_loads_nothing_of_anybody_else_and_offers_both_maps(client, contact, department):
    ContactPage.objects.filter(pk=contact.pk).update(latitude="21.028511", longitude="105.804817")
    Landmark.objects.create(
        page=contact, locale=contact.locale, name="Chợ Đông", distance=300, direction="ne"
    )
    path = contact.get_url_parts()[2]
    html = client.get(path, headers={"host": department.hostname}).content.decode()
    assert 'href="geo:21.028511,105.804817"' in html
    assert 'href="https://www.openstreetmap.org/?mlat=21.028511' in html
    for tag in ("<iframe", 'src="http', "@import"):
        assert tag not in html
    assert "Chợ Đông" in html
    assert "07:30–11:30, 13:30–17:00" in html
    assert "GeoCoordinates" in html


class TestPlaces:
    def test_exchanged_coordinates_are_told_apart_from_wrong_ones(self):
        assert set(place_faults(Decimal("105.8"), Decimal("21.0"))) == {"latitude"}
        assert set(place_faults(Decimal("48.8"), Decimal("2.3"))) == {"latitude", "longitude"}
        assert set(place_faults(Decimal("21.0"), None)) == {"longitude"}
        assert place_faults(Decimal("21.0"), Decimal("105.8")) == {}
        assert place_faults(None, None) == {}

    def test_without_coordinates_no_map_is_offered(self):
        assert map_links(None, None) == {}

    def test_north_is_above_and_marks_do_not_cover_each_other(self):
        marks = sketch(
            [Landmark(name=f"{n}", distance=100, direction="n") for n in range(4)]
            + [Landmark(name="far", distance=9000, direction="s")]
        ).marks
        assert marks[0].y < 180 < marks[-1].y
        places = [(mark.x, mark.y) for mark in marks]
        assert len(set(places)) == len(places)


class TestFaults:
    def test_hours_that_end_before_they_begin_are_refused(self):
        with pytest.raises(ValidationError) as caught:
            OpeningPeriod(first_weekday=4, last_weekday=0, opens=time(11), closes=time(7)).clean()
        assert set(caught.value.message_dict) == {"last_weekday", "closes"}
