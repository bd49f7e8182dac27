"""Old addresses lead to the new pages, on the site of the institution alone."""

from __future__ import annotations

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

__all__ = ["addresses_keep"]


def addresses_keep(*, page: Page, addresses: list[str], site: Site | None) -> int:
    """Lead old addresses to a page; answers how many are new. One that leads elsewhere already stays as it is, and one
    that a page of the site has is never asked for."""
    if site is None:
        return 0
    wanted = list(dict.fromkeys(Redirect.normalise_path(address) for address in addresses))
    wanted = [path for path in wanted if 0 < len(path) <= 255]
    known = set(Redirect.objects.filter(site=site, old_path__in=wanted).values_list("old_path", flat=True))
    fresh = [
        Redirect(old_path=path, site=site, redirect_page=page, is_permanent=True)
        for path in wanted
        if path not in known
    ]
    Redirect.objects.bulk_create(fresh)
    return len(fresh)
