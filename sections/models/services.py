"""Services to the public."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models.base import SectionPage


class OnlineServicesPage(SectionPage):
    """Online services and online public services (W8.4a, W8.4b)."""

    personal_data = tree.SECTION_DATA

    class Meta:
        verbose_name = _("online services")
        verbose_name_plural = _("online services")


class ProceduresPage(SectionPage):
    """Administrative procedures (W8.4c)."""

    personal_data = tree.SECTION_DATA

    class Meta:
        verbose_name = _("administrative procedures")
        verbose_name_plural = _("administrative procedures")
