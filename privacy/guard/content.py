"""A document as the guard sees it, whatever file it came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time

from common.text import clean_line
from privacy.guard.findings import Place, PlaceKind

__all__ = ["Content", "Grid", "Lines", "as_text"]


@dataclass
class Grid:
    """A table or sheet. `first_row` is the number, as people count, of the first of `rows`; `heading` is what stands above."""

    place: Place
    rows: list[list[str]]
    heading: list[str] = field(default_factory=list)
    first_row: int = 1


@dataclass
class Lines:
    """Running text, a line or paragraph each."""

    place: Place
    lines: list[str]
    first_line: int = 1


@dataclass
class Content:
    """`unreadable` says why a part could not be read (``findings.Unreadable``), empty where all was."""

    grids: list[Grid] = field(default_factory=list)
    texts: list[Lines] = field(default_factory=list)
    unreadable: str = ""

    def add_text(self, lines: list[str], place: Place | None = None) -> None:
        if any(line.strip() for line in lines):
            self.texts.append(Lines(place or Place(PlaceKind.TEXT), lines))

    def join(self, other: Content) -> None:
        self.grids += other.grids
        self.texts += other.texts
        self.unreadable = self.unreadable or other.unreadable

    @property
    def is_empty(self) -> bool:
        return not (self.grids or self.texts)


_LOOKALIKES = re.compile("[\u00d0\u00f0\u0189\u0256\u0335\u0336]")


def _line(value: str) -> str:
    """`clean_line`, which most cells need nothing of."""
    if value.isprintable() and (
        value.isascii() or (unicodedata.is_normalized("NFC", value) and not _LOOKALIKES.search(value))
    ):
        return " ".join(value.split())
    return clean_line(value)


def as_text(value: object) -> str:
    """A cell as the reader of a sheet sees it: whole numbers without a point, dates as day, month, year, a ticked box as 1."""
    if isinstance(value, str):
        return _line(value) if value else ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    if isinstance(value, datetime | date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value)
