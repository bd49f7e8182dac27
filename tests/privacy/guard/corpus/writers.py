# ruff: noqa: E501
"""Files in the formats that schools use, written as other programmes write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

import openpyxl

Rows = Sequence[Sequence[object]]
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def xlsx(sheets: dict[str, Rows], *, merged=(), hidden_columns=(), hidden_sheets=(), widths=None) -> bytes:
    """`merged`: ranges of the first sheet; `hidden_columns`: letters."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(["" if cell is None else cell for cell in row])
        for letter in hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        if title in hidden_sheets:
            sheet.sheet_state = "hidden"
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _runs(text: str) -> str:
    """Word cuts a text into runs wherever something was typed in between."""
    cut = len(text) // 2
    return "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:cut], text[cut:])
        if part
    )


def _cell(value: object) -> str:
    return f"<w:tc><w:p>{_runs(str(value))}</w:p></w:tc>"


def docx(*parts: str | Rows) -> bytes:
    """Texts become paragraphs, rows become tables."""
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<w:p>{_runs(part)}</w:p>")
        else:
            rows = "".join(f"<w:tr>{''.join(_cell(value) for value in row)}</w:tr>" for row in part)
            body.append(f"<w:tbl>{rows}</w:tbl>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>"
        )
    return out.getvalue()


def odt(*parts: str | Rows) -> bytes:
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<text:p>{escape(part)}</text:p>")
        else:
            rows = "".join(
                "<table:table-row>"
                + "".join(
                    f"<table:table-cell><text:p>{escape(str(v))}</text:p></table:table-cell>" for v in row
                )
                + "</table:table-row>"
                for row in part
            )
            body.append(f"<table:table>{rows}</table:table>")
    return _open_document("application/vnd.oasis.opendocument.text", "text", "".join(body))


def ods(rows: Rows) -> bytes:
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(v))}</text:p></table:table-cell>'
            for v in row
        )
        + "</table:table-row>"
        for row in rows
    )
    table = f'<table:table table:name="Trang1">{lines}</table:table>'
    return _open_document("application/vnd.oasis.opendocument.spreadsheet", "spreadsheet", table)


def _open_document(kind: str, family: str, body: str) -> bytes:
    names = " ".join(f'xmlns:{name}="{_OFFICE}{name}:1.0"' for name in ("office", "text", "table"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body>'
            f"<office:{family}>{body}</office:{family}></office:body></office:document-content>",
        )
    return out.getvalue()


def csv(rows: Rows, *, separator: str = ",", encoding: str = "utf-8-sig") -> bytes:
    lines = [separator.join(_quoted(str(value), separator) for value in row) for row in rows]
    return "\r\n".join(lines).encode(encoding)


def _quoted(value: str, separator: str) -> str:
    return '"' + value.replace('"', '""') + '"' if separator in value or '"' in value else value


STYLE = """@page{size:A4;margin:15mm} body{font:10pt 'Noto Sans','DejaVu Sans',sans-serif} table{border-collapse:collapse;width:100%}
td,th{padding:1mm 1.5mm;text-align:left;vertical-align:top} .ruled td,.ruled th{border:.3pt solid #000}"""


def pdf(*parts: str | Rows, ruled: bool = True) -> bytes:
    from weasyprint import HTML

    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<p>{escape(part)}</p>")
        else:
            rows = "".join(f"<tr>{''.join(f'<td>{escape(str(v))}</td>' for v in row)}</tr>" for row in part)
            body.append(f'<table class="{"ruled" if ruled else ""}">{rows}</table>')
    return HTML(string=f"<html lang=vi><style>{STYLE}</style>{''.join(body)}").write_pdf()
