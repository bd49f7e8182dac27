"""Spreadsheets as they come: read right, or refused with cell and reason."""

from __future__ import annotations

import io
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from openpyxl.styles import numbers
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from common.spreadsheets import TableError
from editorial.choices import ReuseTerms
from sections.exchange.cells import guess, load_table, mapping_problems, parsed_rows
from sections.exchange.parsers import (
    choice,
    day,
    decimal,
    email,
    integer,
    lines,
    moment,
    school_year,
    text,
    url,
    year,
    yes_no,
)
from tests.sections.exchange.conftest import ENTRIES, workbook

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("parser", "cell", "value"),
    [
        (day, "20/6/2026 (cùng ngày ký)", date(2026, 6, 20)),
        (day, "05 tháng 9 năm 2024", date(2024, 9, 5)),
        (day, "Ngày 5 tháng 9, năm 2024", date(2024, 9, 5)),
        (day, "5-9-2024", date(2024, 9, 5)),
        (day, "05.09.2024", date(2024, 9, 5)),
        (day, "2024-09-05T00:00:00", date(2024, 9, 5)),
        (moment, "7h30 ngày 5/9/2024", datetime(2024, 9, 5, 7, 30, tzinfo=HANOI)),
        (moment, "05/09/2024 07:30", datetime(2024, 9, 5, 7, 30, tzinfo=HANOI)),
        (moment, "05/09/2024", datetime(2024, 9, 5, tzinfo=HANOI)),
        (integer, "1.234", 1234),
        (integer, "12 345 678", 12345678),
        (decimal, "1.234,50", Decimal("1234.5")),
        (decimal, "1,234.50", Decimal("1234.5")),
        (decimal, "12,5", Decimal("12.5")),
        (decimal, "0,125", Decimal("0.125")),
        (decimal, "-1.234.567", Decimal(-1234567)),
        (yes_no, "Có", True),
        (yes_no, "không", False),
        (yes_no, "TRUE", True),
        (school_year, "Năm học 2024 – 25", "2024-2025"),
        (year, "Năm 2024", 2024),
        (lines, "a; b\nc", ["a", "b", "c"]),
        (url, "www.example.edu.vn", "https://www.example.edu.vn"),
        (email, "lienhe@example.edu.vn", "lienhe@example.edu.vn"),
        (choice(ReuseTerms), "creative commons attribution 4.0", ReuseTerms.CC_BY),
        (text, "  Ð\u00e0o\u00a0tạo ", "Đào tạo"),
    ],
)
def test_a_cell_is_read_as_people_write_it(parser, cell, value):
    assert parser(cell) == value


@pytest.mark.parametrize(
    ("parser", "cell", "reason"),
    [
        (day, "13/25/2024", "The date “13/25/2024” does not exist. Write the day first: 05/09/2025."),
        (day, "5/9/24", "“5/9/24” has a year of two digits. Write it as 05/09/2025."),
        (day, "45000", "is the number that Excel keeps for a date"),
        (day, "quý III", "“quý III” is no date. Write it as 05/09/2025."),
        (integer, "12,5", "“12,5” is no whole number."),
        (integer, "-3", "The number must be at least 0."),
        (decimal, "1.234", "can be read in two ways"),
        (decimal, "NaN", "“NaN” is no number."),
        (yes_no, "có thể", "Write “yes” or “no” and not “có thể”."),
        (school_year, "2024-2026", "“2024-2026” is no school year. Write it as 2025-2026."),
        (url, "javascript:alert(1)", "is no address of a page"),
        (email, "a@", "This is no e-mail address."),
        (choice(ReuseTerms), "tùy", "“tùy” is not one of"),
        (text(max_length=3), "abcd", "The text has 4 characters; at most 3 fit."),
    ],
)
def test_a_cell_that_cannot_be_read_says_why(parser, cell, reason):
    with pytest.raises(ValidationError) as caught:
        parser(cell)
    assert reason in " ".join(caught.value.messages)


def rows(data: bytes, name: str = "list.xlsx"):
    table = load_table(io.BytesIO(data), name, ENTRIES)
    return table, list(parsed_rows(table, ENTRIES, {"columns": guess(ENTRIES, table.header)}))


def test_two_rows_of_headings_are_read_together():
    def merge(book):
        book.active.merge_cells("A1:A2")
        book.active.merge_cells("B1:C1")

    data = workbook(
        ["Tiêu đề", "Ngày", None], [None, "ban hành", "hiệu lực"], ["Mục", "05/09/2025", "x"], edit=merge
    )
    table, found = rows(data)
    assert table.header == ["Tiêu đề", "Ngày ban hành", "Ngày hiệu lực"]
    assert str(table.notes[0]) == "The headings stand in rows 1 and 2 and were read together."
    assert found[0].values["date"] == date(2025, 9, 5)


