"""Links between Ministry, authority, members and neighbours, and those of the board (W10.1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from editorial.models import AuthoredMixin
from editorial.models.sources import LinkField
from sections import tree
from sections.community.choices import LinkGroup
from sections.community.network_links import links_shown
from sections.entry_forms import InstitutionEntryForm
from sections.links import LinkState, states_of
from sections.models.base import BasePage, ItemPage, SectionPage


class LinksPage(SectionPage):
    """Links between Ministry, authorities and facilities (W10.1). Children: the board's own links.

    Ministry, authority, members and neighbours are read from the tree of institutions at each request.
    """

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.LinkPage", "sections.InformationPage"]
    template = "pages/sections/links.html"

    class Meta:
        verbose_name = _("links")
        verbose_name_plural = _("links")

    def items(self):
        """Entries that are no links: those stand in their groups."""
        return self.get_children().live().not_type(LinkPage).order_by("path")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | links_shown(self, LinkPage, request)


class LinkPage(ItemPage):
    """A link of the board to another site. Parent: the section of links."""

    personal_data = tree.AUTHOR_DATA

    group = models.CharField(
        pgettext_lazy("links", "group"), max_length=14, choices=LinkGroup.choices, default=LinkGroup.EDUCATION
    )
    target_url = LinkField(_("web address"), help_text=_("Example: https://moet.gov.vn/."))

    parent_page_types = ["sections.LinksPage"]
    template = "pages/sections/link.html"
    base_form_class = InstitutionEntryForm

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("group"), FieldPanel("target_url")]),
        FieldPanel("summary"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.FilterField("group")]

    class Meta:
        verbose_name = pgettext_lazy("web", "link")
        verbose_name_plural = pgettext_lazy("web", "links")

    def get_context(self, request, *args, **kwargs):
        is_broken = states_of([self.target_url]).get(self.target_url) == LinkState.BROKEN
        return super().get_context(request, *args, **kwargs) | {"is_broken": is_broken}
