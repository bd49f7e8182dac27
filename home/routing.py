"""From an address to its page, at a number of queries that depends on neither the depth nor the number of sites."""

from __future__ import annotations

from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page, Site

from common.compiled import CompiledQuery
from network.selectors import in_tree
from network.site_roots import SiteTree, tree_of

MAX_DEPTH = 12
"""Levels below a home page that are looked for; the tree has three."""


def _deepest(path__gte: str, path__lt: str, **ways: str):
    pages = Page.objects.filter(
        path__gte=path__gte, path__lt=path__lt, url_path__in=[*ways.values()], live=True
    )
    return pages.order_by("-depth").values_list("pk", "content_type_id", "depth")[:1]


_DEEPEST = CompiledQuery(
    _deepest, path__gte=str, path__lt=str, **{f"way_{n}": str for n in range(MAX_DEPTH + 1)}
)


@cache
def _pages_of_type(model: type[Page]) -> CompiledQuery:
    return CompiledQuery(lambda pk: model._default_manager.filter(pk=pk).select_related("locale"), pk=int)


def specific_page(pk: int, content_type_id: int) -> Page:
    """The page as an object of its own type, with its language; one query. Raises Http404 where it went away meanwhile."""
    model = ContentType.objects.get_for_id(content_type_id).model_class() or Page
    page = _pages_of_type(model).first(pk=pk)
    if page is None:
        raise Http404
    return page


def page_at(tree: SiteTree, components: list[str]) -> tuple[Page, list[str]]:
    """The deepest live page on the way, and what is left of the way; raises Http404 where not even the first step exists.

    What is left is for the page itself: page types with addresses of their own answer it, all others with 404.
    """
    ways = [tree.url_path + "".join(f"{part}/" for part in components[:n]) for n in range(MAX_DEPTH + 1)]
    found = _DEEPEST.first(**in_tree(Page(path=tree.path)), **{f"way_{n}": way for n, way in enumerate(ways)})
    depth = len(tree.path) // Page.steplen
    if found is None or (components and found[2] == depth):
        raise Http404
    return specific_page(found[0], found[1]), components[found[2] - depth :]


def find_page(site: Site, components: list[str]) -> tuple[Page, list[str]]:
    """``page_at`` for the language that is active; the Vietnamese home page is known from the site already."""
    tree = tree_of(site, get_language())
    if tree is None:
        raise Http404
    home = site.root_page
    if not components and home.path == tree.path:
        return specific_page(home.pk, home.content_type_id), []
    return page_at(tree, components)
