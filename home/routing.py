"""From an address to its page, at a number of queries that depends on neither the depth nor the number of sites."""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page, Site

from network.selectors import in_tree
from network.site_roots import SiteTree, tree_of

MAX_DEPTH = 12
"""Levels below a home page that are looked for; the tree has three."""


def page_at(tree: SiteTree, components: list[str]) -> tuple[Page, list[str]]:
    """The deepest live page on the way, and what is left of the way; raises Http404 where not even the first step exists.

    What is left is for the page itself: page types with addresses of their own answer it, all others with 404.
    """
    ways = [tree.url_path + "".join(f"{part}/" for part in components[:n]) for n in range(MAX_DEPTH + 1)]
    pages = Page.objects.filter(**in_tree(Page(path=tree.path)), url_path__in=ways, live=True)
    found = pages.order_by("-depth").first()
    depth = len(tree.path) // Page.steplen
    if found is None or (components and found.depth == depth):
        raise Http404
    return found.specific, components[found.depth - depth :]


def find_page(site: Site, components: list[str]) -> tuple[Page, list[str]]:
    """``page_at`` for the language that is active; the Vietnamese home page is known from the site already."""
    tree = tree_of(site, get_language())
    if tree is None:
        raise Http404
    if not components and site.root_page.path == tree.path:
        return site.root_page.specific, []
    return page_at(tree, components)
