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
)
from sections.section_pages import section_pages_on

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

    No query of its own. Every role on a board may add pages to its own site; who holds none is offered nothing.
    """

    name, order, title = "quick", 10, _("Write")
    template_name = "sections/desk/quick.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        places = _places(desk)
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


def _places(desk: Desk) -> list[tuple[Institution, dict[type[Page], int]]]:
    """For each institution in scope in which the person has a role the ids of its Vietnamese sections, by their page type."""
    wanted = {index for _label, _icon, index, _page_type in ACTIONS}
    types = {key: page_type for key, page_type in registered_page_types().items() if page_type in wanted}
    institutions = [i for i in desk.scope if i.pk in desk.held()]
    found: dict[int, dict[type[Page], int]] = {institution.pk: {} for institution in institutions}
    for (institution_id, key), page in section_pages_on(desk).items() if found else ():
        if institution_id in found and key in types:
            found[institution_id].setdefault(types[key], page.pk)
    return [(institution, found[institution.pk]) for institution in institutions]


def _add_url(page_type: type[Page], parent: int) -> str:
    meta = page_type._meta
    return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent])
