"""A proposal to take a page off the site: an author or editor gives the reason, the chief editor decides."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from editorial.choices import Escalation, ProposalState
from editorial.models.publications import Publication, person_field
from network.models import Institution


class WithdrawalProposal(models.Model):
    """One proposal. ``board`` is the one whose chief editor decides: the page's own, or an authority's above it
    where the own board has nobody who can."""

    personal_data = PersonalData(
        fields=dict.fromkeys(
            ("proposed_by", "proposed_name", "reason", "decided_by", "decided_name", "answer"),
            DataClass.PERSONAL,
        ),
        purpose=_("To know who proposed to withdraw a page, why, and what the chief editor decided."),
        retention=_("As long as the page exists."),
    )

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="withdrawal_proposals",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="withdrawal_proposals",
    )
    board = models.ForeignKey(
        Institution, verbose_name=_("board"), on_delete=models.CASCADE, related_name="+"
    )
    escalation = models.CharField(
        _("reason of the escalation"), max_length=10, choices=Escalation.choices, blank=True
    )
    is_stuck = models.BooleanField(_("nobody can take this step"), default=False)
    title = models.CharField(_("title"), max_length=255)
    reason = models.CharField(_("reason"), max_length=500)
    state = models.CharField(
        _("state"), max_length=8, choices=ProposalState.choices, default=ProposalState.WAITING
    )
    proposed_by = person_field(_("proposed by"))
    proposed_name = models.CharField(_("proposed by"), max_length=310)
    proposed_at = models.DateTimeField(_("proposed at"))
    decided_by = person_field(_("decided by"))
    decided_name = models.CharField(_("decided by"), max_length=310, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    publication = models.ForeignKey(
        Publication, verbose_name=_("record"), null=True, on_delete=models.SET_NULL, related_name="proposals"
    )

    class Meta:
        verbose_name = _("proposal to withdraw a page")
        verbose_name_plural = _("proposals to withdraw pages")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=models.Q(state=ProposalState.WAITING),
                name="withdrawal_proposal_waiting_unique",
            )
        ]
        indexes = [models.Index(fields=["state", "board"], name="withdrawal_proposal_board")]

    def __str__(self) -> str:
        return self.title

    @property
    def escalated_from(self) -> Institution | None:
        return None if self.board_id == self.institution_id else self.institution
