"""PDF: the text layer, laid out as rows and columns again. A scan without text layer is said to be unreadable."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from common.legacy_text import to_unicode
from privacy.guard.content import Content, Grid, as_text
from privacy.guard.findings import Place, PlaceKind, Unreadable

__all__ = ["read_pdf"]

PAGES = 1500
SECONDS = 30
PICTURES = 3
"""So many pages without text make a document unreadable, or a fifth of it."""
_PROBLEMS = {"locked": Unreadable.LOCKED, "broken": Unreadable.BROKEN, "too_large": Unreadable.TOO_LARGE}
_SCRIPT = Path(__file__).with_name("pdf_process.py")


def read_pdf(data: bytes) -> Content:
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_SCRIPT), str(PAGES), str(SECONDS)],
            input=data,
            capture_output=True,
            timeout=SECONDS + 5,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Content(unreadable=Unreadable.TIMEOUT)
    if done.returncode:
        return Content(unreadable=Unreadable.TIMEOUT if done.returncode in (-24, -9) else Unreadable.BROKEN)
    answer = json.loads(done.stdout)
    content = Content(unreadable=_PROBLEMS.get(answer["problem"], ""))
    for number, rows in enumerate(answer["pages"], start=1):
        if rows:
            heading = content.grids[-1].heading if content.grids else []
            grid = Grid(Place(PlaceKind.PAGE, str(number)), _aligned(rows), heading=heading)
            content.grids.append(grid)
    if not content.unreadable and _is_scan(answer, content):
        content.unreadable = Unreadable.NO_TEXT
    return content


def _is_scan(answer: dict, content: Content) -> bool:
    pages, pictures = len(answer["pages"]), answer["pictures"]
    if pictures and (pictures >= PICTURES or pictures * 5 >= pages):
        return True
    letters = "".join(cell for grid in content.grids[:20] for row in grid.rows for cell in row)
    strange = sum(
        1 for letter in letters if "\ue000" <= letter <= "\uf8ff" or letter == "\ufffd" or letter < " "
    )
    return strange > len(letters) * 0.2


def _aligned(rows: list[list[list]]) -> list[list[str]]:
    """The cells of each line in the columns of the page, so that what is empty stays empty."""
    columns = _columns(rows)
    if not columns:
        return [[_text(cell[2]) for cell in row] for row in rows]
    aligned = []
    for row in rows:
        line = [""] * len(columns)
        for left, right, found in row:
            place = max(range(len(columns)), key=lambda n: _overlap(columns[n], left, right))
            line[place] = f"{line[place]} {_text(found)}".strip()
        aligned.append(
            line
            if len(row) > 1
            else [_text(row[0][2])] + [""] * (len(columns) - 1)
            if _is_wide(row[0], columns)
            else line
        )
    return aligned


def _is_wide(cell: list, columns: list[list[float]]) -> bool:
    """Whether a line's only cell runs over several columns: a title or running text."""
    return sum(1 for left, right in columns if cell[0] < right and cell[1] > left) > 1


def _columns(rows: list[list[list]]) -> list[list[float]]:
    """The stretches of the page in which the cells of its table lie; empty where it has no table."""
    lines = [row for row in rows if len(row) >= 3]
    if len(lines) < 4:
        return []
    usual = median(len(row) for row in lines)
    spans = sorted((left, right) for row in lines if len(row) >= usual - 1 for left, right, _text_ in row)
    columns: list[list[float]] = []
    for left, right in spans:
        if columns and left <= columns[-1][1] - 0.5:
            columns[-1][1] = max(columns[-1][1], right)
        else:
            columns.append([left, right])
    return columns if len(columns) >= usual - 1 else []


def _overlap(column: list[float], left: float, right: float) -> float:
    return min(column[1], right) - max(column[0], left)


def _text(found: str) -> str:
    return as_text(to_unicode(found))
