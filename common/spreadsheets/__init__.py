"""Spreadsheets as people really save them: read into rows of text, and written so that no cell runs.

`read_table` takes CSV in every encoding and separator that Excel writes, and XLSX. It never repairs
silently: what a cell could not give is an issue of its row, what concerns the whole file a note of the
table, and a file that cannot be read at all raises TableError.
"""

import os
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from common.spreadsheets.delimited import read_delimited
from common.spreadsheets.report import write_csv, write_xlsx
from common.spreadsheets.table import CellIssue, Limits, Row, Table, TableError, Watch, header_key
from common.spreadsheets.workbook import read_workbook

__all__ = [
    "ACCEPTED_SUFFIXES",
    "CellIssue",
    "Limits",
    "Row",
    "Table",
    "TableError",
    "Watch",
    "header_key",
    "read_table",
    "unpacked_size",
    "write_csv",
    "write_xlsx",
]

ACCEPTED_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")

DEFAULT_LIMITS = Limits()

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def read_table(
    source: Path | BinaryIO,
    *,
    filename: str = "",
    limits: Limits = DEFAULT_LIMITS,
    header_names: Collection[str] = (),
    watch: Watch | None = None,
) -> Table:
    """Read one list from a file.

    `filename` is the name the user knows (the path's by default): its ending must be in
    ACCEPTED_SUFFIXES, but the content decides how it is read. `header_names` are words a header may hold:
    the first row, of the first thirty, with two of them is the header; otherwise it is the first row that
    is not empty. `watch` is called with the number of each row and with how many there seem to be. Raises
    TableError.
    """
    name = filename or (source.name if isinstance(source, Path) else "")
    suffix = os.path.splitext(name)[1].lower()
    if name and suffix not in ACCEPTED_SUFFIXES and suffix != ".xls":
        raise TableError(
            "wrong_type",
            _("“%(name)s” is not a list this can read. Save it as XLSX or CSV and try again."),
            name=os.path.basename(name),
        )
    data = _bounded(source, limits)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise TableError("empty", _("The file is empty."))
    if data.startswith(_OLE):
        raise _old_or_encrypted(data)
    if data.startswith(_ZIP):
        return read_workbook(data, limits, header_names, watch)
    if suffix in {".xlsx", ".xlsm"}:
        raise TableError(
            "corrupt_workbook",
            _("The workbook is damaged and cannot be opened. Save it again in Excel as XLSX."),
        )
    return read_delimited(data, limits, header_names, watch)


def unpacked_size(file: BinaryIO) -> int:
    """Bytes that have to be read for the list in a file; of a workbook those of its parts. The work grows with them."""
    size = file.seek(0, os.SEEK_END)
    try:
        with zipfile.ZipFile(file) as archive:
            size = max(size, sum(part.file_size for part in archive.infolist()))
    except zipfile.BadZipFile:
        pass
    finally:
        file.seek(0)
    return size


def _bounded(source: Path | BinaryIO, limits: Limits) -> bytes:
    if isinstance(source, Path):
        with source.open("rb") as file:
            data = file.read(limits.bytes + 1)
    else:
        data = source.read(limits.bytes + 1)
    if len(data) > limits.bytes:
        raise TableError(
            "too_large",
            _("The file is larger than %(limit)s MB. Split it into smaller lists."),
            limit=f"{limits.bytes / 1_048_576:g}",
        )
    return data


def _old_or_encrypted(data: bytes) -> TableError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return TableError(
            "encrypted",
            _("The workbook is protected by a password. Remove the password, save it and try again."),
        )
    return TableError(
        "old_xls", _("This is the old Excel format (XLS). Open it in Excel, save it as XLSX and try again.")
    )
