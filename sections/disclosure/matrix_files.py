"""The table of a section as CSV, XLSX and JSON (W3.1a, W8.7)."""

from __future__ import annotations

import json
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from wagtail.models import Site

from common.spreadsheets import write_csv, write_xlsx
from editorial.choices import ReuseTerms
from sections.disclosure.matrix import Matrix
from sections.lists.downloads import TYPES

FORMATS = ("csv", "xlsx", "json")
TERMS = ReuseTerms.STATE_TEXT
COLUMNS = (
    "item", "year", "legal_basis", "form", "status", "last_day", "posted_on", "kept_until", "withdrawn_on",
    "reason", "url",
)  # fmt: skip


def matrix_answer(
    request: HttpRequest, *, page: Any, matrix: Matrix, kind: str, now: datetime | None = None
) -> HttpResponse:
    """What was posted when, what is due and missing, in one of FORMATS."""
    moment = timezone.localtime(now)
    table = matrix.table()
    if kind == "csv":
        body = write_csv(table)
    elif kind == "xlsx":
        output = BytesIO()
        write_xlsx(table, output)
        body = output.getvalue()
    else:
        body = _json(request, page, table, moment)
    response = HttpResponse(body, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="tinh-hinh-cong-khai-{moment:%Y%m%d}.{kind}"'
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _json(request: HttpRequest, page: Any, table: list[list[Any]], moment: datetime) -> bytes:
    site = Site.find_for_request(request)
    items = [
        {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in zip(COLUMNS, row, strict=True)
        }
        for row in table[1:]
    ]
    found = {
        "site": site.site_name or site.hostname if site else "",
        "site_url": site.root_url if site else "",
        "section": page.title,
        "section_url": page.full_url or "",
        "language": translation.get_language(),
        "licence": str(TERMS.label),
        "generated_at": moment.isoformat(timespec="seconds"),
        "columns": dict(zip(COLUMNS, table[0], strict=True)),
        "count": len(items),
        "items": items,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()
