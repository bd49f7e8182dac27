"""Text documents and slides: DOCX, ODT, ODP, PPTX, with tables, text boxes, headers, footnotes and hidden text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from common.legacy_text import to_unicode
from privacy.guard.content import Content, Grid, Lines, as_text
from privacy.guard.findings import Place, PlaceKind, Unreadable
from privacy.guard.reading.archives import parse_xml, read_member

__all__ = ["DOCX_PARTS", "W", "read_docx", "read_open_document", "read_slides"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DOCX_PARTS = (
    "word/document",
    "word/header",
    "word/footer",
    "word/footnotes",
    "word/endnotes",
    "word/comments",
)
REPEATED = 200
"""Times that a repeated cell or row of an open document is written out."""


def read_docx(archive: zipfile.ZipFile) -> Content:
    content = Content()
    for name in archive.namelist():
        if name.startswith(DOCX_PARTS) and name.endswith(".xml"):
            _walk(parse_xml(read_member(archive, name)), content)
    return _checked(content, archive, "word/media/")


def _checked(content: Content, archive: zipfile.ZipFile, pictures: str) -> Content:
    """A document of pictures without words is a scan."""
    letters = sum(len(line) for text in content.texts for line in text.lines)
    letters += sum(len(cell) for grid in content.grids for row in grid.rows for cell in row)
    has_pictures = any(name.startswith(pictures) for name in archive.namelist())
    if has_pictures and letters < 200 and not content.unreadable:
        content.unreadable = Unreadable.NO_TEXT
    return content


def _walk(root: etree._Element, content: Content) -> None:
    """The paragraphs and tables of a part in their order; a table's heading is what stands above it."""
    lines: list[str] = []
    for element in _blocks(root):
        if element.tag == f"{W}p":
            lines += _paragraph(element)
            continue
        rows = [_row(row) for row in element.iterchildren(f"{W}tr", f"{W}sdt")]
        heading = [line for line in lines[-4:] if line]
        content.grids.append(Grid(Place(PlaceKind.TABLE, str(len(content.grids) + 1)), rows, heading=heading))
        for nested in element.iterdescendants(f"{W}tbl"):
            inner = [_row(row) for row in nested.iterchildren(f"{W}tr")]
            content.grids.append(
                Grid(Place(PlaceKind.TABLE, str(len(content.grids) + 1)), inner, heading=heading)
            )
    content.add_text(lines)


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables that are in no table."""
    for child in root:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif isinstance(child.tag, str):
            yield from _blocks(child)


def _row(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is not row and row.tag == f"{W}tr":
            continue
        cells.append(
            as_text(" ".join(line for p in cell.iterchildren(f"{W}p", f"{W}sdt") for line in _paragraph(p)))
        )
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        if span is not None and str(span.get(f"{W}val")).isdecimal():
            cells += [""] * min(int(span.get(f"{W}val")) - 1, 60)
    return cells


def _paragraph(paragraph: etree._Element) -> list[str]:
    """The lines of a paragraph, line breaks and text boxes in it apart."""
    parts: list[str] = []
    for element in paragraph.iter(
        f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}delText", f"{W}p", f"{W}noBreakHyphen"
    ):
        if element.tag in (f"{W}t", f"{W}delText"):
            parts.append(element.text or "")
        elif element.tag == f"{W}tab":
            parts.append("\t")
        elif element.tag == f"{W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append("\n")
    text = to_unicode("".join(parts))
    return [line.replace("\t", " ; ").strip() for line in text.split("\n") if line.strip()]


def read_open_document(archive: zipfile.ZipFile) -> Content:
    """ODT and ODP."""
    root = parse_xml(read_member(archive, "content.xml"))
    content = Content()
    lines: list[str] = []
    for element in root.iter(f"{TEXT}p", f"{TEXT}h", f"{TABLE}table"):
        if element.tag == f"{TABLE}table":
            rows = [_open_row(row) for row in element.iter(f"{TABLE}table-row")]
            place = Place(PlaceKind.TABLE, str(len(content.grids) + 1))
            content.grids.append(Grid(place, rows, heading=lines[-3:]))
        elif next(element.iterancestors(f"{TABLE}table"), None) is None:
            lines.append(as_text(to_unicode("".join(element.itertext()))))
    content.add_text(lines)
    return _checked(content, archive, "Pictures/")


def _open_row(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        times = str(cell.get(f"{TABLE}number-columns-repeated", "1"))
        text = as_text(to_unicode(" ".join("".join(p.itertext()) for p in cell.iter(f"{TEXT}p"))))
        cells += [text] * (min(int(times), REPEATED) if times.isdecimal() else 1)
    return cells


def read_slides(archive: zipfile.ZipFile) -> Content:
    """PPTX: the text of each slide and its notes, and its tables."""
    content = Content()
    for name in archive.namelist():
        if not name.startswith(("ppt/slides/slide", "ppt/notesSlides/")) or not name.endswith(".xml"):
            continue
        root = parse_xml(read_member(archive, name))
        for table in root.iter(f"{A}tbl"):
            rows = [
                [as_text(_runs(cell)) for cell in row.iterchildren(f"{A}tc")] for row in table.iter(f"{A}tr")
            ]
            content.grids.append(Grid(Place(PlaceKind.TABLE, str(len(content.grids) + 1)), rows))
        lines = [
            as_text(_runs(p)) for p in root.iter(f"{A}p") if next(p.iterancestors(f"{A}tbl"), None) is None
        ]
        if any(lines):
            content.texts.append(Lines(Place(PlaceKind.PAGE, str(len(content.texts) + 1)), lines))
    return _checked(content, archive, "ppt/media/")


def _runs(element: etree._Element) -> str:
    return to_unicode(" ".join("".join(t.text or "" for t in p.iter(f"{A}t")) for p in element.iter(f"{A}p")))
