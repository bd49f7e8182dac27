"""Search within one site (W12.4): finds Vietnamese with and without diacritics, on both databases."""

from __future__ import annotations

from django.db import connection
from django.db.models import prefetch_related_objects
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.models import site_token
from common.text import clean_line, spelling_key
from home.selectors import restricted_paths, visible
from sections.models import ArticlePage
from sections.presentation import picture_prefetch

MAX_QUERY = 100
OPERATORS = str.maketrans(dict.fromkeys('"*^(){}[]:;\\<>|&!~`“”', " "))
"""What a database would read as part of its own query language; a reader's words have none of them."""


def query_of(text: str) -> str:
    """What a reader typed, as one line: NUL and other invisible characters are left out, what is too long is cut."""
    return clean_line(text)[:MAX_QUERY].strip()


def words_of(query: str) -> str:
    return clean_line(query_of(query).translate(OPERATORS))


def search_pages(*, home: Page, query: str):
    """Live pages of the site whose text has all words of `query`, best first where the database ranks at low cost.

    Accents that were typed are respected; where nothing has them, the query is tried without, and with i for y ("Vật lý" is
    "Vật lí"). The token of the site in the query keeps the search inside the site's own index entries; the tree filter holds
    where a reader types another's token.
    """
    words = words_of(query)
    key = spelling_key(words)
    if not key:
        return Page.objects.none()
    restricted = restricted_paths(home.path)
    found = _search(home, words, restricted)
    return found if found.count() or key == words.lower() else _search(home, key, restricted)


def _search(home: Page, words: str, restricted: list[str]):
    pages = visible(Page.objects.all(), home=home, restricted=restricted)
    # SQLite computes a rank for each row with a query of its own; there the newest come first.
    ranked = connection.vendor == "postgresql"
    if not ranked:
        pages = pages.order_by("-last_published_at", "path")
    backend = get_search_backend()
    return backend.search(
        f"{site_token(home.path)} {words}", pages, operator="and", order_by_relevance=ranked
    )


def with_own_fields(found: list[Page]) -> list[Page]:
    """The pages as their own types, in their order: one query for each type among them, two for the pictures of articles."""
    specific = Page.objects.filter(pk__in=[page.pk for page in found]).specific().defer_streamfields()
    by_pk = {page.pk: page for page in specific}
    pages = [by_pk[page.pk] for page in found if page.pk in by_pk]
    articles = [page for page in pages if isinstance(page, ArticlePage)]
    prefetch_related_objects(articles, picture_prefetch())
    return pages
