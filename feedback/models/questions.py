"""Questions and answers (W10.5)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models import SectionPage


class QuestionsPage(SectionPage):
    """Questions and answers for teachers, students and parents (W10.5)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")