def test_a_merged_cell_counts_for_each_of_its_rows():
    data = workbook(
        ["Tiêu đề", "Ngày"],
        ["Một", "05/09/2025"],
        ["Hai", None],
        edit=lambda book: book.active.merge_cells("B2:B3"),
    )
    _table, found = rows(data)
    assert found[1].values["date"] == date(2025, 9, 5)
    assert found[1].notes[0].cell == "B3"


def test_dates_of_workbooks_that_count_from_1904_are_right():
    def mac(book):
        book.epoch = CALENDAR_MAC_1904
        book.active["B2"].number_format = numbers.FORMAT_DATE_YYYYMMDD2

    _table, found = rows(workbook(["Tiêu đề", "Ngày"], ["Một", date(2025, 9, 5)], edit=mac))
    assert found[0].values["date"] == date(2025, 9, 5)


def test_hidden_sheets_and_empty_rows_are_passed_over_and_named():
    def hide(book):
        sheet = book.create_sheet("Bí mật")
        sheet.append(["Tiêu đề", "Ngày"])
        sheet.sheet_state = "hidden"

    table, found = rows(workbook(["Tiêu đề", "Ngày"], [None, None], ["Một", None], edit=hide))
    assert [str(note) for note in table.notes] == ["Hidden sheets were not read: Bí mật."]
    assert [row.number for row in found] == [3]


def test_a_formula_without_a_result_is_refused_with_its_cell():
    _table, found = rows(workbook(["Tiêu đề", "Ngày"], ["=A9", "05/09/2025"]))
    assert found[0].faults[0].cell == "A2"
    assert "The formula has no stored result." in found[0].faults[0].text


def test_an_error_of_excel_is_refused_with_its_cell():
    _table, found = rows(
        workbook(["Tiêu đề", "Ngày"], ["Một", "#REF!"]),
    )
    assert [fault.cell for fault in found[0].faults] == ["B2"]


def test_a_sheet_with_cells_in_the_last_of_its_columns_is_refused():
    with pytest.raises(TableError, match="columns"):
        rows(workbook(["Tiêu đề", "Ngày"], ["Một"], edit=lambda b: b.active.cell(2, 16384, "x")))


def test_a_sheet_that_states_a_million_empty_columns_is_read():
    def widen(book):
        book.active.cell(1, 16384).number_format = "0.00"

    _table, found = rows(workbook(["Tiêu đề", "Ngày"], ["Một", None], edit=widen))
    assert found[0].values["title"] == "Một"


def test_a_number_of_a_workbook_keeps_its_point():
    _table, found = rows(workbook(["Tiêu đề", "Ngày"], [1.234, None]))
    assert decimal.from_number("1.234") == Decimal("1.234")
    assert found[0].values["title"] == "1.234"


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (
            OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "list.xlsx",
            "protected by a password. Remove the password",
        ),
        (OLE + b"\0" * 600, "list.xls", r"old Excel format \(XLS\). Open it in Excel, save it as XLSX"),
        (b"ID;PWXL;N;E\nC;Y1;X1;K1\nE\n", "list.slk", "is not a list this can read. Save it as XLSX or CSV"),
    ],
)
def test_a_file_that_no_list_can_be_read_from_says_what_to_do(data, name, reason):
    with pytest.raises(TableError, match=reason):
        rows(data, name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_a_list_as_text_is_read_in_every_encoding_and_with_every_separator(encoding, delimiter):
    lines = [("Tiêu đề", "Ngày"), ("Quyết định đặt tên lớp", "05/09/2025"), ("Kế hoạch", "31/02/2025")]
    text = "\r\n".join(delimiter.join(cells) for cells in lines)
    if encoding == "cp1258":
        text = in_cp1258(text)
    table, found = rows(text.encode(encoding), "list.csv")
    assert table.header == ["Tiêu đề", "Ngày"]
    assert found[0].values == {"title": "Quyết định đặt tên lớp", "date": date(2025, 9, 5)}
    assert [(fault.cell, "31/02/2025" in fault.text) for fault in found[1].faults] == [("B3", True)]


def in_cp1258(text: str) -> str:
    """The letters as Windows of that time writes them: tone marks apart, other marks in the letter."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        apart = "".join(mark for mark in parts if mark in tones)
        found.append(
            unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + apart
        )
    return "".join(found)


def test_json_that_nests_or_holds_no_rows_is_refused():
    for data, reason in (
        (b"[" * 100_000, "not valid JSON"),
        (b'{"a": 1}', "“rows” has to be a list of objects"),
        (b'[{"title": {"a": 1}}]', "Row 1: a value inside another cannot be read as a cell."),
    ):
        with pytest.raises(TableError, match=reason):
            rows(data, "list.json")


def test_a_mapping_says_all_that_is_wrong_with_it():
    assert mapping_problems(ENTRIES, {"date": 0, "summary": 0}, {}) == [
        "No column gives “Title”.",
        "“Date” and “Summary” are taken from the same column.",
    ]


def test_options_beside_a_text_hold_as_those_of_a_parser_do():
    assert text("a\nb", multiline=True) == "a\nb"
    with pytest.raises(ValidationError):
        text("abc", max_length=2)
