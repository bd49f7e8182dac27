"""Sections whose entries are typed records in a list; entries from before there were types stay below it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from wagtail.url_routing import RouteResult

from sections.lists import Listing
from sections.models.base import InformationPage, SectionPage
from sections.registers.states import shown_until

SHARED_TEMPLATE = "pages/sections/records.html"
LISTS = "danh-sach"
"""First part of the address of a further list: ``…/danh-sach/pho-cap/``. Entries have no pages below them, so no page has it."""


@dataclass(frozen=True)
class Register:
    """A list of a section. `slug`: last part of its address, empty for the first. `feed`: its part of ``home.feeds``."""

    slug: str
    title: str | Promise
    listing: Listing
    feed: str = ""


class RecordSection(SectionPage):
    """A section with a ``listing``; with several kinds of records it has ``registers``, whose first is that listing."""

    registers: tuple[Register, ...] = ()
    register: Register | None = None
    """The list that is shown, where it is not the first."""

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The template of its own, where a section has one, else the one that sections of records share."""
        own, *_others = super().get_template(request, *args, **kwargs)
        return [own, SHARED_TEMPLATE]

    def route(self, request, path_components):
        if self.live and len(path_components) == 2 and path_components[0] == LISTS:
            found = next((each for each in self.registers[1:] if each.slug == path_components[1]), None)
            if found is not None:
                return RouteResult(self, kwargs={"register": found})
        return super().route(request, path_components)

    def serve(self, request, *args, register: Register | None = None, **kwargs):
        self.show(register)
        return super().serve(request, *args, **kwargs)

    def show(self, register: Register | None) -> None:
        """Take another list than the first."""
        if register is not None:
            self.register, self.listing = register, register.listing

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["older"] = self.older() if context["items"].number == 1 and not self.register else []
        if self.registers:
            shown = self.register or self.registers[0]
            context["registers"] = self.register_links(request, shown)
            context["list_title"] = shown.title
            context["feed_url"] = reverse("news_part_feed", args=[shown.feed, "rss"]) if shown.feed else ""
            items = self.items()
            if hasattr(items, "next_change"):
                shown_until(request, items.next_change(timezone.now()))
        return context

    def register_links(self, request, shown: Register) -> list[dict]:
        """The lists of the section with their addresses; none where there is only one."""
        if len(self.registers) < 2:
            return []
        address = self.get_url(request) or ""
        return [
            {
                "title": each.title,
                "url": f"{address}{LISTS}/{each.slug}/" if each.slug else address,
                "current": each is shown,
            }
            for each in self.registers
        ]

    def older(self) -> list[InformationPage]:
        """The entries without a type of their own, the newest first; one query, none for a section without children."""
        if not self.numchild:
            return []
        found = InformationPage.objects.child_of(self).live().defer_streamfields()
        return list(found.order_by("-date", "path"))
