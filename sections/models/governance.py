"""How the site itself is governed."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class BoardPage(SectionPage):
    """The board of editors and the regulations on website and e-mail (W3.3, W4.4, W11.1, W11.2, W11.3)."""

    personal_data = tree.SECTION_DATA

    class Meta:
        verbose_name = _("board of editors and regulations")
        verbose_name_plural = _("boards of editors and regulations")
