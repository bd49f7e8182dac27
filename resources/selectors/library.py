"""What stands around a library: the libraries above it, read from the tree of institutions, and what is like a resource."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.models import Institution
from network.models.institutions import InstitutionStatus
from resources.curriculum import GENERAL
from resources.models import DigitalResourcesPage, ResourcePage
from resources.models.library import with_grade
from sections.models import SectionSlot

KEYS = ("W8.9", "W9.10")
RELATED = 4


@dataclass(frozen=True)
class Library:
    """A library that readers are led to."""

    name: str
    url: str
    is_outside: bool = False


def ministry_library() -> Library | None:
    """The Ministry's library (W8.9), where the installation names one (EDUSITE_MINISTRY_LIBRARY)."""
    url = settings.EDUSITE_MINISTRY_LIBRARY
    return Library(_("Digital library of the Ministry of Education and Training"), url, True) if url else None


def libraries_above(institution: Institution) -> list[Library]:
    """The libraries of the authorities above, the nearest first, then the Ministry's (W8.9, W9.10); three queries at any depth.

    A page in the language of the reader is preferred; an authority without a published library is passed over.
    """
    step = institution.steplen
    paths = [institution.path[:end] for end in range(step, len(institution.path), step)]
    above = Institution.objects.filter(path__in=paths, status=InstitutionStatus.ACTIVE, site__isnull=False)
    owners = {i.pk: i for i in above}
    pages = _pages_of(list(owners)) if owners else {}
    found = [
        Library(_("Digital library of %(name)s") % {"name": owners[pk].local_name}, pages[pk].full_url)
        for pk in sorted(pages, key=lambda pk: owners[pk].path, reverse=True)
    ]
    ministry = ministry_library()
    return [*found, ministry] if ministry else found


def library_of(institution: Institution) -> DigitalResourcesPage | None:
    """The published library of an institution, in the language of the reader where there is one; two queries."""
    return _pages_of([institution.pk]).get(institution.pk)


def _pages_of(institution_ids: list[int]) -> dict[int, DigitalResourcesPage]:
    slots = SectionSlot.objects.filter(institution_id__in=institution_ids, key__in=KEYS)
    owner = dict(slots.values_list("translation_key", "institution_id"))
    pages = DigitalResourcesPage.objects.live().filter(translation_key__in=owner).select_related("locale")
    language = get_language()
    found: dict[int, DigitalResourcesPage] = {}
    for page in pages.order_by("locale__language_code", "pk"):
        key = owner[page.translation_key]
        if key not in found or page.locale.language_code == language:
            found[key] = page
    return found


def related_resources(page: ResourcePage) -> list[ResourcePage]:
    """Other resources of the same library for the subject and an overlapping grade, the newest first; one query."""
    first, last = page.grades
    found = ResourcePage.objects.live().sibling_of(page, inclusive=False).filter(subject=page.subject)
    if page.subject == GENERAL:
        found = found.filter(kind=page.kind)
    if first is not None:
        found = found.filter(with_grade(first, last))
    return list(found.defer_streamfields().order_by("-date", "-path")[:RELATED])
