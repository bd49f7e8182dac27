"""What a reader may ask of a list, and what is as if it had not been asked."""

import datetime as dt

import pytest
from django.utils.translation import override

from sections.lists import Choice, Column, Days, Flag, Listing, Words, Year
from sections.models import DocumentPage


def asked(entry, options=(), **given):
    return entry.clean(lambda name: given.get(name, ""), options)


def test_words_of_nothing_but_spaces_are_none():
    assert asked(Words("q"), q=" \u200b ") is None
    assert asked(Words("q"), q="  tuyển   sinh ") == "tuyển sinh"


def test_a_choice_that_is_not_offered_is_ignored():
    entry = Choice("type", choices=[("a", "A"), ("b", "B")])
    options = entry.options(DocumentPage, ())
    assert asked(entry, options, type="b") == "b"
    assert asked(entry, options, type="c") is None


@pytest.mark.parametrize(("text", "year"), [("2025", 2025), ("25", None), ("٢٠٢٥", None), ("0000", None)])
def test_a_year_has_four_figures(text, year):
    assert asked(Year("year", field="issued_on"), year=text) == year


def test_a_tick_is_one_or_nothing():
    assert asked(Flag("online", "Online", field="x"), online="1") is True
    assert asked(Flag("online", "Online", field="x"), online="yes") is None


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("2025-09-05", "", (dt.date(2025, 9, 5), None)),
        ("05/09/2025", "2025-02-30", None),
        ("", "2025-12-31", (None, dt.date(2025, 12, 31))),
    ],
)
def test_a_span_of_days_may_be_open(first, last, span):
    assert asked(Days("issued", field="issued_on"), issued_from=first, issued_to=last) == span


def test_a_label_is_the_fields_own_where_none_is_given():
    with override("en"):
        assert Choice("issuer", field="issuer").label_for(DocumentPage) == "Issuer"


def test_two_filters_of_one_name_are_refused():
    with pytest.raises(ValueError, match="Two filters of a list have the same name"):
        Listing(item=DocumentPage, columns=(), filters=(Words("q"), Year("q", field="issued_on")))


def test_a_list_without_a_title_column_gets_one():
    columns = Listing(item=DocumentPage, columns=(Column("number", "No"),)).columns
    assert [column.name for column in columns] == ["title", "number"]
