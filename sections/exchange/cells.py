"""From a file to rows of values: tables of every kind, headings in either language, faults by cell."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from common.spreadsheets import ACCEPTED_SUFFIXES, Limits, Row, Table, TableError, header_key, read_table
from common.spreadsheets.report import restored
from common.spreadsheets.table import column_letters
from common.text import fold
from sections.exchange.parsers import Parser
from sections.exchange.registry import Exchange, Field

__all__ = [
    "SUFFIXES",
    "Fault",
    "Values",
    "guess",
    "heading_names",
    "is_same",
    "key_of",
    "key_of_page",
    "load_table",
    "mapping_problems",
    "parsed_rows",
    "text_of",
]

SUFFIXES = (*ACCEPTED_SUFFIXES, ".json")
LIMITS = Limits(cell_length=32_767)
"""A cell of a workbook holds no more."""
MAX_KEY = 255
_TWO_WAYS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: the address of the cell as a spreadsheet names it, "" for the whole row."""

    cell: str
    text: str | Promise

    def as_json(self) -> dict[str, str]:
        return {"cell": self.cell, "text": str(self.text)}


@dataclass
class Values:
    """One row as it was understood: name of a column → value, None for an empty cell."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    raw: dict[str, str] = field(default_factory=dict)


def heading_names(exchange: Exchange) -> list[str]:
    return list(exchange.known_headings())


def load_table(file: BinaryIO, filename: str, exchange: Exchange) -> Table:
    """Read a list of one exchange, JSON as the export writes it included. Raises TableError."""
    if filename.lower().endswith(".json"):
        return _json_table(file.read(), exchange)
    return read_table(file, filename=filename, limits=LIMITS, header_names=heading_names(exchange))


def _json_table(data: bytes, exchange: Exchange) -> Table:
    if len(data) > LIMITS.bytes:
        raise TableError(
            "too_large", _("The file is larger than %(limit)s MB."), limit=LIMITS.bytes // 1_048_576
        )
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TableError("not_a_list", _("The file is not valid JSON.")) from error
    rows = found.get("rows") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TableError(
            "not_a_list", _("The JSON holds no list of rows: “rows” has to be a list of objects.")
        )
    if not rows:
        raise TableError("empty", _("The file is empty."))
    if len(rows) > LIMITS.rows:
        raise TableError(
            "too_many_rows",
            _("The list has more than %(limit)s rows. Split it into smaller lists."),
            limit=LIMITS.rows,
        )
    header = list(dict.fromkeys(str(name) for row in rows for name in row))
    if len(header) > LIMITS.columns:
        raise TableError(
            "too_many_columns",
            _("Row %(row)s has more than %(limit)s columns."),
            row=1,
            limit=LIMITS.columns,
        )
    known, nested = exchange.known_headings(), {column.name for column in exchange.columns if column.nested}
    deep = {name for name in header if known.get(header_key(name)) in nested}
    cells = [
        Row(number, [_json_cell(row.get(name), number, nested=name in deep) for name in header])
        for number, row in enumerate(rows, start=1)
    ]
    return Table(header=header, rows=cells, header_row=0, kind="json")


def _json_cell(value: Any, number: int, *, nested: bool = False) -> str:
    if nested and isinstance(value, list) and any(isinstance(each, dict) for each in value):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, list) and all(not isinstance(each, (list, dict)) for each in value):
        value = "\n".join(text_of(each) for each in value)
    if isinstance(value, (list, dict)):
        raise TableError(
            "not_a_list", _("Row %(row)s: a value inside another cannot be read as a cell."), row=number
        )
    # PostgreSQL keeps no NUL in a text.
    text = text_of(value).replace("\x00", "")
    if len(text) > LIMITS.cell_length:
        raise TableError(
            "cell_too_long",
            _("Row %(row)s: a cell has more than %(limit)s characters."),
            row=number,
            limit=LIMITS.cell_length,
        )
    return text


def guess(exchange: Exchange, header: list[str]) -> dict[str, int]:
    """Name of a column → its place in the list, for the headings that are known; the first of two alike."""
    known = exchange.known_headings()
    found: dict[str, int] = {}
    for place, heading in enumerate(header):
        bare = re.sub(r"\(.*?\)", " ", heading)
        name = known.get(header_key(heading)) or known.get(header_key(bare))
        if name:
            found.setdefault(name, place)
    return found


def mapping_problems(
    exchange: Exchange, columns: Mapping[str, int], constants: Mapping[str, str]
) -> list[str]:
    """What is wrong with a mapping that a person confirmed, as sentences."""
    problems = []
    owners: dict[int, str] = {}
    first = exchange.key[0]
    # A list that names no code at all is told apart as a row without one is.
    key = exchange.key if first in columns or constants.get(first) else exchange.key_without or exchange.key
    asked = {*key} if exchange.makes_title else {*key, exchange.title}
    for column in exchange.columns:
        label = str(column.label)
        if column.name in columns:
            place = columns[column.name]
            if place in owners:
                problems.append(
                    _("“%(first)s” and “%(second)s” are taken from the same column.")
                    % {"first": owners[place], "second": label}
                )
            owners[place] = label
            if constants.get(column.name):
                problems.append(
                    _("“%(field)s” is given a column and one value for all rows.") % {"field": label}
                )
        elif constants.get(column.name):
            if exchange.key == (column.name,):
                problems.append(
                    _("“%(field)s” tells the rows apart and cannot be one value for all.") % {"field": label}
                )
        elif column.required or column.name in asked:
            problems.append(_("No column gives “%(field)s”.") % {"field": label})
    return problems


def parsed_rows(
    table: Table, exchange: Exchange, mapping: Mapping[str, Any], section: Any = None
) -> Iterator[Values]:
    """Each row with what its cells say. A second row of the same key is faulty: it names the first. `section`: where the rows
    go, for exchanges that look something up there."""
    seen: dict[str, int] = {}
    columns, constants = mapping.get("columns", {}), mapping.get("constants", {})
    for row in table.rows:
        if not any(cell.strip() for cell in row.cells) and not row.issues:
            continue
        found = _parsed(row, table, exchange, columns, constants)
        if not found.faults and exchange.check is not None:
            for name, text in exchange.check(found.values).items():
                found.faults.append(Fault(_address(columns.get(name), row, table), text))
        if not found.faults and exchange.resolve is not None and section is not None:
            for name, text in exchange.resolve(section, found.values).items():
                found.faults.append(Fault(_address(columns.get(name), row, table), text))
        key = key_of(exchange, found.values)
        if key and not found.faults:
            first = seen.setdefault(key, found.number)
            if first != found.number:
                text = _("Row %(row)s is the same entry.") % {"row": first}
                found.faults.append(Fault(_address(columns.get(exchange.key[0]), row, table), text))
        yield found


def _parsed(row: Row, table: Table, exchange: Exchange, columns, constants) -> Values:
    found = Values(row.number)
    issues = {}
    for issue in row.issues:
        issues.setdefault(issue.column, []).append(issue)
    used = set(columns.values())
    for place in sorted(set(issues) - used):
        for issue in issues[place]:
            if issue.code == "beyond_header":
                found.faults.append(Fault(_address(place, row, table), str(issue.message)))
    for column in exchange.columns:
        place = columns.get(column.name)
        if place is not None and place < len(row.cells):
            _read_cell(found, row, table, column, place, issues.get(place, []))
        elif constant := constants.get(column.name):
            _understand(found, column, constant, "", is_number=False)
    return found


def _read_cell(found: Values, row: Row, table: Table, column: Field, place: int, issues) -> None:
    accepts = column.parse.accepts if isinstance(column.parse, Parser) else frozenset()
    address = _address(place, row, table)
    for issue in issues:
        if issue.is_repair:
            found.notes.append(Fault(address, str(issue.message)))
        elif issue.code not in accepts:
            found.faults.append(Fault(address, str(issue.message)))
            found.values[column.name] = None
            return
    text = row.cells[place]
    _understand(
        found,
        column,
        restored(text) if table.kind == "csv" else text,
        address,
        is_number=place in row.numbers,
    )


def _understand(found: Values, column: Field, text: str, address: str, *, is_number: bool) -> None:
    found.values[column.name] = None
    if not text.strip():
        if column.required:
            what = _("“%(field)s” is empty.") % {"field": column.label}
            found.faults.append(Fault(address, what))
        return
    found.raw[column.name] = text
    try:
        if is_number and isinstance(column.parse, Parser):
            found.values[column.name] = column.parse.from_number(text)
        else:
            found.values[column.name] = column.parse(text)
    except ValidationError as error:
        found.faults.append(Fault(address, " ".join(error.messages)))


def _address(place: int | None, row: Row, table: Table) -> str:
    if place is None or table.kind == "json":
        return table.header[place] if place is not None else ""
    return f"{column_letters(place)}{row.number}"


def text_of(value: Any) -> str:
    """A value as text that its parser reads back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Decimal, float)):
        text = format(Decimal(str(value)).normalize(), "f")
        # 1.234 could be one thousand two hundred and thirty-four.
        return f"{text}0" if _TWO_WAYS.fullmatch(text) else text
    if isinstance(value, (list, tuple)):
        return "\n".join(text_of(each) for each in value)
    return str(value)


