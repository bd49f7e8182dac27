"""Lists of people in tables: which columns name people, which hold a second particular, which rows have both."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from common.text import fold
from privacy.guard import labels
from privacy.guard.content import Grid
from privacy.guard.findings import Detail
from privacy.guard.labels import label_of, title_details
from privacy.guard.masking import STARS, mask_name, mask_value
from privacy.guard.names import STRONG, bare_name, is_given, is_surname_part, name_strength
from privacy.guard.values import details_of, fits

__all__ = ["Person", "cells_to_mask", "list_in_grid", "people_in_grid"]

NAMED_SHARE, UNNAMED_SHARE, VALUE_SHARE = 0.4, 0.6, 0.4
SAMPLE = 400
"""Rows by which columns are judged."""
FEW = 3
HEADER_ROWS = 4
_UNLABELLED = frozenset(
    (
        Detail.BIRTH,
        Detail.IDENTITY,
        Detail.PHONE,
        Detail.EMAIL,
        Detail.ADDRESS,
        Detail.ETHNICITY,
        Detail.RELIGION,
    )
)
_BY_ROW = frozenset((Detail.POVERTY, Detail.DISABILITY, Detail.FEES, Detail.HEALTH))
_OF_ORGANISATION = frozenset((Detail.ADDRESS, Detail.TAX, Detail.BANK))
_NEVER_IN_HEADERS = frozenset((Detail.IDENTITY, Detail.PHONE, Detail.BIRTH, Detail.EMAIL))
_VALUE_LABELS = frozenset(str(detail) for detail in Detail)


@dataclass(frozen=True)
class Person:
    """One listed person: the row as people count it, and the particulars with their values (never stored)."""

    row: int
    name: str
    details: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        return "|".join([fold(self.name), *(f"{kind}={value}" for kind, value in self.details)])

    def sample(self, kind: str) -> str:
        value = next((value for found, value in self.details if found == kind), "")
        return f"{mask_name(self.name)} · {mask_value(kind, value)}"


@dataclass
class _Block:
    """Rows under one header. `labels`: column → what the header names; `titles`: the lines above."""

    labels: dict[int, str] = field(default_factory=dict)
    spread: frozenset[int] = frozenset()
    """Columns whose label was carried over from the left: the right part of a merged header."""
    titles: list[str] = field(default_factory=list)
    header: list[list[str]] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max((len(row) for _number, row in self.rows), default=0)

    def column(self, place: int) -> list[str]:
        rows = self.rows if len(self.rows) <= SAMPLE else _sample(self.rows)
        return [row[place] for _number, row in rows if place < len(row) and row[place]]


def _sample(rows: list) -> list:
    step = max(1, len(rows) // (SAMPLE // 2))
    return rows[: SAMPLE // 2] + rows[SAMPLE // 2 :: step]


def people_in_grid(grid: Grid) -> tuple[list[Person], bool]:
    """The people of a table who have a second particular; and whether it has a column of names at all."""
    people: list[Person] = []
    names_people = False
    for block in _blocks(grid):
        found = list(_people(block, grid.heading))
        if not found and block.rows:
            found = list(_people(_turned(block, grid), grid.heading))
        people += found
        names_people = names_people or bool(found) or bool(_name_columns(block))
    return people, names_people


def _blocks(grid: Grid) -> Iterator[_Block]:
    """The table cut at its headers: sheets hold several lists below each other."""
    block, header = _Block(), []
    titles: list[str] = []
    for number, row in enumerate(grid.rows, start=grid.first_row):
        cells = list(filter(None, row))
        if not cells:
            continue
        if len(header) < HEADER_ROWS and _is_header(cells, bool(header)):
            if block.rows:
                yield block
                block, header = _Block(titles=titles[-4:]), []
            header.append(row)
            block.labels, block.spread = _labels(header)
            block.header = header
            continue
        header = header if not block.rows else []
        if len(cells) == 1 and not _shows_something(cells[0]):
            titles.append(cells[0])
            if not block.rows:
                block.titles = titles[-4:]
        block.rows.append((number, row))
    if block.rows:
        yield block


def _shows_something(cell: str) -> bool:
    return name_strength(cell) == STRONG or bool(details_of(cell) & _UNLABELLED)


def _is_header(cells: Sequence[str], is_open: bool) -> bool:
    """Whether the filled cells of a row name columns: some words are known, nothing among them is somebody's."""
    if sum(cell[0].isdigit() for cell in cells) * 2 > len(cells):
        return False
    named = [label for cell in cells if (label := label_of(cell))]
    if not named or any(cell.isdecimal() and len(cell) > 3 for cell in cells):
        return False
    if any(name_strength(cell) == STRONG for cell in cells):
        return False
    if any(details_of(cell) & _NEVER_IN_HEADERS for cell in cells):
        return False
    return (
        len(named) >= 2 or (is_open and len(named) == len(cells)) or (len(cells) > 1 and labels.NAME in named)
    )


