"""Lists as Excel writes them become rows of text; what cannot be read is said with its place."""

import csv
import io
import struct
import zipfile
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from common.spreadsheets import Limits, TableError, read_table, unpacked_size, write_csv

HEADER = ["Mã trường", "Tên trường", "Địa chỉ"]
ROWS = [["00012345", "THPT Lê Văn Thử", "12 Đường Số 3, Phường Mẫu"], ["790007A1", "TH Hoa Ươm", ""]]


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def text_of(rows, delimiter=",", end="\r\n"):
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=end).writerows(rows)
    return buffer.getvalue()


def read(data, filename="danh-sach.csv", **options):
    return read_table(io.BytesIO(data), filename=filename, **options)


def cells(table):
    return [list(row.cells) for row in table.rows]


def workbook(rows, change=None):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if change:
        change(book, sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_xlsx(rows, change=None, **options):
    return read(workbook(rows, change), "danh-sach.xlsx", **options)


def failure(data, filename="danh-sach.csv", **options):
    with pytest.raises(TableError) as caught:
        read(data, filename, **options)
    return caught.value


def rezipped(data, replace):
    """Return the workbook with some of its parts replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, replace(name, old.read(name)))
    return target.getvalue()


class TestEncodings:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_unicode_is_read_with_every_separator_and_line_end(self, delimiter, end, encoding):
        table = read(text_of([HEADER, *ROWS], delimiter, end).encode(encoding))
        assert table.header == HEADER
        assert cells(table) == ROWS
        assert table.delimiter == delimiter

    def test_windows_vietnamese_is_read_and_noted(self):
        # cp1258 has base letters and combining tones apart: ế is ê and a tone.
        decomposed = (
            "Ma\u0303,Tên\r\n1,THPT Lê Quy\u0301 Đôn\r\n2,Tiê\u0309u ho\u0323c Nguyê\u0303n Huê\u0323\r\n"
        )
        table = read(decomposed.encode("cp1258"))
        assert table.encoding == "cp1258"
        assert cells(table) == [["1", "THPT Lê Quý Đôn"], ["2", "Tiểu học Nguyễn Huệ"]]
        assert "Windows-1258" in str(table.notes[0])

    def test_windows_western_is_read_and_noted(self):
        table = read("code,name\r\n1,École Française à Huê\r\n".encode("cp1252"))
        assert table.encoding == "cp1252"
        assert cells(table) == [["1", "École Française à Huê"]]

    def test_old_fonts_are_reported(self):
        data = "ma,ten\n1,Tr\u00ad\u00eang tiÓu häc V\u00b9n Xu\u00a9n\n".encode("cp1252")
        assert failure(data).code == "legacy_encoding"

    def test_broken_utf8_is_reported_with_its_place(self):
        data = text_of([HEADER, *ROWS]).encode() + b"1,Tr\xc6,x\r\n"
        error = failure(data)
        assert error.code == "bad_encoding"
        assert "UTF-8" in str(error)

    @given(
        st.lists(
            st.lists(
                st.text(alphabet="aăâđêôơưếộữ \n\",;\t'=1.", max_size=8).map("x".__add__),
                min_size=3,
                max_size=3,
            ),
            min_size=1,
            max_size=6,
        ),
        st.sampled_from([",", ";", "\t"]),
    )
    def test_what_was_written_is_read_again(self, rows, delimiter):
        data = text_of([["ma", "ten", "dia_chi"], *rows], delimiter).encode("utf-8-sig")
        assert cells(read(data, header_names=["ma", "ten"])) == rows


class TestDelimited:
    def test_declared_separator_is_used(self):
        table = read(b"sep=;\r\nma;ten\r\n1;a,b,c\r\n")
        assert cells(table) == [["1", "a,b,c"]]
        assert table.rows[0].number == 3

    def test_row_numbers_are_the_lines_where_records_begin(self):
        table = read('ma,ten\n1,"hai\ndòng"\n\n2,b\n'.encode())
        assert [(row.number, row.cells[1]) for row in table.rows] == [(2, "hai\ndòng"), (5, "b")]

    def test_empty_columns_and_rows_at_the_end_are_left_out(self):
        table = read(b"ma,ten,,,\n1,a,,,\n,,,,\n,,,,\n")
        assert table.header == ["ma", "ten"]
        assert cells(table) == [["1", "a"]]

    def test_a_short_row_is_filled_up(self):
        assert cells(read(b"ma,ten,dc\n1,a\n")) == [["1", "a", ""]]

    def test_a_value_beyond_the_header_is_an_issue_of_its_row(self):
        issue = read("ma,dc\n1,12 Lê Lợi, Phường Mẫu\n".encode()).rows[0].issues[0]
        assert issue.code == "beyond_header"
        assert "Column C" in str(issue.message)
        assert "Phường Mẫu" in str(issue.message)

    def test_a_column_without_heading_is_named_by_its_letter(self):
        assert read(b"ma,,ten\n1,x,a\n").header == ["ma", "(B)", "ten"]

    def test_an_open_quotation_mark_is_reported_with_its_row(self):
        error = failure(b'ma,ten\n1,a\n2,"b\n3,c\n')
        assert error.code == "unclosed_quote"
        assert str(error).startswith("Row 3:")

    def test_a_quotation_mark_inside_a_cell_is_kept(self):
        assert cells(read(b'ma,ten\n1,Ly 5" lon')) == [["1", 'Ly 5" lon']]

    def test_text_kept_by_a_formula_is_taken_out_of_it(self):
        row = read(b'ma,ten\n"=""00123""",a\n').rows[0]
        assert row.cells[0] == "00123"
        assert row.issues[0].is_repair

    def test_a_number_that_excel_shortened_is_an_issue(self):
        assert read(b"ma,ten\n7.90007E+11,a\n").rows[0].issues[0].code == "shortened_number"
        assert not read(b"ma,ten\n790007E11,a\n").rows[0].issues

    def test_the_header_is_found_below_title_rows(self):
        data = "SỞ GIÁO DỤC,,\nDanh sách trường,,\n,,\nSTT,Mã,Tên\n(1),(2),(3)\n1,A,B\n".encode()
        table = read(data, header_names=["ma", "ten", "stt"])
        assert table.header_row == 4
        assert cells(table) == [["1", "A", "B"]]
        assert [str(note) for note in table.notes] == [
            "Row 5 only numbers the columns and was left out.",
            "The header was found in row 4; the rows above it were left out.",
        ]


class TestWorkbook:
    def test_the_first_visible_sheet_with_content_is_read(self):
        def change(book, sheet):
            sheet.title, sheet.sheet_state = "Nháp", "hidden"
            book.create_sheet("Trống")
            other = book.create_sheet("Trường")
            other.append(["ma", "ten"])
            other.append(["1", "a"])
            book.create_sheet("Khác").append(["x"])

        table = read_xlsx([["hidden", "sheet"], ["1", "2"]], change)
        assert (table.sheet, cells(table)) == ("Trường", [["1", "a"]])
        assert [str(note) for note in table.notes] == [
            "Hidden sheets were not read: Nháp.",
            "Only the sheet “Trường” was read; these were not: Khác.",
        ]

    def test_numbers_that_are_codes_come_without_decimals(self):
        assert cells(read_xlsx([["ma", "ten"], [79000701.0, 12.5], [79000702, 1]])) == [
            ["79000701", "12.5"],
            ["79000702", "1"],
        ]

    def test_a_format_of_zeros_gives_the_leading_zeros_back(self):
        def change(_book, sheet):
            sheet["A2"].number_format = "00000000"

        assert cells(read_xlsx([["ma", "ten"], [12345, "a"]], change)) == [["00012345", "a"]]

    def test_a_number_of_more_than_fifteen_digits_is_an_issue(self):
        assert (
            read_xlsx([["ma", "ten"], [1234567890123456789, "a"]]).rows[0].issues[0].code == "inexact_number"
        )

    def test_dates_come_as_iso_and_are_an_issue(self):
        row = read_xlsx([["ma", "dc"], ["1", date(2026, 2, 3)]]).rows[0]
        assert row.cells[1] == "2026-02-03"
        assert row.issues[0].code == "date"

    def test_booleans_and_error_values_are_issues(self):
        def change(_book, sheet):
            sheet["B2"] = "#REF!"
            sheet["B2"].data_type = "e"

        row = read_xlsx([["ma", "ten", "x"], ["1", None, True]], change).rows[0]
        assert [issue.code for issue in row.issues] == ["error_value", "boolean"]

    def test_a_formula_without_result_is_an_issue_even_where_it_stands_alone(self):
        table = read_xlsx([["ma", "ten"], ["=1+1", None]])
        assert [(row.number, row.issues[0].code) for row in table.rows] == [(2, "formula")]

    def test_merged_cells_speak_for_the_rows_below(self):
        def change(_book, sheet):
            sheet.merge_cells("C2:C3")

        rows = read_xlsx(
            [["ma", "ten", "phong"], ["1", "a", "P1"], ["2", "b", None], ["3", "c", None]], change
        ).rows
        assert [row.cells[2] for row in rows] == ["P1", "P1", ""]
        assert [issue.code for issue in rows[1].issues] == ["merged"]

    def test_row_numbers_are_those_of_the_sheet(self):
        table = read_xlsx([[], ["ma", "ten"], [], ["1", "a"], [None, None], ["2", "b"]])
        assert (table.header_row, [row.number for row in table.rows]) == (2, [4, 6])

    def test_a_false_dimension_is_not_believed(self):
        def replace(name, data):
            return data.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"') if "sheet1" in name else data

        data = rezipped(workbook([["ma", "ten"], ["1", "a"]]), replace)
        assert cells(read(data, "a.xlsx")) == [["1", "a"]]

    def test_the_content_decides_and_not_the_ending(self):
        assert read(workbook([["ma", "ten"], ["1", "a"]]), "a.csv").kind == "xlsx"
        assert read(workbook([["ma", "ten"], ["1", "a"]]), "a.xlsm").kind == "xlsx"


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "filename", "code"),
        [
            (b"", "a.csv", "empty"),
            (b"\xef\xbb\xbf\r\n  \r\n", "a.csv", "empty"),
            (b",,,\n,,\n", "a.csv", "empty"),
            (b"ma,ten\n", "a.csv", "header_only"),
            (b"anything", "a.pdf", "wrong_type"),
            (b"%PDF-1.7 x", "a.csv", "not_a_list"),
            (b"<html><table>", "a.csv", "not_a_list"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "a.csv", "not_a_list"),
            (b"\x00\x01\x02\x03\x04\x05\x00\x06", "a.csv", "not_a_list"),
            (b"ma,ten\n1,a\n", "a.xlsx", "corrupt_workbook"),
            (b"PK\x03\x04broken", "a.xlsx", "corrupt_workbook"),
            (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "a.xls", "old_xls"),
            (
                bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
                "a.xlsx",
                "encrypted",
            ),
        ],
    )
    def test_a_file_that_is_no_list_says_so(self, data, filename, code):
        error = failure(data, filename)
        assert error.code == code
        assert str(error).endswith(".")

    def test_a_workbook_without_content_is_empty(self):
        assert failure(workbook([]), "a.xlsx").code == "empty"

    def test_another_zip_is_not_a_workbook(self):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("content.xml", "<x/>")
        assert failure(target.getvalue(), "a.xlsx").code == "wrong_type"

    def test_a_zip_bomb_is_not_unpacked(self):
        target = io.BytesIO(workbook([["ma", "ten"], ["1", "a"]]))
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/big.bin", b"\0" * 3_000_000)
        error = failure(target.getvalue(), "a.xlsx", limits=Limits(unpacked_bytes=2 * 1_048_576))
        assert error.code == "unpacked_too_large"
        assert "2 MB" in str(error)

    def test_entities_are_refused(self):
        def replace(name, data):
            if name != "xl/workbook.xml":
                return data
            return b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'

        assert failure(rezipped(workbook([["a", "b"], [1, 2]]), replace), "a.xlsx").code == "hostile"

    def test_a_row_number_out_of_this_world_ends_the_reading(self):
        def replace(name, data):
            return data.replace(b'r="2"', b'r="99999999"') if "sheet1" in name else data

        assert (
            failure(rezipped(workbook([["ma", "ten"], ["1", "a"]]), replace), "a.xlsx").code
            == "too_many_rows"
        )

    def test_damaged_compression_is_reported(self):
        data = bytearray(workbook([["ma", "ten"], ["1", "a"]]))
        with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
            start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
        name, extra = struct.unpack("<HH", data[start + 26 : start + 30])
        data[start + 30 + name + extra + 4] ^= 0xFF
        assert failure(bytes(data), "a.xlsx").code == "corrupt_workbook"

    @pytest.mark.parametrize(
        ("limits", "code"),
        [
            (Limits(bytes=20), "too_large"),
            (Limits(columns=2), "too_many_columns"),
            (Limits(cell_length=5), "cell_too_long"),
        ],
    )
    def test_limits_are_named(self, limits, code):
        assert failure(text_of([HEADER, *ROWS]).encode(), limits=limits).code == code

    def test_too_many_rows_are_refused(self):
        data = text_of([["ma", "ten"], *([str(n), "a"] for n in range(100))]).encode()
        error = failure(data, limits=Limits(rows=50))
        assert error.code == "too_many_rows"
        assert "50" in str(error)

    def test_a_million_empty_columns_do_no_harm(self):
        assert cells(read(b"ma,ten" + b"," * 1_000_000 + b"\n1,a\n")) == [["1", "a"]]

    @given(st.binary(max_size=300))
    def test_any_bytes_give_a_table_or_a_table_error(self, data):
        try:
            table = read(data)
        except TableError as error:
            assert str(error)  # noqa: PT017
        else:
            assert all(len(row.cells) == len(table.header) for row in table.rows)


