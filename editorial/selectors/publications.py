"""What a board has published and withdrawn, and what is proposed to be withdrawn."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from wagtail.models import Page

from editorial.choices import BoardRole, ProposalState
from editorial.models import Publication, WithdrawalProposal
from editorial.selectors.boards import board_roles
from network.choices import InstitutionKind
from network.models import Institution

DECIDED_SHOWN = 20
READERS = (BoardRole.EDITOR, BoardRole.CHIEF, BoardRole.HEAD)
"""Roles on an authority's board that read the record of its members."""


def publications_for(user) -> QuerySet[Publication]:
    """The record of the institutions on whose boards a person serves, and of the members of authorities among
    them; all of it for a superuser. One query more than the rows themselves."""
    rows = Publication.objects.select_related("institution").prefetch_related("writers")
    if user.is_superuser:
        return rows
    return rows.filter(_in_reach(user))


def _in_reach(user) -> Q:
    roles = board_roles(user)
    reach = Q(institution_id__in={pk for pk, _role in roles})
    authorities = Institution.objects.filter(pk__in={pk for pk, role in roles if role in READERS}).exclude(
        kind=InstitutionKind.FACILITY
    )
    for authority in authorities.order_by("path"):
        reach |= Q(institution__path__gt=authority.path, institution__path__lt=authority._inc_path())
    return reach


def waiting_proposal(page: Page) -> WithdrawalProposal | None:
    """The proposal to withdraw a page on which nobody has decided."""
    return WithdrawalProposal.objects.filter(page_id=page.pk, state=ProposalState.WAITING).first()


def last_refusal(page: Page) -> WithdrawalProposal | None:
    """The last proposal to withdraw a page, where it was refused."""
    last = WithdrawalProposal.objects.filter(page_id=page.pk).order_by("-proposed_at", "-pk").first()
    return last if last and last.state == ProposalState.REFUSED else None


def proposals_of(user) -> list[WithdrawalProposal]:
    """What waits on the person's own boards or for the person's decision, the oldest first, then the last that
    were decided. Two queries."""
    rows = WithdrawalProposal.objects.select_related("institution", "board", "page")
    if not user.is_superuser:
        boards = {pk for pk, _role in board_roles(user)}
        led = {pk for pk, role in board_roles(user) if role == BoardRole.CHIEF}
        rows = rows.filter(Q(institution_id__in=boards) | Q(board_id__in=led))
    waiting = rows.filter(state=ProposalState.WAITING).order_by("proposed_at", "pk")
    return [*waiting, *rows.exclude(state=ProposalState.WAITING)[:DECIDED_SHOWN]]
