"""Who wants to know that the sums of an authority are new: stored answers of its site are dropped then."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from network.models import Institution

_hearers: list[Callable[[list[Institution]], None]] = []


def on_refresh(hear: Callable[[list[Institution]], None]) -> None:
    """`hear` is given the authorities, each with its site. Called in ``AppConfig.ready()``."""
    if hear not in _hearers:
        _hearers.append(hear)


def announce(authorities: Iterable[Institution]) -> None:
    found = list(authorities)
    for hear in _hearers if found else ():
        hear(found)
