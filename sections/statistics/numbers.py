"""Figures as people write them in Vietnam, and as they are shown."""

from __future__ import annotations

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

from common.text import clean_line
from sections.statistics.choices import Unit

MISSING = {"..", "...", "…", "n/a", "na", "x"}
"""How official tables write that a figure is not available."""
NIL = {"-", "–", "—"}
"""How official tables write that there is nothing to count."""
MAX = Decimal("99999999999999")

_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}([.,\s’'])\d{3}(?:\1\d{3})*")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:([.,\s’'])\d{3})(?:\2\d{3})*)([.,])(\d+)")


def parse_figure(text: str, unit: Unit | str) -> Decimal | None:
    """Return the figure that a text names, None for one that is known not to be available.

    Whole numbers may be grouped with full stops, commas or spaces. Raises ValidationError: for anything else, for a fraction of
    what is counted in whole numbers, and for what can be read in two ways. An empty text is the caller's to judge.
    """
    plain = clean_line(text)
    if plain.casefold() in MISSING:
        return None
    if plain in NIL:
        return Decimal(0)
    if plain.startswith("-"):
        raise ValidationError(_("A figure cannot be below zero."), code="negative")
    value = _read(plain, is_whole=Unit(unit).is_whole)
    if value > MAX:
        raise ValidationError(_("The figure is too large."), code="too_large")
    return value


def _read(plain: str, *, is_whole: bool) -> Decimal:
    if _DIGITS.fullmatch(plain):
        return Decimal(plain)
    if _GROUPED.fullmatch(plain) and not plain.startswith("0"):
        if not is_whole and len(re.findall(r"[.,]", plain)) == 1:
            raise ValidationError(
                _("“%(text)s” can be read in two ways. Write it without a separator between thousands.")
                % {"text": plain},
                code="ambiguous",
            )
        return Decimal(re.sub(r"\D", "", plain))
    if found := _DECIMAL.fullmatch(plain):
        whole, rest = found[1], found[2]
    elif (found := _GROUPED_DECIMAL.fullmatch(plain)) and found[2] != found[3]:
        whole, rest = re.sub(r"\D", "", found[1]), found[4]
    else:
        raise ValidationError(
            _("“%(text)s” is no figure. Write digits only, or .. where it is not available.")
            % {"text": plain},
            code="not_a_figure",
        )
    if is_whole and rest.strip("0"):
        raise ValidationError(
            _("“%(text)s” is no whole number. Perhaps it is in thousands: write it in full.")
            % {"text": plain},
            code="not_whole",
        )
    return round(Decimal(f"{whole}.{rest}"), 2)


def figure_text(value: Decimal | int | float | None) -> str:
    """The figure in the spelling of the language, without noughts behind the comma."""
    if value is None:
        return ".."
    number = Decimal(str(value))
    places = 0 if number == number.to_integral_value() else (1 if round(number, 1) == number else 2)
    return formats.number_format(
        round(number, places), decimal_pos=places, use_l10n=True, force_grouping=True
    )


def plain_text(value: Decimal | None) -> str:
    """The figure as a field of the grid has it: digits, with a comma before decimals."""
    if value is None:
        return ".."
    return f"{value.normalize():f}".replace(".", ",") if value else "0"


def school_year_text(year: int) -> str:
    return f"{year}–{year + 1}"
