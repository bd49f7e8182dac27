"""Answers with the whole records of procedures, for machines (W8.7)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse

from sections.models import ProcedurePage, ProceduresPage
from sections.procedures.data import record

PAGE_SIZE = 100
OPTIONS: dict[str, Any] = {"ensure_ascii": False}


def as_data(page: ProcedurePage, request: HttpRequest) -> HttpResponse:
    """One procedure."""
    return JsonResponse(record(page, request), json_dumps_params=OPTIONS)


def as_records(section: ProceduresPage, request: HttpRequest) -> HttpResponse:
    """The filtered list, whole records, 100 a page; `next` is the address of the page after."""
    shown = section.listing.read(section, request)
    chosen = shown.queryset.defer(None).select_related("locale")
    page = Paginator(chosen, PAGE_SIZE).get_page(request.GET.get("page"))
    following = ""
    if page.has_next():
        address = shown.query(format="records", page=str(page.next_page_number()))
        following = request.build_absolute_uri(address)
    body = {
        "title": section.title,
        "url": section.get_full_url(request),
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": following,
        "procedures": [record(procedure, request) for procedure in page],
    }
    return JsonResponse(body, json_dumps_params=OPTIONS)


def connect() -> None:
    """Give the page types the answers that they cannot make themselves."""
    ProcedurePage.as_data = staticmethod(as_data)
    ProceduresPage.as_records = staticmethod(as_records)
