"""Figures as people write them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from sections.statistics.choices import Unit
from sections.statistics.numbers import figure_text, parse_figure, plain_text


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234", 1234),
        ("1.234", 1234),
        ("1,234", 1234),
        ("1 234 567", 1234567),
        ("1\u00a0234", 1234),
        ("12.0", 12),
        (" 12 ", 12),
        ("-", 0),
        ("0", 0),
        ("..", None),
        ("…", None),
    ],
)
def test_whole_numbers_are_read_as_they_are_written(text, value):
    assert parse_figure(text, Unit.PUPIL) == value


@pytest.mark.parametrize(("text", "value"), [("1234,5", "1234.5"), ("1.234,56", "1234.56"), ("12.5", "12.5")])
def test_areas_may_have_decimals(text, value):
    assert parse_figure(text, Unit.SQUARE_METRE) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("-5", Unit.PUPIL, "negative"),
        ("23.9", Unit.PUPIL, "not_whole"),
        ("12,5", Unit.CLASS, "not_whole"),
        ("1.234", Unit.SQUARE_METRE, "ambiguous"),
        ("mười", Unit.PUPIL, "not_a_figure"),
        ("=1+1", Unit.PUPIL, "not_a_figure"),
        ("1e5", Unit.PUPIL, "not_a_figure"),
        ("9" * 20, Unit.PUPIL, "too_large"),
    ],
)
def test_what_is_no_figure_is_refused(text, unit, code):
    with pytest.raises(ValidationError) as caught:
        parse_figure(text, unit)
    assert caught.value.code == code


def test_a_fraction_of_a_pupil_is_asked_about_thousands():
    with pytest.raises(ValidationError, match="Perhaps it is in thousands"):
        parse_figure("23.9", Unit.PUPIL)


def test_figures_are_grouped_as_the_language_does():
    with translation.override("vi"):
        assert figure_text(Decimal("1234567")) == "1.234.567"
        assert figure_text(Decimal("1234.50")) == "1.234,5"
        assert figure_text(None) == ".."


@pytest.mark.parametrize("value", ["0", "12", "1200", "1234.5", "0.25"])
def test_what_a_field_shows_is_read_back_as_the_same_figure(value):
    number = Decimal(value)
    assert parse_figure(plain_text(number), Unit.SQUARE_METRE) == number
