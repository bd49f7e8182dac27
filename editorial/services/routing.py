"""When people come and go, the steps that wait go to a board that can take them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F, Q, QuerySet
from wagtail.models import TaskState

from editorial.choices import BoardRole, ProposalState
from editorial.models import Boards, BoardTaskState, WithdrawalProposal
from network.letters import LetterDraft, letters_queue
from network.models import Institution

__all__ = ["ESCALATED", "chain_reroute", "escalation_announce", "reroute_run"]

ESCALATED = "editorial.escalated"
BATCH = 500


@transaction.atomic
def chain_reroute(*, institution: Institution | None = None) -> int:
    """Send every open step and proposal to the board that can take it now; answers how many moved.

    To be called by whatever changes a board: roles given and taken, accounts suspended, deleted, opened again,
    an authority closed. With `institution`, the steps that a change on its board may concern: its own, and those
    of institutions below it that were escalated or that nobody can take. The number of queries is fixed, save
    for those that move. Nobody loses anything: a step stays open, with its agreements, whoever goes.
    """
    steps = BoardTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    proposals = WithdrawalProposal.objects.filter(state=ProposalState.WAITING)
    if institution is not None:
        below = {"path__gte": institution.path, "path__lt": institution._inc_path()}
        steps = steps.filter(
            Q(institution=institution)
            | Q(**{f"escalated_from__{name}": value for name, value in below.items()})
            | Q(is_stuck=True, **{f"institution__{name}": value for name, value in below.items()})
        )
        proposals = proposals.filter(
            Q(institution=institution)
            | Q(**{f"institution__{name}": value for name, value in below.items()}) & ~Q(escalation="")
        )
    return _reroute_steps(steps) + _reroute_proposals(proposals)


def reroute_run(now: datetime) -> str:
    """The timer: what a change of people that told nobody has left behind."""
    return str(chain_reroute())


def _reroute_steps(states: QuerySet) -> int:
    states = list(
        states.select_related("institution", "escalated_from", "workflow_state").annotate(
            step=F("task__boardtask__role")
        )
    )
    if not states:
        return 0
    boards = Boards(state.home for state in states)
    appraisers = dict(
        BoardTaskState.objects.filter(
            status=TaskState.STATUS_APPROVED,
            task__boardtask__role=BoardRole.EDITOR,
            workflow_state_id__in={state.workflow_state_id for state in states},
        )
        .order_by("finished_at", "pk")
        .values_list("workflow_state_id", "finished_by_id")
    )
    moved = 0
    for state in states:
        barred = state.barred(appraisers.get(state.workflow_state_id))
        if state.route_to(boards.route(state.home, BoardRole(state.step), barred)):
            fields = ("institution", "role", "escalated_from", "escalation", "is_stuck")
            moved += BoardTaskState.objects.filter(pk=state.pk, status=TaskState.STATUS_IN_PROGRESS).update(
                **{name: getattr(state, name) for name in fields}
            )
            escalation_announce(state, boards.able(state.institution, state.role, barred))
    return moved


def _reroute_proposals(proposals: QuerySet) -> int:
    proposals = list(proposals.select_related("institution"))
    if not proposals:
        return 0
    boards = Boards(proposal.institution for proposal in proposals)
    moved = 0
    for proposal in proposals:
        route = boards.route(proposal.institution, BoardRole.CHIEF, {proposal.proposed_by_id})
        found = (route.board.pk, str(route.reason), route.is_stuck)
        if found != (proposal.board_id, proposal.escalation, proposal.is_stuck):
            moved += WithdrawalProposal.objects.filter(pk=proposal.pk, state=ProposalState.WAITING).update(
                board=route.board, escalation=str(route.reason), is_stuck=route.is_stuck
            )
    return moved


def escalation_announce(state: BoardTaskState, able: Collection[int] | None = None) -> None:
    """Tell those who can take a step that moved, and where it left the page's own board, the submitter and
    the chief editors there."""
    if able is None:
        barred = state.barred(None)
        able = Boards([state.home]).able(state.institution, state.role, barred)
    told = set() if state.is_stuck else {*able}
    if state.escalation:
        told |= {state.workflow_state.requested_by_id} | set(_chiefs(state.home))
    _queue(state, told - {None})


def _chiefs(institution: Institution) -> Iterable[int]:
    people = get_user_model().objects.filter(
        groups__board_group__institution=institution, groups__board_group__role=BoardRole.CHIEF
    )
    return people.values_list("pk", flat=True)


def _queue(state: BoardTaskState, people: Collection[int]) -> None:
    letters_queue(
        kind=ESCALATED,
        drafts=[
            LetterDraft(
                user_id=pk,
                institution_id=state.institution_id,
                about={"step": state.pk, "board": state.institution_id},
            )
            for pk in sorted(people)
        ],
    )
