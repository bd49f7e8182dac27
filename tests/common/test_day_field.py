"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.utils import translation

from common.day_field import DayField, day_of

DAY = date(2012, 9, 5)


class Asked(forms.Form):
    day = DayField()


@pytest.mark.parametrize(
    "text", ["5/9/2012", "05-09-2012", "5.9.2012", "05 09 2012", " 05/09/2012 ", "05092012", "2012-09-05"]
)
def test_a_day_is_read_however_it_is_typed(text):
    assert day_of(text) == DAY
    form = Asked({"day": text})
    assert form.is_valid()
    assert form.cleaned_data["day"] == DAY
    assert 'value="05/09/2012"' in form["day"].as_widget()


@pytest.mark.parametrize(
    "text", ["31/02/2012", "09/25/2012", "5/9/12", "592012", "2012/9", "hôm nay", "05/09/2012 x"]
)
def test_what_is_no_day_stays_as_it_was_typed_and_is_explained(text):
    with translation.override("en"):
        form = Asked({"day": text})
        assert form.errors == {"day": ["Write day, month and year with digits, for example 25/06/2026."]}
    assert f'value="{text}"' in form["day"].as_widget()


def test_a_day_that_was_stored_as_text_is_shown_with_the_day_first_in_any_language():
    for language in ("vi", "en"):
        with translation.override(language):
            for initial in (DAY, "2012-09-05"):
                shown = Asked(initial={"day": initial})["day"].as_widget()
                assert 'value="05/09/2012"' in shown
                assert 'type="text"' in shown
