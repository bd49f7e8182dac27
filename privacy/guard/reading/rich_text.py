"""Rich text (RTF): its words, and its tables, whose cells the reader parts with upright strokes."""

from __future__ import annotations

from striprtf.striprtf import rtf_to_text

from common.legacy_text import to_unicode
from common.text import clean
from privacy.guard.content import Content, Grid, Lines, as_text
from privacy.guard.findings import Place, PlaceKind, Unreadable

__all__ = ["read_rtf"]

CELL = "|"


def read_rtf(data: bytes) -> Content:
    """Rows of a table stand together: two lines with cells, one below the other, are of one table."""
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding="cp1258", errors="replace")
    except (ValueError, IndexError, KeyError, LookupError, RecursionError):
        return Content(unreadable=Unreadable.BROKEN)
    content, rows, lines = Content(), [], []
    for line in clean(to_unicode(text)).split("\n"):
        if CELL in line:
            rows.append([as_text(cell) for cell in line.rstrip(CELL).split(CELL)])
            continue
        if rows and line.strip():
            content.grids.append(Grid(Place(PlaceKind.TABLE), rows))
            rows = []
        lines.append(line)
    if rows:
        content.grids.append(Grid(Place(PlaceKind.TABLE), rows))
    if any(line.strip() for line in lines):
        content.texts.append(Lines(Place(PlaceKind.LINES), lines))
    if not content.grids and not content.texts and b"\\pict" in data:
        content.unreadable = Unreadable.NO_TEXT
    return content