def _labels(header: list[list[str]]) -> tuple[dict[int, str], frozenset[int]]:
    """Column → label, the lowest header's first, upper ones carried to the right over the cells they span."""
    found: dict[int, str] = {}
    spread: set[int] = set()
    width = max(len(row) for row in header)
    for row in header:
        carried = ""
        for place in range(width):
            cell = row[place] if place < len(row) else ""
            if cell:
                carried = label_of(cell) or labels.OTHER
                if carried in (labels.OTHER, labels.GIVEN) and found.get(place) in _VALUE_LABELS | {
                    labels.NAME
                }:
                    continue  # “day | month | year” below “date of birth”
                found[place] = carried
                spread.discard(place)
            elif carried in _VALUE_LABELS | {labels.NAME, labels.ORGANISATION} and place not in found:
                found[place] = carried
                spread.add(place)
    return found, frozenset(spread)


@dataclass(frozen=True)
class _Names:
    """How a row's name is read: from `place`, or from there and the next column."""

    place: int
    is_split: bool = False

    def of(self, row: Sequence[str]) -> str:
        if self.place >= len(row):
            return ""
        text = row[self.place]
        if self.is_split:
            given = row[self.place + 1] if self.place + 1 < len(row) else ""
            text = f"{text} {given}" if is_surname_part(text) and is_given(given) else ""
        return bare_name(text) if text else ""


def _people(block: _Block, heading: list[str]) -> Iterator[Person]:
    names = _name_columns(block)
    if not names:
        return
    columns = _detail_columns(block, {each.place for each in names})
    said = frozenset().union(*(title_details(line) for line in [*heading[-3:], *block.titles]))
    of_organisations = _lists_organisations(block)
    if of_organisations:
        columns = {place: kind for place, kind in columns.items() if kind not in _OF_ORGANISATION}
    for number, row in block.rows:
        for index, each in enumerate(names):
            name = each.of(row)
            if not name_strength(name):
                continue
            end = (
                names[index + 1].place
                if index + 1 < len(names) and _is_side_by_side(names, columns)
                else len(row)
            )
            start = each.place if _is_side_by_side(names, columns) else 0
            details = list(_details(row, columns, start, end))
            if not of_organisations:
                details += [(kind, "") for kind in said]
            if details:
                yield Person(number, name, tuple(dict(reversed(details)).items()))


def _is_side_by_side(names: list[_Names], columns: dict[int, str | None]) -> bool:
    """Whether two lists stand beside each other: each name column has its own particulars to its right."""
    if len(names) < 2:
        return False
    ends = [*(each.place for each in names[1:]), 10**6]
    kinds = [
        {kind for place, kind in columns.items() if kind and each.place < place < end}
        for each, end in zip(names, ends, strict=True)
    ]
    return all(kinds) and kinds[0] == kinds[1]


def _details(
    row: Sequence[str], columns: dict[int, str | None], start: int, end: int
) -> Iterator[tuple[str, str]]:
    for place in range(start, min(end, len(row))):
        cell = row[place]
        if not cell or place not in columns:
            continue
        kind = columns[place]
        if kind is None:
            yield from ((str(found), cell) for found in details_of(cell) & _BY_ROW)
        elif fits(kind, cell):
            yield kind, cell


def _name_columns(block: _Block) -> list[_Names]:
    found: list[_Names] = []
    skip = -1
    for place in range(block.width):
        if place <= skip:
            continue
        label = block.labels.get(place)
        if label in (labels.ORGANISATION, labels.NUMBER, labels.OFFICE) or label in _VALUE_LABELS:
            continue
        values = block.column(place)
        if not values:
            continue
        if _is_split(block, place, label, values):
            found.append(_Names(place, is_split=True))
            skip = place + 1
        elif _holds_names(label, place in block.spread, values):
            found.append(_Names(place))
    return found


def _is_split(block: _Block, place: int, label: str | None, values: list[str]) -> bool:
    following = block.column(place + 1)
    if not following or label not in (None, labels.NAME, labels.FAMILY):
        return False
    after = block.labels.get(place + 1)
    is_named = label == labels.FAMILY or (label == labels.NAME and place + 1 in block.spread)
    if not is_named and (label is not None or after not in (None, labels.GIVEN)):
        return False
    if after not in (None, labels.GIVEN, labels.NAME, labels.OTHER):
        return False
    given = _share(following, is_given)
    return _share(values, is_surname_part) >= UNNAMED_SHARE and given >= (0.5 if is_named else 0.8)


def _holds_names(label: str | None, is_spread: bool, values: list[str]) -> bool:
    if label in (labels.NAME, labels.FAMILY, labels.GIVEN) and not is_spread:
        strong = _share(values, lambda text: name_strength(bare_name(text)) == STRONG)
        return (
            strong >= 0.15
            and _share(values, lambda text: bool(name_strength(bare_name(text)))) >= NAMED_SHARE
        )
    return len(values) >= FEW and _share(values, lambda text: name_strength(text) == STRONG) >= UNNAMED_SHARE


def _share(values: list[str], test) -> float:
    return sum(1 for value in values if test(value)) / len(values)


