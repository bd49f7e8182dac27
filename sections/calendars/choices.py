from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Repeats(TextChoices):
    """How often an event happens."""

    ONCE = "", _("Once")
    DAILY = "daily", _("Every day")
    WEEKLY = "weekly", _("Every week")
    BIWEEKLY = "biweekly", _("Every two weeks")
    MONTHLY = "monthly", _("Every month, on the same day")
    YEARLY = "yearly", _("Every year")


RULES: dict[str, tuple[str, int]] = {
    Repeats.DAILY: ("DAILY", 1),
    Repeats.WEEKLY: ("WEEKLY", 1),
    Repeats.BIWEEKLY: ("WEEKLY", 2),
    Repeats.MONTHLY: ("MONTHLY", 1),
    Repeats.YEARLY: ("YEARLY", 1),
}
"""Frequency and interval as RFC 5545, section 3.3.10, names them."""


class EventState(TextChoices):
    """Whether an event takes place."""

    PLANNED = "planned", _("Takes place as planned")
    MOVED = "moved", _("Moved to another time or place")
    CANCELLED = "cancelled", _("Cancelled")
