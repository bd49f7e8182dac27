"""Numbers and symbols as administrative documents have them (decree 30/2020/NĐ-CP, appendix III)."""

import pytest

from sections.documents.symbols import (
    clean_symbol,
    clean_type,
    holds_year,
    is_placeholder,
    split_reference,
    type_of,
)


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("12/QĐ-SGDĐT", "Quyết định"),
        ("1862/SGDĐT-GDTrH", "Công văn"),
        ("351/KH-SGDĐT", "Kế hoạch"),
        ("15/TTr-UBND", "Tờ trình"),
        ("36/2017/TT-BGDĐT", "Thông tư"),
        ("30/2020/NĐ-CP", "Nghị định"),
        ("43/2019/QH14", "Luật"),
        ("29/2023/UBTVQH15", "Pháp lệnh"),
        ("Dự thảo 2", ""),
    ],
)
def test_a_number_shows_the_type(symbol, name):
    assert type_of(symbol) == name


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (" Số: 12 / QĐ - SGDĐT ", "12/QĐ-SGDĐT"),
        ("12/Q\u00d0-SGD\u00d0T", "12/QĐ-SGDĐT"),
        ("Dự thảo 02/QĐ", "Dự thảo 02/QĐ"),
    ],
)
def test_a_number_is_stored_in_one_spelling(text, symbol):
    assert clean_symbol(text) == symbol


def test_a_type_is_stored_in_one_spelling():
    assert {clean_type(text) for text in ("nghi-dinh", "NGHỊ ĐỊNH", "Nghị định ")} == {"Nghị định"}
    assert clean_type("Luật (sửa đổi)") == "Luật (sửa đổi)"


def test_only_numbers_of_legal_documents_hold_the_year():
    assert holds_year("36/2017/TT-BGDĐT")
    assert not holds_year("2017/QĐ-SGDĐT")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quyết định số 12/QĐ-SGDĐT ngày 05/01/2024", ("12/QĐ-SGDĐT", "05/01/2024")),
        ("36/2017/TT-BGDĐT", ("36/2017/TT-BGDĐT", "")),
        ("12/QĐ-SGDĐT, ngày 5 tháng 1 năm 2024", ("12/QĐ-SGDĐT", "5 tháng 1 năm 2024")),
    ],
)
def test_a_reference_in_words_gives_number_and_day(text, found):
    assert split_reference(text) == found


def test_words_for_not_yet_known_are_no_number():
    assert is_placeholder("**Đang cập nhật**")
    assert not is_placeholder("12/QĐ-SGDĐT")
