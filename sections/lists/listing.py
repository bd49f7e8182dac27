"""A list as one declaration, and what a reader sees of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.apps import apps
from django.core.cache import cache
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from common.generations import generation
from editorial.choices import ReuseTerms
from sections.lists.columns import Column
from sections.lists.filters import Filter, given_once
from sections.lists.folding import Folded

if TYPE_CHECKING:
    from sections.models.base import SectionPage

FORMATS = ("csv", "xlsx", "json", "csvw")
"""Values of ``format`` in an address: three downloads, and the description of the CSV (W3C, CSV on the Web)."""
DOWNLOAD_LIMIT = 50_000
PRINT_LIMIT = 3_000
OPTIONS_SECONDS = 3600
NOTHING = _("Nothing was found.")
TITLE = Column("title", pgettext_lazy("document", "Title"), kind="title", sortable=True)


@dataclass(frozen=True)
class Listing:
    """`item`: the type of the entries, or its dotted name, or a function that answers it. `columns`: what the table and
    the downloads show, in this order; a title column is put in front where there is none. `prefetch`: what the
    columns read, as ``prefetch_related`` takes it. `complete(pages)` reads what no prefetch can, for all shown pages at once.
    `details(page)`: pairs of a label and a value for the quick view of a row. `main_filters`: how many filters are shown at
    once, the others behind “More filters”; 0: all. `default_order`: field names, a minus for the last first."""

    item: Any
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    default_order: tuple[str, ...] = ("path",)
    page_size: int = 20
    download_name: str = "danh-sach"
    prefetch: tuple[Any, ...] = ()
    complete: Callable[[list[Any]], None] | None = None
    details: Callable[[Any], list[tuple[Any, Any]]] | None = None
    main_filters: int = 0
    terms: ReuseTerms = ReuseTerms.QUOTE_SOURCE
    empty_text: str | Promise = NOTHING

    def __post_init__(self):
        if not any(column.kind == "title" for column in self.columns):
            object.__setattr__(self, "columns", (TITLE, *self.columns))
        names = [name for entry in self.filters for name in entry.parameters]
        if len(set(names)) != len(names) or {"page", "sort", "format", "print"} & set(names):
            raise ValueError(f"Two filters of a list have the same name, or one that lists use: {names}.")

    @property
    def model(self):
        if isinstance(self.item, str):
            return apps.get_model(self.item)
        return self.item if isinstance(self.item, type) else self.item()

    def order(self, sort: str) -> list[Any]:
        """What to order by: the column asked for, then the list's own order, then the key, so that no page repeats a row."""
        asked = next((c for c in self.columns if c.sortable and c.name == sort.lstrip("-")), None)
        fields: list[Any] = []
        if asked is not None:
            down = sort.startswith("-")
            is_text = asked.kind in ("title", "text", "symbol", "badge")
            for expression in ([Folded(asked.order)] if is_text else []) + [F(asked.order)]:
                fields.append(expression.desc(nulls_last=True) if down else expression.asc(nulls_last=True))
        for name in self.default_order:
            place = F(name.lstrip("-"))
            fields.append(place.desc(nulls_last=True) if name.startswith("-") else place.asc(nulls_last=True))
        return [*fields, "pk"]

    def read(self, page: SectionPage, request: HttpRequest) -> Shown:
        return Shown(self, page, request)


