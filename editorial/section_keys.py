"""Registry of a site's sections. ``editorial`` stands below the legal catalogue, so the catalogue says here which
sections an institution has, and in which one a page stands."""

from __future__ import annotations

from typing import Protocol

from django.utils.functional import Promise
from wagtail.models import Page

from network.models import Institution

__all__ = ["SectionSource", "choices_for", "key_of", "register", "title_of"]


class SectionSource(Protocol):
    """`key_of` costs a fixed number of queries; None for a page that stands in no section."""

    def choices_for(self, institution: Institution) -> list[tuple[str, str | Promise]]: ...

    def key_of(self, page: Page) -> str | None: ...

    def title_of(self, key: str) -> str | Promise | None: ...


_sources: dict[str, SectionSource] = {}


def register(name: str, source: SectionSource) -> None:
    """Add a source. Raises ValueError for another one of the same name."""
    if _sources.setdefault(name, source) is not source:
        raise ValueError(f"A source of sections named {name!r} is registered already.")


def choices_for(institution: Institution) -> list[tuple[str, str | Promise]]:
    """(key, title) of the sections of an institution's site, in the order of its navigation."""
    return [choice for source in _sources.values() for choice in source.choices_for(institution)]


def key_of(page: Page) -> str | None:
    """The key of the section in which a page stands."""
    keys = (source.key_of(page) for source in _sources.values())
    return next((key for key in keys if key), None)


def title_of(key: str) -> str | Promise:
    """The title of a section; its key where no catalogue knows it any more. No query."""
    titles = (source.title_of(key) for source in _sources.values())
    return next((title for title in titles if title), key)
