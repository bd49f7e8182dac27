"""The pages of the sections of sites, by their key."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page

from editorial.desk import Desk
from network.models import Institution
from sections.models import SectionSlot
from sections.tree import HOME_KEY

LANGUAGE = "vi"
"""The leading language; the English pages follow the Vietnamese ones."""


def section_pages(institutions: Iterable[Institution]) -> dict[tuple[int, str], Page]:
    """(institution id, key of the section) → its Vietnamese page without the fields of its type; two queries at any number of
    institutions and page types."""
    slots = {
        key: (institution_id, section)
        for key, institution_id, section in SectionSlot.objects.filter(institution__in=institutions)
        .exclude(key=HOME_KEY)
        .values_list("translation_key", "institution_id", "key")
    }
    pages = Page.objects.filter(translation_key__in=slots, locale__language_code=LANGUAGE)
    return {slots[page.translation_key]: page for page in pages.specific(defer=True)}


def section_pages_on(desk: Desk) -> dict[tuple[int, str], Page]:
    """The same of the institutions in scope, read once for all parts of a desk."""
    return desk.once("sections.pages", lambda: section_pages(desk.scope))
