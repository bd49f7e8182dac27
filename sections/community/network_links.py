"""Links that the tree of institutions gives: the Ministry, the authorities above, the members below, the neighbours (W10.1)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from common.text import clean_line
from network.models import Institution
from network.selectors import institution_for_page
from network.site_roots import public_origin
from sections.community.choices import LinkGroup
from sections.links import LinkState, states_of

MINISTRY = {
    "vi": "Bộ Giáo dục và Đào tạo",
    "en": "Ministry of Education and Training",
    "url": "https://moet.gov.vn/",
}
PAGE_SIZE = 30
MAX_WORDS = 100


def ministry(language: str) -> dict[str, str]:
    return {"title": MINISTRY["en" if language == "en" else "vi"], "url": MINISTRY["url"]}


def _entry(institution: Institution) -> dict[str, str]:
    return {
        "title": institution.local_name,
        "url": public_origin(institution.site.hostname) + "/",
        "note": institution.get_type_display(),
    }


def _with_site(found):
    return found.active().exclude(site=None).select_related("site")


def authorities_above(institution: Institution) -> list[dict[str, str]]:
    """From the one directly above to the top; one query."""
    paths = [
        institution.path[:end]
        for end in range(institution.steplen, len(institution.path), institution.steplen)
    ]
    found = _with_site(Institution.objects.filter(path__in=paths)).order_by("-depth") if paths else ()
    return [_entry(row) for row in found]


def members(institution: Institution):
    """The institutions directly below that have a site, by type and name."""
    return _with_site(Institution.objects.members_of(institution)).order_by("type", "name", "path")


def neighbours(institution: Institution):
    """The institutions of the same authority, those of the same type first by being alone: a school looks for schools."""
    if institution.is_root():
        return Institution.objects.none()
    above = Institution(path=institution.path[: -institution.steplen], depth=institution.depth - 1)
    found = Institution.objects.members_of(above).exclude(pk=institution.pk).filter(type=institution.type)
    return _with_site(found).order_by("name", "path")


def own_links(page: Page, link_type: type[Page]) -> list[dict[str, Any]]:
    """The board's links by group, with the state of each; one query and that of the checker."""
    rows = list(link_type.objects.child_of(page).live().defer_streamfields().order_by("title"))
    states = states_of([row.target_url for row in rows])
    groups = []
    for group in LinkGroup:
        entries = [
            {
                "title": row.title,
                "url": row.target_url,
                "note": row.summary,
                "is_broken": states[row.target_url] == LinkState.BROKEN,
            }
            for row in rows
            if row.group == group
        ]
        if entries:
            groups.append({"id": group.value, "title": group.label, "entries": entries})
    return groups


def links_shown(page: Page, link_type: type[Page], request: HttpRequest) -> dict[str, Any]:
    """What the section of links shows. The number of queries does not depend on how many institutions there are."""
    institution = institution_for_page(page)
    if institution is None:
        return {"groups": own_links(page, link_type)}
    words = clean_line(request.GET.get("q", ""))[:MAX_WORDS]
    below = members(institution)
    is_above = institution.is_authority and (institution.numchild > 0)
    listed = below if is_above else neighbours(institution)
    if words:
        listed = listed.named_like(words)
    shown = Paginator(listed, PAGE_SIZE).get_page(request.GET.get("page"))
    return {
        "ministry": ministry(page.locale.language_code),
        "above": authorities_above(institution),
        "listed": shown,
        "listed_entries": [_entry(row) for row in shown],
        "listed_title": _("Institutions below us") if is_above else _("Our neighbours"),
        "members_url": reverse("members") if is_above else "",
        "words": words,
        "groups": own_links(page, link_type),
    }
