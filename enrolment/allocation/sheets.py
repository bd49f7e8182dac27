"""What is published of an assignment so that anybody can check it, and the check (no database, no settings).

A line for every ranked wish: lot code, lot, number of the wish, class, order number, block, outcome. Scores and priority do not
stand there: a *block* is a number that all wishes share which only their lots put in order. Classes with fewer than
SMALLEST wishes are left out, and the numbers of the wishes count only those that are shown, so that no gap tells of them.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from enrolment.allocation.method import (
    ADMITTED,
    METHOD,
    REFUSED,
    UNNEEDED,
    WAITING,
    Outcome,
    Placed,
    Total,
    assign,
    digest_of,
    fingerprint_of,
    lot_of,
)

__all__ = [
    "SMALLEST",
    "Checked",
    "Line",
    "check",
    "class_line",
    "hidden_of",
    "line_of",
    "meta_line",
    "row_line",
    "sheets_of",
]

SMALLEST = 5
"""Below it neither a class nor what its last child had is told."""
ROW, CLASS, META = "row", "class", "meta"
OUTCOMES = (ADMITTED, WAITING, REFUSED, UNNEEDED)


@dataclass(frozen=True)
class Line:
    """One shown wish."""

    code: str
    lot: str
    position: int
    place: str
    rank: int
    block: int
    outcome: str


def hidden_of(totals: Mapping[str, Total]) -> frozenset[str]:
    """Classes of which nothing but the quota is told."""
    return frozenset(place for place, total in totals.items() if total.wishes < SMALLEST)


def sheets_of(outcome: Outcome) -> dict[str, list[str]]:
    """Class → its lines in the order of the class."""
    hidden = hidden_of(outcome.totals)
    lines: dict[str, list[tuple[int, str]]] = {}
    code, number = "", 0
    for one in outcome.placed:
        if one.code != code:
            code, number = one.code, 0
        if not one.rank or one.place in hidden:
            continue
        number += 1
        lines.setdefault(one.place, []).append((one.rank, row_line(one, number)))
    return {place: [line for _rank, line in sorted(own)] for place, own in sorted(lines.items())}


def row_line(one: Placed, number: int) -> str:
    return f"{ROW},{one.code},{one.lot},{number},{one.place},{one.rank},{one.block},{one.outcome}"


def line_of(text: str) -> Line:
    """Raises ValueError for what is no line of a wish."""
    kind, code, lot, position, place, rank, block, outcome = text.split(",")
    if kind != ROW or outcome not in OUTCOMES:
        raise ValueError(text)
    return Line(code, lot, int(position), place, int(rank), int(block), outcome)


def _csv(*cells: object) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(["" if cell is None else cell for cell in cells])
    return buffer.getvalue()


def meta_line(name: str, value: object) -> str:
    return _csv(META, name, value)


def class_line(place: str, name: str, quota: int, total: Mapping | None) -> str:
    """`total` None: too few wishes to be told."""
    if total is None:
        return _csv(CLASS, place, name, quota, "", "", "", "", "", "")
    last = total.get("last") or {}
    cells = (last.get(part) for part in ("group", "score", "lot"))
    return _csv(CLASS, place, name, quota, total["wishes"], total["admitted"], total["waiting"], *cells)


@dataclass
class Checked:
    """What a check found; `problems` empty: everything holds."""

    applications: int = 0
    wishes: int = 0
    classes: int = 0
    problems: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(text)


@dataclass
class _File:
    meta: dict[str, str] = field(default_factory=dict)
    classes: dict[str, list[str]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def _read(lines: Iterable[str], checked: Checked) -> _File:
    found = _File()
    for number, text in enumerate((line.rstrip("\r\n") for line in lines), 1):
        text = text.removeprefix("\ufeff")
        if not text:
            continue
        try:
            if text.startswith(f"{ROW},"):
                found.lines.append(line_of(text))
                found.texts.append(text)
                continue
            kind, name, *cells = next(csv.reader([text]))
            if kind == META:
                found.meta[name] = cells[0]
            elif kind == CLASS and len(cells) == 8:
                found.classes[name] = cells
            else:
                raise ValueError(text)
        except (ValueError, IndexError):
            checked.say(f"Line {number} cannot be read.")
    return found


def check(lines: Iterable[str]) -> Checked:
    """Recompute everything that a published file says: fingerprint, lots, order within blocks, assignment, totals, hash."""
    checked = Checked()
    found = _read(lines, checked)
    checked.wishes, checked.classes = len(found.lines), len(found.classes)
    checked.applications = len({line.code for line in found.lines})
    missing = [
        name for name in ("method", "seed", "fingerprint", "output_sha256") if not found.meta.get(name)
    ]
    if missing:
        checked.say(f"The file does not name: {', '.join(missing)}.")
        return checked
    if found.meta["method"] != METHOD:
        checked.say(f"This program knows the method {METHOD} only.")
        return checked
    if fingerprint_of(found.meta["seed"]) != found.meta["fingerprint"]:
        checked.say("The seed does not have the fingerprint that was published.")
    if digest_of(found.texts) != found.meta["output_sha256"]:
        checked.say("The lines do not have the hash that the file names.")
    _check_lots(found, checked)
    places = defaultdict(list)
    for line in found.lines:
        places[line.place].append(line)
    for place, own in places.items():
        _check_order(place, own, checked)
        _check_totals(place, own, found.classes.get(place), checked)
    _check_places(found, checked)
    return checked


def _check_lots(found: _File, checked: Checked) -> None:
    number = found.meta.get("public_number", "")
    lots: dict[str, str] = {}
    for line in found.lines:
        if line.code not in lots:
            lots[line.code] = lot_of(found.meta["seed"], number, line.code)
        if line.lot != lots[line.code]:
            checked.say(f"The lot of {line.code} is {lots[line.code]}, not {line.lot}.")


def _check_order(place: str, own: list[Line], checked: Checked) -> None:
    own.sort(key=lambda line: line.rank)
    if [line.rank for line in own] != list(range(1, len(own) + 1)):
        checked.say(f"The order numbers of {place} are not 1 to {len(own)}.")
    for one, other in pairwise(own):
        if (one.block, one.lot, one.code) >= (other.block, other.lot, other.code):
            checked.say(f"{other.code} stands behind {one.code} at {place}, against block and lot.")


def _check_totals(place: str, own: list[Line], cells: list[str] | None, checked: Checked) -> None:
    if cells is None or not cells[1].isdigit():
        checked.say(f"The file has no quota of {place}.")
        return
    counts = [len(own), *(sum(line.outcome == kind for line in own) for kind in (ADMITTED, WAITING))]
    if [str(count) for count in counts] != cells[2:5]:
        checked.say(f"The totals of {place} are not those of its lines.")
    if counts[1] > int(cells[1]):
        checked.say(f"More children are admitted to {place} than its quota names.")
    last = next((line.lot for line in reversed(own) if line.outcome == ADMITTED), "")
    if cells[7] and cells[7] != last:
        checked.say(f"The lot of the last child admitted to {place} is {last}.")


def _check_places(found: _File, checked: Checked) -> None:
    """Assign again. Of a child with a place at a class that is left out only the wishes before that one take part."""
    quotas = {place: int(cells[1]) for place, cells in found.classes.items() if cells[1].isdigit()}
    people: dict[str, list[Line]] = {}
    for line in found.lines:
        people.setdefault(line.code, []).append(line)
    has_hidden = len(people) > 0 and any(not cells[2] for cells in found.classes.values())
    people = {code: sorted(own, key=lambda line: line.position) for code, own in people.items()}
    if any(line.place not in quotas for line in found.lines):
        return
    prefs = []
    for code, own in people.items():
        is_elsewhere = all(line.outcome != ADMITTED for line in own)
        used = [line for line in own if not (is_elsewhere and line.outcome == UNNEEDED)]
        if len(used) < len(own) and not has_hidden:
            checked.say(f"A wish of {code} is called not needed, but none was fulfilled.")
        prefs.append(used)
    taken = assign([[(line.place, line.rank) for line in own] for own in prefs], quotas)
    waiting = WAITING if found.meta.get("waiting_list") == "yes" else REFUSED
    for own, choice in zip(prefs, taken, strict=True):
        for number, line in enumerate(own):
            after = UNNEEDED if choice is not None and number > choice else waiting
            right = ADMITTED if number == choice else after
            if line.outcome != right:
                checked.say(
                    f"By the method, wish {line.position} of {line.code} is “{right}”, not “{line.outcome}”."
                )
