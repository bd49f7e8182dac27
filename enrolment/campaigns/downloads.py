"""Classes, quotas and catchment areas of a campaign as CSV, XLSX and JSON, for everybody (W3.1a, W8.7)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from common.spreadsheets.download import table_bytes
from editorial.choices import ReuseTerms
from enrolment.campaigns.selectors import Place, SchoolPlaces, schools_of
from enrolment.models import CampaignPage, CatchmentArea
from sections.lists.downloads import origin, public_response

FORMATS = ("csv", "xlsx", "json")
TERMS = ReuseTerms.QUOTE_SOURCE
COLUMNS = (
    "school_code", "school", "address", "class_code", "class", "quota", "subjects", "method", "catchment", "url",
)  # fmt: skip


def area_words(areas: Iterable[CatchmentArea], *, group: bool = True) -> list[str]:
    """Communes with the part of them and the group, each as a text."""
    found = []
    for area in areas:
        text = f"{area.commune}: {area.part}" if area.part else area.commune
        found.append(_("%(area)s (group %(group)s)") % {"area": text, "group": area.group} if group else text)
    return found


def _row(place: Place, entry: SchoolPlaces, url: str) -> list[Any]:
    return [
        entry.school.code,
        entry.school.local_name,
        entry.school.address,
        place.track.code,
        place.name,
        place.track.quota,
        place.subjects,
        str(place.notice.get_method_display()),
        "; ".join(area_words(entry.areas)),
        url,
    ]


def quota_rows(page: CampaignPage, request: HttpRequest) -> list[list[Any]]:
    """One row a class, without a head."""
    rows = []
    for entry in schools_of(page):
        url = entry.notice.get_full_url(request) or ""
        rows += [_row(place, entry, url) for place in entry.places]
    return rows


def heads() -> list[str]:
    return [
        _("Code of the school"), _("School"), _("Address"), _("Code of the class"), _("Class"), _("Quota"), _("Subjects"),
        _("Method"), _("Catchment area"), _("Address of the page"),
    ]  # fmt: skip


def quota_response(page: CampaignPage, request: HttpRequest, kind: str) -> HttpResponse:
    """`kind`: one of FORMATS."""
    moment = timezone.localtime()
    rows = quota_rows(page, request)
    if kind == "json":
        found = origin(request, page, TERMS, moment) | {
            "columns": dict(zip(COLUMNS, heads(), strict=True)),
            "count": len(rows),
            "items": [dict(zip(COLUMNS, row, strict=True)) for row in rows],
        }
        body = json.dumps(found, ensure_ascii=False, indent=1).encode()
    else:
        body = table_bytes([heads(), *rows], kind)
    return public_response(body, kind=kind, name=f"chi-tieu-tuyen-sinh-{moment:%Y%m%d}.{kind}")