@dataclass
class Shown:
    """A list as one reader asked for it."""

    listing: Listing
    page: SectionPage
    request: HttpRequest
    given: Mapping[str, str] = field(init=False)

    def __post_init__(self):
        self.given = given_once(self.request.GET.lists())

    @cached_property
    def _all(self) -> QuerySet:
        return self.page.items()

    @cached_property
    def _found(self) -> dict[str, list]:
        """What the rows of the section have for each filter that asks; kept until something of the site changes."""
        asking = [entry for entry in self.listing.filters if entry.reads_options]
        if not asking:
            return {}
        if getattr(self.request, "is_preview", False):
            return {entry.name: entry.found_options(self._all) for entry in asking}
        site = Site.find_for_request(self.request)
        word = generation(site.hostname) if site else ""
        keys = {entry.name: f"lists:{self.page.pk}:{word}:{entry.name}" for entry in asking}
        kept = cache.get_many(keys.values())
        found = {name: kept[key] for name, key in keys.items() if key in kept}
        missing = {entry.name: entry.found_options(self._all) for entry in asking if entry.name not in found}
        if missing and word:
            cache.set_many({keys[name]: values for name, values in missing.items()}, OPTIONS_SECONDS)
        return found | missing

    @cached_property
    def _options(self) -> dict[str, Any]:
        model = self._all.model
        return {
            entry.name: entry.options(model, self._found.get(entry.name, ()))
            for entry in self.listing.filters
        }

    @cached_property
    def values(self) -> dict[str, Any]:
        """Filter → value, of those that narrow."""
        cleaned = {
            entry.name: entry.clean(lambda name: self.given.get(name, ""), self._options[entry.name])
            for entry in self.listing.filters
        }
        return {name: value for name, value in cleaned.items() if value is not None}

    @cached_property
    def sort(self) -> str:
        asked = self.given.get("sort", "")
        names = {column.name for column in self.listing.columns if column.sortable}
        return asked if asked.removeprefix("-") in names else ""

    @cached_property
    def queryset(self) -> QuerySet:
        """All rows that were asked for, in the order that was asked for."""
        items = self._all
        for entry in self.listing.filters:
            if entry.name in self.values:
                items = entry.narrow(items, self.values[entry.name])
        return items.order_by(*self.listing.order(self.sort)).prefetch_related(*self.listing.prefetch)

    def query(self, **more: str) -> str:
        """The address of this list, below the section's own, with other or further parameters; empty ones are left out."""
        pairs = [
            pair
            for entry in self.listing.filters
            if entry.name in self.values
            for pair in entry.pairs(self.values[entry.name])
        ]
        if "sort" not in more and self.sort:
            pairs.append(("sort", self.sort))
        pairs += [(name, value) for name, value in more.items() if value]
        return f"{self.request.path}?{urlencode(pairs)}" if pairs else self.request.path

    @property
    def filters(self) -> list[dict[str, Any]]:
        """The form: one mapping a filter, for ``components/list_filters.html``."""
        model = self._all.model
        fields = []
        shown = self.listing.main_filters or len(self.listing.filters)
        for place, entry in enumerate(self.listing.filters):
            value = self.values.get(entry.name)
            given = dict(entry.pairs(value)) if value is not None else {}
            chosen = given.get(entry.name, "")
            fields.append(
                {
                    "name": entry.name,
                    "label": entry.label_for(model),
                    "help_text": entry.help_text,
                    "widget": entry.widget,
                    "value": chosen,
                    "options": [(key, label, key == chosen) for key, label in self._options[entry.name]],
                    "more": place >= shown,
                    "days": [(name, given.get(name, "")) for name in entry.parameters],
                }
            )
        return fields

    @property
    def head(self) -> list[dict[str, Any]]:
        """The titles of the columns; those that can be ordered by have an address and say how they are ordered."""
        titles = []
        for column in self.columns:
            title = {"label": column.label, "num": column.kind == "number", "url": "", "sort": ""}
            if column.sortable:
                up, down = self.sort == column.name, self.sort == f"-{column.name}"
                title["url"] = self.query(sort=f"-{column.name}" if up else column.name)
                title["sort"] = "ascending" if up else "descending" if down else "none"
            titles.append(title)
        return titles

    @property
    def columns(self) -> list[Column]:
        return [column for column in self.listing.columns if not column.hidden]

    @property
    def chosen(self) -> list[dict[str, str]]:
        """What narrows the list, in words: for the print view and for downloads."""
        model = self._all.model
        return [
            {
                "name": entry.name,
                "label": entry.label_for(model),
                "value": entry.words(self.values[entry.name], self._options[entry.name]),
            }
            for entry in self.listing.filters
            if entry.name in self.values
        ]

    @property
    def downloads(self) -> list[dict[str, str]]:
        return [{"type": name, "label": name.upper(), "url": self.query(format=name)} for name in FORMATS[:3]]

    @property
    def print_url(self) -> str:
        return self.query(print="1")

    @property
    def has_more(self) -> bool:
        return 0 < self.listing.main_filters < len(self.listing.filters)

    @property
    def more_open(self) -> bool:
        """Whether a filter behind “More filters” is set."""
        shown = self.listing.main_filters or len(self.listing.filters)
        return any(entry.name in self.values for entry in self.listing.filters[shown:])

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values)

    @property
    def reset_url(self) -> str:
        return self.request.path
