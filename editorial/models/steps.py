"""Where a page stands at one step of the chain, whose board has to act, and how it was decided."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from common.page_rules import PageRuleError
from common.personal_data import DataClass, PersonalData
from editorial.choices import BoardRole, Escalation
from editorial.models.board import roles_of
from editorial.models.chain_settings import plan
from network.models import Institution

DECIDED = _("Somebody else has decided on this page meanwhile. Open the page again to see where it stands.")
NOT_YOURS = _("This step belongs to another role, or to the board of another site.")
REASON_NEEDED = _("Give the reason for which you return the page.")


class ChainRefusedError(PageRuleError):
    """An act that the approval chain does not allow; the message says why, in words for the person who
    tried."""


class BoardTaskState(TaskState):
    """Where a page stands at one step. ``institution`` and ``role`` say whose turn it is; ``escalated_from``
    is the page's own institution where that is another board.

    Which steps the page goes through is settled when it is submitted (``with_editor``, ``with_head``).
    ``people`` and ``finished_name`` keep the names, so that an account that is deleted meanwhile loses nothing:
    ``{"submitted": [id, name], "writers": [[id, name], …]}``.
    """

    personal_data = PersonalData(
        fields={
            "finished_by": DataClass.PERSONAL,
            "finished_name": DataClass.PERSONAL,
            "people": DataClass.PERSONAL,
            "comment": DataClass.PERSONAL,
        },
        purpose=_("To know who wrote, appraised and approved a page, and why one was returned."),
        retention=_("As long as the page exists."),
    )

    institution = models.ForeignKey(
        Institution, verbose_name=_("board"), on_delete=models.CASCADE, related_name="+"
    )
    role = models.CharField(_("role"), max_length=8, choices=BoardRole.choices, blank=True)
    escalated_from = models.ForeignKey(
        Institution,
        verbose_name=_("escalated from"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    escalation = models.CharField(
        _("reason of the escalation"), max_length=10, choices=Escalation.choices, blank=True
    )
    is_stuck = models.BooleanField(_("nobody can take this step"), default=False)
    with_editor = models.BooleanField(default=True)
    with_head = models.BooleanField(default=False)
    people = models.JSONField(default=dict)
    finished_name = models.CharField(max_length=310, blank=True)

    exclude_fields_in_copy = [*TaskState.exclude_fields_in_copy, "taskstate_ptr"]

    class Meta:
        verbose_name = _("step of the board")
        verbose_name_plural = _("steps of the board")

    @property
    def home(self) -> Institution:
        """The institution of the page."""
        return self.escalated_from or self.institution

    @property
    def plan(self) -> tuple[BoardRole, ...]:
        """The steps of this submission, in their order."""
        return plan(self.with_editor, self.with_head)

    def barred(self, appraiser_id: int | None) -> set[int]:
        """Ids of those who may not agree at this step, as far as they were known when it was opened."""
        known = [self.people.get("submitted"), *self.people.get("writers", [])]
        barred = {person[0] for person in known if person} | {
            self.workflow_state.requested_by_id,
            appraiser_id,
        }
        return barred - {None}

    def route_to(self, route) -> bool:
        """Take over a `Route`; answers whether anything changed. Not saved."""
        before = (self.institution_id, self.role, self.escalated_from_id, self.escalation, self.is_stuck)
        self.institution, self.role = route.board, str(route.role)
        self.escalated_from, self.escalation = route.escalated_from, str(route.reason)
        self.is_stuck = route.is_stuck
        return before != (
            self.institution_id,
            self.role,
            self.escalated_from_id,
            self.escalation,
            self.is_stuck,
        )

    def belongs_to(self, user) -> bool:
        """Whether the step is the person's. A superuser may take any role. What nobody can take lies with the
        chief editor as well, who can return it."""
        if user is None or not user.is_active:
            return False
        if user.is_superuser:
            return True
        roles = {self.role, *((BoardRole.CHIEF.value,) if self.is_stuck else ())}
        return any((self.institution_id, role) in roles_of(user) for role in roles)

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        """Agree. Refused for anybody who may not, whichever way the call came."""
        self._take(user)
        if reason := self.task.specific.hindrance(self.workflow_state, user, state=self):
            raise ChainRefusedError(reason)
        # What an editor agrees to is the page as it is now, with the board's edits during review.
        latest = self.workflow_state.content_object.latest_revision_id
        if self.revision_id != latest:
            self.revision_id = latest
        self.finished_name = person_name(user)
        return super().approve(user=user, update=update, comment=comment)

    @transaction.atomic
    def reject(self, user=None, update=True, comment=""):
        """Return the page to its author, with the reason."""
        self._take(user)
        if not comment.strip():
            raise ChainRefusedError(REASON_NEEDED)
        self.finished_name = person_name(user)
        return super().reject(user=user, update=update, comment=comment)

    @transaction.atomic
    def reappraise(self, user=None):
        """Send a page that was changed at a later step back to the first."""
        self._take(user)
        return self.cancel(user=user, resume=True)

    def _take(self, user) -> None:
        """Lock the row, so that of two people who act at once the second is told."""
        current = BoardTaskState.objects.select_for_update(of=("self", "taskstate_ptr")).get(pk=self.pk)
        if current.status != self.STATUS_IN_PROGRESS or self.status != self.STATUS_IN_PROGRESS:
            raise ChainRefusedError(DECIDED)
        for name in ("institution_id", "role", "escalated_from_id", "escalation", "is_stuck"):
            setattr(self, name, getattr(current, name))
        self.workflow_state = WorkflowState.objects.get(pk=self.workflow_state_id)
        if not self.belongs_to(user):
            raise ChainRefusedError(NOT_YOURS)


def person_name(user) -> str:
    """The name that the records keep of a person."""
    return (user.get_full_name() or user.get_username()) if user else ""
