"""Who wants to know that what a site shows of results or certificates is new: its stored answers are dropped then."""

from __future__ import annotations

from collections.abc import Callable

from network.models import Institution

_hearers: list[Callable[[list[Institution]], None]] = []


def on_refresh(hear: Callable[[list[Institution]], None]) -> None:
    """`hear` is given institutions with their sites. Called in ``AppConfig.ready()``."""
    if hear not in _hearers:
        _hearers.append(hear)


def announce(institution: Institution) -> None:
    """Call inside the transaction of the change."""
    for hear in _hearers:
        hear([institution])
