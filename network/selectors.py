"""Whose page, whose request: every listing, chooser, feed and search is scoped by these."""

from __future__ import annotations

from django.db.models import Subquery, TextField, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from wagtail.models import Page, Site

from common.models import site_path
from network.models import Institution, InstitutionHost


def institution_for_site(site: Site | None) -> Institution | None:
    """The institution of a site, with its pictures; kept on the site object. One query, none for the site of a request."""
    if site is None:
        return None
    if not hasattr(site, "_edusite_institution"):
        rows = Institution.objects.select_related("logo", "hero_image").filter(site_id=site.pk)
        site._edusite_institution = rows.first()
        if site._edusite_institution:
            site._edusite_institution.site = site
    return site._edusite_institution


def institution_for_request(request: HttpRequest) -> Institution | None:
    return institution_for_site(Site.find_for_request(request))


def institution_for_page(page: Page) -> Institution | None:
    """The institution in whose tree a page stands, whatever its language; two queries, kept on the page."""
    if not hasattr(page, "_edusite_institution"):
        page._edusite_institution = institutions_for_paths([page.path]).get(site_path(page.path))
    return page._edusite_institution


def institutions_for_paths(paths: list[str]) -> dict[str, Institution]:
    """Site path → institution, for any number of pages in two queries."""
    roots = dict(
        Page.objects.filter(path__in={site_path(p) for p in paths}).values_list("path", "translation_key")
    )
    by_key = {
        i.home_key: i
        for i in Institution.objects.select_related("site").filter(home_key__in=set(roots.values()))
    }
    return {path: by_key[key] for path, key in roots.items() if key in by_key}


def in_tree(page: Page) -> dict[str, str]:
    """Filter for a page and all below it: ``ArticlePage.objects.filter(**in_tree(home))``.

    Both ends of a range, because SQLite reads a whole table for the LIKE that ``descendant_of`` makes.
    """
    return {"path__gte": page.path, "path__lt": page._inc_path()}


def home_pages(institution: Institution) -> list[Page]:
    """The home page of each language, Vietnamese first."""
    if institution.home_key is None:
        return []
    return list(
        Page.objects.filter(translation_key=institution.home_key)
        .select_related("locale")
        .order_by("-locale__language_code")
    )


def pages_of(institution: Institution):
    """All pages of an institution, in every language."""
    found = Page.objects.none()
    for home in home_pages(institution):
        found = found | Page.objects.filter(**in_tree(home))
    return found


def former_host(hostname: str) -> InstitutionHost | None:
    """Where a host name that was given up leads now."""
    rows = InstitutionHost.objects.select_related("institution__site")
    return rows.filter(hostname=hostname.lower()).first()


def successor_of(institution: Institution) -> Institution | None:
    """The institution that this one was merged into, with its site; one query."""
    return Institution.objects.select_related("site").filter(pk=institution.merged_into_id).first()


def nearest_path(institution: Institution, path: str, language: str) -> str:
    """The part of an address below a home page that exists on an institution's site: all of it, an ancestor,
    or "".

    `path` is without the language and without slashes at its ends, as is the answer; one query.
    """
    parts = [part for part in path.split("/") if part]
    if not parts:
        return ""
    home = Page.objects.filter(translation_key=institution.home_key, locale__language_code=language).values(
        "url_path"
    )[:1]
    candidates = ["/".join(parts[:count]) for count in range(1, min(len(parts), 8) + 1)]
    pages = (
        Page.objects.filter(live=True)
        .alias(home=Subquery(home))
        .filter(url_path__in=[Concat("home", Value(f"{c}/"), output_field=TextField()) for c in candidates])
        .values_list("url_path", flat=True)
    )
    depth = max((found.count("/") - 2 for found in pages), default=0)
    return "/".join(parts[:depth])
