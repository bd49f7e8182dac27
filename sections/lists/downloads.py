"""The whole filtered list as CSV, XLSX or JSON, with where it comes from (W3.1a, W8.7).

CSV holds rows and nothing else, so that machines read it as it is; what describes it stands beside it, as "CSV on the
Web" (W3C, 17 December 2015) asks: a ``Link`` header to the description. A workbook has it on a second sheet, JSON in front.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from wagtail.models import Page, Site

from common.spreadsheets import write_csv
from common.spreadsheets.download import CONTENT_TYPES
from common.spreadsheets.report import storable
from editorial.choices import ReuseTerms
from sections.lists.columns import Column
from sections.lists.listing import DOWNLOAD_LIMIT, Shown

TYPES = CONTENT_TYPES | {
    "json": "application/json; charset=utf-8",
    "csvw": "application/csvm+json; charset=utf-8",
}
ENDINGS = {"csv": "csv", "xlsx": "xlsx", "json": "json", "csvw": "csv-metadata.json"}
DATATYPES = {"date": "date", "moment": "datetime", "number": "number", "yes_no": "boolean"}
CHUNK = 500


def answer(shown: Shown, kind: str, *, now: datetime | None = None) -> HttpResponse:
    """The list in one of ``sections.lists.listing.FORMATS``."""
    moment = timezone.localtime(now)
    body = {"csv": _csv, "xlsx": _xlsx, "json": _json, "csvw": _csvw}[kind](shown, moment)
    name = f"{shown.listing.download_name}-{moment:%Y%m%d}.{ENDINGS[kind]}"
    response = public_response(body, kind=kind, name=name)
    links = []
    if kind == "csv":
        links.append(f'<{shown.query(format="csvw")}>; rel="describedby"; type="application/csvm+json"')
    if licence := shown.listing.terms.url:
        links.append(f'<{licence}>; rel="license"')
    if links:
        response["Link"] = ", ".join(links)
    return response


def facts(shown: Shown, moment: datetime) -> dict[str, Any]:
    """Where the list comes from: site, section, terms, time, what narrows it."""
    found = origin(shown.request, shown.page, shown.listing.terms, moment)
    return found | {"filters": {entry["name"]: entry["value"] for entry in shown.chosen}}


def origin(request: HttpRequest, page: Page, terms: ReuseTerms, moment: datetime) -> dict[str, Any]:
    """Where a download of the section `page` comes from: site, section, terms of reuse, time."""
    site = Site.find_for_request(request)
    return {
        "site": site.site_name or site.hostname if site else "",
        "site_url": site_root(request, page),
        "section": page.title,
        "section_url": page.full_url or "",
        "language": translation.get_language(),
        "licence": str(terms.label),
        "licence_url": terms.url,
        "generated_at": moment.isoformat(timespec="seconds"),
    }


def public_response(body: bytes, *, kind: str, name: str) -> HttpResponse:
    """A download for everybody and every program; not for search engines, which have the pages themselves."""
    return HttpResponse(
        body,
        content_type=TYPES[kind],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Robots-Tag": "noindex",
            "Cache-Control": "no-cache",
            "Access-Control-Allow-Origin": "*",
        },
    )


def _columns(shown: Shown) -> list[Column]:
    return [column for column in shown.listing.columns if not column.shown_only]


def _pages(shown: Shown) -> Iterator:
    rows = shown.queryset[:DOWNLOAD_LIMIT].iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        if shown.listing.complete is not None:
            shown.listing.complete(chunk)
        yield from chunk


def _address(page, shown: Shown) -> str:
    parts = page.get_url_parts(shown.request)
    return f"{parts[1]}{parts[2]}" if parts else ""


def site_root(request: HttpRequest, page: Page) -> str:
    """Scheme, host and port of the site, as the addresses of its pages have them."""
    parts = page.get_url_parts(request)
    return parts[1] if parts else ""


def _absolute(column: Column, value: Any, shown: Shown) -> Any:
    """Addresses of files as they are good outside the site."""
    if column.kind not in ("files", "link") or not isinstance(value, str):
        return value
    root = site_root(shown.request, shown.page)
    return " ".join(root + part if part.startswith("/") else part for part in value.split())


def _table(shown: Shown) -> Iterator[list[Any]]:
    columns = _columns(shown)
    yield [str(column.label) for column in columns] + [_("Address of the page")]
    for page in _pages(shown):
        yield [_absolute(column, column.words(page), shown) for column in columns] + [_address(page, shown)]


def _csv(shown: Shown, moment: datetime) -> bytes:
    return write_csv(_table(shown))


def _xlsx(shown: Shown, moment: datetime) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("List"))
    sheet.freeze_panes = "A2"
    for number, row in enumerate(_table(shown)):
        sheet.append([_cell(sheet, value, bold=number == 0) for value in row])
    about = book.create_sheet(_("About this list"))
    for label, value in _described(facts(shown, moment), shown):
        about.append([_cell(about, label, bold=True), _cell(about, value)])
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _cell(sheet, value: Any, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, storable(value))
    if cell.data_type == "f":
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _described(found: dict[str, Any], shown: Shown) -> list[tuple[str, str]]:
    narrowed = "; ".join(f"{entry['label']}: {entry['value']}" for entry in shown.chosen)
    return [
        (_("Site"), f"{found['site']} – {found['site_url']}"),
        (_("Section"), f"{found['section']} – {found['section_url']}"),
        (_("Terms of reuse"), f"{found['licence']} {found['licence_url']}".strip()),
        (_("Made at"), found["generated_at"]),
        (_("Narrowed by"), narrowed or "–"),
    ]


def _json(shown: Shown, moment: datetime) -> bytes:
    columns = _columns(shown)
    items = [
        {column.name: _absolute(column, _json_value(column.plain(page)), shown) for column in columns}
        | {"url": _address(page, shown)}
        for page in _pages(shown)
    ]
    found = facts(shown, moment) | {
        "columns": {column.name: str(column.label) for column in columns},
        "count": len(items),
        "items": items,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _json_value(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return float(value) if value.__class__.__name__ == "Decimal" else value


def _csvw(shown: Shown, moment: datetime) -> bytes:
    found = facts(shown, moment)
    columns = [
        {
            "name": column.name,
            "titles": str(column.label),
            "datatype": DATATYPES.get(column.kind, "string"),
        }
        for column in _columns(shown)
    ]
    columns.append({"name": "url", "titles": _("Address of the page"), "datatype": "anyURI"})
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": found["language"]}],
        "url": shown.query(format="csv"),
        "dialect": {"encoding": "utf-8", "quoteChar": '"'},
        "dc:title": found["section"],
        "dc:publisher": found["site"],
        "dc:source": found["section_url"],
        "dc:license": found["licence_url"] or found["licence"],
        "dc:modified": found["generated_at"],
        "tableSchema": {"columns": columns},
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()
