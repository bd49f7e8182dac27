"""Feedback of the public (W4.2): the page, and how far the board is with what came."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from common.personal_data import DataClass, PersonalData
from feedback.choices import OPEN_STATES, CaseState, ErrorKind, FeedbackKind, Suspicion
from network.models import Institution
from privacy.models import AbstractFormPage, SealedModel, Submission
from sections import tree
from sections.models import SectionPage

FEEDBACK = "feedback"
PAGE_ERROR = "page_error"
"""Codes of the forms (``privacy.registry``) whose submissions are cases of the desk."""
CASE_FORMS = (FEEDBACK, PAGE_ERROR)


class FeedbackPage(AbstractFormPage, SectionPage):
    """Feedback of the public to an institution (W4.2), through the journey of ``privacy``."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")
    form_code = FEEDBACK
    template = "pages/feedback/feedback_page.html"

    shows_statistics = models.BooleanField(
        _("show how much came and was answered"),
        default=False,
        help_text=_(
            "Numbers for each kind in this year and the last one; fewer than five are not told apart."
        ),
    )

    content_panels = [
        *SectionPage.content_panels[:-2],
        FieldPanel("shows_statistics"),
        *SectionPage.content_panels[-2:],
    ]

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")


def person_field(name: str):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=name,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class FeedbackCase(SealedModel):
    """How far the board is with one piece of feedback or one reported error. What was sent stands in the submission; the board's
    note and answer are sealed as well. Goes with the submission.

    `due_on`: the last working day for an answer. `suspicion`: kept apart until somebody releases it.
    """

    personal_data = PersonalData(
        fields={
            "sealed_note": DataClass.PERSONAL,
            "sealed_answer": DataClass.PRIVATE,
            "changed_by": DataClass.PERSONAL,
            "assigned_to": DataClass.PERSONAL,
            "answered_by": DataClass.PERSONAL,
            "words": DataClass.PERSONAL,
        },
        purpose=_("To handle feedback and to know who did."),
        retention=_("As long as the submission."),
    )

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="feedback_case")
    kind = models.CharField(_("kind"), max_length=10, blank=True, editable=False)
    """Of FeedbackKind, or of ErrorKind for a reported error; "" for one that came before kinds were kept."""
    state = models.CharField(
        _("state"), max_length=8, choices=CaseState.choices, default=CaseState.RECEIVED, db_index=True
    )
    due_on = models.DateField(_("to be answered by"), null=True, editable=False, db_index=True)
    reminded_on = models.DateField(null=True, editable=False)
    about_page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    assigned_to = person_field(_("handled by"))
    passed_to = models.ForeignKey(
        Institution,
        verbose_name=_("passed on to"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    suspicion = models.CharField(
        _("kept apart"), max_length=5, choices=Suspicion.choices, blank=True, editable=False, db_index=True
    )
    words = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    """Blind index of the words, by which the same text is recognised."""
    sealed_note = models.TextField(blank=True, editable=False)
    sealed_answer = models.TextField(blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    answered_by = person_field(_("answered by"))
    told_at = models.DateTimeField(_("letter sent"), null=True, editable=False)
    """When the sender was told by e-mail that there is an answer."""
    seen_at = models.DateTimeField(_("seen by the sender"), null=True, editable=False)
    changed_by = person_field(_("changed by"))
    changed_at = models.DateTimeField(auto_now=True)

    sealed_fields = ("sealed_note", "sealed_answer")

    class Meta:
        verbose_name = _("piece of feedback")
        verbose_name_plural = _("pieces of feedback")

    def __str__(self) -> str:
        return str(self.submission)

    @property
    def kind_label(self) -> str:
        choices = ErrorKind if self.submission.form == PAGE_ERROR else FeedbackKind
        return str(dict(choices.choices).get(self.kind, ""))

    def is_overdue(self, today: date) -> bool:
        return bool(self.due_on and self.due_on < today and self.state in OPEN_STATES)


class FeedbackCount(models.Model):
    """How much came, was answered, and was answered in time, in one month: what stays when the feedback itself is erased."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    """Its first day."""
    kind = models.CharField(max_length=10)
    received = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    in_time = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number of pieces of feedback")
        verbose_name_plural = _("numbers of pieces of feedback")
        constraints = [
            models.UniqueConstraint(fields=["institution", "month", "kind"], name="feedback_count_unique")
        ]

    def __str__(self) -> str:
        return f"{self.institution_id} {self.month} {self.kind}"
