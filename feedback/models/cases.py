"""Feedback of the public (W4.2): the page, and how far the board is with what came."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from feedback.choices import CaseState
from privacy.models import AbstractFormPage, SealedModel, Submission
from sections import tree
from sections.models import SectionPage

FEEDBACK = "feedback"
"""Code of the form (``privacy.registry``)."""


class FeedbackPage(AbstractFormPage, SectionPage):
    """Feedback of the public to an institution (W4.2), through the journey of ``privacy``."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")
    form_code = FEEDBACK
    template = "pages/feedback/feedback_page.html"

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")


class FeedbackCase(SealedModel):
    """How far the board is with one piece of feedback. What was sent stands in the submission; the board's
    own note is sealed as well. Goes with the submission."""

    personal_data = PersonalData(
        fields={"sealed_note": DataClass.PERSONAL, "changed_by": DataClass.PERSONAL},
        purpose=_("To handle feedback and to know who did."),
        retention=_("As long as the submission."),
    )

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="feedback_case")
    state = models.CharField(
        _("state"), max_length=8, choices=CaseState.choices, default=CaseState.RECEIVED, db_index=True
    )
    sealed_note = models.TextField(blank=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    sealed_fields = ("sealed_note",)

    class Meta:
        verbose_name = _("piece of feedback")
        verbose_name_plural = _("pieces of feedback")

    def __str__(self) -> str:
        return str(self.submission)
