"""Lists of results as rows of text, streamed: a million rows never stand in memory at once.

The first part of a CSV file goes through ``common.spreadsheets``, which knows encodings, separators and headings; the rest is
read in the same way. Of a workbook the first visible sheet with content is read row by row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from common.spreadsheets import Limits, TableError, header_key, read_table
from common.spreadsheets.delimited import read_delimited
from enrolment.results.subjects import Subject

HEAD = 256 * 1024
"""Bytes of a CSV file that are looked at to find out how it is written."""
MOST_ROWS = 2_000_000
MOST_COLUMNS = 200
HEADER_ROWS = 30
CHUNK = 1_048_576
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_WITHOUT_RESULT = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}[0-9]+)"[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A cell of a sheet whose formula has no stored result: it would be read as an empty one."""
KEYS: dict[str, tuple[str, ...]] = {
    "number": ("SBD", "Số báo danh", "So bao danh", "Mã số thí sinh", "Candidate number"),
    "birth": ("Ngày sinh", "Ngay sinh", "NGAY_SINH", "Ngày tháng năm sinh", "Date of birth"),
    "code": ("Mã tra cứu", "Ma tra cuu", "Mã bí mật", "Mã cá nhân", "Look-up code"),
}
"""What is read of a row besides subjects, with the headings that it may have."""


@dataclass
class Source:
    """A list that was opened: its header and, each time it is asked, its rows from the first one: (number of the row, cells)."""

    header: list[str]
    rows: Callable[[], Iterator[tuple[int, Sequence[str]]]]
    notes: list[str] = field(default_factory=list)
    expected: int = 0
    """How many rows a workbook says that it has; of other lists nobody knows before they are read."""
    uncomputed: Callable[[], Iterator[str]] = lambda: iter(())
    """Names of the cells of a workbook whose formulas have no stored result."""


def header_names(subjects: Sequence[Subject]) -> dict[str, str]:
    """Heading for comparison → name of what the column holds."""
    names = {header_key(text): name for name, texts in KEYS.items() for text in texts}
    for subject in subjects:
        for text in (subject.code, subject.name, subject.name_en, *subject.headings):
            names.setdefault(header_key(text), subject.code)
    return names


def guess(header: Sequence[str], subjects: Sequence[Subject]) -> dict[str, int]:
    """Name → number of the column, for the headings that are known; of two alike the first."""
    names, found = header_names(subjects), {}
    for place, text in enumerate(header):
        if (name := names.get(header_key(text))) and name not in found:
            found[name] = place
    return found


@contextmanager
def opened(file: BinaryIO, filename: str, subjects: Sequence[Subject]) -> Iterator[Source]:
    """The list in a file. Raises TableError where it cannot be read."""
    file.seek(0)
    if file.read(4) == b"PK\x03\x04":
        with _workbook(file, subjects) as source:
            yield source
    else:
        yield _delimited(file, filename, subjects)


def _delimited(file: BinaryIO, filename: str, subjects: Sequence[Subject]) -> Source:
    file.seek(0)
    head = file.read(HEAD)
    if len(head) == HEAD:
        # Whole lines, in any encoding that Excel writes.
        head = head[: head.rfind(b"\n") + 1] + (b"\x00" if head[:2] == b"\xff\xfe" else b"")
    names = [*header_names(subjects)]
    limits = Limits(bytes=HEAD + 2, rows=HEAD, columns=MOST_COLUMNS)
    if filename.lower().endswith((".csv", ".txt", ".tsv")):
        table = read_table(io.BytesIO(head), filename=filename, limits=limits, header_names=names)
    else:
        table = read_delimited(head, limits, names)
    first_line = table.header_row

    def rows() -> Iterator[tuple[int, Sequence[str]]]:
        file.seek(0)
        text = io.TextIOWrapper(file, encoding=table.encoding, newline="")
        try:
            skipped = 1 if text.readline().lower().startswith(("sep=", '"sep=')) else 0
            if not skipped:
                text.seek(0)
            reader = csv.reader(text, delimiter=table.delimiter)
            begun = skipped
            for record in reader:
                number, begun = begun + 1, skipped + reader.line_num
                if number > first_line and any(record):
                    yield number, record
        except (UnicodeDecodeError, csv.Error) as error:
            raise ValidationError(
                _(
                    "After row %(row)s the list cannot be read any more: a letter or a quotation mark is wrong."
                )
                % {"row": begun}
            ) from error
        finally:
            # Whoever gave up in the middle has closed the file.
            if not file.closed:
                text.detach()

    return Source(table.header, rows, [str(note) for note in table.notes])


@contextmanager
def _workbook(file: BinaryIO, subjects: Sequence[Subject]) -> Iterator[Source]:
    file.seek(0)
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheet = next(s for s in book.worksheets if s.sheet_state == "visible")
        expected = sheet.max_row or 0
        sheet.reset_dimensions()
        names, header, header_row = header_names(subjects), [], 0
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=HEADER_ROWS), start=1):
            cells = [_text(cell) for cell in row]
            if sum(header_key(cell) in names for cell in cells if cell) >= (2 if subjects else 1):
                header, header_row = cells[:MOST_COLUMNS], number
                break
    except TableError:
        raise
    except (
        Exception
    ) as error:  # damaged packages make the library fail in many ways, and none is the reader's
        raise TableError(
            "corrupt_workbook",
            _("The workbook is damaged and cannot be opened. Save it again in Excel as XLSX."),
        ) from error
    if not header:
        raise TableError("no_header", _("No row of headings was found in the first thirty rows."))

    def rows() -> Iterator[tuple[int, Sequence[str]]]:
        for number, row in enumerate(
            sheet.iter_rows(values_only=True, min_row=header_row + 1), start=header_row + 1
        ):
            if any(cell is not None for cell in row):
                yield number, [_text(cell) for cell in row]

    try:
        yield Source(
            header,
            rows,
            expected=max(expected - header_row, 0),
            uncomputed=partial(_uncomputed, sheet._get_source),
        )
    finally:
        book.close()


def _uncomputed(stream: Callable[[], BinaryIO]) -> Iterator[str]:
    """`stream` opens the sheet as XML, which is looked at by whole rows."""
    with stream() as sheet:
        rest = b""
        while part := sheet.read(CHUNK):
            text = rest + part
            end = max(text.rfind(tag) + len(tag) if tag in text else 0 for tag in (b"</row>", b":row>"))
            whole, rest = text[:end], text[end:]
            if _FORMULA.search(whole):
                yield from (match[1].decode() for match in _WITHOUT_RESULT.finditer(whole))


def _text(cell: Any) -> str:
    """A cell as it would stand in a CSV file, with the fifteen digits that Excel shows; a date as year, month, day."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{int(cell)}" if cell.is_integer() else f"{cell:.15g}"
    if hasattr(cell, "isoformat"):
        return cell.isoformat()[:10]
    return str(cell)
