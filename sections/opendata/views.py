"""The read-only interface of each site, below ``/api/v1/``: anonymous, without cookies, scoped to the host name."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from network.models import Institution
from network.selectors import in_tree, institution_for_site
from network.site_roots import public_origin, tree_of
from sections.models import OpenDataPage
from sections.opendata.catalogue import SiteDataSet, publisher, site_datasets
from sections.opendata.dcat import MEDIA_TYPES, catalogue
from sections.opendata.openapi import MOST, USUAL, description


def _answer(data: Any, *, content_type: str = "application/json") -> HttpResponse:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Robots-Tag"] = "noindex"
    return response


class SiteData:
    """The site of a request with its data sets, in the language of the address. Raises Http404 where there is none."""

    def __init__(self, request: HttpRequest):
        self.request = request
        self.site = Site.find_for_request(request)
        institution = institution_for_site(self.site)
        tree = tree_of(self.site, translation.get_language()) if self.site else None
        if institution is None or tree is None or not institution.is_active:
            raise Http404
        self.institution: Institution = institution
        self.home = Page.objects.filter(path=tree.path, live=True).first()
        if self.home is None:
            raise Http404
        self.origin = public_origin(self.site.hostname)
        self.api = self.origin + reverse("open_data_api")

    def datasets(self) -> list[SiteDataSet]:
        return site_datasets(self.home)

    def dataset(self, name: str) -> SiteDataSet:
        found = next((one for one in self.datasets() if one.name == name), None)
        if found is None:
            raise Http404
        return found

    def page_address(self) -> str:
        page = OpenDataPage.objects.filter(**in_tree(self.home), live=True).first()
        return (page.full_url if page else "") or self.api

    def about(self, one: SiteDataSet) -> dict[str, Any]:
        own = f"{self.api}datasets/{one.name}/"
        landing = one.page.full_url or ""
        terms = one.dataset.terms
        changed = one.changed_at
        return {
            "name": one.name,
            "title": one.title,
            "description": one.description,
            "keywords": [str(word) for word in one.dataset.keywords],
            "publisher": publisher(self.institution),
            "licence": str(terms.label),
            "licence_url": terms.url,
            "frequency": one.frequency.value,
            "frequency_text": str(one.frequency.label),
            "changed_at": changed.isoformat(timespec="seconds") if changed else None,
            "page": landing,
            "url": own,
            "records": f"{own}records/",
            "files": [
                {"format": kind, "media_type": MEDIA_TYPES[kind], "url": f"{landing}?format={kind}"}
                for kind in one.formats
            ],
            "fields": [
                {"name": f.name, "label": str(f.label), "type": f.type, "format": f.format}
                for f in one.fields
            ],
            "parameters": [{"name": name, "label": str(label)} for name, label in one.parameters.items()],
        }


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    data = SiteData(request)
    return _answer(
        {
            "publisher": publisher(data.institution),
            "language": translation.get_language(),
            "datasets": f"{data.api}datasets/",
            "catalog": f"{data.api}catalog.jsonld",
            "openapi": f"{data.api}openapi.json",
            "documentation": data.page_address(),
        }
    )


@require_safe
def dataset_list(request: HttpRequest) -> HttpResponse:
    data = SiteData(request)
    found = [data.about(one) for one in data.datasets()]
    return _answer({"count": len(found), "results": found})


@require_safe
def dataset_about(request: HttpRequest, name: str) -> HttpResponse:
    data = SiteData(request)
    return _answer(data.about(data.dataset(name)))


@require_safe
def dataset_records(request: HttpRequest, name: str) -> HttpResponse:
    """One page of records; parameters that are wrong are as if they were not there."""
    data = SiteData(request)
    one = data.dataset(name)
    size = _whole(request.GET.get("page_size"), USUAL, MOST)
    page = _whole(request.GET.get("page"), 1, 1_000_000)
    found = one.records(request)
    start = (page - 1) * size
    own = f"{data.api}datasets/{one.name}/records/"
    return _answer(
        {
            "count": found.count,
            "next": _turn(own, request, page + 1) if start + size < found.count else None,
            "previous": _turn(own, request, page - 1) if page > 1 and found.count else None,
            "results": found.slice(start, start + size) if start < found.count else [],
        }
    )


def _whole(text: str | None, usual: int, most: int) -> int:
    if not text or not text.isascii() or not text.isdecimal() or len(text) > 9:
        return usual
    return min(max(int(text), 1), most)


def _turn(own: str, request: HttpRequest, page: int) -> str:
    asked = {name: value for name, value in request.GET.items() if name != "page"}
    return f"{own}?{urlencode({**asked, 'page': page})}"


@require_safe
def catalog(request: HttpRequest) -> HttpResponse:
    data = SiteData(request)
    found = catalogue(
        data.datasets(),
        institution=data.institution,
        origin=data.origin,
        address=data.page_address(),
        api=data.api,
    )
    return _answer(found, content_type="application/ld+json")


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    data = SiteData(request)
    return _answer(description(data.datasets(), title=data.institution.local_name, api=data.api.rstrip("/")))
