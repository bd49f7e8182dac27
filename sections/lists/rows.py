"""Pages of a list as the table takes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, Site

from sections.lists.columns import Column


def rows(
    pages: Iterable[Page], columns: Iterable[Column], request: HttpRequest | None
) -> list[dict[str, Any]]:
    """One mapping a page: its address and a cell for each column."""
    site = Site.find_for_request(request) if request is not None else None
    columns = list(columns)
    return [
        {
            "url": page.get_url(request=request, current_site=site) or "",
            "cells": [column.cell(page) for column in columns],
        }
        for page in pages
    ]
