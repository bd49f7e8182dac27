"""Geometry of charts that the server draws as SVG, narrow enough for a phone: the figures always stand in a table beside them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
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


LINE_LEFT, LINE_RIGHT = 4, 340
LINE_TOP, LINE_BOTTOM = 26, 200
LEGEND_TOP = 250
LEGEND_STEP = 26
MARKERS = ("circle", "square", "triangle", "diamond", "cross", "ring")
"""Each line has a mark and a dash of its own: nobody has to tell colours apart."""
MOST_LABELS = 6


@dataclass(frozen=True)
class ChartPoint:
    x: float
    y: float


@dataclass(frozen=True)
class LineSeries:
    """`strokes` are the pieces of the line, broken where a figure is missing; `marker` and `number` say how it looks."""

    name: str
    marker: str
    number: int
    points: tuple[ChartPoint, ...]
    strokes: tuple[str, ...]
    legend_y: int
    last: str


@dataclass(frozen=True)
class ChartTick:
    text: str
    x: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True)
class LineChart:
    series: tuple[LineSeries, ...]
    steps: tuple[ChartTick, ...]
    labels: tuple[ChartTick, ...]
    height: int
    width: int = WIDTH
    left: int = LINE_LEFT
    right: int = LINE_RIGHT


def line_chart(
    labels: Sequence[str],
    rows: Iterable[tuple[str, Sequence[float | None]]],
    *,
    words: Callable[[float], str] = str,
) -> LineChart:
    """Lines over the same places, at most six of them, from zero up. Each row: name, one figure a label (None: not known).

    `words` puts a figure into words, for the scale and the legend.
    """
    found = [(name, list(values)) for name, values in rows][: len(MARKERS)]
    known = [value for _name, values in found for value in values if value is not None]
    full = _round_up(max(known, default=0))
    places = [
        LINE_LEFT + 14 + (LINE_RIGHT - LINE_LEFT - 28) * n / max(len(labels) - 1, 1)
        for n in range(len(labels))
    ]
    series = tuple(
        _series(name, values, places, full, number, words) for number, (name, values) in enumerate(found)
    )
    every = -(-len(labels) // MOST_LABELS)
    last = len(labels) - 1
    ticks = tuple(
        ChartTick(text, round(x, 1), LINE_BOTTOM + 22, _anchor(n, last))
        for n, (text, x) in enumerate(zip(labels, places, strict=True))
        if (last - n) % every == 0
    )
    steps = tuple(
        ChartTick(words(full * share), LINE_LEFT, round(LINE_BOTTOM - (LINE_BOTTOM - LINE_TOP) * share, 1))
        for share in (0, 0.5, 1)
    )
    return LineChart(series, steps, ticks, LEGEND_TOP + LEGEND_STEP * len(series) - 10)


def _anchor(n: int, last: int) -> str:
    return "start" if n == 0 and last else "end" if n == last and last else "middle"


def _series(name, values, places, full, number, words) -> LineSeries:
    strokes: list[list[ChartPoint]] = [[]]
    for x, value in zip(places, values, strict=True):
        if value is None:
            strokes.append([])
            continue
        y = LINE_BOTTOM - (LINE_BOTTOM - LINE_TOP) * value / full
        strokes[-1].append(ChartPoint(round(x, 1), round(y, 1)))
    points = tuple(point for stroke in strokes for point in stroke)
    known = [value for value in values if value is not None]
    return LineSeries(
        name=name,
        marker=MARKERS[number],
        number=number,
        points=points,
        strokes=tuple(" ".join(f"{p.x},{p.y}" for p in stroke) for stroke in strokes if len(stroke) > 1),
        legend_y=LEGEND_TOP + LEGEND_STEP * number,
        last=words(known[-1]) if known else "",
    )


def _round_up(figure: float) -> float:
    """The next figure of one or two digits and noughts, so that a scale has round steps."""
    if figure <= 0:
        return 1
    size = 10 ** (len(str(int(figure))) - 1)
    return next(step * size for step in (1, 2, 4, 5, 6, 8, 10) if step * size >= figure)
