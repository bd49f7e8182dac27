"""What stays when the answers go: totals of a survey, and what waits for the archive (P13.1, P13.2)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.models.submissions import SealedModel


class FormTotals(SealedModel):
    """How often each choice of a form was made. `table` leaves out small numbers and whatever they could be computed from; until
    it is final the exact numbers wait sealed, and then they go."""

    personal_data = PersonalData(
        fields={"sealed_counts": DataClass.PERSONAL},
        purpose=_("To keep totals without answers (circular 25/2010, article 13(2))."),
        retention=_(
            "The exact numbers until the totals are final; the totals, which name nobody, with the site."
        ),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="form_totals")
    form = models.CharField(_("form"), max_length=64)
    title = models.CharField(_("title"), max_length=255)
    key = models.CharField(max_length=40)
    """``survey``, with the day it was closed, or the year in which the submissions came."""
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    number = models.PositiveIntegerField(_("answers"), null=True, editable=False)
    """NULL while it is not final, and where it is below the smallest number that is shown."""
    table = models.JSONField(default=list, editable=False)
    """``[{"field", "label", "rows": [{"label", "count"}]}]``; a count that is not shown is null."""
    sealed_counts = models.TextField(blank=True, editable=False)
    final_at = models.DateTimeField(_("final"), null=True, editable=False)

    sealed_fields = ("sealed_counts",)

    class Meta:
        verbose_name = _("totals of a form")
        verbose_name_plural = _("totals of forms")
        ordering = ["-last_on", "form", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "form", "key"], name="totals_key_unique"),
            models.CheckConstraint(
                condition=Q(final_at__isnull=True) | Q(sealed_counts=""), name="totals_final_keep_no_counts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.key})"


class Survey(models.Model):
    """A form whose answers serve totals only. It is completed some days after it was closed, by a person or by itself: then the
    totals stay and the answers go (circular 25/2010, article 13(2))."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="surveys")
    form = models.CharField(_("form"), max_length=64)
    title = models.CharField(_("title"), max_length=255)
    closed_on = models.DateField(_("closed on"))
    complete_on = models.DateField(_("completed by itself on"), db_index=True)
    completed_at = models.DateTimeField(_("completed"), null=True, editable=False)
    totals = models.ForeignKey(
        FormTotals, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ["-closed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "form"], condition=Q(completed_at=None), name="survey_open_unique"
            ),
            models.CheckConstraint(
                condition=Q(complete_on__gte=models.F("closed_on")), name="survey_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ArchivePackage(SealedModel):
    """Submissions whose rule says that the archive takes them over: sealed in a file until they were handed over, 180 days at the
    most. The row that stays says how many and which sum, and nothing about anybody."""

    personal_data = PersonalData(
        fields={"sealed_key": DataClass.PRIVATE},
        purpose=_("To hand over to the archive what a law has archived (circular 25/2010, article 13(1))."),
        retention=_("Until it was handed over, 180 days at the most."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="archive_packages")
    form = models.CharField(_("form"), max_length=64)
    count = models.PositiveIntegerField(_("records"))
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=120, blank=True, editable=False)
    sealed_key = models.TextField(blank=True, editable=False)
    """The key of this file alone: without it, copies of the file open no more."""
    made_at = models.DateTimeField(_("made"))
    ends_at = models.DateTimeField(_("kept until"), db_index=True)
    handed_over_at = models.DateTimeField(_("handed over"), null=True, editable=False)
    receipt = models.CharField(
        _("record of delivery"), max_length=255, blank=True, help_text=_("Number and date.")
    )
    gone_at = models.DateTimeField(null=True, editable=False)

    sealed_fields = ("sealed_key",)

    class Meta:
        verbose_name = _("package for the archive")
        verbose_name_plural = _("packages for the archive")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return str(self.uid)
