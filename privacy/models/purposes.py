"""What personal information is used for, and to whom it may be passed on (P5.1, P6, P8)."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution
from privacy.choices import EndAction, LegalBasis, RecipientKind, RetentionStart
from privacy.models.activities import ProcessingActivity

LONGEST_DAYS = 3653
"""Ten years: nothing is kept for ever (P13.1)."""


class Recipient(models.Model):
    """Somebody to whom an institution would pass on what it received; each person decides for each of them
    (P8.1)."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="privacy_recipients")
    code = models.SlugField(_("code"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=255)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=RecipientKind.choices)
    what_for = models.CharField(_("what for"), max_length=500)
    what_for_en = models.CharField(_("what for, in English"), max_length=500, blank=True)
    target = models.ForeignKey(
        Institution,
        verbose_name=_("institution of this installation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_active = models.BooleanField(_("asked for"), default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def local_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    @property
    def local_what_for(self) -> str:
        return (self.what_for_en if get_language() == "en" else "") or self.what_for


class Purpose(models.Model):
    """One thing that one form's information is used for. Consent is given for each, never for all at once
    (law 91/2025, article 9); `form` is the code of the form (``privacy.registry``)."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="purposes")
    activity = models.ForeignKey(
        ProcessingActivity,
        verbose_name=_("processing activity"),
        on_delete=models.CASCADE,
        related_name="purposes",
    )
    form = models.CharField(_("form"), max_length=64)
    code = models.SlugField(_("code"), max_length=40)
    text = models.CharField(_("purpose"), max_length=500)
    text_en = models.CharField(_("purpose in English"), max_length=500, blank=True)
    legal_basis = models.CharField(
        _("legal basis"), max_length=8, choices=LegalBasis.choices, default=LegalBasis.CONSENT
    )
    citation = models.CharField(_("article of the law"), max_length=255, blank=True)
    retention_days = models.PositiveIntegerField(
        _("kept for days"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)]
    )
    retention_starts = models.CharField(
        _("counted from"), max_length=8, choices=RetentionStart.choices, default=RetentionStart.SUBMIT
    )
    at_end = models.CharField(_("then"), max_length=9, choices=EndAction.choices, default=EndAction.ERASE)
    is_optional = models.BooleanField(_("optional"), default=False)
    is_publication = models.BooleanField(
        _("the information is published"),
        default=False,
        help_text=_("From the age of seven a child says so too (law 91/2025, article 24)."),
    )
    is_sensitive = models.BooleanField(
        _("sensitive information"),
        default=False,
        help_text=_("The person is told so before consenting (decree 356/2025, article 6)."),
    )
    recipients = models.ManyToManyField(
        Recipient, verbose_name=_("recipients"), blank=True, related_name="purposes"
    )
    is_active = models.BooleanField(_("in use"), default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("purpose")
        verbose_name_plural = _("purposes")
        ordering = ["form", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "form", "code"], name="purpose_code_unique"),
            models.CheckConstraint(
                condition=models.Q(retention_days__gte=1, retention_days__lte=LONGEST_DAYS),
                name="purpose_retention_finite",
            ),
            models.CheckConstraint(
                condition=models.Q(legal_basis=LegalBasis.CONSENT) | ~models.Q(citation=""),
                name="purpose_law_cited",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def local_text(self) -> str:
        return (self.text_en if get_language() == "en" else "") or self.text

    @property
    def needs_consent(self) -> bool:
        return self.legal_basis == LegalBasis.CONSENT

    DESCRIBED = (
        "code",
        "text",
        "text_en",
        "legal_basis",
        "citation",
        "retention_days",
        "retention_starts",
        "at_end",
        "is_optional",
        "is_sensitive",
        "is_publication",
        "position",
    )

    def described(self) -> dict[str, object]:
        """What is approved with the activity."""
        return {name: getattr(self, name) for name in self.DESCRIBED}
