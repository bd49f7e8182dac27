"""Appeals: a candidate asks that papers be marked again (phúc khảo)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from enrolment.choices import APPEAL_OPEN, AppealState
from enrolment.models.examinations import ExaminationPage
from enrolment.models.people import person
from privacy.models import SealedModel, Submission


class Appeal(SealedModel):
    """How far an appeal is. What was asked stands in the submission; the outcome is written by one person and confirmed by
    another before the candidate sees it with both codes of the receipt."""

    personal_data = PersonalData(
        fields={
            "sealed_outcome": DataClass.PRIVATE,
            "proposed_by": DataClass.PERSONAL,
            "decided_by": DataClass.PERSONAL,
        },
        purpose=_("To mark papers again and to tell the candidate the outcome."),
        retention=_("As long as the submission."),
    )

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="appeal")
    exam = models.ForeignKey(ExaminationPage, null=True, on_delete=models.SET_NULL, related_name="appeals")
    state = models.CharField(
        _("state"), max_length=8, choices=AppealState.choices, default=AppealState.RECEIVED, db_index=True
    )
    due_on = models.DateField(_("outcome by"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=AppealState.choices, blank=True)
    sealed_outcome = models.TextField(blank=True, editable=False)
    proposed_by = person(_("outcome written by"))
    proposed_at = models.DateTimeField(null=True)
    decided_by = person(_("outcome confirmed by"))
    decided_at = models.DateTimeField(_("decided"), null=True)
    seen_at = models.DateTimeField(_("seen by the candidate"), null=True)

    sealed_fields = ("sealed_outcome",)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return str(self.submission)

    def is_overdue(self, today: date) -> bool:
        return self.due_on < today and self.state in APPEAL_OPEN
