"""What disclosure is about: who discloses, for which period, and where an item stands."""

from __future__ import annotations

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import InstitutionType
from sections.statistics.numbers import school_year_text


class Cycle(TextChoices):
    """What a report is about. Both kinds are known by the year in which they begin."""

    SCHOOL_YEAR = "school_year", _("School year")
    CALENDAR_YEAR = "calendar_year", _("Calendar year")

    def label_of(self, period: int) -> str:
        """“2025–2026” for a school year, “2025” for a calendar year."""
        return school_year_text(period) if self == Cycle.SCHOOL_YEAR else str(period)

    def begins_on(self, period: int) -> date:
        return date(period, 9, 1) if self == Cycle.SCHOOL_YEAR else date(period, 1, 1)

    def running_on(self, day: date) -> int:
        """The period that runs on a day."""
        return day.year if day >= self.begins_on(day.year) else day.year - 1


class Family(TextChoices):
    """Those whom one article binds together."""

    PRESCHOOL = "preschool", _("Preschools")
    GENERAL = "general", _("General schools")
    CONTINUING = "continuing", _("Continuing education")
    AUTHORITY = "authority", _("Education authorities")


_T = InstitutionType
_FAMILIES: dict[str, Family] = {
    _T.DEPARTMENT: Family.AUTHORITY,
    _T.AGENCY: Family.AUTHORITY,
    _T.KINDERGARTEN: Family.PRESCHOOL,
    _T.PRESCHOOL: Family.PRESCHOOL,
    _T.PRIMARY: Family.GENERAL,
    _T.LOWER_SECONDARY: Family.GENERAL,
    _T.UPPER_SECONDARY: Family.GENERAL,
    _T.UNIVERSAL: Family.GENERAL,
}
FACILITIES = (Family.PRESCHOOL, Family.GENERAL, Family.CONTINUING)
PRIMARY = frozenset({_T.PRIMARY})
SECONDARY = frozenset({_T.LOWER_SECONDARY, _T.UPPER_SECONDARY})


def family_of(institution_type: str) -> Family:
    """Everything that is neither a school nor an authority is a centre of continuing education."""
    return _FAMILIES.get(InstitutionType(institution_type), Family.CONTINUING)


def types_of(families: tuple[Family, ...]) -> frozenset[str]:
    return frozenset(str(one) for one in InstitutionType if family_of(one) in families)


class Status(TextChoices):
    """Where an item of a period stands on a day."""

    POSTED = "posted", pgettext_lazy("disclosure", "Posted")
    LATE = "late", pgettext_lazy("disclosure", "Posted late")
    DUE = "due", pgettext_lazy("disclosure", "Due")
    SOON = "soon", pgettext_lazy("disclosure", "Due soon")
    MISSING = "missing", pgettext_lazy("disclosure", "Missing")
    WITHDRAWN = "withdrawn", pgettext_lazy("disclosure", "Withdrawn")
    OPEN = "open", pgettext_lazy("disclosure", "When there is something")
    NOT_ASKED = "not_asked", pgettext_lazy("disclosure", "Not applicable")

    @property
    def tone(self) -> str:
        return TONES.get(self, "")


TONES = {
    Status.POSTED: "success",
    Status.LATE: "warning",
    Status.SOON: "warning",
    Status.MISSING: "danger",
    Status.WITHDRAWN: "danger",
    Status.DUE: "info",
}
LACKING = (Status.MISSING, Status.WITHDRAWN)
"""The day is over, and there is nothing on the site."""
OPEN_NOW = (Status.MISSING, Status.WITHDRAWN, Status.SOON, Status.DUE, Status.OPEN)
"""A report of it can be begun."""


class GuidanceKind(TextChoices):
    """What is explained (circular 37/2020, article 8.5)."""

    POLICY = "policy", pgettext_lazy("guidance", "Policy")
    REGULATION = "regulation", pgettext_lazy("guidance", "Regulation")
    LAW = "law", pgettext_lazy("guidance", "Law")
    PRACTICE = "practice", pgettext_lazy("guidance", "How it is done")


class GuidanceAudience(TextChoices):
    """Whom it is for."""

    EVERYBODY = "everybody", pgettext_lazy("guidance", "Everybody")
    PUPILS = "pupils", pgettext_lazy("guidance", "Pupils and learners")
    PARENTS = "parents", pgettext_lazy("guidance", "Parents")
    TEACHERS = "teachers", pgettext_lazy("guidance", "Teachers and staff")
    SCHOOLS = "schools", pgettext_lazy("guidance", "Schools and centres")
    ORGANISATIONS = "organisations", pgettext_lazy("guidance", "Organisations and companies")
