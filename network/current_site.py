"""The site of a request and its institution, in one query.

Wagtail asks for the site, and every page needs the institution next. Both come in one row, by SQL that is built once in a process
(``common.compiled``): every request reads the present state, whichever process changed it.
"""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, When
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site
from wagtail.models.sites import (
    MATCH_DEFAULT,
    MATCH_HOSTNAME,
    MATCH_HOSTNAME_DEFAULT,
    MATCH_HOSTNAME_PORT,
    get_site_for_hostname,
)

from common.compiled import CompiledQuery

PORTS = range(65536)


def _candidates(hostname: str, port: int):
    """As ``get_site_for_hostname`` of Wagtail 8 asks, and the institution beside."""
    match = Case(
        When(hostname=hostname, port=port, then=MATCH_HOSTNAME_PORT),
        When(hostname=hostname, is_default_site=True, then=MATCH_HOSTNAME_DEFAULT),
        When(is_default_site=True, then=MATCH_DEFAULT),
        default=MATCH_HOSTNAME,
        output_field=IntegerField(),
    )
    return (
        Site.objects.annotate(match=match)
        .filter(Q(hostname=hostname) | Q(is_default_site=True))
        .order_by("match")
        .select_related("root_page", "institution__logo", "institution__hero_image")
    )


_CANDIDATES = CompiledQuery(_candidates, hostname=str, port=int)


def site_for(hostname: str, port: int) -> Site | None:
    """The site that answers for a host name and port by Wagtail's rules, with its institution on it."""
    sites = _CANDIDATES.rows(hostname=hostname, port=port)
    if not sites:
        return None
    site = sites[0]
    if len(sites) > 1 and site.match == MATCH_DEFAULT:
        site = sites[len(sites) == 2]
    elif len(sites) > 1 and site.match == MATCH_HOSTNAME:
        return None
    site._edusite_institution = getattr(site, "institution", None)
    return site


def _find_for_request(request: HttpRequest) -> Site | None:
    hostname = split_domain_port(request._get_raw_host())[0]
    port = request.get_port()
    if port.isdecimal() and int(port) in PORTS:
        return site_for(hostname, int(port))
    try:
        return get_site_for_hostname(hostname, port)
    except Site.DoesNotExist:
        return None


def install() -> None:
    """Replace how Wagtail looks for the site; ``tests/network/test_current_site.py`` compares the answers."""
    Site._find_for_request = staticmethod(_find_for_request)
