"""The table of a section as CSV, XLSX and JSON (W3.1a, W8.7)."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from common.spreadsheets.download import table_bytes
from editorial.choices import ReuseTerms
from sections.disclosure.matrix import Matrix
from sections.lists.downloads import origin, public_response

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
    body = _json(request, page, table, moment) if kind == "json" else table_bytes(table, kind)
    return public_response(body, kind=kind, name=f"tinh-hinh-cong-khai-{moment:%Y%m%d}.{kind}")


def _json(request: HttpRequest, page: Any, table: list[list[Any]], moment: datetime) -> bytes:
    items = [
        {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in zip(COLUMNS, row, strict=True)
        }
        for row in table[1:]
    ]
    found = origin(request, page, TERMS, moment) | {
        "columns": dict(zip(COLUMNS, table[0], strict=True)),
        "count": len(items),
        "items": items,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()
