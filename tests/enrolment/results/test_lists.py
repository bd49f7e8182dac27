"""Reading lists of results (W8.11)."""

import io
import re
import zipfile

import pytest
from django.utils import translation

from enrolment.choices import Scheme
from enrolment.keyed_hash import KeyedHash
from enrolment.results import lists
from enrolment.results.keys import ABSENT, RowCipher, bare_birth, bare_code, bare_number, row_key
from enrolment.results.lists import guess, opened
from enrolment.results.rows import Reader, Wording, WrongCellError, score_reader
from enrolment.results.subjects import PRESETS
from tests.enrolment.making import HEADER, ROWS, workbook

BOTH = PRESETS[Scheme.BOTH]


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


WORDING = Wording(frozenset({"-1"}), frozenset({"vắng"}), True)


def read(data: bytes, name: str = "diem.csv"):
    with opened(io.BytesIO(data), name, BOTH) as source:
        return source.header, list(source.rows())


@pytest.mark.parametrize(
    ("encode", "name"),
    [
        (lambda text: b"\xef\xbb\xbf" + text.encode(), "diem.csv"),
        (lambda text: text.encode(), "diem.csv"),
        (lambda text: text.encode("utf-16"), "diem.txt"),
        (lambda text: text.replace(",", ";").encode("utf-8-sig"), "diem.csv"),
        (lambda text: text.replace(",", "\t").encode(), "diem.tsv"),
    ],
    ids=["byte-order mark", "plain", "utf-16", "semicolons", "tabs"],
)
def test_a_list_is_read_however_it_was_saved(encode, name):
    header, rows = read(encode("\n".join((HEADER, *ROWS))), name)
    assert header[0] == "SBD"
    assert [(number, cells[0]) for number, cells in rows] == [
        (2, "00120001"),
        (3, "00120002"),
        (4, "00120003"),
    ]


def test_a_workbook_is_read_like_a_csv_file():
    rows = [HEADER.split(","), *(row.split(",") for row in ROWS)]
    header, found = read(workbook([["Sở GDĐT"], *rows]).read(), "diem.xlsx")
    assert header == HEADER.split(",")
    assert found[0] == (3, ROWS[0].split(","))


def test_a_number_of_a_workbook_has_the_digits_that_excel_shows():
    book = workbook([["SBD", "TOAN", "VAN"], [120001, 7.249999999999999, 0.1 + 0.2], [7, 8.0, 6.75]])
    assert [cells for _row, cells in read(book.read(), "diem.xlsx")[1]] == [
        ["120001", "7.25", "0.3"],
        ["7", "8", "6.75"],
    ]


@pytest.mark.parametrize("is_prefixed", [False, True])
def test_formulas_without_a_result_are_named(is_prefixed, monkeypatch):
    """As programs write them that compute nothing; Excel stores the result beside the formula."""
    monkeypatch.setattr(lists, "CHUNK", 64)
    rows = [["SBD", "TOAN", "VAN", "LI"], ["1", "=2+3", "5", ""], ["2", "5", "=IF(TRUE,5,6)", "7"]]
    old = zipfile.ZipFile(io.BytesIO(workbook(rows).read()))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"<f>2+3</f><v></v>", b"<f>2+3</f><v>5</v>").replace(
                    b"<f>2+3</f><v />", b"<f>2+3</f><v>5</v>"
                )
                assert b"<f>2+3</f><v>5</v>" in data
                if is_prefixed:
                    data = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", data).replace(b"xmlns=", b"xmlns:x=")
            new.writestr(name, data)
    with opened(made, "diem.xlsx", BOTH) as source:
        assert list(source.uncomputed()) == ["C3"]
        assert [cells[1] for _row, cells in source.rows()] == ["5", "5"]


def test_headings_of_both_schemes_are_known():
    columns = guess(
        ["SBD", "TinhId", "TOAN", "Ngữ văn", "GIAO_DUC_CONG_DAN", "GDKT_PL", "MA_MON_NGOAI_NGU"], BOTH
    )
    assert columns == {"number": 0, "toan": 2, "van": 3, "gdcd": 4, "gdkt_pl": 5, "ma_mon_ngoai_ngu": 6}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("8.25", "8.25"),
        ("8,25", "8.25"),
        ("10.00", "10"),
        ("0.00", "0"),
        ("-1", ""),
        ("−1", ""),
        ("", ""),
        (" Vắng ", ABSENT),
    ],
)
def test_not_taken_absent_and_zero_are_three_things(cell, value):
    assert score_reader(BOTH[0], WORDING)(cell) == value


def test_a_zero_is_not_taken_only_where_the_board_says_so():
    says = Wording(frozenset({"0.00"}), frozenset(), True)
    assert score_reader(BOTH[0], says)("0.00") == ""
    assert score_reader(BOTH[0], says)("0") == "0"


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("11", "11 is not between 0 and 10."),
        ("8.255", "8.255 is no multiple of 0.01."),
        ("abc", "“abc” is no score, and not written as “not taken” or “absent”."),
        ("NaN", "NaN is not between 0 and 10."),
    ],
)
def test_a_wrong_score_is_told(cell, message):
    with pytest.raises(WrongCellError, match=message.replace(".", r"\.")):
        score_reader(BOTH[0], WORDING)(cell)


def test_an_empty_cell_is_a_mistake_where_the_board_says_so():
    strict = Wording(frozenset({"-1"}), frozenset(), False)
    with pytest.raises(WrongCellError, match="empty"):
        score_reader(BOTH[0], strict)("")


def test_a_row_that_is_too_short_is_filled():
    reader = Reader({"number": 0, "code": 1, "toan": 2, "van": 5}, BOTH, WORDING)
    cells = reader.fitted(["12", "abcdefgh", "5"])
    assert reader.values(cells)[:2] == ["5", ""]


def test_numbers_codes_and_dates_are_compared_however_they_are_typed():
    assert bare_number(" 0012-0001 ") == bare_number("120001") == "120001"
    assert bare_code("abcd efgh") == bare_code("ABCD-EFGH")
    assert {
        bare_birth(t) for t in ("05/09/2008", "5-9-2008", "05092008", "2008-09-05", "2008-09-05 00:00:00")
    } == {"05092008"}
    assert bare_birth("31/02/2008") == bare_birth("hôm qua") == bare_birth("05/09/8") == ""


def test_a_sealed_row_opens_only_in_its_place_and_its_length_tells_nothing():
    cipher, key = (
        RowCipher(b"k" * 32, b"v" * 16, 128),
        row_key(KeyedHash(b"i" * 32), "120001", "05092008", ""),
    )
    one = cipher.seal(key, ["120001", "8.25", ""], b"n" * 12)
    other = cipher.seal(key, ["120001", *(["10"] * 9)], b"m" * 12)
    assert len(one) == len(other)
    assert cipher.open(key, one) == ["120001", "8.25", ""]
    assert cipher.open(b"x" * 16, one) is None
    assert RowCipher(b"k" * 32, b"w" * 16, 128).open(key, one) is None
    assert b"8.25" not in one
