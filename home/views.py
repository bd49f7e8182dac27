"""Public addresses of every site that are not pages of its tree."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap
from wagtail.models import Page

from common.text import clean_line
from home.frame import Frame, frame_for
from home.presentation import member_entry
from home.search import MAX_QUERY, search_pages
from home.selectors import members as find_members
from network.choices import InstitutionType
from network.models import Institution
from network.selectors import institution_for_request
from sections.presentation import entries

PAGE_SIZE = 20


def _site_of(request: HttpRequest) -> tuple[Institution, Frame]:
    institution = institution_for_request(request)
    if institution is None:
        raise Http404
    return institution, frame_for(request, institution)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """W12.4. A query with a NUL character or of excessive length is cut, not refused."""
    _institution, frame = _site_of(request)
    query = clean_line(request.GET.get("q", "").replace("\x00", ""))[:MAX_QUERY]
    found = search_pages(home=frame.home, query=query)
    results = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    pages = _specific(results.object_list)
    context = {
        "query": query,
        "search_query": query,
        "results": results,
        "entries": entries(pages, request, "card"),
    }
    return render(request, "pages/home/search.html", context)


def _specific(found) -> list[Page]:
    """The pages with their own fields, in their order: one query for each page type among them."""
    order = [page.pk for page in found]
    by_pk = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    return [by_pk[pk] for pk in order if pk in by_pk]


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """The institutions below an authority; a facility has none, so the address does not exist there."""
    institution, _frame = _site_of(request)
    if not institution.is_authority:
        raise Http404
    query = clean_line(request.GET.get("q", "").replace("\x00", ""))[:MAX_QUERY]
    type_ = request.GET.get("type", "")
    type_ = type_ if type_ in InstitutionType.values else ""
    found = find_members(institution, words=query, type_=type_)
    results = Paginator(found, 24).get_page(request.GET.get("page"))
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
    _site_of(request)
    return render(request, "pages/home/site_map.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    _site_of(request)
    return render(request, "pages/home/accessibility.html")


@require_safe
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """Addresses of the live pages of this site, for search engines."""
    _site_of(request)
    return wagtail_sitemap(request)