class TestWriteCsv:
    @pytest.mark.parametrize(
        "cell", ["=1+1", "+84 28", "-2", "@SUM(1)", "\tx", "\rx", " =1", "＝1", "a;=1", "a\n=1"]
    )
    def test_no_cell_runs_as_a_formula(self, cell):
        written = write_csv([[cell]]).decode("utf-8-sig")
        for part in next(csv.reader(io.StringIO(written, newline="")))[0].replace("\n", ";").split(";"):
            assert part.lstrip()[:1] not in {"=", "+", "-", "@", "＝"}

    def test_ordinary_cells_stay_as_they_are(self):
        assert write_csv([["Mã", None, 3, 'a "b"']]) == '"Mã","","3","a ""b"""\r\n'.encode("utf-8-sig")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_whoever_reads_is_told_how_far_it_is(kind):
    if kind == "csv":
        data = text_of([HEADER, *ROWS]).encode()
    else:
        book, output = Workbook(), io.BytesIO()
        for row in (HEADER, *ROWS):
            book.active.append(row)
        book.save(output)
        data = output.getvalue()
    seen = []
    read(data, f"a.{kind}", watch=lambda number, expected: seen.append((number, expected)))
    assert seen == [(1, 3), (2, 3), (3, 3)]
    file = io.BytesIO(data)
    assert (unpacked_size(file) > len(data)) is (kind == "xlsx")
    assert file.tell() == 0
