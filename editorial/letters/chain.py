"""The letters about steps that left their board and about withdrawals. Reasons may name people: they stay in
the admin."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from editorial.choices import ProposalState
from editorial.letters.boards import admin_link, rendered
from editorial.models import BoardTaskState, Publication, WithdrawalProposal
from editorial.services.routing import ESCALATED
from editorial.services.withdrawals import PROPOSED, REFUSED, WITHDRAWN
from network.letters import LetterKind, Message, register_kind
from network.models import Letter

EDIT = "wagtailadmin_pages:edit"


def register() -> None:
    register_kind(LetterKind(ESCALATED, _("A page was passed on to another board"), build=escalated))
    register_kind(LetterKind(PROPOSED, _("A proposal to withdraw a page waits for me"), build=proposed))
    register_kind(LetterKind(REFUSED, _("My proposal to withdraw a page was refused"), build=refused))
    register_kind(LetterKind(WITHDRAWN, _("A page of our site was withdrawn"), build=withdrawn))


def escalated(letter: Letter) -> Message | None:
    """To those who take the step now, to the submitter and to the chief editors of the page's own site."""
    state = (
        BoardTaskState.objects.select_related(
            "institution__site", "escalated_from__site", "workflow_state__requested_by", "revision"
        )
        .defer("revision__content")
        .filter(pk=letter.about["step"], status=TaskState.STATUS_IN_PROGRESS)
        .first()
    )
    if state is None or state.institution_id != letter.about["board"]:
        return None
    is_taker = not state.is_stuck and state.belongs_to(get_user_model().objects.get(pk=letter.user_id))
    context = {
        "title": state.revision.object_str,
        "home": state.home.name,
        "board": state.institution.name,
        "reason": state.get_escalation_display(),
        "is_taker": is_taker,
        "is_stuck": state.is_stuck,
        "link": admin_link(
            state.institution if is_taker else state.home, EDIT, state.workflow_state.object_id
        ),
    }
    return rendered("editorial/escalated", context)


def proposed(letter: Letter) -> Message | None:
    proposal = _proposal(letter, ProposalState.WAITING)
    if proposal is None:
        return None
    link = admin_link(proposal.board, "editorial_withdrawal", proposal.pk)
    return rendered("editorial/withdrawal_proposed", _about(proposal) | {"link": link})


def refused(letter: Letter) -> Message | None:
    proposal = _proposal(letter, ProposalState.REFUSED)
    if proposal is None:
        return None
    link = admin_link(proposal.institution, EDIT, proposal.page_id)
    return rendered("editorial/withdrawal_refused", _about(proposal) | {"link": link})


def withdrawn(letter: Letter) -> Message | None:
    publication = (
        Publication.objects.select_related("institution__site").filter(pk=letter.about["publication"]).first()
    )
    if publication is None or publication.page_id is None:
        return None
    context = {
        "title": publication.title,
        "person": publication.approved_name,
        "institution": publication.institution.name,
        "link": admin_link(publication.institution, EDIT, publication.page_id),
    }
    return rendered("editorial/withdrawn", context)


def _proposal(letter: Letter, state: ProposalState) -> WithdrawalProposal | None:
    rows = WithdrawalProposal.objects.select_related("institution__site", "board__site")
    return rows.filter(pk=letter.about["proposal"], state=state).first()


def _about(proposal: WithdrawalProposal) -> dict:
    return {
        "title": proposal.title,
        "person": proposal.proposed_name,
        "decided_by": proposal.decided_name,
        "institution": proposal.institution.name,
    }
