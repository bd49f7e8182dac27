"""Accreditation and universalisation of education (W8.10)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from network.models import Institution
from sections import tree
from sections.models.base import BasePage, ItemPage
from sections.models.record_pages import DecisionMixin, RecordPage
from sections.models.record_sections import RecordSection, Register
from sections.registers.choices import (
    MOST_LEVELS,
    AreaKind,
    QualityLevel,
    ReachedLevel,
    StandardLevel,
    UniversalisationField,
    Validity,
)
from sections.registers.facts import Fact, rate
from sections.registers.forms import QualityForm, UniversalisationForm
from sections.registers.listings import QUALITY, UNIVERSALISATION
from sections.registers.states import ValidityQuerySet, badge, validity


class AccreditationPage(RecordSection):
    """Accreditation and universalisation of education (W8.10): two lists."""

    personal_data = tree.SECTION_DATA

    subpage_types = [
        "sections.QualityRecordPage",
        "sections.UniversalisationPage",
        "sections.InformationPage",
    ]
    registers = (
        Register("", _("Quality accreditation and national standard"), QUALITY, feed="kiem-dinh"),
        Register("pho-cap", _("Universalisation and literacy"), UNIVERSALISATION, feed="pho-cap"),
    )
    listing = QUALITY

    class Meta:
        verbose_name = _("accreditation and universalisation")
        verbose_name_plural = _("accreditation and universalisation")


class QualityRecordPage(DecisionMixin, RecordPage):
    """One recognition of one institution: its level of accreditation, of the national standard, or both, by one decision."""

    personal_data = tree.AUTHOR_DATA

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Chosen from the institutions under management. Example: THPT-CVA."),
    )
    quality_level = models.PositiveSmallIntegerField(
        _("level of accreditation"),
        null=True,
        blank=True,
        choices=QualityLevel.choices,
        help_text=_("Leave empty where the decision is on the national standard only."),
    )
    standard_level = models.PositiveSmallIntegerField(
        _("level of the national standard"),
        null=True,
        blank=True,
        choices=StandardLevel.choices,
        help_text=_("Leave empty where the decision is on accreditation only."),
    )
    assessed_on = models.DateField(
        _("external assessment finished on"), null=True, blank=True, help_text=_("Example: 15/04/2026.")
    )
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day. A certificate is given for five years. Half a year before, the site says that it expires soon. "
            "Example: 19/05/2031."
        ),
    )

    parent_page_types = ["sections.AccreditationPage"]
    base_form_class = QualityForm
    state_fields = ("decision_on", "valid_until")

    objects = PageManager.from_queryset(ValidityQuerySet)()

    content_panels = [
        FieldPanel("institution"),
        FieldRowPanel([FieldPanel("quality_level"), FieldPanel("standard_level")]),
        *DecisionMixin.decision_panels,
        FieldRowPanel([FieldPanel("assessed_on"), FieldPanel("valid_until")]),
        *BasePage.content_panels,
        *RecordPage.text_panels,
    ]
    override_translatable_fields = [*DecisionMixin.decision_synchronized, SynchronizedField("institution")]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("decision_number"),
        index.FilterField("valid_until"),
    ]

    class Meta:
        verbose_name = _("recognition of quality")
        verbose_name_plural = _("recognitions of quality")

    def clean(self):
        super().clean()
        if self.quality_level is None and self.standard_level is None:
            raise ValidationError({"quality_level": _("Say which level was recognised, of one or of both.")})
        if not self.decision_number.strip() or not self.decision_on:
            raise ValidationError(
                {"decision_number": _("Choose the decision, or give its number and its day.")}
            )
        if self.valid_until and self.valid_until < self.decision_on:
            raise ValidationError({"valid_until": _("It cannot end before the day of the decision.")})

    def state(self, now: datetime | None = None) -> Validity:
        return validity(self.decision_on, self.valid_until, timezone.localdate(now))

    def facts(self) -> list[Fact]:
        return [
            Fact(_("Institution"), self.institution.local_name),
            Fact(pgettext_lazy("record", "State"), badge(self.state()), "badge"),
            Fact(_("Accreditation"), self.get_quality_level_display()),
            Fact(_("National standard"), self.get_standard_level_display()),
            *self.decision_facts(),
            Fact(_("External assessment finished on"), self.assessed_on, "day"),
            Fact(_("Valid until"), self.valid_until, "day"),
        ]

    @staticmethod
    def composed_title(values: dict[str, Any]) -> str:
        """What the title says where nobody wrote one: the institution and its levels."""
        parts = []
        if values.get("quality_level"):
            parts.append(gettext("accreditation level %(level)s") % {"level": int(values["quality_level"])})
        if values.get("standard_level"):
            parts.append(
                gettext("national standard level %(level)s") % {"level": int(values["standard_level"])}
            )
        name = getattr(values.get("institution"), "name", "")
        return f"{name}: {', '.join(parts)}"[:255] if name and parts else ""


class UniversalisationPage(DecisionMixin, RecordPage):
    """What one commune or province reached in one year in one of the fields of universalisation and literacy."""

    personal_data = tree.AUTHOR_DATA

    field = models.CharField(
        pgettext_lazy("universalisation", "field"),
        max_length=12,
        choices=UniversalisationField.choices,
        default=UniversalisationField.LOWER,
    )
    area = models.CharField(
        _("commune or unit"), max_length=160, help_text=_("Example: Bến Gỗ ward, Hòa Sơn province.")
    )
    area_kind = models.CharField(
        _("kind of unit"), max_length=10, choices=AreaKind.choices, default=AreaKind.COMMUNE
    )
    year = models.PositiveSmallIntegerField(
        pgettext_lazy("universalisation", "year"),
        validators=[MinValueValidator(1990), MaxValueValidator(2200)],
        help_text=_("The year of the check. Example: 2026."),
    )
    level = models.PositiveSmallIntegerField(
        _("level that was reached"),
        choices=ReachedLevel.choices,
        default=ReachedLevel.ONE,
        help_text=_(
            "Preschool knows level 1 only, literacy two levels, primary and lower secondary education three."
        ),
    )
    people = models.PositiveIntegerField(
        _("people in the age range"),
        null=True,
        blank=True,
        help_text=_("How many the standard counts. Example: 412."),
    )
    people_reached = models.PositiveIntegerField(
        _("of them, those who meet it"),
        null=True,
        blank=True,
        help_text=_("For example those who finished lower secondary school; the rate follows. Example: 401."),
    )

    parent_page_types = ["sections.AccreditationPage"]
    base_form_class = UniversalisationForm
    state_fields = ("decision_on", "decision_on")

    objects = PageManager.from_queryset(ValidityQuerySet)()

    content_panels = [
        FieldRowPanel([FieldPanel("area"), FieldPanel("area_kind")]),
        FieldRowPanel([FieldPanel("field"), FieldPanel("year"), FieldPanel("level")]),
        FieldRowPanel([FieldPanel("people"), FieldPanel("people_reached")]),
        *DecisionMixin.decision_panels,
        *BasePage.content_panels,
        *RecordPage.text_panels,
    ]
    override_translatable_fields = DecisionMixin.decision_synchronized
    search_fields = [*ItemPage.search_fields, index.SearchField("area"), index.FilterField("year")]

    class Meta:
        verbose_name = _("result of universalisation")
        verbose_name_plural = _("results of universalisation")

    def clean(self):
        super().clean()
        faults = self.faults({name: getattr(self, name) for name in ("field", "level", *FIGURES)})
        if faults:
            raise ValidationError(faults)

    @staticmethod
    def faults(values: dict[str, Any]) -> dict[str, Any]:
        """What does not fit together, by field: the level and the figures."""
        found = {}
        field, level = values.get("field"), values.get("level")
        if field and level is not None and level > MOST_LEVELS[UniversalisationField(field)]:
            found["level"] = _("This standard does not know that level.")
        people, reached = values.get("people"), values.get("people_reached")
        if people is not None and reached is not None and reached > people:
            found["people_reached"] = _("These cannot be more than the people in the age range.")
        return found

    def state(self, now: datetime | None = None) -> ReachedLevel:
        return ReachedLevel(self.level)

    @property
    def rate(self):
        return rate(self.people_reached, self.people)

    def facts(self) -> list[Fact]:
        return [
            Fact(_("Commune or unit"), self.area),
            Fact(pgettext_lazy("universalisation", "Field"), self.get_field_display()),
            Fact(pgettext_lazy("universalisation", "Year"), str(self.year)),
            Fact(pgettext_lazy("universalisation", "Level reached"), level_badge(self), "badge"),
            Fact(_("People in the age range"), self.people, "number"),
            Fact(_("Of them, those who meet it"), self.people_reached, "number"),
            Fact(pgettext_lazy("universalisation", "Rate"), self.rate, "percent"),
            *self.decision_facts(),
        ]

    @staticmethod
    def composed_title(values: dict[str, Any]) -> str:
        """What the title says where nobody wrote one: the field, the unit and the year."""
        field, area, year = (values.get(name) for name in ("field", "area", "year"))
        return (
            f"{UniversalisationField(field).label}: {area}, {year}"[:255] if field and area and year else ""
        )


FIGURES = ("people", "people_reached")


def level_badge(page: UniversalisationPage) -> dict[str, Any]:
    """The level as a badge; a standard that was not reached stands out."""
    level = ReachedLevel(page.level)
    return {"text": level.label, "tone": "success" if level else "warning"}
