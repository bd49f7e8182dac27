"""The way off the site: the chief editor withdraws at once, others propose and the chief editor decides."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Revision

from common.page_rules import PageAction, refusal
from editorial import section_keys
from editorial.choices import BoardRole, ProposalState, PublicationKind
from editorial.models import (
    Boards,
    ChainRefusedError,
    Publication,
    WithdrawalProposal,
    person_name,
    roles_of,
)
from editorial.services.guard import withdrawing
from editorial.services.mandates import publication_attribute
from editorial.services.publications import content_of
from network.letters import LetterDraft, letters_queue
from network.models import Institution
from network.selectors import institution_for_page

NOT_CHIEF = _("Only the chief editor of this site can withdraw a page.")
NOT_ON_BOARD = _("Only the board of this site can propose to withdraw a page.")
NOTHING_TO_WITHDRAW = _("This page is neither published nor about to be.")
REASON_NEEDED = _("Give the reason for which the page is withdrawn.")
ANSWER_NEEDED = _("Give the reason for which the proposal is refused.")
WAITING_ALREADY = _("Somebody has proposed already to withdraw this page; the chief editor decides.")
PROPOSAL_DECIDED = _("Somebody else has decided on this proposal meanwhile.")

BY_END_DATE = _("By its end date")
WITHDRAWN = "editorial.withdrawn"
PROPOSED = "editorial.withdrawal_proposed"
REFUSED = "editorial.withdrawal_refused"


def may_withdraw(user, page: Page) -> bool:
    """Whether the person is a chief editor of the page's site, or a superuser."""
    institution = institution_for_page(page)
    return institution is not None and _leads(user, institution.pk)


def may_propose(user, page: Page) -> bool:
    """Whether the person is on the board of the page's site, and does not decide on it anyway."""
    institution = institution_for_page(page)
    boards = {pk for pk, _role in roles_of(user)}
    return institution is not None and institution.pk in boards and not may_withdraw(user, page)


def may_decide(user, proposal: WithdrawalProposal) -> bool:
    """Whether the person is a chief editor of the board that decides, and did not propose it."""
    leads = _leads(user, proposal.board_id) or _leads(user, proposal.institution_id)
    return leads and user.pk != proposal.proposed_by_id


def _leads(user, institution_id: int) -> bool:
    return user.is_superuser or (institution_id, BoardRole.CHIEF.value) in roles_of(user)


