"""Pages of a list as the table takes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, Site

from sections.lists.listing import Shown


def rows(pages: Iterable[Page], shown: Shown, request: HttpRequest | None) -> list[dict[str, Any]]:
    """One mapping a page: its address, a cell for each column, the facts of the quick view."""
    site = Site.find_for_request(request) if request is not None else None
    pages, columns, details = list(pages), shown.columns, shown.listing.details
    if shown.listing.complete is not None:
        shown.listing.complete(pages)
    return [
        {
            "url": page.get_url(request=request, current_site=site) or "",
            "title": page.title,
            "cells": [column.cell(page) for column in columns],
            "details": details(page) if details is not None else [],
        }
        for page in pages
    ]
