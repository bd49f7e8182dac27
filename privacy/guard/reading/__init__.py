"""Reading files into what the guard looks at. The bytes decide how a file is read; its name only where they do not say."""

from __future__ import annotations

from privacy.guard.content import Content
from privacy.guard.findings import Unreadable
from privacy.guard.reading.archives import MEMBERS, UnsafeArchiveError, members_of, open_archive
from privacy.guard.reading.pdf import read_pdf
from privacy.guard.reading.plain import read_html, read_plain
from privacy.guard.reading.rich_text import read_rtf
from privacy.guard.reading.sheets import read_sheets
from privacy.guard.reading.words import read_docx, read_open_document, read_slides

__all__ = ["PICTURES", "read_file"]

PICTURES = ("jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "heif", "svg", "tif", "tiff", "bmp", "ico")
_SILENT = ("mp3", "mp4", "m4a", "wav", "ogg", "webm", "mov")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RTF = b"{\\rtf"
_UNKNOWN = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ", b"\x7fELF", b"%!PS")
NESTED = 2


def read_file(name: str, data: bytes, *, depth: int = 0) -> Content:
    """What stands in a file. A file that cannot be read answers with the reason in ``Content.unreadable``."""
    ending = name.rpartition(".")[2].lower()
    if not data.strip(b"\x00 \t\r\n"):
        return Content()
    if data.startswith(_ZIP):
        return _read_zip(data, depth)
    if b"%PDF-" in data[:1024]:
        return read_pdf(data)
    if data.startswith(_OLE):
        return _read_ole(data)
    if data.startswith(_RTF):
        return read_rtf(data)
    if ending in PICTURES:
        return Content()
    if data.startswith(_UNKNOWN) or ending in _SILENT or ending == "pdf":
        return Content(unreadable=Unreadable.BROKEN if ending == "pdf" else Unreadable.FORMAT)
    if ending in ("htm", "html", "xml") or data[:200].lstrip().lower().startswith(
        (b"<!doctype html", b"<html", b"<table")
    ):
        return read_html(data)
    return read_plain(data, is_table=ending in ("csv", "tsv"))


def _read_ole(data: bytes) -> Content:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Content(unreadable=Unreadable.LOCKED)
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return read_sheets(data)
    is_word = "WordDocument".encode("utf-16-le") in data
    return Content(unreadable=Unreadable.OLD_WORD if is_word else Unreadable.FORMAT)


def _read_zip(data: bytes, depth: int) -> Content:
    try:
        with open_archive(data) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
                return read_sheets(data, archive)
            if "word/document.xml" in names:
                return read_docx(archive)
            if "ppt/presentation.xml" in names:
                return read_slides(archive)
            if "mimetype" in names and "content.xml" in names:
                kind = archive.read("mimetype").decode("ascii", "replace")
                return read_sheets(data) if "spreadsheet" in kind else read_open_document(archive)
            return _read_members(archive, depth)
    except UnsafeArchiveError as error:
        return Content(unreadable=error.reason)


def _read_members(archive, depth: int) -> Content:
    """An archive of files: each is read as if it had been uploaded by itself."""
    whole = Content()
    if depth >= NESTED:
        return Content(unreadable=Unreadable.FORMAT)
    for number, (name, data) in enumerate(members_of(archive)):
        if number >= MEMBERS:
            whole.unreadable = Unreadable.TOO_LARGE
            break
        whole.join(read_file(name, data, depth=depth + 1))
    return whole
