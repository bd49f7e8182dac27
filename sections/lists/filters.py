"""What a reader may narrow a list by. Wrong and unknown values are as if they were not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateTimeField, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from common.text import clean_line
from sections.lists.folding import MAX_QUERY, with_words, words_in

Narrow = Callable[[QuerySet, Any], QuerySet]
Options = Sequence[tuple[str, Any]]

LONGEST = 200
"""Letters of a value that are looked at."""


def _model_field(model, path: str):
    for name in path.split("__"):
        field = model._meta.get_field(name)
        model = field.related_model or model
    return field


@dataclass(frozen=True)
class Filter:
    """`name` is the parameter of the address. `apply(queryset, value)` narrows where one field is not enough."""

    name: str
    label: str | Promise = ""
    field: str = ""
    apply: Narrow | None = None
    help_text: str | Promise = ""

    widget = "text"
    reads_options = False

    @property
    def parameters(self) -> tuple[str, ...]:
        return (self.name,)

    def label_for(self, model) -> str:
        if self.label:
            return str(self.label)
        try:
            return capfirst(str(_model_field(model, self.field).verbose_name))
        except (FieldDoesNotExist, AttributeError):
            return capfirst(self.name)

    def found_options(self, items: QuerySet) -> list:
        """The values that the rows of the section have, read from the database where `reads_options`."""
        return []

    def options(self, model, found: Sequence) -> Options:
        """Pairs of a value, as it stands in the address, and its words; `found` is what ``found_options`` gave."""
        return ()

    def clean(self, given: Callable[[str], str], options: Options) -> Any:
        """The value asked for, or None. `given` answers the text of a parameter."""
        raise NotImplementedError

    def narrow(self, items: QuerySet, value: Any) -> QuerySet:
        if self.apply is not None:
            return self.apply(items, value)
        return items.filter(**{self.field: value})

    def pairs(self, value: Any) -> list[tuple[str, str]]:
        """The value as it stands in an address."""
        return [(self.name, str(value))]

    def words(self, value: Any, options: Options) -> str:
        """The value as a person reads it: on the print view and in the metadata of a download."""
        return next((str(label) for key, label in options if key == str(value)), str(value))


@dataclass(frozen=True)
class Words(Filter):
    """Words in any order, with or without diacritics, whole or in part, in any of the fields taken together."""

    fields: tuple[str, ...] = ("title",)

    widget = "search"

    def label_for(self, model) -> str:
        return str(self.label) or _("Words")

    def clean(self, given, options):
        text = clean_line(given(self.name)[: MAX_QUERY * 2])[:MAX_QUERY].strip()
        return text if words_in(text) else None

    def narrow(self, items, value):
        return self.apply(items, value) if self.apply else with_words(items, value, self.fields)


@dataclass(frozen=True)
class Choice(Filter):
    """One of several values. Without `choices` these are the values that the rows of the section have."""

    choices: Any = None

    widget = "select"

    @property
    def reads_options(self) -> bool:
        return self.choices is None

    def found_options(self, items):
        values = items.order_by().values_list(self.field, flat=True).distinct()
        return sorted({value for value in values if value not in (None, "")}, key=str)

    def options(self, model, found):
        if self.choices is None:
            try:
                names = dict(_model_field(model, self.field).flatchoices)
            except (FieldDoesNotExist, AttributeError):
                names = {}
            return [(str(value), names.get(value, value)) for value in found]
        pairs = (
            self.choices()
            if callable(self.choices) and not hasattr(self.choices, "choices")
            else self.choices
        )
        return [(str(value), label) for value, label in getattr(pairs, "choices", pairs) if value != ""]

    def clean(self, given, options):
        text = given(self.name)[:LONGEST]
        return text if text and any(key == text for key, _label in options) else None


@dataclass(frozen=True)
class Year(Filter):
    """The calendar year of a date or a moment; the years that the rows have, the latest first."""

    widget = "select"
    reads_options = True

    def label_for(self, model) -> str:
        return str(self.label) or _("Year")

    def found_options(self, items):
        rows = items.order_by()
        if isinstance(_model_field(items.model, self.field), DateTimeField):
            return [moment.year for moment in rows.datetimes(self.field, "year", order="DESC")]
        return [day.year for day in rows.dates(self.field, "year", order="DESC")]

    def options(self, model, found):
        return [(str(year), str(year)) for year in found]

    def clean(self, given, options):
        text = given(self.name)
        return int(text) if len(text) == 4 and text.isascii() and text.isdecimal() and text > "1000" else None

    def narrow(self, items, value):
        return self.apply(items, value) if self.apply else items.filter(**{f"{self.field}__year": value})


@dataclass(frozen=True)
class Flag(Filter):
    """A tick: only rows whose field is true."""

    widget = "checkbox"

    def clean(self, given, options):
        return True if given(self.name) == "1" else None

    def pairs(self, value):
        return [(self.name, "1")]

    def words(self, value, options):
        return _("Yes")


@dataclass(frozen=True)
class Days(Filter):
    """A span of days: ``<name>_from`` and ``<name>_to``, both included, either may be missing."""

    widget = "days"

    @property
    def parameters(self):
        return (f"{self.name}_from", f"{self.name}_to")

    def clean(self, given, options):
        first, last = (_day(given(name)) for name in self.parameters)
        return (first, last) if first or last else None

    def narrow(self, items, value):
        if self.apply is not None:
            return self.apply(items, value)
        first, last = value
        moments = isinstance(_model_field(items.model, self.field), DateTimeField)
        if first:
            items = items.filter(**{f"{self.field}__gte": _start(first) if moments else first})
        if last and moments:
            return items.filter(**{f"{self.field}__lt": _start(last + timedelta(days=1))})
        return items.filter(**{f"{self.field}__lte": last}) if last else items

    def pairs(self, value):
        return [(name, day.isoformat()) for name, day in zip(self.parameters, value, strict=True) if day]

    def words(self, value, options):
        return " – ".join(f"{day:%d/%m/%Y}" if day else "…" for day in value)


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _day(text: str) -> date | None:
    """A day as browsers send it (ISO 8601)."""
    try:
        day = parse_date(text[:10])
    except ValueError:
        return None
    return day if day and 1000 < day.year < 9999 else None


def given_once(pairs: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """The parameters of an address that were given once; NUL, which PostgreSQL refuses, left out."""
    return {name: values[0].replace("\x00", "").strip() for name, values in pairs if len(values) == 1}
