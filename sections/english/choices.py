"""How an English text stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Standing(TextChoices):
    """In the order in which a board should see them."""

    OUTDATED = "outdated", _("Outdated: the Vietnamese page changed")
    MISSING = "missing", pgettext_lazy("English text", "Missing")
    MACHINE = "machine", _("Machine draft, to be checked")
    STARTED = "started", _("Being translated")
    READY = "ready", _("Translated, to be submitted")
    CHAIN = "chain", _("With the board for approval")
    COMPLETE = "complete", pgettext_lazy("English text", "Complete")


OPEN = (Standing.OUTDATED, Standing.MISSING, Standing.MACHINE)
"""What the desk shows and what a criterion counts."""


class Kind(TextChoices):
    SECTION = "section", pgettext_lazy("English text", "Sections and home page")
    UNIT = "unit", _("Units")
    PROCEDURE = "procedure", _("Administrative procedures")
    SERVICE = "service", _("Online services")
    OTHER = "other", _("Other pages")
