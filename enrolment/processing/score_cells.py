"""What the cells of a list of scores mean (W9.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from common.spreadsheets import header_key
from common.spreadsheets.table import column_letters
from common.text import fold
from enrolment.campaigns.selectors import Place
from enrolment.models import Wish

NUMBER, TOTAL = "number", "total"
NUMBER_HEADINGS = ("SBD", "Số báo danh", "So bao danh", "Mã số thí sinh", "Candidate number")
TOTAL_HEADINGS = ("Tổng điểm", "Điểm xét tuyển", "Điểm", "Tổng", "Total", "Score")
ABSENT_WORDS = frozenset({"vang", "v", "bo thi", "absent"})
HIGHEST = Decimal("9999.999")
STEP = Decimal("0.001")


class ScoreError(ValueError):
    """The sentence about a cell."""


def score_of(cell: str) -> str | None:
    """A score as it is stored, None for absent. Raises ScoreError."""
    word = fold(cell).strip()
    if not word:
        raise ScoreError(_("The cell is empty: write the score, or “vắng” for absent."))
    if word in ABSENT_WORDS:
        return None
    try:
        score = Decimal(word.replace(",", "."))
    except InvalidOperation:
        raise ScoreError(_("This is no score.")) from None
    if not score.is_finite() or not 0 <= score <= HIGHEST or score % STEP:
        raise ScoreError(_("A score is between 0 and 9999.999 with at most three places."))
    return f"{score.normalize():f}"


@dataclass
class Trial:
    """What trying a list gave. `missing`: candidates who do not stand in it."""

    faults: list[dict[str, str]] = field(default_factory=list)
    scores: list[list[Any]] = field(default_factory=list)
    candidates: int = 0
    missing: int = 0


def headings(places: Sequence[Place]) -> dict[str, str]:
    """Heading for comparison → what the column holds."""
    found = {header_key(text): NUMBER for text in NUMBER_HEADINGS}
    found |= {header_key(text): TOTAL for text in TOTAL_HEADINGS}
    own = {place.key: {header_key(place.track.code), header_key(place.track.name)} for place in places}
    classes = Counter(text for texts in own.values() for text in texts)
    for place in places:
        for text in own[place.key]:
            if classes[text] == 1:
                found.setdefault(text, place.key)
        found.setdefault(header_key(place.label), place.key)
    return found


def guessed(header: Sequence[str], places: Sequence[Place]) -> dict[str, int]:
    names, found = headings(places), {}
    for at, text in enumerate(header):
        if (name := names.get(header_key(text))) and name not in found:
            found[name] = at
    return found


def read_row(trial: Trial, number: int, cells, columns: Mapping[str, int], wishes: list[Wish]) -> None:
    """The scores of one candidate: that of each class from its own column, else the total."""
    read: dict[str, str | None] = {}
    for name, at in columns.items():
        if name == NUMBER:
            continue
        cell = cells[at] if at < len(cells) else ""
        if name != TOTAL and not cell.strip():
            continue
        try:
            read[name] = score_of(cell)
        except ScoreError as error:
            trial.faults.append(fault(number, at, str(error)))
    for wish in wishes:
        key = f"{wish.school_id}/{wish.track}"
        if key in read:
            trial.scores.append([wish.pk, read[key]])
        elif key not in columns and TOTAL in read:
            trial.scores.append([wish.pk, read[TOTAL]])


def fault(row: int, column: int, text: str) -> dict[str, str]:
    return {"cell": f"{column_letters(column)}{row}", "text": text}
