"""Tables of a text, cell by cell: Wagtail Localize does not know Wagtail's table block and would leave it Vietnamese."""

from __future__ import annotations

from typing import Any

from wagtail.contrib.table_block.blocks import TableBlock
from wagtail_localize.segments import StringSegmentValue

CAPTION = "table_caption"


def get_translatable_segments(block: TableBlock, value: dict[str, Any] | None) -> list[StringSegmentValue]:
    """One part for the caption and one for each cell with words."""
    if not value:
        return []
    parts = [StringSegmentValue(CAPTION, value[CAPTION])] if value.get(CAPTION) else []
    for number, row in enumerate(value.get("data") or ()):
        parts += [
            StringSegmentValue(f"cell-{number}-{place}", str(cell)) for place, cell in enumerate(row) if cell
        ]
    return parts


def restore_translated_segments(block: TableBlock, value: dict[str, Any], segments) -> dict[str, Any]:
    """The table with these parts; what has none stays."""
    found = dict(value)
    found["data"] = [list(row) for row in value.get("data") or ()]
    for segment in segments:
        if segment.path == CAPTION:
            found[CAPTION] = segment.render_text()
            continue
        _cell, number, place = segment.path.split("-")
        found["data"][int(number)][int(place)] = segment.render_text()
    return found
