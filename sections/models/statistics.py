"""Figures and data."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class StatisticsPage(SectionPage):
    """At least five years of figures (W8.8, W9.9)."""

    personal_data = tree.SECTION_DATA

    class Meta:
        verbose_name = _("statistics")
        verbose_name_plural = _("statistics")


class OpenDataPage(SectionPage):
    """Data for search, exchange and sharing (W8.7, W9.6)."""

    personal_data = tree.SECTION_DATA

    class Meta:
        verbose_name = _("open data")
        verbose_name_plural = _("open data")