@transaction.atomic
def page_withdraw(*, page: Page, user, reason: str, now: datetime | None = None) -> Publication:
    """Take a published page off its site, or cancel its scheduled publication, with the chief editor's
    reason on record; editors and head are told.

    Raises ChainRefusedError for anybody else, ValidationError without a reason or where there is nothing
    to withdraw, and the refusal of the tree's rules for a required section.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if not may_withdraw(user, page):
        raise ChainRefusedError(NOT_CHIEF)
    return _withdraw(page, user, reason, now or timezone.now())


def _withdraw(page: Page, user, reason: str, now: datetime, proposal: WithdrawalProposal | None = None):
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    scheduled = page.scheduled_revision
    if not page.live and scheduled is None:
        raise ValidationError(NOTHING_TO_WITHDRAW)
    shown = page.live_revision or scheduled
    publication = Publication.objects.create(
        kind=PublicationKind.UNPUBLISH,
        institution=institution_for_page(page),
        page=page,
        title=page.title,
        address=(page.full_url or "")[:2000],
        revision=shown,
        submitted_by=proposal and proposal.proposed_by,
        submitted_name=proposal.proposed_name if proposal else "",
        submitted_at=proposal and proposal.proposed_at,
        approved_by=user,
        approved_name=person_name(user) or str(BY_END_DATE),
        approved_at=now,
        section=section_keys.key_of(page) or "",
        reason=reason.strip()[:500],
        **(content_of(shown) if shown else {}),
    )
    publication_attribute(publication=publication)
    _close_proposals(page, user, publication, now)
    with withdrawing(page):
        _cancel_schedule(scheduled, user)
        if page.live:
            UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    Publication.objects.filter(
        page=page, kind=PublicationKind.PUBLISH, published_at__isnull=True, cancelled_at__isnull=True
    ).update(cancelled_at=now)
    _tell_board(publication, user)
    return publication


def _cancel_schedule(revision: Revision | None, user) -> None:
    if revision is not None:
        revision.approved_go_live_at = None
        revision.save(user=user, update_fields=["approved_go_live_at"])


def _close_proposals(page, user, publication, now) -> None:
    """A withdrawal answers the proposal that waits, whether it was accepted or the chief editor was faster."""
    WithdrawalProposal.objects.filter(page=page, state=ProposalState.WAITING).update(
        state=ProposalState.ACCEPTED,
        decided_by=user,
        decided_name=person_name(user),
        decided_at=now,
        publication=publication,
    )


def _tell_board(publication: Publication, user) -> None:
    """Editors and head of the site, and who proposed it, learn that a page was withdrawn."""
    people = get_user_model().objects.filter(
        is_active=True,
        groups__board_group__institution=publication.institution,
        groups__board_group__role__in=(BoardRole.EDITOR, BoardRole.HEAD),
    )
    told = {*people.values_list("pk", flat=True), publication.submitted_by_id} - {None, user and user.pk}
    _queue(WITHDRAWN, told, publication.institution, {"publication": publication.pk})


@transaction.atomic
def page_take_down(page: Page, reason: str, now: datetime) -> bool:
    """Take a page off its site because a release of the guard has ended: on record as every withdrawal, by nobody's hand. False
    where the law requires the page (``may_take_down`` refused such a release)."""
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if may_take_down(page) is not None:
        return False
    _withdraw(page, None, reason, now)
    return True


def may_take_down(page: Page) -> str | Promise | None:
    """Why a page can never go off its site, or None."""
    return refusal(page=page, action=PageAction.EXPIRE)


@transaction.atomic
def withdrawal_propose(*, page: Page, user, reason: str, now: datetime | None = None) -> WithdrawalProposal:
    """Ask the chief editor to take a page off the site.

    Raises ChainRefusedError for a stranger, ValidationError without a reason, where there is nothing to
    withdraw, and where a proposal waits already; the refusal of the tree's rules for a required section.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if not may_propose(user, page):
        raise ChainRefusedError(NOT_ON_BOARD)
    if refused := refusal(page=page, action=PageAction.EXPIRE, user=user):
        raise ChainRefusedError(refused)
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    if not page.live and page.scheduled_revision is None:
        raise ValidationError(NOTHING_TO_WITHDRAW)
    if WithdrawalProposal.objects.filter(page=page, state=ProposalState.WAITING).exists():
        raise ValidationError(WAITING_ALREADY)
    institution = institution_for_page(page)
    boards = Boards([institution])
    route = boards.route(institution, BoardRole.CHIEF, {user.pk})
    proposal = WithdrawalProposal.objects.create(
        page=page,
        institution=institution,
        board=route.board,
        escalation=str(route.reason),
        is_stuck=route.is_stuck,
        title=page.title,
        reason=reason.strip()[:500],
        proposed_by=user,
        proposed_name=person_name(user),
        proposed_at=now or timezone.now(),
    )
    chiefs = boards.able(route.board, BoardRole.CHIEF, {user.pk})
    _queue(PROPOSED, chiefs, route.board, {"proposal": proposal.pk})
    return proposal


@transaction.atomic
def withdrawal_accept(*, proposal: WithdrawalProposal, user, now: datetime | None = None) -> Publication:
    """Withdraw the page for the reason that was proposed. Raises ChainRefusedError for anybody who may not
    decide, and where somebody has decided."""
    proposal = _take(proposal, user)
    page = Page.objects.select_for_update().get(pk=proposal.page_id).specific
    return _withdraw(page, user, proposal.reason, now or timezone.now(), proposal)


@transaction.atomic
def withdrawal_refuse(
    *, proposal: WithdrawalProposal, user, answer: str, now: datetime | None = None
) -> WithdrawalProposal:
    """Leave the page on the site, with the reason; who proposed it is told."""
    proposal = _take(proposal, user)
    if not answer.strip():
        raise ValidationError({"answer": ANSWER_NEEDED})
    proposal.state = ProposalState.REFUSED
    proposal.decided_by, proposal.decided_name = user, person_name(user)
    proposal.decided_at = now or timezone.now()
    proposal.answer = answer.strip()[:500]
    proposal.save()
    told = {proposal.proposed_by_id} - {None}
    _queue(REFUSED, told, proposal.institution, {"proposal": proposal.pk})
    return proposal


def _take(proposal: WithdrawalProposal, user) -> WithdrawalProposal:
    """Lock the proposal, so that of two who decide at once the second is told."""
    proposal = (
        WithdrawalProposal.objects.select_for_update(of=("self",))
        .select_related("institution", "proposed_by")
        .get(pk=proposal.pk)
    )
    if not may_decide(user, proposal):
        raise ChainRefusedError(NOT_CHIEF)
    if proposal.state != ProposalState.WAITING:
        raise ChainRefusedError(PROPOSAL_DECIDED)
    return proposal


def _queue(kind: str, people, institution: Institution | None, about: dict) -> None:
    letters_queue(
        kind=kind,
        drafts=[
            LetterDraft(user_id=pk, institution_id=institution.pk if institution else None, about=about)
            for pk in sorted(people)
        ],
    )
