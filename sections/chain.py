"""Tells the approval chain which sections a site has, and in which one a page stands."""

from __future__ import annotations

from wagtail.models import Page

from network.models import Institution
from sections.catalogue import section, sections_for
from sections.models import SectionSlot
from sections.tree import HOME_KEY

SECTION_DEPTH = 3


class CatalogueSections:
    """The sections of the legal catalogue, by the keys of their slots."""

    def choices_for(self, institution: Institution) -> list[tuple[str, str]]:
        """Those whose page the site has, in catalogue order; one query."""
        keys = set(institution.section_slots.values_list("key", flat=True))
        return [
            (s.key, s.title()) for s in sections_for(institution.kind) if s.key in keys and s.key != HOME_KEY
        ]

    def key_of(self, page: Page) -> str | None:
        """One query, for a page of any language and depth."""
        section = Page.objects.filter(path=page.path[: Page.steplen * SECTION_DEPTH])
        slots = SectionSlot.objects.filter(translation_key__in=section.values("translation_key"))
        return slots.values_list("key", flat=True).first()

    def title_of(self, key: str) -> str | None:
        try:
            return section(key).title()
        except KeyError:
            return None
