"""Who is on which board."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.models import Invitation, institutions_served, roles_of
from network.models import Institution


def board_roles(user) -> frozenset[tuple[int, str]]:
    """The pairs (institution id, role) of a person; one query, kept on the user object for the request."""
    return roles_of(user)


def has_role(user, institution: Institution | None, *roles: BoardRole) -> bool:
    """Whether the person holds one of the roles on the institution's board."""
    return institution is not None and any((institution.pk, role) in board_roles(user) for role in roles)


def institutions_of(user):
    """The institutions on whose boards a person serves."""
    return Institution.objects.filter(pk__in={pk for pk, _role in board_roles(user)})


def led_by(user) -> QuerySet[Institution]:
    """The institutions whose chief editor a person is."""
    return Institution.objects.filter(
        pk__in={pk for pk, role in board_roles(user) if role == BoardRole.CHIEF}
    )


def leads(user) -> list[Institution]:
    """The same with their sites, kept on the user object for the request (``network.access``)."""
    return [i for i in institutions_served(user) if (i.pk, BoardRole.CHIEF) in roles_of(user)]


def board_members(institution: Institution, role: BoardRole | None = None):
    """The active people of a board, or of one role of it."""
    users = get_user_model().objects.filter(is_active=True, groups__board_group__institution=institution)
    if role:
        users = users.filter(groups__board_group__role=role, groups__board_group__institution=institution)
    return users.distinct()


def open_invitations(institution: Institution) -> QuerySet[Invitation]:
    """Invitations that somebody may still accept."""
    return Invitation.objects.filter(
        institution=institution, accepted_at__isnull=True, expires_at__gt=timezone.now()
    )
