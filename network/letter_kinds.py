"""The kinds of letters. Every package registers its own in ``AppConfig.ready()``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from network.models import Letter
from network.models.letters import Delivery

__all__ = ["LetterKind", "Message", "kind_named", "kinds", "register_kind"]


@dataclass(frozen=True)
class Message:
    """A letter's words, plain text. ``digest`` is its one line in the weekly letter: the subject where empty."""

    subject: str
    body: str
    digest: str = ""


@dataclass(frozen=True)
class LetterKind:
    """``build(letter)`` runs in the recipient's language when the letter is sent; None drops the letter, as
    there is nothing to say any more. Secrets are made there. ``sent(letter, at)`` is told afterwards.

    An essential letter takes no notice of what its recipient prefers; ``delivery`` is what holds until a
    person chooses among ``choices``. ``label`` and ``help_text`` stand on the person's screen of letters.

    ``recipient(letter)`` answers the address where it is known to nobody but the owner of the letter, for example
    because it is kept sealed: it is asked for when the letter is sent and stands in no table. "" drops the letter.
    """

    name: str
    label: Promise | str
    build: Callable[[Letter], Message | None]
    essential: bool = False
    delivery: Delivery = Delivery.AT_ONCE
    choices: tuple[Delivery, ...] = tuple(Delivery)
    listed: bool = True
    help_text: Promise | str = ""
    sent: Callable[[Letter, datetime], None] | None = None
    recipient: Callable[[Letter], str] | None = None

    def delivery_for(self, chosen: str | None) -> str:
        """How a letter of this kind reaches a person who chose `chosen`, or nothing."""
        return Delivery.AT_ONCE if self.essential else chosen or self.delivery


_kinds: dict[str, LetterKind] = {}


def register_kind(kind: LetterKind) -> None:
    """Add a kind. Raises ValueError for another one of the same name."""
    if _kinds.get(kind.name, kind) != kind:
        raise ValueError(f"A kind of letters named {kind.name!r} is registered already.")
    _kinds[kind.name] = kind


def kinds() -> list[LetterKind]:
    """All kinds, in the order in which they were registered."""
    return list(_kinds.values())


def kind_named(name: str) -> LetterKind | None:
    """None for a kind whose package is gone."""
    return _kinds.get(name)
