"""Reports as CSV that a spreadsheet opens with its accents right and none of its cells running."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

# Excel in some locales splits at semicolons whatever the file says, so a cell may begin there as well.
_FORMULA = re.compile(r"(^|[;\t\r\n])(\s*)(?=[=+\-@＝＋－＠\t\r])")

# What XML cannot hold, and so no workbook.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Return the rows as CSV in UTF-8 with a byte-order mark, comma separated, every cell quoted.

    A cell that a spreadsheet would run (it begins with = + - @, tab or return) gets an apostrophe before
    it. None is an empty cell.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([neutralised(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig", "replace")


def neutralised(cell: object) -> str:
    """Return the cell as text that no spreadsheet runs."""
    return _FORMULA.sub(r"\1'\2", "" if cell is None else str(cell).replace("\x00", ""))


_NEUTRALISED = re.compile(r"(^|[;\t\r\n])'(\s*)(?=[=+\-@＝＋－＠\t\r])")


def restored(text: str) -> str:
    """Return a cell of `write_csv` as it was before: without the apostrophes that keep it from being run."""
    return _NEUTRALISED.sub(r"\1\2", text)


def write_xlsx(rows: Iterable[Sequence[object]], output: BinaryIO) -> None:
    """Write the rows as a workbook of one sheet, the first row bold and kept in view.

    Numbers and dates stay what they are; text is stored as text, so that nothing in it is run. Moments lose their time
    zone, which a workbook cannot hold.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, storable(value))
            if cell.data_type == "f":
                cell.data_type = "s"
            if number == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    book.save(output)


def storable(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return value
    return _CONTROL.sub("", str(value))
