"""Which sections have a feed (W12.5): the packages that answer them register theirs in ``AppConfig.ready()``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from common.models import BasePage

_feeds: dict[type[BasePage], list[str]] = {}


def register_feed(page_type: type[BasePage], *route_names: str) -> None:
    """Say by which named routes the entries of a section are followed; a second call adds to the first."""
    known = _feeds.setdefault(page_type, [])
    known.extend(name for name in route_names if name not in known)


def feeds_of(page_type: type[BasePage]) -> list[str]:
    return list(_feeds.get(page_type, []))
