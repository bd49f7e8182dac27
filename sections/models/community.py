"""Sections that every site may add (W10)."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class LinksPage(SectionPage):
    """Links between Ministry, authorities and facilities (W10.1)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("links")
        verbose_name_plural = _("links")


class ELearningPage(SectionPage):
    """E-learning and digital conferences (W10.2)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("e-learning")
        verbose_name_plural = _("e-learning")


class OrganisationsPage(SectionPage):
    """Party, Youth Union and other organisations (W10.3)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("organisations")
        verbose_name_plural = _("organisations")


class PressPage(SectionPage):
    """Press notices, interviews and official statements (W10.4)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("press")
        verbose_name_plural = _("press")


class SupportPage(SectionPage):
    """Scholarships, credit, career counselling and other support (W10.6)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("scholarships and support")
        verbose_name_plural = _("scholarships and support")
