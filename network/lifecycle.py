"""What higher packages do when an institution ceases to run its site: take away the board's rights, withdraw
invitations.
"""

from __future__ import annotations

from collections.abc import Callable

from network.models import Institution

__all__ = ["institution_ended", "register_end"]

_handlers: dict[str, Callable[[Institution], None]] = {}


def register_end(name: str, handler: Callable[[Institution], None]) -> None:
    """Add `handler(institution)`, called inside the transaction that closes or merges an institution away."""
    if _handlers.get(name, handler) is not handler:
        raise ValueError(f"A handler named {name!r} is registered already.")
    _handlers[name] = handler


def institution_ended(institution: Institution) -> None:
    """Call every handler, in the order in which they were registered."""
    for handler in _handlers.values():
        handler(institution)
