"""Kinds of units and decisions, opening hours, directions of the compass."""

from __future__ import annotations

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UnitKind(TextChoices):
    """What a unit of an institution is (education law 43/2019/QH14; charters of the kinds of school)."""

    DIVISION = "division", pgettext_lazy("unit", "Division")
    OFFICE = "office", pgettext_lazy("unit", "Office or administration")
    SUBJECT_GROUP = "subject_group", pgettext_lazy("unit", "Subject group")
    COUNCIL = "council", pgettext_lazy("unit", "Council or committee")
    TEAM = "team", pgettext_lazy("unit", "Team")
    AFFILIATED = "affiliated", pgettext_lazy("unit", "Affiliated body")
    BRANCH = "branch", pgettext_lazy("unit", "Branch campus")
    OTHER = "other", pgettext_lazy("unit", "Other unit")


class DecisionKind(TextChoices):
    """What a decision did to an institution or a unit."""

    ESTABLISHED = "established", _("Establishment")
    RENAMED = "renamed", pgettext_lazy("decision", "Change of name")
    MERGED = "merged", pgettext_lazy("decision", "Merger or division")
    DUTIES = "duties", _("Functions, tasks and powers")
    APPOINTED = "appointed", _("Appointment")
    RECOGNISED = "recognised", pgettext_lazy("decision", "Recognition")


class Weekday(IntegerChoices):
    """Days of the week, Monday first; the numbers are those of ``date.weekday()``."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Desk(TextChoices):
    """What is open at an hour."""

    OFFICE = "office", _("Working hours")
    CITIZENS = "citizens", _("Reception of citizens")
    PAPERS = "papers", _("Receiving of applications and giving of results")
    LIBRARY = "library", pgettext_lazy("opening hours", "Library")
    OTHER = "other", pgettext_lazy("opening hours", "Other")


class Direction(TextChoices):
    """Where something stands, seen from the institution."""

    NORTH = "n", _("north")
    NORTH_EAST = "ne", _("north-east")
    EAST = "e", _("east")
    SOUTH_EAST = "se", _("south-east")
    SOUTH = "s", _("south")
    SOUTH_WEST = "sw", _("south-west")
    WEST = "w", _("west")
    NORTH_WEST = "nw", _("north-west")

    @property
    def bearing(self) -> int:
        """Degrees clockwise from north."""
        return list(Direction).index(self) * 45
