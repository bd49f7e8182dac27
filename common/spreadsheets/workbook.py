"""Excel workbooks (XLSX, XLSM): the first visible sheet with content, as text."""

import io
import re
import warnings
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from defusedxml.common import DefusedXmlException
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL, ReadOnlyCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from common.spreadsheets.table import CellIssue, Limits, Row, Table, TableError, Watch, assemble
from common.text import Message, clean_line

_MAX_PARTS = 2_000
_MAX_SHEET_ROWS = 1_048_576
_MAX_SHEET_CELLS = 20_000_000
_MAX_MERGES = 20_000
_EXACT_DIGITS = 10**15
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+[0-9]+:[A-Z]+[0-9]+)\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ESCAPED_CONTROL = re.compile(r"_x00(0[0-9A-Fa-f]|1[0-9A-Fa-f])_")


def read_workbook(
    data: bytes, limits: Limits, header_names: Collection[str], watch: Watch | None = None
) -> Table:
    """Read the first visible sheet that has content. Raises TableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_package(archive, limits)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, limits, header_names, watch)
    except TableError:
        raise
    except (
        Exception
    ) as error:  # damaged packages make the library fail in many ways, and none is the reader's
        if _forbids_xml(error):
            raise TableError(
                "hostile", _("The workbook holds definitions that no list needs; it is refused.")
            ) from error
        raise TableError(
            "corrupt_workbook",
            _("The workbook is damaged and cannot be opened. Save it again in Excel as XLSX."),
        ) from error


def _forbids_xml(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, DefusedXmlException):
        error = error.__cause__ or error.__context__
    return error is not None


def _check_package(archive: zipfile.ZipFile, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise TableError(
            "unpacked_too_large",
            _(
                "Unpacked, the workbook is larger than %(limit)s MB. "
                "Delete unused sheets and pictures, or save it as CSV."
            ),
            limit=f"{limits.unpacked_bytes / 1_048_576:g}",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise TableError(
            "encrypted",
            _("The workbook is protected by a password. Remove the password, save it and try again."),
        )
    names = set(archive.namelist())
    if (
        "[Content_Types].xml" not in names
        or "xl/workbook.bin" in names
        or not any(n.startswith("xl/") for n in names)
    ):
        raise TableError(
            "wrong_type",
            _("The file is not an XLSX workbook (it may be ODS, XLSB, DOCX or ZIP). Save it as XLSX or CSV."),
        )


@dataclass
class _Layout:
    """What the fast reader leaves out: merged areas (first cell → last row) and cells with a formula."""

    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)


def _read(data: bytes, limits: Limits, header_names: Collection[str], watch: Watch | None) -> Table:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        stated = {sheet.title: sheet.max_row or 0 for sheet in book.worksheets}
        filled = [
            sheet for sheet in book.worksheets if sheet.sheet_state == "visible" and _has_content(sheet)
        ]
        if not filled:
            raise TableError("empty", _("The file is empty."))
        sheet = filled[0]
        notes = []
        hidden = [other.title for other in book.worksheets if other.sheet_state != "visible"]
        if hidden:
            notes.append(
                Message(
                    _("Hidden sheets were not read: %(names)s."),
                    {"names": ", ".join(clean_line(title) for title in hidden)},
                )
            )
        if len(filled) > 1:
            others = ", ".join(clean_line(other.title) for other in filled[1:])
            notes.append(
                Message(
                    _("Only the sheet “%(sheet)s” was read; these were not: %(others)s."),
                    {"sheet": clean_line(sheet.title), "others": others},
                )
            )
        layout = _layout(data, book.worksheets.index(sheet))
        return assemble(
            _rows(sheet, layout),
            limits=limits,
            header_names=header_names,
            notes=notes,
            kind="xlsx",
            sheet=clean_line(sheet.title),
            watch=watch,
            expected=min(stated[sheet.title], limits.rows),
        )
    finally:
        book.close()


def _cells(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[tuple[int, ReadOnlyCell]]]]:
    """Yield each row with cells: its number, and the cells with their columns from 0."""
    # The size that a sheet states is often wrong and not believed; the cells passed over bound the work.
    sheet.reset_dimensions()
    work = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        work += len(row)
        if number > _MAX_SHEET_ROWS or work > _MAX_SHEET_CELLS:
            raise TableError(
                "too_many_rows",
                _("The list has more than %(limit)s rows. Split it into smaller lists."),
                limit=number - 1,
            )
        found = [(index, cell) for index, cell in enumerate(row) if cell is not EMPTY_CELL]
        if found:
            yield number, found


def _has_content(sheet: ReadOnlyWorksheet) -> bool:
    return any(
        cell.value is not None and str(cell.value).strip()
        for _number, found in _cells(sheet)
        for _index, cell in found
    )


def _layout(data: bytes, position: int) -> _Layout:
    layout = _Layout()
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheet = book.worksheets[position]
        with sheet._get_source() as part:
            source = part.read()
        for match in _MERGE.findall(source)[:_MAX_MERGES]:
            left, top, _right, bottom = range_boundaries(match.decode())
            layout.merged[top, left - 1] = bottom
        if _FORMULA.search(source):
            layout.formulas = {
                (number, index)
                for number, found in _cells(sheet)
                for index, cell in found
                if cell.data_type == "f"
            }
    finally:
        book.close()
    return layout


def _rows(sheet: ReadOnlyWorksheet, layout: _Layout) -> Iterator[Row]:
    open_areas: dict[int, tuple[int, str]] = {}
    for number, found in _cells(sheet):
        cells = [""] * (found[-1][0] + 1)
        issues: list[CellIssue] = []
        numbers = set()
        for index, cell in found:
            if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                numbers.add(index)
            cells[index], issue = _text(cell, index)
            if not cells[index] and issue is None and (number, index) in layout.formulas:
                issue = _issue(
                    index,
                    "formula",
                    _("The formula has no stored result. Open the list in Excel, save it and try again."),
                )
            issues += [issue] if issue else []
            if (number, index) in layout.merged:
                open_areas[index] = (layout.merged[number, index], cells[index])
        if any(cells):
            _fill_merged(cells, issues, number, open_areas)
        yield Row(number, cells, tuple(issues), frozenset(numbers))


def _fill_merged(
    cells: list[str], issues: list[CellIssue], number: int, open_areas: dict[int, tuple[int, str]]
) -> None:
    for index, (last, text) in list(open_areas.items()):
        if number > last:
            del open_areas[index]
        elif text and not "".join(cells[index : index + 1]):
            cells.extend([""] * (index + 1 - len(cells)))
            cells[index] = text
            issues.append(_merged(index, text))


def _merged(index: int, text: str) -> CellIssue:
    message = Message(
        _("“%(value)s” was taken from the merged cell above."), {"value": clean_line(text)[:60]}
    )
    return CellIssue(index, "merged", message, is_repair=True)


def _text(cell: ReadOnlyCell, index: int) -> tuple[str, CellIssue | None]:
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "e":
        return "", _issue(index, "error_value", _("The cell shows the Excel error %(value)s."), value=value)
    if isinstance(value, bool):
        text = "TRUE" if value else "FALSE"
        return text, _issue(index, "boolean", _("The cell holds TRUE or FALSE where a text is expected."))
    if isinstance(value, (datetime, date, time, timedelta)):
        return _date(value, index)
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format or "", index)
    return _ESCAPED_CONTROL.sub(lambda match: chr(int(match[1], 16)), str(value)), None


def _date(value: datetime | date | time | timedelta, index: int) -> tuple[str, CellIssue]:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    text = value.isoformat() if not isinstance(value, timedelta) else str(value)
    return text, _issue(
        index,
        "date",
        _("Excel holds a date or time here (%(value)s). Format the cell as text and type the value again."),
        value=text,
    )


def _number(value: float, number_format: str, index: int) -> tuple[str, CellIssue | None]:
    issue = None
    if abs(value) >= _EXACT_DIGITS:
        issue = _issue(
            index,
            "inexact_number",
            _(
                "The number has more than 15 digits, of which Excel keeps 15. "
                "Format the cell as text and type it again."
            ),
        )
    if float(value).is_integer():
        text = f"{int(value)}"
        # A format of zeros shows the leading zeros that the number itself has lost.
        return (text.zfill(len(number_format)) if re.fullmatch("0+", number_format) else text), issue
    return repr(value), issue


def _issue(index: int, code: str, text: Promise, /, **params: object) -> CellIssue:
    return CellIssue(index, code, Message(text, params))