def _shown(column: Field, value: Any) -> str:
    if value is None or value == "":
        return ""
    return text_of(column.parse.show(value) if isinstance(column.parse, Parser) else value)


def is_same(column: Field, page: Any, value: Any, raw: str = "") -> bool:
    """Whether a page says already what a cell says. `raw` is the cell's text."""
    now = text_of(column.shown(page))
    if now in (_shown(column, value), raw.strip()):
        return True
    if not now or value is None:
        return not now and value in (None, "", [], False)
    try:
        return column.parse(now) == value
    except ValidationError:
        return False


def key_of(exchange: Exchange, values: Mapping[str, Any]) -> str:
    """What identifies a row within an institution, in one spelling; "" where a part of it is missing."""
    return _key(exchange, lambda name: _shown(exchange.column(name), values.get(name)))


def key_of_page(exchange: Exchange, page: Any) -> str:
    return _key(exchange, lambda name: text_of(exchange.column(name).shown(page)))


def _key(exchange: Exchange, text: Callable[[str], str]) -> str:
    for names in (exchange.key, exchange.key_without):
        parts = [fold(text(name)) for name in names]
        if parts and parts[0]:
            return _short("|".join(parts))
    return ""


def _short(key: str) -> str:
    if len(key) <= MAX_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:32]
    return f"{key[: MAX_KEY - len(digest) - 1]}|{digest}"
