"""Incidents with personal information: the register, its clocks, and whom to tell (circular 25/2010, articles 15(2)(f) and 17(2);
law 91/2025, article 23)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import ClockStart, IncidentAct, IncidentKind, RiskLevel
from privacy.models.proof import ChainedEntry


class ValidQuerySet(models.QuerySet):
    def valid(self, on: date):
        """Those that hold on a day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


class IncidentRule(models.Model):
    """One clock that the law starts: whom to tell within how many hours. Data with validity, as laws change."""

    personal_data = PersonalData.none()

    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("what is to be done"), max_length=255)
    name_en = models.CharField(_("in English"), max_length=255, blank=True)
    applies = models.CharField(_("applies to"), max_length=8, choices=ClockStart.choices)
    hours = models.PositiveSmallIntegerField(_("hours"), help_text=_("0: at once."))
    citation = models.CharField(_("article of the law"), max_length=255)
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = ValidQuerySet.as_manager()

    class Meta:
        verbose_name = _("clock of incidents")
        verbose_name_plural = _("clocks of incidents")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="incident_rule_unique"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def local_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name


class CompetentBody(models.Model):
    """Whom an incident is reported to: for the whole installation, or an authority's own for itself and its members."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.CASCADE, related_name="competent_bodies"
    )
    name = models.CharField(_("name"), max_length=255)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    competent_for = models.CharField(_("competent for"), max_length=500)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    citation = models.CharField(_("article of the law"), max_length=255)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        verbose_name = _("competent body")
        verbose_name_plural = _("competent bodies")
        ordering = ["institution", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def local_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name


class Incident(models.Model):
    """What happened, as far as it is known. It names no person affected; who is, a query says. Kept five years (decree 356/2025,
    article 29)."""

    personal_data = PersonalData(
        fields={"opened_by": DataClass.PERSONAL},
        purpose=_("To handle incidents and to report them (law 91/2025, article 23)."),
        retention=_("Five years after it was closed."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="incidents")
    number = models.PositiveIntegerField(editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=IncidentKind.choices)
    summary = models.TextField(
        _("what happened"),
        help_text=_("Time, place, act and its author as far as known. Name no one affected."),
    )
    happened_at = models.DateTimeField(_("happened"), null=True, blank=True)
    detected_at = models.DateTimeField(_("discovered"), help_text=_("The clocks run from here."))
    touches_data = models.BooleanField(_("personal information is concerned"), default=True)
    is_cyber = models.BooleanField(_("attack on or failure of systems"), default=False)
    is_serious = models.BooleanField(_("serious"), default=False)
    stops_service = models.BooleanField(
        _("public order is at stake or services are down for many"), default=False
    )
    has_location = models.BooleanField(_("location or biometric information is concerned"), default=False)
    systems = models.CharField(_("systems concerned"), max_length=500, blank=True)
    data_types = models.CharField(_("kinds of information"), max_length=500, blank=True)
    forms = models.JSONField(_("forms concerned"), default=list, blank=True)
    since = models.DateField(_("submissions from"), null=True, blank=True)
    until = models.DateField(_("submissions until"), null=True, blank=True)
    affected = models.PositiveIntegerField(_("people affected"), null=True, blank=True)
    affected_is_counted = models.BooleanField(default=False, editable=False)
    consequences = models.TextField(_("possible consequences"), blank=True)
    measures = models.TextField(_("measures taken and planned"), blank=True)
    advice = models.TextField(_("advice to the people affected"), blank=True)
    cause = models.TextField(_("cause"), blank=True)
    lessons = models.TextField(_("lessons"), blank=True)
    risk = models.CharField(_("risk for people"), max_length=6, choices=RiskLevel.choices, blank=True)
    contained_at = models.DateTimeField(_("contained"), null=True, editable=False)
    public_from = models.DateTimeField(_("announced on the site"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    is_drill = models.BooleanField(_("drill"), default=False, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["-detected_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="incident_number_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.institution.code}-SC-{self.number:03d}"


class IncidentEvent(ChainedEntry):
    """What was done about an incident and when; only ever added to."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL},
        purpose=_("To prove what was done about an incident and when (law 91/2025, article 23)."),
        retention=_("As long as the incident."),
    )

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(_("act"), max_length=9, choices=IncidentAct.choices)
    rule = models.CharField(max_length=40, blank=True)
    """Code of the clock that a report stops."""
    note = models.TextField(_("note"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )

    may_end = True
    hashed_fields = ("incident_id", "act", "rule", "note", "user_id")

    class Meta(ChainedEntry.Meta):
        verbose_name = _("step of an incident")
        verbose_name_plural = _("steps of incidents")
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="incident_event_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.act}"
