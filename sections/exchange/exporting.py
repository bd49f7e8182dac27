"""A section's pages as a list: XLSX, CSV or JSON, each of which can be taken in again as it is."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import pgettext
from wagtail.models import Page

from common.spreadsheets import write_csv, write_xlsx
from network.selectors import institution_for_page
from sections.exchange.cells import text_of
from sections.exchange.entries import CHUNK, latest_versions
from sections.exchange.parsers import Parser
from sections.exchange.registry import Exchange

__all__ = ["Format", "export", "template"]


class Format(TextChoices):
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"
    JSON = "json", "JSON"


CONTENT_TYPES = {
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSON: "application/json",
}


def export(*, exchange: Exchange, section: Page, format_: Format, drafts: bool, now: datetime) -> bytes:
    """All published pages of a section, or all pages as its board sees them (`drafts`)."""
    pages = latest_versions(exchange, section) if drafts else _published(exchange, section)
    if format_ == Format.JSON:
        return _as_json(exchange, section, pages, now)
    return _written(_rows(exchange, pages), format_)


def template(*, exchange: Exchange, format_: Format) -> bytes:
    """An empty list: the headings, and one row of examples."""
    header = [str(column.label) for column in exchange.columns]
    return _written([header, [column.example for column in exchange.columns]], format_)


def _published(exchange: Exchange, section: Page) -> Iterator[Page]:
    pages = exchange.pages(section).live().order_by("path")
    related = [name for column in exchange.columns for name in column.prefetch]
    return (pages.prefetch_related(*related) if related else pages).iterator(chunk_size=CHUNK)


def _written(rows: Iterable[list[Any]], format_: Format) -> bytes:
    if format_ == Format.CSV:
        return write_csv([text_of(cell) for cell in row] for row in rows)
    buffer = io.BytesIO()
    write_xlsx(([_cell(cell) for cell in row] for row in rows), buffer)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    """Numbers and dates stay what they are in a workbook."""
    if isinstance(value, (list, tuple)):
        return text_of(value)
    if isinstance(value, Decimal):
        return float(value) if abs(value) < 10**15 else text_of(value)
    return value


def _rows(exchange: Exchange, pages: Iterable[Page]) -> Iterator[list[Any]]:
    yield [str(column.label) for column in exchange.columns]
    for page in pages:
        yield [_typed(column.shown(page)) for column in exchange.columns]


def _typed(value: Any) -> Any:
    return (
        (pgettext("spreadsheet", "yes") if value else pgettext("spreadsheet", "no"))
        if isinstance(value, bool)
        else value
    )


def _as_json(exchange: Exchange, section: Page, pages: Iterable[Page], now: datetime) -> bytes:
    institution = institution_for_page(section)
    rows = [{column.name: _plain(column, page) for column in exchange.columns} for page in pages]
    found = {
        "institution": institution.name if institution else "",
        "section": section.title,
        "exchange": exchange.name,
        "exported_at": now.isoformat(timespec="seconds"),
        "columns": [{"name": column.name, "label": str(column.label)} for column in exchange.columns],
        "rows": rows,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _plain(column: Any, page: Page) -> Any:
    value = column.shown(page)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [text_of(each) for each in value]
    if isinstance(column.parse, Parser) and column.parse.kind == "decimal":
        return float(value)
    return text_of(value)
