"""Addresses of pages at a cost that does not grow with the number of sites.

Wagtail 8.0 reads the root paths of all sites with one query a site (3,001 queries at 3,000 sites; 8.1 needs
two), drops them on each save of a site, and then tries each root path for each address. Here they are read in
two queries, kept in the process until a site changes anywhere (a version in the shared cache says so), and
found by the first segment of the page's path. The public scheme and port come from settings, so that they are
not written into thousands of rows.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from wagtail.models import AbstractPage, Page, Site
from wagtail.models.sites import SiteRootPath

VERSION_KEY = "network:site-roots"


def public_origin(hostname: str) -> str:
    """``https://host`` as a reader writes it, from EDUSITE_SCHEME and EDUSITE_PORT."""
    scheme, port = settings.EDUSITE_SCHEME, int(settings.EDUSITE_PORT)
    usual = {"http": 80, "https": 443}[scheme]
    return f"{scheme}://{hostname}" if port == usual else f"{scheme}://{hostname}:{port}"


class SiteTree(NamedTuple):
    """Where the pages of one site and language stand: tree path and ``url_path`` of the home page."""

    path: str
    url_path: str


class SiteRoots(list):
    """Wagtail's list of root paths, by the first segment of ``url_path``: the slug of the home page."""

    def __init__(self, roots=()):
        super().__init__(roots)
        self.by_segment = defaultdict(list)
        for root in self:
            self.by_segment[root.root_path.split("/", 2)[1]].append(root)
        self.site_count = len({root.site_id for root in self})
        self.trees: dict[int, dict[str, SiteTree]] = defaultdict(dict)
        """Site → language → its tree."""


_memo: tuple[str | None, SiteRoots] = (None, SiteRoots())


def _read() -> SiteRoots:
    sites = list(
        Site.objects.select_related("root_page").order_by(
            "-root_page__url_path", "-is_default_site", "hostname"
        )
    )
    translations = defaultdict(list)
    keys = Site.objects.values("root_page__translation_key")
    rows = Page.objects.filter(translation_key__in=keys).values_list(
        "translation_key", "path", "url_path", "locale__language_code"
    )
    for key, path, url_path, language in rows:
        translations[key].append((SiteTree(path, url_path), language))
    found = [(site, *entry) for site in sites for entry in translations[site.root_page.translation_key]]
    roots = SiteRoots(
        SiteRootPath(site.pk, tree.url_path, public_origin(site.hostname), language)
        for site, tree, language in found
    )
    for site, tree, language in found:
        roots.trees[site.pk][language] = tree
    return roots


def get_site_root_paths() -> SiteRoots:
    global _memo
    version = cache.get(VERSION_KEY)
    if version is None:
        version = uuid.uuid4().hex
        cache.set(VERSION_KEY, version, None)
    if _memo[0] != version:
        _memo = (version, _read())
    return _memo[1]


def clear_site_root_paths_cache() -> None:
    """Make every process read the roots again: at once for this one, and once more after the running transaction, since
    another process may have read the old state in between.
    """
    cache.delete(VERSION_KEY)
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(lambda: cache.delete(VERSION_KEY))


def tree_of(site: Site, language: str) -> SiteTree | None:
    """The tree of a site in a language, live or not; no query once the roots are known."""
    return get_site_root_paths().trees.get(site.pk, {}).get(language)


def _relevant_roots(page: Page, cache_object=None) -> tuple[SiteRootPath, ...]:
    roots = page._get_site_root_paths(cache_object)
    segment = page.url_path.split("/", 2)[1] if page.url_path.count("/") > 1 else ""
    candidates = roots.by_segment.get(segment, ()) if isinstance(roots, SiteRoots) else roots
    return tuple(root for root in candidates if page.url_path.startswith(root.root_path))


def _get_url(page: Page, request=None, current_site=None) -> str | None:
    if current_site is None and request is not None:
        current_site = Site.find_for_request(request)
    parts = page.get_url_parts(request=request)
    if parts is None or (parts[1] is None and parts[2] is None):
        return None
    site_id, root_url, path = parts
    roots = page._get_site_root_paths(request)
    only_one = isinstance(roots, SiteRoots) and roots.site_count == 1
    if only_one or (current_site is not None and site_id == current_site.id):
        return path
    return root_url + path


def install() -> None:
    """Replace the three methods of Wagtail; ``tests/network/test_site_roots.py`` compares the answers with
    the originals.
    """
    Site.get_site_root_paths = staticmethod(get_site_root_paths)
    Site.clear_site_root_paths_cache = staticmethod(clear_site_root_paths_cache)
    AbstractPage._get_relevant_site_root_paths = _relevant_roots
    AbstractPage.get_url = _get_url
    AbstractPage.url = property(_get_url)
