"""An authority's members: their stored states, their boards, the letters written to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import F, Q, QuerySet
from wagtail.models import TaskState

from assessment.choices import Lack, Order
from assessment.models import BoardLetter, SiteState, SiteStateQuerySet
from common.text import fold
from editorial.choices import BoardRole
from editorial.models import BoardTaskState, Publication
from editorial.selectors import board_roles
from network.choices import InstitutionKind
from network.models import Institution

LISTED = 10


def authorities_of(user) -> QuerySet[Institution]:
    """The authorities whose members a person oversees: those on whose boards they serve; the top for a superuser."""
    found = Institution.objects.active().exclude(kind=InstitutionKind.FACILITY)
    if user.is_superuser:
        return found.filter(depth=1)
    return found.filter(pk__in={pk for pk, _role in board_roles(user)})


def may_write_for(user, authority: Institution) -> bool:
    """Whether a person may write to boards in the authority's name: its chief editor, its head."""
    return user.is_superuser or bool(
        board_roles(user) & {(authority.pk, str(BoardRole.CHIEF)), (authority.pk, str(BoardRole.HEAD))}
    )


def member_states(
    authority: Institution,
    *,
    now: datetime,
    words: str = "",
    type: str = "",
    under: Institution | None = None,
    lack: str = "",
    order: str = Order.WORST,
) -> SiteStateQuerySet:
    """The states of an authority's members at any depth, as asked for; one query."""
    found = SiteState.objects.below(under or authority).select_related("institution")
    for word in fold(words).split():
        found = found.filter(institution__folded__contains=word)
    if type:
        found = found.filter(institution__type=type)
    if lack:
        found = found.lacking(Lack(lack), now=now)
    return found.in_order(order or Order.WORST)


def last_letters(institutions: Iterable[int]) -> dict[int, BoardLetter]:
    """Institution id → the last letter to its board; one query."""
    found: dict[int, BoardLetter] = {}
    rows = BoardLetter.objects.filter(institution_id__in=list(institutions)).select_related("sender")
    for letter in rows.defer("text").order_by("created_at", "pk"):
        found[letter.institution_id] = letter
    return found


def addressees_of(institution: Institution) -> list[Any]:
    """Who answers for a site: its chief editors and its head, active accounts with an address; one query."""
    return list(
        get_user_model()
        .objects.filter(
            is_active=True,
            groups__board_group__institution=institution,
            groups__board_group__role__in=(BoardRole.CHIEF, BoardRole.HEAD),
        )
        .exclude(email="")
        .distinct()
        .order_by("pk")
    )


def board_of(institution: Institution) -> list[dict[str, Any]]:
    """The active people of a board with role, name, address for work and last sign-in, the lowest role last; one query."""
    ranks = {str(role): rank for rank, role in enumerate(BoardRole)}
    users = (
        get_user_model()
        .objects.filter(is_active=True, groups__board_group__institution=institution)
        .annotate(role=F("groups__board_group__role"))
        .order_by("pk")
    )
    rows = [{"user": user, "role": BoardRole(user.role)} for user in users]
    return sorted(rows, key=lambda row: -ranks[str(row["role"])])


def waiting_pages(institution: Institution) -> list[BoardTaskState]:
    """The pages of an institution that wait for a decision, of its own board or of one above, the longest first; one
    query."""
    own = Q(institution=institution, escalated_from=None) | Q(escalated_from=institution)
    return list(
        BoardTaskState.objects.filter(own, status=TaskState.STATUS_IN_PROGRESS)
        .select_related("revision", "institution")
        .defer("revision__content")
        .order_by("started_at", "pk")[:LISTED]
    )


def last_publications(institution: Institution) -> list[Publication]:
    """What was put on a site or taken off it last; one query."""
    return list(Publication.objects.filter(institution=institution)[:LISTED])