def _detail_columns(block: _Block, names: set[int]) -> dict[int, str | None]:
    """Column → the particular that it holds; None for one where each row speaks for itself (“notes”)."""
    found: dict[int, str | None] = {}
    for place in range(block.width):
        values = block.column(place)
        if place in names or not values:
            continue
        label = block.labels.get(place)
        if label in (labels.OFFICE, labels.ORGANISATION):
            continue
        if label in _VALUE_LABELS and _share(values, lambda text, kind=label: fits(kind, text)) > 0:
            found[place] = label
        elif (kind := _by_value(label, values)) is not None:
            found[place] = kind
        else:
            found[place] = None
    return found


def _by_value(label: str | None, values: list[str]) -> str | None:
    counts: dict[str, int] = {}
    for value in values:
        for kind in details_of(value) & _UNLABELLED:
            counts[kind] = counts.get(kind, 0) + 1
    for kind, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        if count < len(values) * VALUE_SHARE:
            continue
        if kind == Detail.BIRTH and not _are_births(label, values):
            continue
        if kind == Detail.ADDRESS and label == labels.OTHER:
            continue
        return kind
    return None


def _are_births(label: str | None, values: list[str]) -> bool:
    """Dates without a header are dates of birth where they lie years before today and in no order."""
    if label == labels.OTHER:
        return False
    dates = [
        tuple(reversed([int(part) for part in _parts(value)])) for value in values if len(_parts(value)) == 3
    ]
    if len(dates) < FEW:
        return False
    return dates != sorted(dates) and len(set(dates)) > len(dates) // 2


def _parts(value: str) -> list[str]:
    return [part for part in value.replace("-", "/").replace(".", "/").split("/") if part.strip().isdecimal()]


def _lists_organisations(block: _Block) -> bool:
    """Whether the rows are schools or firms, each with somebody who answers for it."""
    for place, label in block.labels.items():
        if label != labels.ORGANISATION:
            continue
        values = block.column(place)
        if len(values) >= FEW and len(set(values)) >= 0.8 * len(values):
            return True
    return False


def _turned(block: _Block, grid: Grid) -> _Block:
    """The table with rows and columns exchanged: people side by side, their particulars below each other."""
    rows = [row for _number, row in block.rows]
    if grid.first_row and block.labels:
        start = block.rows[0][0] - grid.first_row
        rows = grid.rows[max(0, start - 1) : start] + rows
    if len(rows) > 60 or block.width < 4 or block.width > 300:
        return _Block()
    columns = list(itertools.zip_longest(*rows, fillvalue=""))
    turned = {place: label for place, cell in enumerate(columns[0]) if (label := label_of(cell))}
    if labels.NAME not in turned.values():
        return _Block()
    return _Block(
        labels=turned, titles=block.titles, rows=[(block.rows[0][0], list(column)) for column in columns[1:]]
    )


def cells_to_mask(grid: Grid) -> dict[tuple[int, int], str]:
    """(row from 0, column from 0) → the masked text, for every row of every list in a table."""
    found: dict[tuple[int, int], str] = {}
    for block in _blocks(grid):
        names = _name_columns(block)
        if not names:
            continue
        columns = _detail_columns(block, {each.place for each in names})
        for number, row in block.rows:
            at = number - grid.first_row
            if not any(name_strength(each.of(row)) for each in names):
                continue
            for each in names:
                found |= {(at, place): text for place, text in _masked_name(each, row)}
            for place, kind in columns.items():
                cell = row[place] if place < len(row) else ""
                if kind is not None and cell and fits(kind, cell):
                    found[at, place] = mask_value(kind, cell)
                elif kind is None and details_of(cell) & (_BY_ROW | _UNLABELLED):
                    found[at, place] = STARS
    return found


def _masked_name(names: _Names, row: Sequence[str]) -> Iterator[tuple[int, str]]:
    if names.place >= len(row) or not row[names.place]:
        return
    masked = mask_name(names.of(row) or bare_name(row[names.place]))
    if not names.is_split:
        yield names.place, masked
        return
    family, _space, rest = masked.partition(" ")
    middle, _space, given = rest.rpartition(" ")
    yield names.place, f"{family} {middle}".strip()
    yield names.place + 1, given


def list_in_grid(grid: Grid) -> tuple[list[str], list[list[str]]]:
    """The longest list of people of a table: the names of its columns and its rows; empty where there is none."""
    best: tuple[list[str], list[list[str]]] = ([], [])
    for block in _blocks(grid):
        names = _name_columns(block)
        rows = [row for _number, row in block.rows if any(name_strength(each.of(row)) for each in names)]
        if len(rows) <= len(best[1]):
            continue
        width = max(len(row) for row in rows)
        headers = []
        for place in range(width):
            parts = [row[place] for row in block.header if place < len(row) and row[place]]
            headers.append(" – ".join(dict.fromkeys(parts)) or str(place + 1))
        best = (headers, [row + [""] * (width - len(row)) for row in rows])
    return best
