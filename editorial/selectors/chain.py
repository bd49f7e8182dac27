"""What lies where in the approval chain: waiting for a person, under way, returned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, TaskState, WorkflowState

from common.models import site_path
from editorial import states
from editorial.choices import BoardRole, ProposalState
from editorial.models import BoardTaskState, WithdrawalProposal
from editorial.models.chain import steps_of_person
from editorial.selectors.boards import board_roles
from editorial.selectors.standing import escalation_text
from network.models import Institution
from network.selectors import institutions_for_paths

DRAFT, RETURNED, WITHDRAWAL = "draft", "returned", "withdrawal"
WITHDRAWAL_LABEL = pgettext_lazy("state of a page", "proposed to be withdrawn")
SHOWN = 100
"""Drafts of one person that are listed at the most."""


Bundle = tuple[Callable[[], QuerySet], Callable[[], QuerySet]]
_bundles: dict[str, Bundle] = {}


def register_bundle(name: str, states: Callable[[], QuerySet], drafts: Callable[[], QuerySet]) -> None:
    """Keep pages that came many at once out of the lists of single ones: a part of the desk shows them together.

    `states` answers the ids of their workflows, `drafts` those of their pages that nobody has handed in yet.
    """
    if _bundles.setdefault(name, (states, drafts)) != (states, drafts):
        raise ValueError(f"A bundle named {name!r} is registered already.")


def _without_bundled(steps: QuerySet) -> QuerySet:
    for bundled, _drafts in _bundles.values():
        steps = steps.exclude(workflow_state_id__in=bundled())
    return steps


@dataclass(frozen=True)
class ChainRow:
    """One page in the chain. ``institution`` is the page's own; ``board`` the institution whose board acts
    now, another one only where the step was escalated, and ``escalated_from`` is then the page's own.
    ``reason`` is that of the return, or of the escalation."""

    page_id: int
    title: str
    institution: Institution | None
    step: str
    """A `BoardRole`, or ``draft``, ``returned``, ``withdrawal``."""
    label: str | Promise
    since: datetime | None
    board: Institution | None = None
    escalated_from: Institution | None = None
    reason: str | Promise = ""
    is_stuck: bool = False
    """Nobody anywhere can take the step."""
    person: str = ""
    """Who handed the page in, or who returned it."""

    proposal_id: int | None = None

    @property
    def edit_url(self) -> str:
        """Where the person acts: the editor, or the screen of the proposal."""
        if self.proposal_id:
            return reverse("editorial_withdrawal", args=[self.proposal_id])
        return reverse("wagtailadmin_pages:edit", args=[self.page_id])


def waiting_for(user) -> list[ChainRow]:
    """What waits for the person's decision, the oldest first: steps of their roles, escalated ones of other
    institutions among them, on pages that they did not submit; and proposals to withdraw a page. Two queries."""
    found = _without_bundled(_open_steps().filter(steps_of_person(user), is_stuck=False))
    rows = [_step_row(state) for state in found.exclude(workflow_state__requested_by=user)]
    led = [pk for pk, role in board_roles(user) if role == BoardRole.CHIEF]
    proposals = WithdrawalProposal.objects.filter(board_id__in=led, state=ProposalState.WAITING)
    proposals = proposals.exclude(proposed_by=user).select_related("institution", "board")
    rows += [_proposal_row(proposal) for proposal in proposals]
    return sorted(rows, key=lambda row: row.since)


def in_progress_of(user) -> list[ChainRow]:
    """What the person is at work on: own pages in the chain, then own drafts that were not handed in yet, the
    newest first. Five queries."""
    found = _without_bundled(_open_steps().filter(workflow_state__requested_by=user)).order_by("-started_at")
    drafts = Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
    for _states, pages in _bundles.values():
        drafts = drafts.exclude(pk__in=pages())
    drafts = list(drafts.order_by("-latest_revision_created_at")[:SHOWN])
    busy = set(
        WorkflowState.objects.active()
        .filter(object_id__in=[str(page.pk) for page in drafts], base_content_type__model="page")
        .values_list("object_id", flat=True)
    )
    drafts = [page for page in drafts if str(page.pk) not in busy]
    homes = institutions_for_paths([page.path for page in drafts]) if drafts else {}
    return [_step_row(state) for state in found] + [
        ChainRow(
            page_id=page.pk,
            title=page.draft_title or page.title,
            institution=homes.get(site_path(page.path)),
            step=DRAFT,
            label=states.DRAFT,
            since=page.latest_revision_created_at,
        )
        for page in drafts
    ]


def returned_to(user) -> list[ChainRow]:
    """What was returned to the person, with the reason, the newest first: pages that they handed in, and
    for a chief editor those whose submitter has no account any more. One query."""
    led = [pk for pk, role in board_roles(user) if role == BoardRole.CHIEF]
    orphaned = Q(workflow_state__requested_by=None) | Q(workflow_state__requested_by__is_active=False)
    home = Q(escalated_from_id__in=led) | Q(escalated_from=None, institution_id__in=led)
    found = (
        _without_bundled(_steps())
        .filter(
            status=TaskState.STATUS_REJECTED,
            workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
            workflow_state__current_task_state=F("taskstate_ptr"),
        )
        .filter(Q(workflow_state__requested_by=user) | (home & orphaned))
        .order_by("-finished_at")
    )
    return [
        _row(
            state,
            step=RETURNED,
            label=states.RETURNED,
            since=state.finished_at,
            reason=state.comment,
            person=_name(state.finished_by),
        )
        for state in found
    ]


def return_of(page: Page) -> TaskState | None:
    """The decision by which the page lies with its author again; its comment is the reason."""
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return state.task_states.filter(status=TaskState.STATUS_REJECTED).order_by("-finished_at", "-pk").first()


def _steps():
    """Steps with all that a row shows; the text of the version stays in the database."""
    return (
        BoardTaskState.objects.select_related(
            "institution", "escalated_from", "workflow_state__requested_by", "revision", "finished_by"
        )
        .defer("revision__content")
        .annotate(step=F("task__boardtask__role"))
    )


def _open_steps():
    return _steps().filter(status=TaskState.STATUS_IN_PROGRESS).order_by("started_at", "pk")


def _step_row(state) -> ChainRow:
    return _row(
        state,
        step=state.step,
        label=states.STEPS[BoardRole(state.step)],
        since=state.started_at,
        reason=escalation_text(state),
        person=_name(state.workflow_state.requested_by),
    )


def _proposal_row(proposal: WithdrawalProposal) -> ChainRow:
    return ChainRow(
        page_id=proposal.page_id,
        title=proposal.title,
        institution=proposal.institution,
        step=WITHDRAWAL,
        label=WITHDRAWAL_LABEL,
        since=proposal.proposed_at,
        board=proposal.board,
        escalated_from=proposal.escalated_from,
        reason=proposal.reason,
        person=proposal.proposed_name,
        proposal_id=proposal.pk,
    )


def _row(state, **fields) -> ChainRow:
    return ChainRow(
        page_id=int(state.workflow_state.object_id),
        title=state.revision.object_str,
        institution=state.home,
        board=state.institution,
        escalated_from=state.escalated_from,
        is_stuck=state.is_stuck,
        **fields,
    )


def _name(user) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""
