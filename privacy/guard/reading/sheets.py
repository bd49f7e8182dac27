"""Workbooks: XLSX, XLSM, XLSB, XLS and ODS, hidden sheets, rows and columns included."""

from __future__ import annotations

import io
import zipfile

import python_calamine as calamine

from common.legacy_text import to_unicode
from privacy.guard.content import Content, Grid, as_text
from privacy.guard.findings import Place, PlaceKind, Unreadable
from privacy.guard.reading.archives import UnsafeArchiveError, parse_xml, read_member

__all__ = ["CELLS", "read_sheets"]

CELLS = 6_000_000
"""Cells of one workbook that are read; beyond them the file is said to be too large."""
_NOTES = ("xl/comments", "xl/drawings/drawing", "xl/threadedComments/")
_ERRORS = (
    calamine.CalamineError,
    calamine.XmlError,
    calamine.ZipError,
    calamine.WorksheetNotFound,
    OSError,
    ValueError,
    MemoryError,
)


def read_sheets(data: bytes, archive: zipfile.ZipFile | None = None) -> Content:
    """The sheets of a workbook, and the notes and text boxes on them. The library's own panics count as damage."""
    content = Content()
    try:
        _read(data, content)
    except calamine.PasswordError:
        return Content(unreadable=Unreadable.LOCKED)
    except _ERRORS:
        content.unreadable = Unreadable.BROKEN
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        content.unreadable = Unreadable.BROKEN
    if archive is not None:
        _read_notes(archive, content)
    return content


def _read(data: bytes, content: Content) -> None:
    book = calamine.load_workbook(io.BytesIO(data))
    left = CELLS
    for number, name in enumerate(book.sheet_names):
        if book.sheets_metadata[number].typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(number)
        left -= sheet.width * sheet.height
        if left < 0:
            content.unreadable = Unreadable.TOO_LARGE
            return
        start = sheet.start or (0, 0)
        rows = sheet.to_python(skip_empty_area=True)
        if not rows:
            continue
        is_old = _is_legacy(rows)
        text = _Texts(is_old=is_old)
        grid = [[text[value] for value in row] for row in rows]
        heading = [to_unicode(name) if is_old else name]
        content.grids.append(
            Grid(Place(PlaceKind.SHEET, name[:60]), grid, heading=heading, first_row=start[0] + 1)
        )


class _Texts(dict[object, str]):
    """The text of each value; equal ones are worked on once, and numbers repeat. 1, 1.0 and a ticked box are one."""

    def __init__(self, *, is_old: bool):
        super().__init__({"": ""})
        self.is_old = is_old

    def __missing__(self, value: object) -> str:
        text = as_text(to_unicode(value + "  ") if self.is_old and isinstance(value, str) else value)
        self[value] = text
        return text


def _is_legacy(rows: list[list[object]]) -> bool:
    sample = " ".join(value for row in rows[:40] for value in row if isinstance(value, str))
    return to_unicode(sample) != sample


def _read_notes(archive: zipfile.ZipFile, content: Content) -> None:
    lines: list[str] = []
    for name in archive.namelist():
        if not name.startswith(_NOTES) or not name.endswith(".xml"):
            continue
        try:
            root = parse_xml(read_member(archive, name))
        except UnsafeArchiveError as error:
            content.unreadable = content.unreadable or error.reason
            continue
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag.endswith(("}comment", "}sp", "}threadedComment")):
                text = "".join(part for part in element.itertext())
                lines += [as_text(line) for line in text.splitlines()]
    content.add_text(lines)
