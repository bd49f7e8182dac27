"""Inspection of how personal information is protected, and who has read the rules (circular 25/2010, articles 15 and 16)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import AssessmentTrigger, Fulfilment, RiskLevel
from privacy.models.notices import Notice
from privacy.models.proof import AppendOnlyError, AppendOnlyQuerySet


class Assessment(models.Model):
    """One assessment of an institution. While it is open it is due; done, it is the basis until something changes. `changes` says
    why it became due: ``[{"what", "activity", "at"}]``; a form that stands there is not published anew before it is done."""

    personal_data = PersonalData(
        fields={"done_by": DataClass.PERSONAL},
        purpose=_(
            "To know who assessed the protection of personal information (circular 25/2010, article 15)."
        ),
        retention=_("As long as the site."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="privacy_assessments")
    trigger = models.CharField(_("reason"), max_length=8, choices=AssessmentTrigger.choices)
    changes = models.JSONField(default=list, editable=False)
    opened_at = models.DateTimeField(_("due since"))
    due_on = models.DateField(_("due"), db_index=True)
    release = models.CharField(_("release"), max_length=40, blank=True)
    facts = models.JSONField(default=dict, editable=False)
    """What the register said when it was done."""
    risk = models.CharField(_("remaining risk"), max_length=6, choices=RiskLevel.choices, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("assessment of personal information")
        verbose_name_plural = _("assessments of personal information")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution"], condition=Q(done_at=None), name="assessment_open_unique"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_trigger_display()} {timezone.localtime(self.opened_at):%d/%m/%Y}"


class AssessmentAnswer(models.Model):
    """One version of the answer to one point: a change is the next number."""

    personal_data = PersonalData(
        fields={"written_by": DataClass.PERSONAL},
        purpose=_(
            "To know who assessed the protection of personal information (circular 25/2010, article 15)."
        ),
        retention=_("As long as the site."),
    )

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="answers")
    point = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    fulfilment = models.CharField(_("fulfilled"), max_length=7, choices=Fulfilment.choices)
    text = models.TextField(_("finding"))
    remedy = models.TextField(_("what is to be done"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer of an assessment")
        verbose_name_plural = _("answers of assessments")
        ordering = ["assessment", "point", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "point", "number"], name="assessment_answer_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.point} ({self.number})"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise AppendOnlyError("An answer does not change: the next version is a new one.")
        super().save(*args, **kwargs)


class Acknowledgement(models.Model):
    """A member of staff says to have read the regulation on personal information in force, once a year and for each new version
    (circular 25/2010, article 16(1))."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL},
        purpose=_("To show that staff know the regulation (circular 25/2010, article 16(1))."),
        retention=_("Three years, or as long as the account."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("read"), db_index=True)

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        ordering = ["-given_at", "-pk"]
        indexes = [
            models.Index(fields=["institution", "user", "-given_at"], name="acknowledgement_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.notice}"
