"""Public addresses of every site that are not pages of its tree."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site
from wagtail.views import serve as wagtail_serve

from home.frame import frame_for, frame_or_404
from home.presentation import member_entry
from home.routing import find_page
from home.search import query_of, search_pages, with_own_fields
from home.selectors import members as find_members
from home.sitemap import site_addresses
from network.choices import InstitutionType
from network.selectors import institution_for_site
from sections.presentation import entries

PAGE_SIZE = 20
MEMBERS_PAGE_SIZE = 24


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """W12.4. A query with a NUL character or of excessive length is cut, not refused."""
    frame = frame_or_404(request)
    query = query_of(request.GET.get("q", ""))
    found = search_pages(home=frame.home, query=query)
    results = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "search_query": query,
        "results": results,
        "entries": entries(with_own_fields(results.object_list), request, "card"),
    }
    return render(request, "pages/home/search.html", context)


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """The institutions below an authority; a facility has none, so the address does not exist there."""
    institution = frame_or_404(request).institution
    if not institution.is_authority:
        raise Http404
    query = query_of(request.GET.get("q", ""))
    type_ = request.GET.get("type", "")
    type_ = type_ if type_ in InstitutionType.values else ""
    found = find_members(institution, words=query, type_=type_)
    results = Paginator(found, MEMBERS_PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "type": type_,
        "types": [choice for choice in InstitutionType.choices if choice[0] != InstitutionType.DEPARTMENT],
        "results": results,
        "entries": [member_entry(member) for member in results],
    }
    return render(request, "pages/home/members.html", context)


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    frame_or_404(request)
    return render(request, "pages/home/site_map.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    frame_or_404(request)
    return render(request, "pages/home/accessibility.html")


@require_safe
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """Addresses of the live pages of this site in every language, for search engines."""
    context = {"urlset": site_addresses(frame_or_404(request))}
    return TemplateResponse(request, "sitemap.xml", context, content_type="application/xml")


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view for pages, with the page found in two queries where Wagtail takes two for each level and three for the
    home page. A site without a home page in the language of the address has nothing there."""
    site = Site.find_for_request(request)
    institution = institution_for_site(site)
    if institution is not None:
        page, rest = find_page(site, [part for part in path.split("/") if part])
        # Known for the whole site with one query; Wagtail asks for the ancestors of each page and then for theirs.
        restricted = frame_for(request, institution).restricted
        page.open_to_all = not any(page.path.startswith(path) for path in restricted)
        request._wagtail_route_for_request = page.route(request, rest)
    return wagtail_serve(request, path)
