"""Text of the fonts from before Unicode, and spellings of one word (W12.1, TCVN 6909:2001)."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

from common.legacy_text import decode_bytes, from_vni, to_unicode
from common.text import fold, letters, looks_legacy, slug, spelling_key

ENCODINGS = Path(__file__).parent / "encodings"
SENTENCES = (
    "Trường Tiểu học Nguyễn Huệ tổ chức lễ khai giảng năm học mới",
    "Công văn hướng dẫn tuyển sinh vào lớp 10, kèm phụ lục",
    "Tôi đi học; chữ viết có dấu: ơ, ư, ĩ, ị, ỏ, ỵ",
)


def rows(name: str) -> list[dict[str, str]]:
    with (ENCODINGS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(text: str, font: str) -> str:
    """The text as it is stored where it was typed with a font of that kind; TCVN3 has small letters only."""
    table = {row["unicode"]: row[font] for row in rows("letters.csv")}
    return "".join(table.get(letter, letter) for letter in text)


@pytest.mark.parametrize("text", SENTENCES)
class TestSentences:
    def test_of_the_vni_fonts_are_read(self, text):
        assert to_unicode(written(text, "vni")) == text

    def test_of_the_tcvn3_fonts_are_read(self, text):
        assert to_unicode(written(text.lower(), "tcvn3")) == text.lower()

    def test_of_unicode_stay(self, text):
        assert to_unicode(text) == text

    @pytest.mark.parametrize("font", ["vni", "tcvn3"])
    def test_are_read_from_a_file_of_that_font(self, text, font):
        assert (
            decode_bytes((written(text.lower(), font) + "\nkh").encode("cp1252")).split("\n")[0]
            == text.lower()
        )

    def test_are_read_from_a_file_of_windows_1258(self, text):
        spelt = "".join(_cp1258(letter) for letter in text)
        assert decode_bytes(spelt.encode("cp1258")) == text

    def test_are_read_from_a_file_in_decomposed_letters(self, text):
        assert decode_bytes(unicodedata.normalize("NFD", text).encode()) == text


def _cp1258(letter: str) -> str:
    """Windows-1258 has letters with hat, breve and horn, and the five tones as characters of their own."""
    for tone in "\u0300\u0301\u0303\u0309\u0323":
        parts = unicodedata.normalize("NFD", letter)
        if tone in parts:
            return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
    return letter


def test_every_letter_of_vni_is_read():
    wrong = {row["unicode"] for row in rows("letters.csv") if from_vni(row["vni"]) != row["unicode"]}
    assert wrong == set()


@pytest.mark.parametrize(
    "text",
    [
        "Où est-ce ? C'est à côté du château, près de la forêt.",
        "Öffentlichkeit für größere Schüler",
        "São Paulo coração informações",
        "José María, océano, corazón",
        "3×4 m², 25 °C ± 2 µm, ©2024 ®",
        "hoá học, oà khóc, toán, loã xoã, thuở xưa",
    ],
)
def test_other_languages_are_not_taken_for_old_fonts(text):
    assert not looks_legacy(text)


def test_the_look_alikes_of_đ_become_đ():
    assert letters("\u00d0\u1eb7ng V\u0103n \u00d0\u1ee9c, H\u00d0ND") == "Đặng Văn Đức, HĐND"


SPELLINGS = rows("spellings.csv")


def test_two_spellings_of_a_word_are_found_alike():
    assert [row for row in SPELLINGS if spelling_key(row["input"]) != spelling_key(row["expected"])] == []


def test_two_places_of_the_tone_mark_give_one_address_and_one_key():
    placed = [row for row in SPELLINGS if row["suite"] != "normalize_y"]
    assert len(placed) > 250
    assert [row for row in placed if slug(row["input"]) != slug(row["expected"])] == []
    assert [row for row in placed if fold(row["input"]) != fold(row["expected"])] == []


@pytest.mark.parametrize("kept", ["ngày", "thuỷ", "yêu", "tay", "ý kiến"])
def test_a_y_that_is_no_i_stays(kept):
    assert spelling_key(kept) == fold(kept)
