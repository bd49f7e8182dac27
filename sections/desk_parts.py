"""What a member of a board writes most often, one step from the desk."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.desk import Desk
from network.models import Institution
from sections.catalogue import registered_page_types
from sections.models import (
    AlbumPage,
    AlertPage,
    ArticlePage,
    DocumentIndexPage,
    DocumentPage,
    EventIndexPage,
    EventPage,
    NewsIndexPage,
    PressItemPage,
    PressPage,
    SectionSlot,
)

ACTIONS: tuple[tuple[Promise | str, str, type[Page], type[Page]], ...] = (
    (_("Write an article"), "edit", NewsIndexPage, ArticlePage),
    (_("Add a document"), "doc-full", DocumentIndexPage, DocumentPage),
    (_("Add an event"), "calendar-alt", EventIndexPage, EventPage),
    (_("Add a photo album"), "image", NewsIndexPage, AlbumPage),
    (_("Announce on every page"), "warning", NewsIndexPage, AlertPage),
    (_("Write to the press"), "comment", PressPage, PressItemPage),
)
"""Words, icon, the section and what is added to it."""


class QuickPart:
    """Each action leads straight to the form below the right section; with several institutions to a choice of them.

    Two queries. Every role on a board may add pages to its own site; who holds none is offered nothing.
    """

    name, order, title = "quick", 10, _("Write")
    template_name = "sections/desk/quick.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        places = _places([i for i in desk.scope if i.pk in desk.held()])
        actions = []
        for label, icon, index, page_type in ACTIONS:
            links = [
                {"institution": institution, "url": _add_url(page_type, pages[index])}
                for institution, pages in places
                if index in pages
            ]
            if links:
                actions.append({"label": label, "icon": icon, "links": links})
        return {"actions": actions} if actions else None


def _places(institutions: list[Institution]) -> list[tuple[Institution, dict[type[Page], int]]]:
    """For each institution the ids of its Vietnamese sections, by their page type."""
    wanted = {index for _label, _icon, index, _page_type in ACTIONS}
    types = {key: page_type for key, page_type in registered_page_types().items() if page_type in wanted}
    slots = SectionSlot.objects.filter(institution__in=institutions, key__in=types).values_list(
        "translation_key", "institution_id", "key"
    )
    by_key = {key: (institution_id, types[slot]) for key, institution_id, slot in slots}
    found: dict[int, dict[type[Page], int]] = {institution.pk: {} for institution in institutions}
    pages = Page.objects.filter(translation_key__in=by_key, locale__language_code="vi")
    for pk, key in pages.values_list("pk", "translation_key"):
        institution_id, page_type = by_key[key]
        found[institution_id].setdefault(page_type, pk)
    return [(institution, found[institution.pk]) for institution in institutions]


def _add_url(page_type: type[Page], parent: int) -> str:
    meta = page_type._meta
    return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent])
