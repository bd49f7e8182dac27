"""What an assessment finds, and what an authority looks for among its members."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a site answers a clause."""

    MET = "met", _("Met")
    PARTLY = "partly", _("Partly met")
    MISSING = "missing", _("Missing")


class Lack(TextChoices):
    """For what a member of an authority can be looked up in the overview."""

    EMPTY = "empty", _("Required sections are empty")
    STALE = "stale", _("Required sections are out of date")
    OVERDUE = "overdue", _("Review dates have passed")
    NO_CHIEF = "no_chief", _("No chief editor")
    IDLE = "idle", _("Nobody has signed in lately")
    FEEDBACK = "feedback", _("Feedback waits too long")
    STUCK = "stuck", _("Pages wait too long for a decision")
    ASKED = "asked", _("Asked to complete, and not complete yet")


class Order(TextChoices):
    """How the overview is sorted."""

    WORST = "worst", _("Worst first")
    STALEST = "stalest", _("Longest out of date first")
    NAME = "name", _("By name")
    PUBLISHED = "published", _("Last publication, oldest first")
    SIGNED_IN = "signed_in", _("Last sign-in, oldest first")
