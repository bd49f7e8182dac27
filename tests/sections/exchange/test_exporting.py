"""A list that was handed out is taken in again and changes nothing, in every format."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from sections.exchange.cells import text_of
from sections.exchange.choices import Work
from sections.exchange.exporting import Format, export, template
from sections.exchange.parsers import decimal
from sections.models import InformationPage
from tests.factories import make_page
from tests.sections.exchange.conftest import ENTRIES, HEAD, do, results, taken_in, upload

AWKWARD = ("=1+1", "-5 độ; -7 độ", "Tên có, dấu phẩy", "+84 trước", "Dòng “trích dẫn”")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def entries_of(house):
    for title in AWKWARD:
        make_page(
            house.section,
            InformationPage,
            title=title,
            summary=title,
            date=date(2025, 9, 5),
            author_name="Tổ Văn",
            source_name="Trường",
            body=[("paragraph", "<p>Nội dung</p>")],
        )
    return house


@pytest.mark.parametrize("format_", list(Format))
def test_what_is_handed_out_comes_back_unchanged(entries_of, format_):
    content = export(
        exchange=ENTRIES, section=entries_of.section, format_=format_, drafts=False, now=timezone.localtime()
    )
    batch = taken_in(entries_of, content, f"list.{format_}", user=entries_of.chief)
    assert set(results(batch).values()) == {"unchanged"}
    assert batch.rows.count() == len(AWKWARD)


def test_drafts_are_handed_out_only_when_they_are_asked_for(entries_of):
    do(taken_in(entries_of, f"{HEAD}\nMục nháp,,\n"), Work.APPLY, entries_of.author)
    common = {"exchange": ENTRIES, "section": entries_of.section, "now": timezone.localtime()}
    public = json.loads(export(format_=Format.JSON, drafts=False, **common))
    with_drafts = json.loads(export(format_=Format.JSON, drafts=True, **common))
    assert len(with_drafts["rows"]) == len(public["rows"]) + 1
    assert (public["institution"], public["exchange"]) == (entries_of.institution.name, "test-entries")


def test_the_empty_list_has_the_headings_and_an_example():
    assert template(exchange=ENTRIES, format_=Format.CSV).decode("utf-8-sig").splitlines() == [
        '"Title","Date","Summary","Body"',
        '"Kiểm định","05/09/2025","",""',
    ]


@pytest.mark.parametrize("number", ["1.234", "-12.500", "1234.5", "0.125", "7"])
def test_a_decimal_is_written_so_that_it_reads_one_way(number):
    assert decimal(text_of(Decimal(number))) == Decimal(number)


def test_a_moment_is_written_in_the_time_of_vietnam():
    value = datetime(2025, 9, 5, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert text_of(value) == "2025-09-05 07:30"


def test_the_screens_of_a_section_are_for_its_board_alone(house):
    urls = [
        reverse("exchange_section", args=[house.section.pk, "test-entries"]),
        reverse("exchange_export", args=[house.section.pk, "test-entries"]),
        reverse("exchange_template", args=[house.section.pk, "test-entries"]),
    ]
    for person, expected in ((house.author, 200), (house.stranger, 404)):
        client = Client()
        client.force_login(person)
        assert [client.get(url).status_code for url in urls] == [expected] * 3


def test_a_list_goes_its_way_through_the_screens(house):
    client = Client()
    client.force_login(house.author)
    url = reverse("exchange_section", args=[house.section.pk, "test-entries"])
    response = client.post(url, {"file": upload(f"{HEAD}\nMục 1,05/09/2025,\n")})
    columns = response.headers["Location"]
    page = client.get(columns)
    assert page.context["form"]["column_title"].initial == "0"
    response = client.post(columns, {"column_title": "0", "column_date": "1"})
    assert response.status_code == 302
    response = client.post(columns, {"column_date": "1"})
    assert response.status_code == 422


def test_more_rows_cost_no_query_more(entries_of):
    def cost() -> int:
        with CaptureQueriesContext(connection) as counted:
            export(
                exchange=ENTRIES,
                section=entries_of.section,
                format_=Format.CSV,
                drafts=True,
                now=timezone.localtime(),
            )
        return len(counted)

    few = cost()
    for number in range(30):
        make_page(
            entries_of.section, InformationPage, title=f"Mục {number}", author_name="Tổ", source_name="Trường"
        )
    assert cost() == few
