"""The rows of a campaign: files that its form asks for, phases, priority categories (W9.8)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from common.personal_data import PersonalData
from common.translated import same_in_every_language
from enrolment.choices import Phase
from enrolment.models.campaigns import CampaignPage


class EvidencePart(Orderable):
    """A file that the form of a campaign asks for, besides those of priority categories."""

    personal_data = PersonalData.none()

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="evidence_parts")
    code = models.SlugField(
        pgettext_lazy("evidence", "code"),
        max_length=40,
        help_text=_("Letters and digits, for example: khai_sinh."),
    )
    name = models.CharField(
        pgettext_lazy("evidence", "name"),
        max_length=200,
        help_text=_("Example: copy of the birth certificate."),
    )
    name_en = models.CharField(
        _("name in English"),
        max_length=200,
        blank=True,
        help_text=_("Example: copy of the birth certificate."),
    )
    is_needed = models.BooleanField(
        pgettext_lazy("evidence", "needed at once"),
        default=True,
        help_text=_("Otherwise it may be brought later, or when the school asks for it."),
    )

    override_translatable_fields = same_in_every_language("code", "name", "name_en")

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("code"), FieldPanel("is_needed")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file of an application")
        verbose_name_plural = _("files of an application")

    def __str__(self) -> str:
        return self.name


class CampaignPhase(Orderable):
    """A line of a campaign's schedule."""

    personal_data = PersonalData.none()

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="phases")
    kind = models.CharField(pgettext_lazy("admission", "phase"), max_length=8, choices=Phase.choices)
    name = models.CharField(
        pgettext_lazy("admission", "what happens"),
        max_length=160,
        blank=True,
        help_text=_(
            "In the place of the phase's usual name. Example: Examination in Literature and Mathematics."
        ),
    )
    name_en = models.CharField(
        pgettext_lazy("admission", "the same in English"),
        max_length=160,
        blank=True,
        help_text=_("Example: Examination in Literature and Mathematics."),
    )
    starts_at = models.DateTimeField(
        pgettext_lazy("admission", "begins"), help_text=_("Example: 01/06/2026 08:00.")
    )
    ends_at = models.DateTimeField(
        pgettext_lazy("admission", "ends"), null=True, blank=True, help_text=_("Example: 10/06/2026 17:00.")
    )
    place = models.CharField(
        pgettext_lazy("admission", "place"),
        max_length=250,
        blank=True,
        help_text=_("Example: at the schools."),
    )
    place_en = models.CharField(
        _("place in English"), max_length=250, blank=True, help_text=_("Example: at the schools.")
    )

    override_translatable_fields = same_in_every_language("name", "name_en", "place", "place_en")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("place_en")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("phase of a campaign")
        verbose_name_plural = _("phases of a campaign")

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("A phase ends after it begins.")})


class PriorityCategory(Orderable):
    """A category of children who come before others or whose score is raised, with the evidence that it needs."""

    personal_data = PersonalData.none()

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="priorities")
    code = models.SlugField(
        pgettext_lazy("priority", "code"),
        max_length=40,
        help_text=_("Letters and digits, for example: con_liet_si."),
    )
    name = models.CharField(
        pgettext_lazy("priority", "name"), max_length=200, help_text=_("Example: child of a martyr.")
    )
    name_en = models.CharField(
        _("name in English"), max_length=200, blank=True, help_text=_("Example: child of a martyr.")
    )
    evidence = models.CharField(
        _("evidence"),
        max_length=250,
        blank=True,
        help_text=_(
            "What is handed in with the application. Example: copy of the certificate. Empty: nothing."
        ),
    )
    evidence_en = models.CharField(
        _("evidence in English"),
        max_length=250,
        blank=True,
        help_text=_("Example: copy of the certificate."),
    )
    points = models.DecimalField(
        _("points added"),
        max_digits=4,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
        help_text=_("Added to the score, for example 2.00."),
    )
    is_first = models.BooleanField(
        _("admitted before all others"),
        default=False,
        help_text=_("Direct admission, where the rules name it."),
    )

    override_translatable_fields = same_in_every_language(
        "code", "name", "name_en", "evidence", "evidence_en"
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("evidence"), FieldPanel("evidence_en")]),
        FieldRowPanel([FieldPanel("points"), FieldPanel("is_first")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("priority category")
        verbose_name_plural = _("priority categories")

    def __str__(self) -> str:
        return self.name
