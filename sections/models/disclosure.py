"""What an institution must make public."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class PublicInformationPage(SectionPage):
    """Publicised information and guidance on policy and law (W8.5)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("public information and guidance")
        verbose_name_plural = _("public information and guidance")


class DisclosurePage(SectionPage):
    """What a facility discloses, with deadlines (W9.7)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("public disclosure")
        verbose_name_plural = _("public disclosure")
