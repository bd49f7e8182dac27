"""A house of the world with all its objects, who knocks at its door, and the world."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from network.models import Institution


@dataclass
class House:
    """One institution and all that belongs to it. What a parameter of an address names is an attribute here."""

    institution: Institution
    marker: str
    objects: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["objects"][name]
        except KeyError:
            raise AttributeError(f"The house has no {name!r}; make one in tests/isolation/rooms/.") from None


@dataclass
class Visitor:
    """Somebody at the doors: their client, where they belong, and whose doors they must find shut."""

    name: str
    client: Client
    role: str
    own: House
    foreign: House
    unseen: tuple[str, ...]
    """Markers that no answer to them may hold."""

    def __post_init__(self) -> None:
        self.key = deepcopy(self.client.cookies)


@dataclass
class World:
    a: House
    b: House
    c: House
    authority: House
    visitors: dict[str, Visitor]

    @property
    def staff(self) -> list[Visitor]:
        """Everybody who is signed in."""
        return [visitor for visitor in self.visitors.values() if visitor.role]
