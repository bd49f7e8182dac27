"""Where one page stands: its steps with those who took them, and why it lies with another board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, TaskState, WorkflowState

from editorial.choices import BoardRole
from editorial.models import BoardTaskState, WithdrawalProposal
from editorial.selectors.publications import last_refusal, waiting_proposal
from editorial.states import page_state

LABELS = {
    BoardRole.EDITOR: pgettext_lazy("approval chain", "Editor appraises"),
    BoardRole.CHIEF: pgettext_lazy("approval chain", "Chief editor approves"),
    BoardRole.HEAD: pgettext_lazy("approval chain", "Head approves"),
}


@dataclass(frozen=True)
class StepLine:
    """One step. ``status`` is ``done``, ``now`` or ``later``."""

    label: str | Promise
    status: str
    person: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """``note`` says why another board acts, or that nobody can and what to do; "" where all goes its way."""

    words: str | Promise
    submitted_by: str = ""
    submitted_at: datetime | None = None
    steps: tuple[StepLine, ...] = ()
    note: str = ""
    return_reason: str = ""
    proposal: WithdrawalProposal | None = None
    refusal: WithdrawalProposal | None = None


def standing_of(page: Page) -> Standing:
    """All that the editor shows about a page's way; at the most seven queries."""
    workflow = page.current_workflow_state
    proposals = {"proposal": waiting_proposal(page), "refusal": last_refusal(page)} if page.live else {}
    if workflow is None:
        return Standing(words=page_state(page), **proposals)
    states = list(
        BoardTaskState.objects.filter(workflow_state=workflow)
        .select_related("institution", "escalated_from", "finished_by", "task__boardtask")
        .order_by("-pk")
    )
    current = next((state for state in states if state.pk == workflow.current_task_state_id), None)
    if current is None:
        return Standing(words=page_state(page), **proposals)
    is_returned = workflow.status == WorkflowState.STATUS_NEEDS_CHANGES
    return Standing(
        words=page_state(page),
        submitted_by=(current.people.get("submitted") or [None, ""])[1],
        submitted_at=workflow.created_at,
        steps=tuple(_line(role, states, current, page) for role in current.plan),
        note="" if is_returned else escalation_text(current),
        return_reason=current.comment if is_returned else "",
        **proposals,
    )


def escalation_text(state: BoardTaskState) -> str:
    """Why a step lies with another board, in words for the people of both."""
    reason = state.get_escalation_display()
    if state.is_stuck:
        return _(
            "Nobody can take this step: %(reason)s, and no authority above has anybody who can. Invite somebody to "
            "the board, or take the page back."
        ) % {"reason": reason}
    if state.escalated_from_id:
        return _("Passed on to %(board)s, because at %(home)s %(reason)s.") % {
            "board": state.institution.name,
            "home": state.home.name,
            "reason": reason,
        }
    return ""


def _line(role: BoardRole, states: list[BoardTaskState], current: BoardTaskState, page: Page) -> StepLine:
    for state in states:
        is_agreed = state.status == TaskState.STATUS_APPROVED and state.revision_id == page.latest_revision_id
        if state.task.boardtask.role == role and is_agreed:
            return StepLine(LABELS[role], "done", state.finished_name, state.finished_at)
    is_now = current.task.boardtask.role == role and current.status == TaskState.STATUS_IN_PROGRESS
    return StepLine(LABELS[role], "now" if is_now else "later")
