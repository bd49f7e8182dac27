"""Geometry of charts that the server draws as SVG, narrow enough for a phone: the figures always stand in a table beside them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 360
"""Units of the view box; one is a CSS pixel on a phone of that width."""
BAR_WIDTH = 262
BAR_HEIGHT = 20
LINE_HEIGHT = 23
GAP = 16
LETTERS_A_LINE = 38


@dataclass(frozen=True)
class ChartLine:
    text: str
    y: int


@dataclass(frozen=True)
class ChartBar:
    """One row: its label in lines, a bar below it, the value in words at the right of the bar."""

    lines: tuple[ChartLine, ...]
    value: str
    y: int
    width: float
    text_y: int


@dataclass(frozen=True)
class BarChart:
    bars: tuple[ChartBar, ...]
    height: int
    width: int = WIDTH
    track: int = BAR_WIDTH
    bar: int = BAR_HEIGHT


def bar_chart(rows: Iterable[tuple[str, float, str]], *, full: float) -> BarChart:
    """Horizontal bars. Each row: label, figure, the figure in words; `full` is the figure whose bar takes the whole width.

    A figure that is not nothing shows as at least a thin line.
    """
    top, bars = 0, []
    for label, figure, value in rows:
        texts = textwrap.wrap(label, LETTERS_A_LINE) or [""]
        lines = tuple(ChartLine(text, top + LINE_HEIGHT * n - 6) for n, text in enumerate(texts, start=1))
        y = top + LINE_HEIGHT * len(texts)
        width = round(BAR_WIDTH * min(figure / full, 1), 1) if full > 0 else 0.0
        bars.append(ChartBar(lines, value, y, max(width, 2.0) if figure > 0 else 0.0, y + BAR_HEIGHT - 4))
        top = y + BAR_HEIGHT + GAP
    return BarChart(tuple(bars), max(top - GAP, 1))
