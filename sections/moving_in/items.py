"""What a former site holds, whatever made it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.text import clean, clean_line

__all__ = ["Content", "Item", "Kind", "Leftover", "day_of", "line", "paths"]

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Kind(TextChoices):
    """What an item is; each kind goes into one section."""

    NEWS = "news", _("News and notices")
    DOCUMENT = "document", _("Documents")
    PAGE = "page", _("Single pages")


@dataclass
class Item:
    """One page of the former site. ``number`` is its own there; ``files`` and ``image`` are addresses or paths there."""

    kind: Kind
    number: str
    title: str
    slug: str = ""
    html: str = ""
    summary: str = ""
    day: date | None = None
    author: str = ""
    source_name: str = ""
    source_url: str = ""
    topic: str = ""
    image: str = ""
    image_alt: str = ""
    files: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    values: dict[str, str | date | None] = field(default_factory=dict)
    """Of a document: the fields that it has beside these."""
    notes: list[str | Promise] = field(default_factory=list)


@dataclass(frozen=True)
class Leftover:
    """Something that has no place: what it is, and where it is entered instead."""

    title: str
    reason: str | Promise


@dataclass
class Content:
    """A former site as it was read, in a fixed order; `hosts` are the host names under which it was served."""

    items: list[Item] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def counts(self) -> dict[Kind, int]:
        return {kind: sum(item.kind == kind for item in self.items) for kind in Kind}


def line(text: object) -> str:
    """One line with its entities decoded; twice, because NukeViet encodes what the editor has encoded already."""
    return clean_line(html.unescape(html.unescape(str(text or ""))))


def paragraph(text: object) -> str:
    return clean(html.unescape(str(text or ""))).strip()


def day_of(seconds: object) -> date | None:
    """The day in Vietnam of a moment that is kept in seconds since 1970; None for 0."""
    try:
        value = int(str(seconds or 0))
        return datetime.fromtimestamp(value, UTC).astimezone(VIETNAM).date() if value > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def paths(*parts: Iterable[str]) -> Iterator[str]:
    """Addresses without repetition, in order."""
    yield from dict.fromkeys(part for group in parts for part in group if part and part != "/")
