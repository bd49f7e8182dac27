"""Consultations (W8.6, W9.5)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models import SectionPage


class ConsultationsPage(SectionPage):
    """Issues open for consultation (W8.6, W9.5)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("consultations")
        verbose_name_plural = _("consultations")
