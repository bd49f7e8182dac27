"""What the pages of a library show besides themselves, and the search over an authority and its members (W8.9, W9.10)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from network.selectors import institution_for_page, institution_for_request
from network.site_roots import public_origin
from resources.choices import Language, ResourceKind
from resources.curriculum import CURRICULA, GRADE_CHOICES, SUBJECT_CHOICES, curriculum_of, grades_text
from resources.licences import LICENCES
from resources.models import DigitalResourcesPage, ResourcePage
from resources.presentation import OPENED, parts_of
from resources.selectors import (
    Asked,
    libraries_above,
    library_of,
    members_with_resources,
    records_found,
    related_resources,
)

PAGE_SIZE = 20


def surroundings(page: DigitalResourcesPage, request: HttpRequest) -> dict[str, Any]:
    """The libraries above, and where the members' resources are searched."""
    institution = institution_for_page(page)
    if institution is None:
        return {"libraries": []}
    return {
        "libraries": libraries_above(institution),
        "has_members": institution.numchild > 0,
        "search_address": reverse("resource_search"),
        "oai_address": request.build_absolute_uri(reverse("oai")),
    }


def shown(page: ResourcePage, request: HttpRequest) -> dict[str, Any]:
    """The parts, the curriculum and what is like the resource."""
    parts = parts_of(page, opened=opened_part(request))
    on = page.shown_on
    return {
        "parts": parts,
        "curriculum": curriculum_of(page.grades[0], on) if on else CURRICULA[0],
        "related": related_resources(page) if page.pk else [],
        "licence": LICENCES.get(page.licence),
    }


def opened_part(request: HttpRequest) -> int:
    number = request.GET.get(OPENED, "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 0


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The resources of the institution of the request and of all below it."""
    institution = institution_for_request(request)
    if institution is None:
        raise Http404("No institution here")
    given = {name: values[0].replace("\x00", "") for name, values in request.GET.lists() if len(values) == 1}
    asked = Asked.read(given)
    locale = get_language()
    found = Paginator(records_found(institution, asked, locale=locale), PAGE_SIZE).get_page(given.get("page"))
    members = members_with_resources(institution, locale=locale) if institution.numchild else []
    context = {
        "asked": asked,
        "found": found,
        "rows": [_row(record, institution) for record in found],
        "members": members,
        "has_members": institution.numchild > 0,
        "library": library_of(institution),
        "libraries": libraries_above(institution),
        "kinds": ResourceKind.choices,
        "subjects": SUBJECT_CHOICES,
        "grades": [(str(number), label) for number, label in GRADE_CHOICES],
        "licences": [(licence.code, licence.label) for licence in LICENCES.values()],
        "languages_asked": Language.choices,
        "grade": "" if asked.grade is None else str(asked.grade),
    }
    return render(request, "pages/resources/search.html", context)


def _row(record, institution) -> dict[str, Any]:
    owner = record.institution
    own = owner.pk == institution.pk
    licence = LICENCES.get(record.licence)
    return {
        "title": record.title,
        "url": record.path if own else public_origin(owner.hostname) + record.path,
        "institution": owner.local_name,
        "kind": KINDS.get(record.kind, ""),
        "subject": SUBJECTS.get(record.subject, ""),
        "grades": grades_text(record.grade_from, record.grade_to),
        "licence": (licence.short or licence.label) if licence else "",
        "date": record.issued_on,
    }


KINDS = dict(ResourceKind.choices)
SUBJECTS = dict(SUBJECT_CHOICES)
