"""A table as a file, and what hands it to the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from common.spreadsheets.report import write_csv, write_xlsx

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LABELS: dict[str, Promise] = {"xlsx": _("Download XLSX"), "csv": _("Download CSV")}


def table_bytes(rows: Iterable[Sequence[Any]], kind: str) -> bytes:
    """`kind`: a key of CONTENT_TYPES."""
    if kind == "csv":
        return write_csv(rows)
    output = BytesIO()
    write_xlsx(rows, output)
    return output.getvalue()


def table_response(rows: Iterable[Sequence[Any]], *, name: str, kind: str) -> HttpResponse:
    """The table as a download that no cache keeps. `name`: without its ending, in ASCII."""
    return HttpResponse(
        table_bytes(rows, kind),
        content_type=CONTENT_TYPES[kind],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{kind}"',
            "Cache-Control": "no-store, private",
        },
    )


def download_buttons(request: HttpRequest) -> list[Button]:
    """For the header of a list in the admin: all that is listed, with the same words and filters, under ``?export=``."""
    asked = request.GET.copy()
    asked.pop("p", None)
    buttons = []
    for kind, label in LABELS.items():
        asked["export"] = kind
        buttons.append(
            Button(label, url=f"{request.path}?{asked.urlencode()}", icon_name="download", priority=90)
        )
    return buttons
