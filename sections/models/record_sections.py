"""Sections whose entries are typed records in a list; entries from before there were types stay below it."""

from __future__ import annotations

from sections.models.base import InformationPage, SectionPage


class RecordSection(SectionPage):
    """A section with a ``listing``."""

    template = "pages/sections/records.html"

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["older"] = self.older() if context["items"].number == 1 else []
        return context

    def older(self) -> list[InformationPage]:
        """The entries without a type of their own, the newest first; one query, none for a section without children."""
        if not self.numchild:
            return []
        found = InformationPage.objects.child_of(self).live().defer_streamfields()
        return list(found.order_by("-date", "path"))
