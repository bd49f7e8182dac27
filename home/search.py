"""Search within one site (W12.4): finds Vietnamese with and without diacritics, on both databases."""

from __future__ import annotations

from django.db import connection
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.models import site_token
from common.text import clean_line, fold

MAX_QUERY = 100


def search_pages(*, home: Page, query: str):
    """Live pages of the site whose text has all words of `query`, best first where the database ranks at low cost.

    Accents that were typed are respected; where nothing has them, the query is tried without. The token of the site in the
    query keeps the search inside the site's own index entries.
    """
    words = clean_line(query)[:MAX_QUERY]
    if not words:
        return Page.objects.none()
    found = _search(home, words)
    return found if found.count() or fold(words) == words.lower() else _search(home, fold(words))


def _search(home: Page, words: str):
    pages = Page.objects.live().descendant_of(home, inclusive=True).defer_streamfields()
    # SQLite computes a rank for each row with a query of its own; there the newest come first.
    ranked = connection.vendor == "postgresql"
    if not ranked:
        pages = pages.order_by("-last_published_at", "path")
    backend = get_search_backend()
    return backend.search(
        f"{site_token(home.path)} {words}", pages, operator="and", order_by_relevance=ranked
    )
