"""Typed records that an authority or a facility keeps in the open."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class AccreditationPage(SectionPage):
    """Accreditation and universalisation of education (W8.10)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("accreditation and universalisation")
        verbose_name_plural = _("accreditation and universalisation")


class ProjectsPage(SectionPage):
    """Projects, investment, bidding and public procurement (W8.13)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("projects, investment and bidding")
        verbose_name_plural = _("projects, investment and bidding")


class ConferencesPage(SectionPage):
    """Schedule and joining details of web conferences (W8.14)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("web conferences")
        verbose_name_plural = _("web conferences")


class CentresPage(SectionPage):
    """Licensed foreign-language and computer centres (W8.16)."""

    personal_data = tree.SECTION_DATA

    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("language and computer centres")
        verbose_name_plural = _("language and computer centres")
