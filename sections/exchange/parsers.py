"""What may stand in the cells of a list, read as people write it in Vietnam.

Each parser is called with the text of a cell, and options where there are any, and answers the value or raises ValidationError
with a sentence; called with options alone (``text(max_length=80)``) it answers a parser with these options. ``show`` gives
what an export writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db.models import Choices
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from common.text import clean, clean_line, fold

__all__ = [
    "Parser",
    "choice",
    "day",
    "decimal",
    "email",
    "integer",
    "lines",
    "moment",
    "school_year",
    "text",
    "url",
    "year",
    "yes_no",
]


@dataclass(frozen=True)
class Parser:
    """A way of reading cells. ``accepts`` are the codes of cell issues (`common.spreadsheets`) that are none here: a cell
    that Excel holds as a date is right in a column of dates. ``number`` reads what a workbook holds as a number, where
    that differs from its text."""

    kind: str
    reads: Callable[..., Any]
    shows: Callable[[Any], Any] = lambda value: value
    accepts: frozenset[str] = frozenset()
    number: Callable[..., Any] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, source: str | None = None, /, **options: Any) -> Any:
        if source is None:
            return replace(self, options={**self.options, **options}) if options else self
        return self.reads(source, **{**self.options, **options})

    def show(self, value: Any) -> Any:
        return self.shows(value)

    def from_number(self, source: str) -> Any:
        """Read the cell of a workbook that holds a number."""
        return (self.number or self.reads)(source, **self.options)


def _read_text(source: str, *, max_length: int | None = None, multiline: bool = False) -> str:
    value = clean(source).strip() if multiline else clean_line(source)
    if max_length is not None and len(value) > max_length:
        raise ValidationError(
            _("The text has %(length)s characters; at most %(limit)s fit."),
            params={"length": len(value), "limit": max_length},
        )
    return value


text = Parser("text", _read_text)

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2}|\d{4})")
_IN_WORDS = re.compile(r"(?:ngay\s+)?(\d{1,2})\s+thang\s+(\d{1,2}),?\s+nam\s+(\d{4})")
_REMARK = re.compile(r"\s*\((?!.*\d{1,2}\s*[-/.]\s*\d{1,2}).*\)$")
_SERIAL = re.compile(r"[2-6]\d{4}(\.\d+)?")


def _read_day(source: str) -> date:
    value = _REMARK.sub("", fold(source)).strip().removeprefix("ngay ")
    if found := _ISO.fullmatch(value):
        parts = (found[1], found[2], found[3])
    elif found := _DAY_FIRST.fullmatch(value) or _IN_WORDS.fullmatch(value):
        if len(found[3]) == 2:
            raise ValidationError(
                _("“%(value)s” has a year of two digits. Write it as 05/09/2025."), params={"value": source}
            )
        parts = (found[3], found[2], found[1])
    elif _SERIAL.fullmatch(value):
        raise ValidationError(
            _(
                "“%(value)s” is the number that Excel keeps for a date. Format the column as a date, "
                "or write it as 05/09/2025."
            ),
            params={"value": source},
        )
    else:
        raise ValidationError(_("“%(value)s” is no date. Write it as 05/09/2025."), params={"value": source})
    try:
        result = date(*map(int, parts))
    except ValueError as error:
        raise ValidationError(
            _("The date “%(value)s” does not exist. Write the day first: 05/09/2025."),
            params={"value": source},
        ) from error
    if not 1900 <= result.year <= 2200:
        raise ValidationError(_("The year of “%(value)s” cannot be right."), params={"value": source})
    return result


_MOMENT = re.compile(r"(?P<day>.+?)[\sT,]+(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})?(?::\d{2}(?:\.\d+)?)?")
_TIME_FIRST = re.compile(r"(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})?(?::\d{2})?[\s,]+(?P<day>.+)")


def _read_moment(source: str) -> datetime:
    value = clean_line(source).casefold().replace(" giờ ", "h").replace(" phút", "")
    value = re.sub(r"(?<=\d)t(?=\d)", " ", value)
    found = _TIME_FIRST.fullmatch(value) or _MOMENT.fullmatch(value)
    try:
        clock = time(int(found["hour"]), int(found["minute"] or 0)) if found else time()
    except ValueError as error:
        raise ValidationError(
            _("The time of “%(value)s” does not exist."), params={"value": source}
        ) from error
    return timezone.make_aware(datetime.combine(_read_day(found["day"] if found else source), clock))


day = Parser("day", _read_day, accepts=frozenset({"date"}))
moment = Parser(
    "moment",
    _read_moment,
    lambda value: timezone.localtime(value) if timezone.is_aware(value) else value,
    accepts=frozenset({"date"}),
)

_GROUPS = re.compile(r"[+-]?\d{1,3}([.,\s’'])\d{3}(?:\1\d{3})*")
_DIGITS = re.compile(r"[+-]?\d+")
_NUMBER = re.compile(r"[+-]?\d+([.,])\d+")
_GROUPED_NUMBER = re.compile(r"[+-]?\d{1,3}([.,\s’'])\d{3}(?:\1\d{3})*([.,])\d+")


def _limited(value: Any, minimum: Any, maximum: Any) -> Any:
    if minimum is not None and value < minimum:
        raise ValidationError(_("The number must be at least %(limit)s."), params={"limit": minimum})
    if maximum is not None and value > maximum:
        raise ValidationError(_("The number must be at most %(limit)s."), params={"limit": maximum})
    return value


def _no_number(source: str) -> ValidationError:
    return ValidationError(_("“%(value)s” is no number."), params={"value": source})


def _read_integer(source: str, *, minimum: int | None = 0, maximum: int | None = 2_147_483_647) -> int:
    value = clean_line(source)
    if _DIGITS.fullmatch(value) or _GROUPS.fullmatch(value):
        return _limited(int(re.sub(r"[^\d+-]", "", value)), minimum, maximum)
    if _NUMBER.fullmatch(value) or _GROUPED_NUMBER.fullmatch(value):
        raise ValidationError(_("“%(value)s” is no whole number."), params={"value": source})
    raise _no_number(source)


def _whole_number(source: str, *, minimum: int | None = 0, maximum: int | None = 2_147_483_647) -> int:
    if not _DIGITS.fullmatch(source):
        raise ValidationError(_("“%(value)s” is no whole number."), params={"value": source})
    return _limited(int(source), minimum, maximum)


def _read_decimal(source: str, *, minimum=None, maximum=None, places: int | None = None) -> Decimal:
    value = clean_line(source)
    sign = Decimal(-1 if value.startswith("-") else 1)
    bare = value.lstrip("+-")
    if _DIGITS.fullmatch(value):
        result = Decimal(bare)
    elif _GROUPS.fullmatch(value) and not bare.startswith("0"):
        if len(re.findall(r"[.,]", value)) == 1:
            raise ValidationError(
                _(
                    "“%(value)s” can be read in two ways. Write the number without a separator between "
                    "thousands, or with another number of decimals."
                ),
                params={"value": source},
            )
        result = Decimal(re.sub(r"\D", "", value))
    elif (found := _GROUPED_NUMBER.fullmatch(value)) and found[1] != found[2]:
        whole, _point, rest = bare.rpartition(found[2])
        result = Decimal(re.sub(r"\D", "", whole) + "." + rest)
    elif _NUMBER.fullmatch(value):
        result = Decimal(bare.replace(",", "."))
    else:
        raise _no_number(source)
    return _rounded(sign * result, minimum, maximum, places)


def _decimal_number(source: str, *, minimum=None, maximum=None, places: int | None = None) -> Decimal:
    return _rounded(Decimal(source), minimum, maximum, places)


def _rounded(value: Decimal, minimum, maximum, places: int | None) -> Decimal:
    if places is not None:
        value = round(value, places)
    return _limited(value, minimum, maximum)


integer = Parser("integer", _read_integer, number=_whole_number)
decimal = Parser("decimal", _read_decimal, lambda value: Decimal(str(value)), number=_decimal_number)

_YES = {"co", "yes", "y", "x", "true", "1", "dung", "v", "✓", "☑", "✔"}
_NO = {"khong", "no", "n", "false", "0", "sai", "k", "-"}


def _read_yes_no(source: str) -> bool:
    value = fold(source) or clean_line(source)
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise ValidationError(_("Write “yes” or “no” and not “%(value)s”."), params={"value": source})


yes_no = Parser(
    "yes_no",
    _read_yes_no,
    lambda value: pgettext("spreadsheet", "yes") if value else pgettext("spreadsheet", "no"),
    accepts=frozenset({"boolean"}),
)


def choice(choices: type[Choices], aliases: Mapping[str, Any] | None = None) -> Parser:
    """Read a member of a set of choices by its value or its label in either language; `aliases`: spelling → value."""

    @cache
    def spellings() -> dict[str, Any]:
        found = {fold(spelling): value for spelling, value in (aliases or {}).items()}
        for value, label in choices.choices:
            found.setdefault(fold(str(value)), value)
            for language in ("en", "vi"):
                with override(language):
                    found[fold(force_str(label))] = value
        return found

    def reads(source: str) -> Any:
        found = spellings().get(fold(source))
        if found is None:
            labels = ", ".join(f"“{label}”" for _value, label in choices.choices)
            raise ValidationError(
                _("“%(value)s” is not one of %(choices)s."), params={"value": source, "choices": labels}
            )
        return choices(found)

    return Parser("choice", reads, lambda value: force_str(choices(value).label))


def _read_url(source: str, *, max_length: int | None = 2000) -> str:
    value = _read_text(source, max_length=max_length)
    if value.startswith("www."):
        value = f"https://{value}"
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError as error:
        raise ValidationError(
            _("“%(value)s” is no address of a page. Write it as https://example.edu.vn."),
            params={"value": source},
        ) from error
    return value


def _read_email(source: str, *, max_length: int | None = 254) -> str:
    value = _read_text(source, max_length=max_length)
    try:
        EmailValidator()(value)
    except ValidationError as error:
        raise ValidationError(_("This is no e-mail address.")) from error
    return value


url = Parser("url", _read_url)
email = Parser("email", _read_email)


def _read_year(source: str, *, minimum: int = 1900, maximum: int = 2200) -> int:
    found = re.fullmatch(r"(?:nam\s+)?(\d{4})", fold(source))
    if found is None or not minimum <= int(found[1]) <= maximum:
        raise ValidationError(
            _("“%(value)s” is no year. Write it with four digits."), params={"value": source}
        )
    return int(found[1])


def _read_school_year(source: str) -> str:
    found = re.fullmatch(r"(?:nam hoc\s+)?(\d{4})\s*[-–—/]\s*(\d{2}|\d{4})", fold(source))
    if found:
        first, second = int(found[1]), int(found[2] if len(found[2]) == 4 else found[1][:2] + found[2])
        if second == first + 1 and 1900 <= first <= 2200:
            return f"{first}-{second}"
    raise ValidationError(
        _("“%(value)s” is no school year. Write it as 2025-2026."), params={"value": source}
    )


def _read_lines(source: str, *, separator: str = "\n;", max_length: int | None = None) -> list[str]:
    parts = re.split(f"[{re.escape(separator)}]", clean(source))
    return [_read_text(part, max_length=max_length) for part in parts if part.strip()]


year = Parser("year", _read_year)
school_year = Parser("school_year", _read_school_year)
lines = Parser("lines", _read_lines, lambda value: "\n".join(value) if not isinstance(value, str) else value)
