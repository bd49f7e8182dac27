"""The tables of a MySQL dump, read as text: nothing of it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from common.spreadsheets import TableError

__all__ = ["read_dump"]

_CREATE = re.compile(r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[`\"]?([\w$]+)[`\"]?\s*\(", re.IGNORECASE)
_INSERT = re.compile(
    r"(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+[`\"]?([\w$]+)[`\"]?\s*(\([^)]*\))?\s*VALUES\s*",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\s*[`\"]([\w$]+)[`\"]\s+\w")
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:[^'\\]|\\.|'')*')|(?P<plain>[^,()'\s;]+)|(?P<mark>[(),;]))""", re.DOTALL
)
_ESCAPE = re.compile(r"\\(.)|''", re.DOTALL)
_MEANS = {"n": "\n", "r": "\r", "t": "\t", "0": "", "Z": "", "b": ""}
MAX_ROWS = 200_000


def read_dump(text: str, wanted: re.Pattern[str]) -> dict[str, list[dict[str, str | None]]]:
    """Table → rows, for the tables whose names match. Raises TableError where a statement breaks off."""
    text = text.replace("\x00", "")
    columns = {found[1]: list(_columns(text, found.end())) for found in _CREATE.finditer(text)}
    tables: dict[str, list[dict[str, str | None]]] = {}
    count = 0
    position = 0
    while found := _INSERT.search(text, position):
        name, position = found[1], found.end()
        if not wanted.search(name):
            continue
        header = re.findall(r"[\w$]+", found[2]) if found[2] else columns.get(name, [])
        position, rows = _rows(text, position)
        for row in rows:
            if len(row) != len(header):
                raise _broken(name)
            tables.setdefault(name, []).append(dict(zip(header, row, strict=True)))
        count += len(rows)
        if count > MAX_ROWS:
            raise TableError("too_many_rows", _("The dump has more than %(limit)s rows."), limit=MAX_ROWS)
    return tables


def _columns(text: str, position: int) -> Iterator[str]:
    """The columns of a definition: each stands at the beginning of a line, in quotes."""
    end = text.find(";", position)
    for line in text[position : end if end > 0 else len(text)].splitlines():
        if found := _COLUMN.match(line):
            yield found[1]


def _rows(text: str, position: int) -> tuple[int, list[list[str | None]]]:
    rows: list[list[str | None]] = []
    row: list[str | None] | None = None
    while True:
        found = _TOKEN.match(text, position)
        if found is None:
            if row is not None:
                raise _broken("")
            return position, rows
        position = found.end()
        mark = found["mark"]
        if mark == "(":
            row = []
        elif mark == ")":
            if row is None:
                raise _broken("")
            rows.append(row)
            row = None
        elif mark == ";":
            return position, rows
        elif mark is None:
            if row is None:
                return position, rows
            row.append(_value(found))


def _value(found: re.Match[str]) -> str | None:
    if found["text"] is not None:
        return _ESCAPE.sub(_unescaped, found["text"][1:-1])
    return None if found["plain"].upper() == "NULL" else found["plain"]


def _unescaped(found: re.Match[str]) -> str:
    return "'" if found[1] is None else _MEANS.get(found[1], found[1])


def _broken(name: str) -> TableError:
    return TableError(
        "broken_dump",
        _("The dump breaks off or is not of MySQL (table %(name)s). Export it again."),
        name=name or "?",
    )
