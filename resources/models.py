"""Digital resources of authorities and schools."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models import SectionPage


class DigitalResourcesPage(SectionPage):
    """Digital resources, shared (W8.9, W9.10)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("digital resources")
        verbose_name_plural = _("digital resources")
