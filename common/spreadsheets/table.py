"""What a list looks like once it is read, and what goes wrong with lists."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.text import Message, clean_line, fold

HEADER_SEARCH_ROWS = 30


class TableError(Exception):
    """A file that cannot be taken as a list. `code` is stable, `str()` a sentence for the reader."""

    def __init__(self, code: str, text: str | Promise, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.message = Message(text, params)

    def __str__(self) -> str:
        return str(self.message)


Watch = Callable[[int, int], None]
"""Number of the row that was read, and how many rows there seem to be."""


@dataclass(frozen=True)
class Limits:
    """How much is accepted: bytes as sent and unpacked, rows with content, columns, characters of a cell."""

    bytes: int = 10 * 1_048_576
    unpacked_bytes: int = 60 * 1_048_576
    rows: int = 20_000
    columns: int = 256
    cell_length: int = 5_000


@dataclass(frozen=True)
class CellIssue:
    """What a cell could not give as text. `column` counts from 0; `is_repair` tells a repair from a loss."""

    column: int
    code: str
    message: Message
    is_repair: bool = False


@dataclass(frozen=True)
class Row:
    """One record. `number` counts from 1: the row of the sheet, for CSV the line on which the record
    begins.

    `cells` has exactly the table's width. A text editor counts lines as `number` does; for CSV, Excel
    shows a smaller number below a record that itself holds line breaks.
    """

    number: int
    cells: Sequence[str]
    issues: tuple[CellIssue, ...] = ()
    numbers: frozenset[int] = frozenset()
    """Columns, from 0, whose cells a workbook holds as numbers: their point is a point, whatever the country."""


@dataclass(frozen=True)
class Table:
    """A header with at least one row below it. `kind` is `csv` (see `delimiter`) or `xlsx` (see `sheet`)."""

    header: list[str]
    rows: list[Row]
    header_row: int
    kind: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    notes: list[Message] = field(default_factory=list)


def header_key(text: str) -> str:
    """Return a heading for comparison: folded, words only (“Mã_trường (*)” is “ma truong”)."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def column_letters(index: int) -> str:
    """Return the name a spreadsheet gives to the column (0 is A, 26 is AA)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def assemble(
    records: Iterable[Row],
    *,
    limits: Limits,
    header_names: Collection[str],
    notes: list[Message],
    kind: str,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    watch: Watch | None = None,
    expected: int = 0,
) -> Table:
    """Find the header, check the limits, give every row the header's width. Raises TableError."""
    watched = _watched(records, watch, expected) if watch else records
    rows = [row for row in _checked(watched, limits) if row.cells or row.issues]
    if not rows:
        raise TableError("empty", _("The file is empty."))
    names = {header_key(name) for name in header_names}
    position = _header_position(rows, names)
    if double := _double_header(rows, position, names):
        position, head = double
        notes.append(
            Message(
                _("The headings stand in rows %(first)s and %(second)s and were read together."),
                {"first": rows[position].number, "second": rows[position + 1].number},
            )
        )
        body, head_end = rows[position + 2 :], position + 1
    else:
        head, body, head_end = rows[position], rows[position + 1 :], position
    if names_in(head.cells, names) >= 2 and body and _counts_columns(body[0]):
        notes.append(
            Message(_("Row %(row)s only numbers the columns and was left out."), {"row": body[0].number})
        )
        body = body[1:]
    if position:
        notes.append(
            Message(
                _("The header was found in row %(row)s; the rows above it were left out."),
                {"row": head.number},
            )
        )
    if not body:
        raise TableError(
            "header_only",
            _("The file has a header in row %(row)s and no rows below it."),
            row=rows[head_end].number,
        )
    header = [clean_line(cell) for cell in head.cells]
    while header and not header[-1]:
        header.pop()
    header = [name or f"({column_letters(index)})" for index, name in enumerate(header)]
    return Table(
        header=header,
        rows=[_fitted(row, len(header)) for row in body],
        header_row=head.number,
        kind=kind,
        encoding=encoding,
        delimiter=delimiter,
        sheet=sheet,
        notes=notes,
    )


