"""Which board takes a step: the site's own, or, where nobody there can, the nearest authority's above it.

A school with three people must not lock up because one of them wrote the page and another one left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from editorial.choices import BoardRole, Escalation
from editorial.models.board import BoardGroup
from network.models import Institution

__all__ = ["Boards", "Route"]

ROLES_ABOVE = {
    BoardRole.EDITOR: (BoardRole.EDITOR, BoardRole.CHIEF),
    BoardRole.CHIEF: (BoardRole.CHIEF,),
    BoardRole.HEAD: (BoardRole.HEAD,),
}
"""Who takes an escalated step on an authority's board, the first who can: small boards have chief editors only."""


@dataclass(frozen=True)
class Route:
    """Who takes a step. ``reason`` says why the own board cannot; "" where it can. Stuck: nobody anywhere can."""

    board: Institution
    role: BoardRole
    escalated_from: Institution | None = None
    reason: str = ""
    is_stuck: bool = False


class Boards:
    """The boards of some institutions and of all authorities above them, read in two queries."""

    def __init__(self, institutions: Iterable[Institution]):
        wanted = {institution.pk: institution for institution in institutions}
        paths = {
            institution.path[:end]
            for institution in wanted.values()
            for end in range(institution.steplen, len(institution.path), institution.steplen)
        }
        above = Institution.objects.select_related("site").filter(path__in=paths).exclude(pk__in=wanted)
        self._by_path = {i.path: i for i in [*above, *wanted.values()]}
        self._members: dict[tuple[int, str], dict[int, bool]] = defaultdict(dict)
        rows = BoardGroup.objects.filter(
            institution_id__in=[i.pk for i in self._by_path.values()],
            role__in=ROLES_ABOVE,
            group__user__isnull=False,
        ).values_list("institution_id", "role", "group__user__id", "group__user__is_active")
        for institution_id, role, user_id, is_active in rows:
            self._members[institution_id, role][user_id] = is_active

    def route(self, institution: Institution, role: BoardRole, barred: Collection[int]) -> Route:
        """Where the step goes. `barred` are the ids of those who may not agree: they wrote, changed, submitted or
        appraised the page."""
        reason = self._why_not(institution, role, barred)
        if not reason:
            return Route(institution, role)
        for authority in self._above(institution):
            for other in ROLES_ABOVE[role]:
                if not self._why_not(authority, other, barred):
                    return Route(authority, other, institution, reason)
        return Route(institution, role, None, reason, is_stuck=True)

    def able(self, institution: Institution, role: str, barred: Collection[int]) -> list[int]:
        """Ids of the people of a board who can take a step."""
        members = self._members[institution.pk, role]
        return [pk for pk, is_active in members.items() if is_active and pk not in barred]

    def _above(self, institution: Institution) -> list[Institution]:
        ends = range(len(institution.path) - institution.steplen, 0, -institution.steplen)
        found = (self._by_path.get(institution.path[:end]) for end in ends)
        return [authority for authority in found if authority is not None and authority.is_active]

    def _why_not(self, institution: Institution, role: BoardRole, barred: Collection[int]) -> str:
        members = self._members[institution.pk, role]
        if not members:
            return Escalation.NOBODY
        if not any(members.values()):
            return Escalation.SUSPENDED
        return "" if self.able(institution, role, barred) else Escalation.OWN
