"""Old addresses of institutions stay alive after a rename, a merger, a move or a closure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import get_language, get_language_from_path
from wagtail.models import Site

from network.models import Institution
from network.models.institutions import InstitutionStatus
from network.selectors import former_host, institution_for_site, nearest_path, successor_of
from network.site_roots import public_origin

UNTOUCHED = ("/admin/", "/tai-khoan/", "/static/", "/media/", "/theme/")
WITHOUT_FRAME = (
    "navigation",
    "breadcrumb",
    "languages",
    "alternates",
    "canonical_url",
    "search_url",
    "privacy_url",
    "contact_url",
    "feedback_url",
    "accessibility_url",
    "sitemap_url",
    "feed_url",
    "alerts",
    "last_updated",
)


class FormerAddressMiddleware:
    """Redirects a host name that was given up, leads a merged institution's addresses to the one it was
    merged into, and answers for a closed one.

    An active site pays nothing: its institution came with the site. A host name that was given up costs one query, a merged
    site two more than an active one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(UNTOUCHED):
            return self.get_response(request)
        hostname = request.get_host().partition(":")[0].lower()
        site = Site.find_for_request(request)
        if site is None or site.hostname != hostname:
            former = former_host(hostname)
            institution = former.institution if former else None
            if institution is None or not institution.site_id:
                return self.get_response(request)
            if institution.status != InstitutionStatus.MERGED:
                return HttpResponsePermanentRedirect(
                    public_origin(institution.site.hostname) + request.get_full_path()
                )
        else:
            institution = institution_for_site(site)
        if institution is None or institution.is_active:
            return self.get_response(request)
        if institution.status == InstitutionStatus.MERGED:
            successor = successor_of(institution)
            if successor and successor.site_id:
                return HttpResponsePermanentRedirect(successor_url(request, successor))
        return closed_page(request, institution)


def successor_url(request: HttpRequest, successor: Institution) -> str:
    """The same address on the site of the successor, as far as it exists there: sections have the same
    addresses everywhere.
    """
    origin = public_origin(successor.site.hostname)
    if not _is_page(request.path):
        return origin + request.get_full_path()
    language = get_language_from_path(request.path) or "vi"
    prefix = "" if language == "vi" else f"{language}/"
    path = nearest_path(successor, request.path.strip("/").removeprefix(prefix.rstrip("/")), language)
    return f"{origin}/{prefix}{path}/" if path else f"{origin}/{prefix}"


def _is_page(path: str) -> bool:
    try:
        return resolve(path).url_name == "wagtail_serve"
    except Resolver404:
        return True


def closed_page(request: HttpRequest, institution: Institution) -> HttpResponse:
    """One page at every address of a closed site: since when, why, and who answers now. 410: search engines
    forget it.
    """
    context = dict.fromkeys(WITHOUT_FRAME, "") | {
        "institution": institution,
        "authority": institution.parent,
        "authority_url": _origin_of(institution.parent),
        "parent_url": _origin_of(institution.parent),
        "home_url": "/",
        "page": {"title": institution.local_name},
        "language": get_language(),
    }
    response = render(request, "pages/closed.html", context, status=410)
    response["Cache-Control"] = "no-cache"
    return response


def _origin_of(institution: Institution | None) -> str:
    return public_origin(institution.site.hostname) + "/" if institution and institution.site_id else ""