def _watched(records: Iterable[Row], watch: Watch, expected: int) -> Iterable[Row]:
    for row in records:
        watch(row.number, max(expected, row.number))
        yield row


def _checked(records: Iterable[Row], limits: Limits) -> Iterable[Row]:
    filled = 0
    for row in records:
        cells = list(row.cells)
        while cells and not cells[-1].strip():
            cells.pop()
        filled += bool(cells or row.issues)
        if filled > limits.rows + HEADER_SEARCH_ROWS:
            raise TableError(
                "too_many_rows",
                _("The list has more than %(limit)s rows. Split it into smaller lists."),
                limit=limits.rows,
            )
        if len(cells) > limits.columns:
            raise TableError(
                "too_many_columns",
                _("Row %(row)s has more than %(limit)s columns."),
                row=row.number,
                limit=limits.columns,
            )
        for index, cell in enumerate(cells):
            if len(cell) > limits.cell_length:
                raise TableError(
                    "cell_too_long",
                    _(
                        "Row %(row)s, column %(column)s: the cell has more than %(limit)s characters. "
                        "Perhaps a quotation mark is not closed."
                    ),
                    row=row.number,
                    column=column_letters(index),
                    limit=limits.cell_length,
                )
        yield Row(row.number, cells, row.issues, row.numbers)


def names_in(cells: Iterable[str], names: set[str]) -> int:
    """Count the cells that are one of the names, which are given as `header_key` writes them."""
    return sum(header_key(cell) in names for cell in cells)


def _header_position(rows: list[Row], names: set[str]) -> int:
    for position, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        if names_in(row.cells, names) >= 2:
            return position
    return 0


def _double_header(rows: list[Row], position: int, names: set[str]) -> tuple[int, Row] | None:
    """The place of the upper of two rows of headings, and both in one: where together they give a name that neither
    gives alone. A heading over several columns stands before the words below it."""
    best: tuple[int, Row] | None = None
    most = names_in(rows[position].cells, names)
    for first in (position - 1, position):
        if not 0 <= first < len(rows) - 1:
            continue
        upper, lower = rows[first].cells, rows[first + 1].cells
        cells = _joined(upper, lower, names)
        alone = {header_key(cell) for cell in (*upper, *lower)}
        is_made = any(header_key(cell) in names - alone for cell in cells)
        count = names_in(cells, names)
        if is_made and count >= most:
            most, best = count, (first, Row(rows[first].number, cells))
    return best


def _joined(upper: Sequence[str], lower: Sequence[str], names: set[str]) -> list[str]:
    cells, over = [], ""
    for index in range(max(len(upper), len(lower))):
        top = clean_line(upper[index]) if index < len(upper) else ""
        low = clean_line(lower[index]) if index < len(lower) else ""
        over = top or (over if low else "")
        choices = (f"{over} {low}", low, top) if low and low != over else (top or over,)
        known = (choice for choice in choices if header_key(choice) in names)
        cells.append(next(known, choices[0]).strip())
    return cells


def _counts_columns(row: Row) -> bool:
    cells = [(index, cell.strip().strip("()[]")) for index, cell in enumerate(row.cells) if cell.strip()]
    return len(cells) >= 3 and all(cell == str(index + 1) for index, cell in cells)


def _fitted(row: Row, width: int) -> Row:
    cells, issues = list(row.cells), list(row.issues)
    for index in range(width, len(cells)):
        if cells[index].strip():
            issues.append(
                CellIssue(
                    index,
                    "beyond_header",
                    Message(
                        _(
                            "Column %(column)s has no heading, but “%(value)s” stands in it. "
                            "A separator inside a cell without quotation marks moves the cells after it."
                        ),
                        {"column": column_letters(index), "value": clean_line(cells[index])[:60]},
                    ),
                )
            )
            break
    return Row(row.number, (cells + [""] * (width - len(cells)))[:width], tuple(issues), row.numbers)
