"""Introduction of an institution."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class IntroductionPage(SectionPage):
    """Organisation, functions, tasks, powers and heads (W8.1a, W9.1a)."""

    personal_data = tree.SECTION_DATA

    class Meta:
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
