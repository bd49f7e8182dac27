"""Opinion polls (W10.7)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models import SectionPage


class PollsPage(SectionPage):
    """Opinion polls (W10.7)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("opinion polls")
        verbose_name_plural = _("opinion polls")
