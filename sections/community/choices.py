"""Kinds of organisations, support, courses, modules and links."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganisationKind(TextChoices):
    """The organisations that work within an institution (circular 37/2020, article 10)."""

    PARTY = "party", _("Communist Party of Vietnam")
    TRADE_UNION = "trade_union", _("Trade union")
    YOUTH_UNION = "youth_union", _("Ho Chi Minh Communist Youth Union")
    PIONEERS = "pioneers", _("Ho Chi Minh Young Pioneers")
    STUDENTS = "students", _("Students' association")
    PARENTS = "parents", _("Parents' committee")
    WOMEN = "women", _("Women's committee")
    LEARNING = "learning", _("Association for promotion of learning")
    RED_CROSS = "red_cross", _("Red Cross")
    VETERANS = "veterans", _("Association of veterans or former teachers")
    OTHER = "other", pgettext_lazy("organisation", "Other organisation")


class SupportKind(TextChoices):
    """What is offered (circular 37/2020, article 10)."""

    SCHOLARSHIP = "scholarship", _("Scholarship")
    CREDIT = "credit", _("Student credit")
    FEES = "fees", _("Exemption or reduction of fees")
    ALLOWANCE = "allowance", _("Allowance for costs of study, meals or boarding")
    CAREER = "career", _("Career counselling")
    COUNSELLING = "counselling", _("Psychological and school counselling")
    INCLUSION = "inclusion", _("Support for pupils with disabilities")
    SERVICE = "service", pgettext_lazy("support", "Other service")


class SupportState(TextChoices):
    """Where a programme stands on a day; computed from its dates."""

    OPEN = "open", pgettext_lazy("support", "Applications are accepted")
    ALWAYS = "always", pgettext_lazy("support", "All year round")
    PLANNED = "planned", pgettext_lazy("support", "Not open yet")
    CLOSED = "closed", pgettext_lazy("support", "No longer accepting applications")


class Audience(TextChoices):
    """For whom something is meant."""

    EVERYBODY = "everybody", pgettext_lazy("audience", "Everybody")
    PRESCHOOL = "preschool", pgettext_lazy("audience", "Preschool children and their parents")
    PRIMARY = "primary", pgettext_lazy("audience", "Primary pupils")
    LOWER = "lower", pgettext_lazy("audience", "Lower secondary pupils")
    UPPER = "upper", pgettext_lazy("audience", "Upper secondary pupils")
    ADULTS = "adults", pgettext_lazy("audience", "Learners of continuing education")
    PARENTS = "parents", pgettext_lazy("audience", "Parents")
    TEACHERS = "teachers", pgettext_lazy("audience", "Teachers")
    MANAGERS = "managers", pgettext_lazy("audience", "Managers and staff")


class CourseKind(TextChoices):
    """What e-learning offers (circular 37/2020, article 10)."""

    COURSE = "course", _("Online course")
    LECTURE = "lecture", _("E-learning lecture")
    CLASSROOM = "classroom", _("Virtual classroom or platform")
    CONFERENCE = "conference", _("Digital conference")


class ModuleUsers(TextChoices):
    """Who signs in to a module of the school management system."""

    FAMILIES = "families", _("Pupils and parents")
    TEACHERS = "teachers", pgettext_lazy("audience", "Teachers")
    STAFF = "staff", _("Managers and staff of the school")
    EVERYBODY = "everybody", pgettext_lazy("audience", "Everybody")


class LinkGroup(TextChoices):
    """Under which heading a link of the board stands, in this order."""

    STATE = "state", _("State agencies")
    EDUCATION = "education", _("Education sector")
    LEARNING = "learning", _("Learning and libraries")
    SERVICES = "services", _("Services for citizens")
    ORGANISATIONS = "organisations", pgettext_lazy("links", "Organisations")
    OTHER = "other", pgettext_lazy("links", "Other links")
