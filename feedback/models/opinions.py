"""What came in a consultation, and what the board makes of it on its desk."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from feedback.choices import AnswerSource, ReplyKind, ResultStage, Stance
from network.models import Institution
from privacy.models import Submission

GENERAL = "general"
"""The point of an opinion on the draft as a whole."""


class ConsultationAnswer(models.Model):
    """One answer to a consultation. What was written stands sealed in the submission and goes with it; here is what the board
    counts. `consultation` is the translation key of the page: all languages are one consultation."""

    personal_data = PersonalData(
        fields={"submission": DataClass.PERSONAL},
        purpose=_("To count and group the answers to a consultation."),
        retention=_("As long as the submission."),
    )

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="consultation_answer"
    )
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    consultation = models.UUIDField()
    source = models.CharField(_("how it came"), max_length=5, choices=AnswerSource.choices)
    is_named = models.BooleanField(default=False)
    is_organisation = models.BooleanField(default=False)
    contributor = models.CharField(max_length=8, blank=True)

    class Meta:
        verbose_name = _("answer to a consultation")
        verbose_name_plural = _("answers to consultations")
        indexes = [models.Index(fields=["institution", "consultation"], name="consultation_answers")]

    def __str__(self) -> str:
        return str(self.submission)


class OpinionGroup(models.Model):
    """Opinions that say the same, with the reply to them, in the board's own words."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    consultation = models.UUIDField()
    point = models.CharField(_("article or topic"), max_length=36, default=GENERAL)
    """Key of the point of the page, or `GENERAL`."""
    topic = models.CharField(_("topic"), max_length=160)
    summary = models.TextField(
        _("what people said"),
        blank=True,
        max_length=3000,
        help_text=_("In your own words; name no sender. It is published with the result."),
    )
    kind = models.CharField(_("reply"), max_length=9, choices=ReplyKind.choices, blank=True)
    reason = models.TextField(
        _("reason, or what was changed"), blank=True, max_length=3000, help_text=_("Published as well.")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("group of opinions")
        verbose_name_plural = _("groups of opinions")
        ordering = ["point", "pk"]
        indexes = [models.Index(fields=["institution", "consultation"], name="opinion_groups")]

    def __str__(self) -> str:
        return self.topic

    @property
    def is_replied(self) -> bool:
        """Whether it can stand in the result."""
        return bool(self.kind and self.summary and self.reason)


class Opinion(models.Model):
    """What one answer says to one point; its words are in the submission."""

    personal_data = PersonalData(
        fields={"answer": DataClass.PERSONAL, "stance": DataClass.PERSONAL},
        purpose=_("To group what people said in a consultation."),
        retention=_("As long as the submission."),
    )

    answer = models.ForeignKey(ConsultationAnswer, on_delete=models.CASCADE, related_name="opinions")
    point = models.CharField(max_length=36)
    stance = models.CharField(max_length=8, choices=Stance.choices, blank=True)
    has_text = models.BooleanField(default=False)
    group = models.ForeignKey(OpinionGroup, null=True, on_delete=models.SET_NULL, related_name="opinions")

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering = ["point", "pk"]
        constraints = [models.UniqueConstraint(fields=["answer", "point"], name="opinion_once")]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.point}"


class ResultNotice(models.Model):
    """A reminder of a result that was queued: one for each stage and person, never twice. Without a person: there was nobody
    to tell."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL},
        purpose=_("To remind nobody twice, and to see who was reminded."),
        retention=_("One year."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    consultation = models.UUIDField()
    due_on = models.DateField()
    stage = models.CharField(max_length=6, choices=ResultStage.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        verbose_name = _("reminder of a result")
        verbose_name_plural = _("reminders of results")
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "due_on", "stage", "user"], name="result_notice_once"
            ),
            models.UniqueConstraint(
                fields=["consultation", "due_on", "stage"],
                condition=Q(user__isnull=True),
                name="result_notice_nobody_once",
            ),
        ]
        indexes = [models.Index(fields=["user", "on"], name="result_notice_user_on")]

    def __str__(self) -> str:
        return f"{self.consultation} {self.stage}"
