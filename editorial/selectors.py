"""Who is on which board."""

from __future__ import annotations

from django.contrib.auth import get_user_model

from editorial.choices import BoardRole
from editorial.models import BoardGroup
from network.models import Institution


def board_roles(user) -> frozenset[tuple[int, str]]:
    """The pairs (institution id, role) of a person; one query, kept on the user object for the request."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_edusite_board_roles"):
        rows = BoardGroup.objects.filter(group__user=user).values_list("institution_id", "role")
        user._edusite_board_roles = frozenset(rows)
    return user._edusite_board_roles


def has_role(user, institution: Institution | None, *roles: BoardRole) -> bool:
    """Whether the person holds one of the roles on the institution's board."""
    return institution is not None and any((institution.pk, role) in board_roles(user) for role in roles)


def institutions_of(user):
    """The institutions on whose boards a person serves."""
    return Institution.objects.filter(pk__in={pk for pk, _role in board_roles(user)})


def board_members(institution: Institution, role: BoardRole | None = None):
    """The active people of a board, or of one role of it."""
    users = get_user_model().objects.filter(is_active=True, groups__board_group__institution=institution)
    if role:
        users = users.filter(groups__board_group__role=role, groups__board_group__institution=institution)
    return users.distinct()
