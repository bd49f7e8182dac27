"""Contact between an institution and the public (W8.1b, W9.1b, W4.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from sections import tree
from sections.models.base import SectionPage


class ContactPage(SectionPage):
    """Address, telephone and the two public e-mail addresses stand in the institution's record and are shown from
    there, so that they are right on every page at once; the board adds how to get there."""

    personal_data = tree.SECTION_DATA

    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)

    subpage_types: list[str] = []
    template = "pages/sections/contact.html"

    content_panels = [
        *SectionPage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])],
            heading=_("Place"),
            help_text=_("Opens the reader's own map; no map of a third party is loaded."),
        ),
    ]

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
