"""A masked copy holds nothing that tells whom the list names: not in a cell, not beside it, nor in what the file says of
itself."""

from __future__ import annotations

import io
import zipfile
from random import Random

import openpyxl
import pytest
from openpyxl.comments import Comment

from common.spreadsheets import write_csv
from privacy.guard import scan_file
from privacy.guard.findings import Unreadable
from privacy.guard.masked_copies import MaskingError, masked_copy
from privacy.guard.reading import read_file
from tests.privacy.guard.corpus.people import people
from tests.privacy.guard.corpus.writers import docx, xlsx

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại", "E-mail", "Kết quả"]
LISTED = people(Random(7), 12)
ROWS = [HEAD] + [
    [n, p.name, f"{p.day:02}/{p.month:02}/{p.year}", p.identity, p.phone, p.email, "Đạt"]
    for n, p in enumerate(LISTED, start=1)
]
SECRETS = [text for p in LISTED for text in (p.name, p.identity, p.phone, p.email)]
AUTHOR = "Nguyễn Thị Tác Giả"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def unpacked(data: bytes) -> str:
    """All that a file holds, its own properties and links included."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return "\n".join(parts)


def left_in(data: bytes) -> list[str]:
    text = unpacked(data)
    return [secret for secret in [*SECRETS, AUTHOR] if secret in text]


def workbook() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"Danh sách": ROWS, "Ẩn": ROWS}, hidden_sheets=("Ẩn",))))
    sheet = book.worksheets[0]
    sheet["B2"].comment = Comment(f"Gọi {LISTED[0].phone}", AUTHOR)
    sheet["F2"].hyperlink = f"mailto:{LISTED[0].email}"
    sheet["H2"] = '=B2&" đạt"'
    sheet.oddHeader.center.text = f"{LISTED[0].name} – {LISTED[0].phone}"
    book.properties.creator = book.properties.lastModifiedBy = AUTHOR
    book.properties.title = AUTHOR
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def words() -> bytes:
    data = docx("Danh sách học sinh", ROWS, f"Liên hệ {LISTED[0].name}, điện thoại {LISTED[0].phone}.")
    p = LISTED[1]
    added = {
        "docProps/core.xml": f'<c xmlns:d="urn:d"><d:creator>{AUTHOR}</d:creator></c>',
        "word/comments.xml": f"<w:comments {_W}><w:comment><w:p><w:r><w:t>{p.name}: {p.phone}</w:t></w:r></w:p>"
        "</w:comment></w:comments>",
        "word/people.xml": f'<p xmlns:w="urn:w"><a w:author="{AUTHOR}"/></p>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="hyperlink" '
        f'Target="mailto:{p.email}" TargetMode="External"/></Relationships>',
        "customXml/item1.xml": f"<data><name>{p.name}</name></data>",
    }
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for name, text in added.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return out.getvalue()


FILES = {"danh-sach.xlsx": workbook, "danh-sach.docx": words, "danh-sach.csv": lambda: write_csv(ROWS)}


@pytest.mark.parametrize("name", FILES)
def test_a_masked_copy_names_nobody(name):
    data = FILES[name]()
    assert set(SECRETS) <= set(left_in(data)) or name.endswith("docx")
    assert scan_file(name, data).items
    masked = masked_copy(name, data)
    assert left_in(masked) == []
    assert not scan_file(name, masked).items


@pytest.mark.parametrize("name", FILES)
def test_a_masked_copy_keeps_the_rest_in_its_place(name):
    content = read_file(name, masked_copy(name, FILES[name]()))
    grid = content.grids[0]
    assert grid.rows[0][:7] == HEAD
    first = grid.rows[1]
    family = LISTED[0].name.split()[0]
    assert first[1].startswith(family)
    assert first[1] != LISTED[0].name
    assert first[2] == f"**/**/{LISTED[0].year}"
    assert first[3] == f"****{LISTED[0].identity[-4:]}"
    assert first[6] == "Đạt"
    assert len([row for row in grid.rows if any(row)]) == len(ROWS)


def test_formulas_stay_behind_as_what_they_show():
    book = openpyxl.load_workbook(io.BytesIO(masked_copy("a.xlsx", workbook())))
    values = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [value for value in values if isinstance(value, str) and value.startswith("=")]


def test_of_a_pdf_no_copy_is_made_and_the_way_out_is_said():
    with pytest.raises(MaskingError, match="Excel"):
        masked_copy("danh-sach.pdf", b"%PDF-1.7")


def rtf(rows) -> bytes:
    def said(text: object) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in str(text))

    lines = "".join(
        "\\trowd " + "".join(f"\\pard\\intbl {said(cell)}\\cell" for cell in row) + "\\row\n" for row in rows
    )
    return ("{\\rtf1\\ansi\\ansicpg1258 " + said("Danh sách học sinh") + "\\par\n" + lines + "}").encode(
        "ascii"
    )


def test_rich_text_is_read_like_other_words():
    found = scan_file("danh-sach.rtf", rtf(ROWS))
    assert found.items
    assert found.people >= len(LISTED) - 1
    plain = rtf([["Thứ hai", "Toán"], ["Thứ ba", "Văn"]])
    assert not scan_file("thoi-khoa-bieu.rtf", plain).stops


def test_a_word_file_of_before_2007_waits_with_the_way_out():
    data = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512 + "WordDocument".encode("utf-16-le") + b"\0" * 400
    found = read_file("danh-sach.doc", data)
    assert found.unreadable == Unreadable.OLD_WORD
    assert ".docx" in str(Unreadable.OLD_WORD.label)
