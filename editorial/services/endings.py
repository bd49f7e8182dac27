"""What becomes of a board whose institution is closed or merged away: it keeps its memory and loses its
rights.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.models import GroupCollectionPermission, GroupPagePermission, WorkflowState

from editorial.choices import ProposalState
from editorial.models import BoardGroup, WithdrawalProposal
from editorial.selectors import open_invitations
from editorial.services.routing import chain_reroute
from network.models import Institution
from network.selectors import pages_of

__all__ = ["board_end"]


@transaction.atomic
def board_end(institution: Institution) -> None:
    """Take away every right in the institution's trees and collection, stop what waits for approval, withdraw
    open invitations; what members had passed on to this board goes further up. Who was on the board stays known.
    """
    for group in BoardGroup.objects.filter(institution=institution).select_related("group"):
        GroupPagePermission.objects.filter(group=group.group).delete()
        GroupCollectionPermission.objects.filter(group=group.group).delete()
        group.group.permissions.clear()
    object_ids = [str(pk) for pk in pages_of(institution).values_list("pk", flat=True)]
    waiting = WorkflowState.objects.filter(
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        object_id__in=object_ids,
    )
    for state in waiting:
        state.cancel()
    WithdrawalProposal.objects.filter(institution=institution, state=ProposalState.WAITING).update(
        state=ProposalState.LAPSED, decided_at=timezone.now()
    )
    open_invitations(institution).delete()
    chain_reroute(institution=institution)
