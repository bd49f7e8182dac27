"""The shades of a brand colour keep their contrast whatever an editor picks (W12.3)."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from common.colour import (
    DEFAULT_BRAND,
    MALFORMED,
    colour_of_theme,
    contrast,
    format_colour,
    luminance,
    parse_colour,
    shades,
    theme_css,
    theme_name,
    validate_colour,
)

WHITE = "#ffffff"
PAPER = "#fbf9f5"
channels = st.integers(min_value=0, max_value=255)
colours = st.tuples(channels, channels, channels).map(format_colour)


def test_a_colour_is_read_in_either_case_and_without_its_spaces():
    assert parse_colour(" #9D1c2B ") == (157, 28, 43)


@given(colours)
def test_a_colour_survives_reading_and_writing(colour):
    assert format_colour(parse_colour(colour)) == colour


@pytest.mark.parametrize(
    "value",
    ["", "red", "9d1c2b", "#9d1", "#9d1c2b00", "#9d1c2g", "#9d1c2b;}", "#٣٣٣٣٣٣", "#9d1c2b\nx", None],
)
def test_a_malformed_colour_is_refused_with_a_sentence_that_shows_the_form(value):
    with translation.override("en"), pytest.raises(ValueError, match="six hexadecimal digits, for example #"):
        parse_colour(value)


def test_a_field_gets_the_same_refusal_as_a_validation_error():
    validate_colour(DEFAULT_BRAND)
    with pytest.raises(ValidationError) as refused:
        validate_colour("red")
    assert refused.value.code == "malformed_colour"
    assert refused.value.message == MALFORMED


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert luminance((255, 255, 255)) == pytest.approx(1)


@given(colours)
@example("#000000")
@example("#ffffff")
@example("#ffff00")
@example("#777777")
@example("#ff0000")
def test_every_shade_is_readable_on_the_surfaces_it_is_made_for(colour):
    found = shades(colour)
    assert contrast(found.on_brand, found.brand) >= 4.5
    for surface in (WHITE, PAPER, found.tint):
        assert contrast(found.link, surface) >= 4.5
        assert contrast(found.strong, surface) >= 7
        assert contrast(found.outline, surface) >= 3
    assert contrast(found.accent, found.strong) >= 4.5
    assert contrast("#1b1f24", found.tint) >= 7


def _under_pattern(surface, pattern, opacity):
    pairs = zip(parse_colour(surface), parse_colour(pattern), strict=True)
    return format_colour(tuple(round(one + (other - one) * opacity) for one, other in pairs))


@given(colours)
@example("#ffffff")
@example("#777777")
def test_text_stays_readable_where_a_pattern_lies_under_it(colour):
    found = shades(colour)
    assert contrast(found.accent, _under_pattern(found.strong, found.accent, 0.08)) >= 4.5
    assert contrast(WHITE, _under_pattern(found.strong, found.accent, 0.13)) >= 4.5


@given(colours)
def test_the_tint_is_a_pale_surface_and_the_border_is_visible_on_white(colour):
    found = shades(colour)
    assert luminance(parse_colour(found.tint)) > 0.8
    assert contrast(found.border, WHITE) > 1.2


@given(colours)
def test_the_brand_itself_is_never_changed(colour):
    assert shades(colour.upper()).brand == colour


def test_a_colour_that_is_dark_enough_is_used_as_it_is():
    found = shades("#0b2545")
    assert found.link == found.strong == found.outline == "#0b2545"


@given(colours)
def test_the_stylesheet_holds_only_custom_properties_with_colours(colour):
    css = theme_css(colour)
    assert re.fullmatch(r":root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}\n", css)
    assert f"--brand:{colour}" in css


@given(colours)
def test_a_theme_is_found_again_by_its_name(colour):
    name = theme_name(colour.upper())
    assert re.fullmatch(r"[0-9a-f]{6}-[0-9a-f]{8}", name)
    assert colour_of_theme(name) == colour


@pytest.mark.parametrize("name", ["", "9d1c2b", "9d1c2b-00000000", "../9d1c2b-00000000", "zzzzzz-00000000"])
def test_an_unknown_theme_is_refused(name):
    with translation.override("en"), pytest.raises(ValueError, match=r"theme|hexadecimal"):
        colour_of_theme(name)
