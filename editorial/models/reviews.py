"""Who keeps a page up to date, and when it comes back to the board (W6.2).

Not a part of the page: naming somebody, or finding that a page is still right, changes nothing that readers see, so it
needs no approval and no publication.
"""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from network.models import Institution


class ReviewStage(models.TextChoices):
    SOON = "soon", pgettext_lazy("review", "Due soon")
    DUE = "due", pgettext_lazy("review", "Due")
    CHIEF = "chief", pgettext_lazy("review", "Overdue, told to the chief editor")
    AUTHORITY = "authority", pgettext_lazy("review", "Overdue, told to the authority")


def person_field(verbose_name, help_text=""):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
        help_text=help_text,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class PageReview(models.Model):
    """The upkeep of one page in all its languages, which share the translation key.

    Where nobody on the board is responsible (any more), the chief editor is.
    """

    personal_data = PersonalData(
        fields=dict.fromkeys(("responsible", "second", "confirmed_by"), DataClass.PERSONAL),
        purpose=_("To know who on the board keeps a page up to date, and who found it still right."),
        retention=_("As long as the page exists."),
    )

    translation_key = models.UUIDField(unique=True)
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="page_reviews")
    is_required = models.BooleanField(default=False)
    """A section that the circular requires."""
    responsible = person_field(_("responsible"), _("The member of the board who keeps this page up to date."))
    second = person_field(
        _("second person"), _("Gets the same reminders, and stands in while the first is away.")
    )
    interval_days = models.PositiveSmallIntegerField(
        _("days between reviews"),
        null=True,
        blank=True,
        validators=[MinValueValidator(7), MaxValueValidator(1095)],
        help_text=_("Empty: what the catalogue of sections says, otherwise a year."),
    )
    review_on = models.DateField(_("review on"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("found still right"), null=True, blank=True)
    confirmed_by = person_field(_("found still right by"))

    class Meta:
        verbose_name = _("upkeep of a page")
        verbose_name_plural = _("upkeep of pages")
        indexes = [
            models.Index(fields=["review_on"], name="page_review_on"),
            models.Index(fields=["institution", "review_on"], name="page_review_institution_on"),
        ]

    def __str__(self) -> str:
        return str(self.translation_key)


class ReviewNotice(models.Model):
    """A reminder that was queued: for one date of review, one stage, one person; never twice. Without a person:
    there was nobody to tell."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL},
        purpose=_("To remind nobody twice, and to see who was reminded."),
        retention=_("One year."),
    )

    review = models.ForeignKey(PageReview, on_delete=models.CASCADE, related_name="notices")
    review_on = models.DateField()
    stage = models.CharField(max_length=9, choices=ReviewStage.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        verbose_name = _("reminder of a review")
        verbose_name_plural = _("reminders of reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["review", "review_on", "stage", "user"], name="review_notice_once"
            ),
            models.UniqueConstraint(
                fields=["review", "review_on", "stage"],
                condition=Q(user__isnull=True),
                name="review_notice_nobody_once",
            ),
        ]
        indexes = [models.Index(fields=["user", "on"], name="review_notice_user_on")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.stage}"
