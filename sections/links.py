"""The links that a site publishes, and what is known of their state: offered here, checked by a package above.

A part names the fields of its page types that hold an address (``register_links``); whoever checks links reads
``published_links()`` and registers how the state of an address is looked up (``register_states``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

__all__ = [
    "LinkState",
    "PublishedLink",
    "link_fields",
    "published_links",
    "register_links",
    "register_states",
    "states_of",
]

BATCH = 2000


class LinkState(TextChoices):
    """What the last check of an address found."""

    UNKNOWN = "unknown", pgettext_lazy("link", "Not checked yet")
    WORKING = "working", pgettext_lazy("link", "Works")
    BROKEN = "broken", pgettext_lazy("link", "Does not work at the moment")


@dataclass(frozen=True)
class PublishedLink:
    """An address on a published page: ``field`` is the attribute of the page that holds it."""

    page_id: int
    path: str
    title: str
    field: str
    url: str


_fields: dict[type[Page], tuple[str, ...]] = {}
_states: list[Callable[[Collection[str]], Mapping[str, LinkState]]] = []


def register_links(page_type: type[Page], *fields: str) -> None:
    """Say which fields of a page type hold an address of another site."""
    for name in fields:
        page_type._meta.get_field(name)
    _fields[page_type] = tuple(dict.fromkeys((*_fields.get(page_type, ()), *fields)))


def link_fields() -> Mapping[type[Page], tuple[str, ...]]:
    return dict(_fields)


def published_links() -> Iterator[PublishedLink]:
    """Every registered address of every published page, read in batches: one query for each page type and `BATCH` pages."""
    for page_type, names in _fields.items():
        rows = page_type.objects.filter(live=True).order_by("pk")
        found = rows.values_list("pk", "path", "title", *names).iterator(chunk_size=BATCH)
        for pk, path, title, *urls in found:
            for name, url in zip(names, urls, strict=True):
                if url:
                    yield PublishedLink(pk, path, title, name, url)


def register_states(look_up: Callable[[Collection[str]], Mapping[str, LinkState]]) -> None:
    """Name who knows the state of addresses: ``look_up(urls)`` answers for those it knows, in one query."""
    if look_up not in _states:
        _states.append(look_up)


def states_of(urls: Collection[str]) -> dict[str, LinkState]:
    """Address → state, for each of `urls`; unknown where nobody has checked."""
    wanted = list(dict.fromkeys(url for url in urls if url))
    found = dict.fromkeys(wanted, LinkState.UNKNOWN)
    if wanted:
        for look_up in _states:
            found |= {url: state for url, state in look_up(wanted).items() if url in found}
    return found
