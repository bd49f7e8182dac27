"""Who leads boards and heads institutions, for the duties on personal information (``privacy.duties``)."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.choices import BoardRole
from editorial.models import BoardGroup
from editorial.selectors import board_roles
from privacy.duties import Boards


def _held(user, role: BoardRole) -> set[int]:
    return {pk for pk, held in board_roles(user) if held == role}


def _people(institution_ids: Iterable[int], role: BoardRole) -> list[tuple[int, int]]:
    rows = BoardGroup.objects.filter(
        institution__in=list(institution_ids), role=role, group__user__is_active=True
    )
    return list(rows.values_list("institution_id", "group__user"))


def _members(institution_ids: Iterable[int]) -> list[tuple[int, int]]:
    rows = BoardGroup.objects.filter(institution__in=list(institution_ids), group__user__is_active=True)
    return list(rows.values_list("institution_id", "group__user").distinct())


BOARDS = Boards(
    led_by=lambda user: _held(user, BoardRole.CHIEF),
    headed_by=lambda user: _held(user, BoardRole.HEAD),
    chiefs_of=lambda ids: _people(ids, BoardRole.CHIEF),
    heads_of=lambda ids: _people(ids, BoardRole.HEAD),
    members_of=_members,
)
