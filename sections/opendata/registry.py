"""Which data sets there are: filled in ``AppConfig.ready()``; lists describe themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.choices import ReuseTerms

Text = str | Promise


class Frequency(TextChoices):
    """How often a set changes, in the words of the vocabulary of the EU's publications office that DCAT uses."""

    CONTINUOUS = "UPDATE_CONT", _("as soon as something is published")
    WEEKLY = "WEEKLY", _("every week")
    MONTHLY = "MONTHLY", _("every month")
    ANNUAL = "ANNUAL", _("every school year")
    IRREGULAR = "IRREG", _("when something changes")

    @property
    def uri(self) -> str:
        return f"http://publications.europa.eu/resource/authority/frequency/{self.value}"


@dataclass(frozen=True)
class DataField:
    """One column. `type` is one of JSON Schema's, `format` its format: date, date-time, uri or nothing."""

    name: str
    label: Text
    type: str = "string"
    format: str = ""


@dataclass(frozen=True)
class Records:
    """Rows of a set as one reader asked for them: how many, and a function that answers a slice as dictionaries."""

    count: int
    slice: Callable[[int, int], list[dict[str, Any]]]


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """`name` stands in addresses. `section`: the page type whose pages hold the set. `fields`, `records` and `formats` are left
    out where the section has a listing. `records(page, request)` applies the parameters of the address itself. `parameters`
    describes those: name → what it narrows by."""

    name: str
    section: type[Page]
    description: Text
    title: Text = ""
    """Empty: the title of the section's page."""
    keywords: tuple[Text, ...] = ()
    frequency: Frequency = Frequency.IRREGULAR
    terms: ReuseTerms = ReuseTerms.QUOTE_SOURCE
    fields: Callable[[], Sequence[DataField]] | None = None
    records: Callable[[Page, HttpRequest], Records] | None = None
    formats: tuple[str, ...] = ("csv", "xlsx", "json")
    parameters: Callable[[], dict[str, str]] = field(default=dict)


_sets: dict[str, DataSet] = {}


def register_dataset(found: DataSet) -> None:
    """Describe the set of a section. Two of one name, or two for one page type, are a mistake."""
    for name, each in _sets.items():
        if (name == found.name) != (each.section is found.section):
            raise ValueError(f"The data set {found.name!r} or its section is registered already.")
    _sets[found.name] = found


def datasets_for(section: type[Page]) -> list[DataSet]:
    """The sets of a page type: the registered one, and what its list says of itself unless the registered one is that list."""
    found = [each for each in _sets.values() if each.section is section]
    listing = getattr(section, "listing", None)
    if listing is not None and all(each.fields is not None for each in found):
        found.append(
            DataSet(
                name=listing.download_name,
                section=section,
                description=_("The published entries of this section, one row each."),
                terms=listing.terms,
            )
        )
    return found


def datasets() -> list[DataSet]:
    return list(_sets.values())
