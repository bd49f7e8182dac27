"""The desk: the admin's home of a member of a board (W6.2, W11.1). A registry of its parts.

A package that has something for the desk registers a part in ``AppConfig.ready()``. A part says what the person can act
on, links to the screen where one acts, and costs the same number of queries at any number of sites and rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.utils.functional import Promise, cached_property

from editorial.choices import BoardRole
from editorial.selectors import board_roles, institutions_of
from network.models import Institution

__all__ = ["Desk", "DeskPart", "desk_for", "parts", "register"]

SHOWN = 8
"""How many rows a part shows at the most; the rest stands behind its link."""


@dataclass(frozen=True)
class Desk:
    """Whose desk it is, and when. `institutions` are those on whose boards the person serves, in the order of the tree
    (for a superuser the top of it); `selected` is the one that the person narrowed the desk to, or None for all."""

    user: Any
    now: datetime
    roles: frozenset[tuple[int, str]]
    institutions: list[Institution]
    selected: Institution | None = None
    shared: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What parts read once for all of them, under the name of the package."""

    @cached_property
    def scope(self) -> list[Institution]:
        """The institutions that the desk is about at the moment."""
        return [self.selected] if self.selected else self.institutions

    @cached_property
    def scope_ids(self) -> frozenset[int]:
        return frozenset(institution.pk for institution in self.scope)

    @property
    def names_institutions(self) -> bool:
        """Whether rows have to say of which institution they are."""
        return len(self.scope) > 1

    def once(self, name: str, read: Callable[[], Any]) -> Any:
        """What `read` answers, read once for all parts that ask under that name."""
        if name not in self.shared:
            self.shared[name] = read()
        return self.shared[name]

    def held(self, *roles: BoardRole) -> frozenset[int]:
        """Ids of the institutions in scope in which the person holds one of the roles (any, where none is given)."""
        wanted = {str(role) for role in roles or BoardRole}
        return frozenset(pk for pk, role in self.roles if pk in self.scope_ids and role in wanted)


class DeskPart(Protocol):
    """One part of the desk. `context` answers what `template_name` needs, None where there is nothing to show.

    A `count` in the context stands in the heading behind `title`; `id` in the template's context is the name.
    """

    name: str
    order: int
    title: str | Promise
    template_name: str

    def context(self, desk: Desk) -> dict[str, Any] | None: ...


_parts: dict[str, DeskPart] = {}


def register(part: DeskPart) -> None:
    """Add a part; a second one of its name is a programming error."""
    if _parts.setdefault(part.name, part) is not part:
        raise ValueError(f"A part of the desk named {part.name!r} is registered already.")


def parts() -> list[DeskPart]:
    """The parts in the order in which they are shown."""
    return sorted(_parts.values(), key=lambda part: (part.order, part.name))


def desk_for(user, now: datetime, *, institution_id: int | None = None) -> Desk:
    """The desk of a person; one query. Institution.DoesNotExist where `institution_id` is none of theirs."""
    found = Institution.objects.filter(depth=1) if user.is_superuser else institutions_of(user)
    institutions = list(found.active().select_related("site"))
    selected = None
    if institution_id is not None:
        selected = next((i for i in institutions if i.pk == institution_id), None)
        if selected is None:
            raise Institution.DoesNotExist("The person serves on no board of this institution.")
    return Desk(user, now, board_roles(user), institutions, selected)
