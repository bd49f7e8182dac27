"""Lists of scores on their way into applications: taken in by one person, confirmed or typed once more by another (W9.4)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from enrolment.choices import ScoreListState
from enrolment.models.campaigns import CampaignPage
from enrolment.models.results import person
from network.models import Institution
from privacy.models import SealedModel


class ScoreList(SealedModel):
    """Scores by candidate number, from a file or typed in. Cells and scores are sealed, and go when the list is confirmed or
    returned; what stays is who, when and how many."""

    personal_data = PersonalData(
        fields={
            "sealed_table": DataClass.PRIVATE,
            "sealed_scores": DataClass.PRIVATE,
            "made_by": DataClass.PERSONAL,
            "decided_by": DataClass.PERSONAL,
        },
        purpose=_("To enter the scores of an entrance examination, with a second person."),
        retention=_(
            "Scores: until the list is decided, 30 days at the most. The rest: as long as the campaign's page."
        ),
    )

    campaign = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="score_lists")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    """Whose officers work on it: a school for its own candidates, the institution of the campaign for all."""
    is_typed = models.BooleanField(_("typed in"), default=False)
    room = models.CharField(pgettext_lazy("examination", "room"), max_length=40, blank=True)
    filename = models.CharField(_("file"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=9, choices=ScoreListState.choices, default=ScoreListState.UPLOADED
    )
    columns = models.JSONField(default=dict, blank=True)
    """What is read (``number``, ``total``, ``<school id>/<class>``) → number of the column, from 0."""
    faults = models.JSONField(default=list, blank=True)
    """``{"cell": "C7", "text": sentence}``: nothing of the cell itself."""
    rows_count = models.PositiveIntegerField(_("candidates"), default=0)
    scores_count = models.PositiveIntegerField(_("scores"), default=0)
    sealed_table = models.TextField(blank=True, editable=False)
    """``{"header": […], "rows": [[number of the row, [cells]]]}``"""
    sealed_scores = models.TextField(blank=True, editable=False)
    """``[[id of the wish, "8.25" or null for absent]]``"""
    made_by = person(_("taken in by"))
    made_at = models.DateTimeField(_("taken in"), default=timezone.now)
    decided_by = person(_("confirmed by"))
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    sealed_fields = ("sealed_table", "sealed_scores")

    class Meta:
        verbose_name = _("list of scores")
        verbose_name_plural = _("lists of scores")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.filename or f"{self.pk}"
