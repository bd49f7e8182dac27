"""Copies of files in which names and particulars are masked: XLSX, CSV, DOCX.

PDF is refused: what is painted over there can still be selected and copied, and the text below cannot be taken out without
laying the pages out again. The list is masked in the file from which the PDF was made.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import openpyxl
from django.utils.translation import gettext_lazy as _
from lxml import etree
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList

from common.spreadsheets import write_csv
from privacy.guard.content import Grid, as_text
from privacy.guard.findings import Place, PlaceKind
from privacy.guard.grids import cells_to_mask
from privacy.guard.masking import mask_name, mask_text, mask_value
from privacy.guard.names import names_in_text
from privacy.guard.reading import read_file
from privacy.guard.reading.archives import UnsafeArchiveError, open_archive, parse_xml, read_member
from privacy.guard.reading.words import DOCX_PARTS, W
from privacy.guard.scanning import scan_file
from privacy.guard.values import numbers_to_mask

__all__ = ["MASKABLE", "MaskingError", "mask_line", "masked_copy"]

MASKABLE = ("xlsx", "xlsm", "csv", "tsv", "docx")
NO_PDF = _(
    "A PDF is not masked here: what is painted over can still be copied out of it. Mask the list in the file from which the "
    "PDF was made (Excel or Word), upload that one and mask it, or turn it into a PDF again."
)
NO_FORMAT = _(
    "Only XLSX, CSV and DOCX files are masked. Save the list in one of these formats and upload it again."
)
STILL_LISTS = _(
    "The copy would still list people: its layout cannot be masked by itself. Take the particulars out by hand."
)


PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
LEFT_BEHIND = ("docProps/thumbnail", "customXml/item", "word/people")


class MaskingError(Exception):
    """A file of which no masked copy is made; the text is for the reviewer."""


def masked_copy(name: str, data: bytes) -> bytes:
    """The bytes of a masked copy in the same format. Raises MaskingError."""
    ending = name.rpartition(".")[2].lower()
    if ending == "pdf":
        raise MaskingError(NO_PDF)
    if ending not in MASKABLE:
        raise MaskingError(NO_FORMAT)
    try:
        if ending in ("xlsx", "xlsm"):
            masked = _masked_workbook(data)
        elif ending == "docx":
            masked = _masked_words(data)
        else:
            masked = _masked_text(name, data)
    except (UnsafeArchiveError, zipfile.BadZipFile, ValueError, KeyError, OSError) as error:
        raise MaskingError(NO_FORMAT) from error
    if scan_file(name, masked).items:
        raise MaskingError(STILL_LISTS)
    return masked


def mask_line(text: str) -> str:
    """A line of running text with its names and numbers masked."""
    spans = [(start, end, mask_name(name)) for start, end, name in names_in_text(text)]
    spans += [(start, end, mask_value(kind, text[start:end])) for start, end, kind in numbers_to_mask(text)]
    return mask_text(text, spans)


def _masked_workbook(data: bytes) -> bytes:
    """Values only: formulas are replaced by what they show; notes, drawings and the author's name stay behind."""
    open_archive(data).close()
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book.worksheets:
        rows = [[as_text(cell.value) for cell in row] for row in sheet.iter_rows()]
        top, left = sheet.min_row, sheet.min_column
        plan = cells_to_mask(Grid(Place(PlaceKind.SHEET, sheet.title), rows, heading=[sheet.title]))
        for row, cells in enumerate(sheet.iter_rows()):
            for place, cell in enumerate(cells):
                if getattr(cell, "comment", None):
                    cell.comment = None
                text = plan.get((row, place)) or _masked_if_mixed(rows[row][place])
                if text is not None:
                    target = sheet.cell(row + top, place + left)
                    target.value, target.hyperlink, target.number_format = text, None, "@"
        sheet.data_validations.dataValidation = []
        for part in (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter):
            for place in (part.left, part.center, part.right):
                place.text = mask_line(place.text) if place.text else place.text
    book.properties = DocumentProperties(creator="")
    book.custom_doc_props = CustomPropertyList()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _masked_if_mixed(text: str) -> str | None:
    """A cell that holds a name and its particulars together."""
    if names_in_text(text) and numbers_to_mask(text):
        return mask_line(text)
    return None


def _masked_text(name: str, data: bytes) -> bytes:
    rows: list[list[str]] = []
    content = read_file(name, data)
    for grid in content.grids:
        plan = cells_to_mask(grid)
        rows += [
            [plan.get((at, place)) or _masked_if_mixed(cell) or cell for place, cell in enumerate(row)]
            for at, row in enumerate(grid.rows)
        ]
    rows += [[mask_line(line)] for text in content.texts for line in text.lines]
    return write_csv(rows)


def _masked_words(data: bytes) -> bytes:
    out = io.BytesIO()
    with open_archive(data) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = read_member(source, entry.filename)
            if entry.filename.startswith(DOCX_PARTS) and entry.filename.endswith(".xml"):
                part = _written(part, _mask_part)
            elif entry.filename in PROPERTIES:
                part = _written(part, _empty_all)
            elif entry.filename.endswith(".rels"):
                part = _written(part, _cut_addresses)
            elif entry.filename.startswith(LEFT_BEHIND) and "Props" not in entry.filename:
                part = _written(part, _take_out_all) if entry.filename.endswith(".xml") else b""
            target.writestr(entry.filename, part)
    return out.getvalue()


def _written(part: bytes, change: Callable[[etree._Element], None]) -> bytes:
    root = parse_xml(part)
    change(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _empty_all(root: etree._Element) -> None:
    """Author, who saved it last, title, key words, company."""
    for element in root.iter():
        if (
            isinstance(element.tag, str)
            and not len(element)
            and not element.tag.endswith(("}created", "}modified"))
        ):
            element.text = ""


def _take_out_all(root: etree._Element) -> None:
    """What stands beside the words: names of those who commented, data of form fields."""
    for child in list(root):
        root.remove(child)


def _cut_addresses(root: etree._Element) -> None:
    """A link to somebody's address leads nowhere."""
    for link in root.iter():
        target = link.get("Target") or ""
        if target.lower().startswith(("mailto:", "tel:", "sms:", "callto:")):
            link.set("Target", "about:blank")


def _mask_part(root: etree._Element) -> None:
    for table in root.iter(f"{W}tbl"):
        cells = [list(_cells(row)) for row in table.iterchildren(f"{W}tr")]
        rows = [[as_text(_text(cell)) if cell is not None else "" for cell in row] for row in cells]
        for (at, place), text in cells_to_mask(Grid(Place(PlaceKind.TABLE), rows)).items():
            if cells[at][place] is not None:
                _write(cells[at][place], text)
    for paragraph in root.iter(f"{W}p"):
        text = _text(paragraph)
        masked = mask_line(text)
        if masked != text:
            _write(paragraph, masked)


def _cells(row: etree._Element) -> Iterator[etree._Element | None]:
    """The cells of a row; None where one runs over the next columns."""
    for cell in row.iterchildren(f"{W}tc"):
        yield cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        if span is not None and str(span.get(f"{W}val")).isdecimal():
            yield from [None] * min(int(span.get(f"{W}val")) - 1, 60)


def _text(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t"))


def _write(element: etree._Element, text: str) -> None:
    """Put the text into the first run; the others are emptied."""
    for number, part in enumerate(element.iter(f"{W}t", f"{W}delText")):
        part.text = text if number == 0 else ""
