"""Reports as CSV that a spreadsheet opens with its accents right and none of its cells running."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Excel in some locales splits at semicolons whatever the file says, so a cell may begin there as well.
_FORMULA = re.compile(r"(^|[;\t\r\n])(\s*)(?=[=+\-@＝＋－＠\t\r])")


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
