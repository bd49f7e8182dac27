"""A day as people in Vietnam write it, typed instead of chosen: a browser's own field shows month and day in the order of the
browser's language, so that 06/07 is read as another day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_DAY_FIRST = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})|(\d{2})(\d{2})(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def day_of(text: str) -> date | None:
    """25/9/2020, 25-09-2020, 25.9.2020, 25 9 2020, 25092020 (keypads of telephones lack the signs) or 2020-09-25; else None."""
    text = text.strip()
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (part for part in found.groups() if part)
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


class DayField(forms.DateField):
    """Takes what `day_of` reads, and shows day, month, year; so also what was stored as text of a date."""

    widget = forms.TextInput({"autocomplete": "off", "inputmode": "numeric"})
    default_error_messages = {"invalid": _("Write day, month and year with digits, for example 25/06/2026.")}

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, str) or value.strip() in self.empty_values:
            return super().to_python(value)
        found = day_of(value)
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found

    def prepare_value(self, value: Any) -> Any:
        day = day_of(value) if isinstance(value, str) else value
        return f"{day:%d/%m/%Y}" if isinstance(day, date) else value
