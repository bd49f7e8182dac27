"""Geometry of an organisation chart that the server draws as SVG.

The institution stands on top, its units in rows of columns below, what is below a unit indented in its column. The width is
fixed, so a phone pans it and paper takes it whole; the height follows from the units. The same tree stands beside it as a list.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 800
"""Units of the view box; one is a CSS pixel on a desktop."""
COLUMNS = 4
GAP = 20
INDENT = 16
ROOT_WIDTH = 440
LINE_HEIGHT = 20
PADDING = 10
BETWEEN = 12
BUS = 22
"""From a box to the horizontal line below it, and from there to the next boxes."""
LETTER = 8.4
"""Width of a letter of the bold face at 15 units, generously."""


@dataclass(frozen=True)
class Twig:
    """A unit as the chart needs it: ``note`` is a second, lighter text, such as who heads it."""

    text: str
    url: str = ""
    note: str = ""
    children: tuple[Twig, ...] = ()


@dataclass(frozen=True)
class ChartText:
    text: str
    y: int
    is_note: bool = False


@dataclass(frozen=True)
class ChartBox:
    x: int
    y: int
    width: int
    height: int
    lines: tuple[ChartText, ...]
    url: str
    is_root: bool = False

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


@dataclass(frozen=True)
class OrganisationChart:
    boxes: tuple[ChartBox, ...]
    lines: tuple[str, ...]
    """Paths of SVG, from box to box."""
    height: int
    width: int = WIDTH


def organisation_chart(root: Twig) -> OrganisationChart:
    """Boxes in reading order and the lines between them."""
    boxes: list[ChartBox] = []
    lines: list[str] = []
    top = _box(root, (WIDTH - ROOT_WIDTH) // 2, 1, ROOT_WIDTH, is_root=True)
    boxes.append(top)
    units = root.children
    columns = min(len(units), COLUMNS)
    bottom = above = top.y + top.height
    trunk = WIDTH // 2
    for start in range(0, len(units), COLUMNS):
        row = units[start : start + COLUMNS]
        bus, y = bottom + BUS, bottom + 2 * BUS
        lines.append(f"M{trunk} {above}V{bus}")
        above = bus
        places = _places(columns)
        lowest = y
        for place, unit in zip(places, row, strict=False):
            box, end = _column(unit, place, y, _column_width(columns), boxes, lines)
            lines.append(f"M{trunk} {bus}H{box.middle}V{y}")
            lowest = max(lowest, end)
        bottom = lowest
    return OrganisationChart(tuple(boxes), tuple(lines), bottom + 1)


def _column_width(columns: int) -> int:
    return min((WIDTH - GAP * (columns - 1)) // columns, 300) if columns else 0


def _places(columns: int) -> list[int]:
    """Left edges; an even number of columns leaves the middle free for the line to the next row."""
    width = _column_width(columns)
    used = columns * width + (columns - 1) * GAP
    return [(WIDTH - used) // 2 + number * (width + GAP) for number in range(columns)]


def _column(
    unit: Twig, x: int, y: int, width: int, boxes: list[ChartBox], lines: list[str]
) -> tuple[ChartBox, int]:
    """Draw a unit and what is below it; answers its box and where the column ends."""
    box = _box(unit, x, y, width)
    boxes.append(box)
    end = y + box.height
    inner = max(width - INDENT, 120)
    for child in unit.children:
        found, after = _column(child, x + INDENT, end + BETWEEN, inner, boxes, lines)
        lines.append(f"M{x + INDENT // 2} {y + box.height}V{found.y + found.height // 2}H{found.x}")
        end = after
    return box, end


def _box(unit: Twig, x: int, y: int, width: int, *, is_root: bool = False) -> ChartBox:
    letters = max(int((width - 2 * PADDING) / LETTER), 8)
    texts = [(line, False) for line in textwrap.wrap(unit.text, letters) or [""]]
    texts += [(line, True) for line in textwrap.wrap(unit.note, int(letters * 1.1))]
    lines = tuple(
        ChartText(text, y + PADDING + LINE_HEIGHT * number - 5, is_note)
        for number, (text, is_note) in enumerate(texts, start=1)
    )
    return ChartBox(x, y, width, 2 * PADDING + LINE_HEIGHT * len(texts), lines, unit.url, is_root)


def count(units: Sequence[Twig]) -> int:
    """How many units there are, at all depths."""
    return sum(1 + count(unit.children) for unit in units)
