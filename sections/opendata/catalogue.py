"""The data sets of one site: what is published below its home page, counted, with fields and addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from wagtail.models import Page

from network.models import Institution
from sections.lists.columns import Column
from sections.opendata.registry import DataField, DataSet, Frequency, Records, datasets_for

TYPES = {
    "date": ("string", "date"),
    "moment": ("string", "date-time"),
    "number": ("number", ""),
    "yes_no": ("boolean", ""),
    "link": ("string", "uri"),
}


@dataclass(frozen=True)
class SiteDataSet:
    """A data set on a site: its description and the page that holds it."""

    dataset: DataSet
    page: Page

    @property
    def name(self) -> str:
        return self.dataset.name

    @property
    def title(self) -> str:
        return str(self.dataset.title or self.page.title)

    @property
    def description(self) -> str:
        return str(self.dataset.description)

    @property
    def frequency(self) -> Frequency:
        return self.dataset.frequency

    @property
    def is_list(self) -> bool:
        return self.dataset.records is None

    @cached_property
    def fields(self) -> list[DataField]:
        if self.dataset.fields is not None:
            return list(self.dataset.fields())
        found = [_field(column) for column in _columns(self.page)]
        return [*found, DataField("url", "URL", "string", "uri")]

    @cached_property
    def parameters(self) -> dict[str, str]:
        if not self.is_list:
            return self.dataset.parameters()
        model = self.page.listing.model
        return {
            name: entry.label_for(model) for entry in self.page.listing.filters for name in entry.parameters
        }

    @property
    def formats(self) -> Sequence[str]:
        return self.dataset.formats

    @cached_property
    def changed_at(self) -> datetime | None:
        """When the section or an entry of it was published last; one query."""
        own = self.page.last_published_at
        if not self.page.numchild:
            return own
        latest = self.page.get_children().live().aggregate(latest=Max("last_published_at"))["latest"]
        return max((moment for moment in (own, latest) if moment), default=None)

    def records(self, request: HttpRequest) -> Records:
        if not self.is_list:
            return self.dataset.records(self.page, request)
        queryset = self.page.listing.read(self.page, request).queryset.public()
        columns = _columns(self.page)

        def rows(start: int, end: int) -> list[dict[str, Any]]:
            pages = list(queryset[start:end])
            if self.page.listing.complete is not None:
                self.page.listing.complete(pages)
            return [_row(page, columns, request) for page in pages]

        return Records(queryset.count(), rows)


def _columns(page: Page) -> list[Column]:
    return [column for column in page.listing.columns if not column.shown_only]


def _field(column: Column) -> DataField:
    return DataField(column.name, column.label, *TYPES.get(column.kind, ("string", "")))


def _row(page: Page, columns: list[Column], request: HttpRequest) -> dict[str, Any]:
    parts = page.get_url_parts(request)
    address = f"{parts[1]}{parts[2]}" if parts else ""
    return {column.name: plain(column.plain(page)) for column in columns} | {"url": address}


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).isoformat(
            timespec="seconds"
        )
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, Promise) else value


def site_datasets(home: Page) -> list[SiteDataSet]:
    """The sets of a site in the language of `home`, in the order of its sections; private sections are left out. Queries: one
    for the sections, one for each page type."""
    pages = home.get_children().live().public().specific().order_by("path")
    return [SiteDataSet(dataset, page) for page in pages for dataset in datasets_for(type(page))]


def publisher(institution: Institution) -> dict[str, str]:
    return {"name": institution.local_name, "code": institution.code}
