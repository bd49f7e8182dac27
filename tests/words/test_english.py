"""The detector of English finds what it should, and leaves Vietnamese alone."""

from __future__ import annotations

import polib
import pytest

from tests.words.english import ROOT, fault, foreign_words
from tests.words.reading import of_data, of_html


class TestFault:
    @pytest.mark.parametrize(
        "text", ["Link text", "2 locales", "No", "Move", "Đang sửa: Editors", "Sync from", "Delete the page?"]
    )
    def test_is_found_in_english_and_in_mixed_texts(self, text: str) -> None:
        assert fault(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Hội khỏe Phù Đổng cấp trường",
            "Trường THPT Đồi Chè",
            "Sở GD&ĐT",
            "Tải về tệp CSV",
            "https://hs01.example.edu.vn/tin-tuc/page",
            "nguoi-gui@example.org",
            "ke-hoach.final.pdf",
            "Mã: GY-7K2M_9",
            "Bấm phím Enter",
            "English",
            "Nguyễn Thị Khuyên, Huỳnh Quốc Oai, Giữ gìn quyển truyện",
            "%(count)s trang {label}",
        ],
    )
    def test_is_not_found_in_vietnamese_names_formats_and_code(self, text: str) -> None:
        assert fault(text) == ""

    def test_knows_some_names_only_as_a_whole(self) -> None:
        assert fault("Dublin Core và LOM, “rows” là danh sách, diện tích 20 m²") == ""
        assert fault("Core và rows, Dublin, next") == "foreign: Core, rows, Dublin, next"

    def test_is_not_found_in_what_stands_in_the_text_as_a_name(self) -> None:
        assert fault("Xem trang “Online services”")
        assert fault("Xem trang “Online services”", ("Online services",)) == ""

    def test_knows_every_syllable_of_our_catalogues(self) -> None:
        """A translation that the detector would take for English is a mistake of one of them."""
        entries = polib.pofile(str(ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"))
        texts = [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values())]
        found = [(text, foreign_words(text)) for text in texts if foreign_words(text)]
        assert [text for text, words in found if words != ["universal"]] == []  # the code of a kind of school


class TestReading:
    def test_reads_text_and_what_is_read_out_but_no_code(self) -> None:
        html = """<title>Desk</title><p title="Owner">Trang <code>save()</code></p><script>var page = "Hidden";</script>
        <input type="submit" value="Send"><input type="text" value="typed"><img alt="Picture"><a lang="en">Read</a>"""
        assert [text.strip() for _place, text in of_html(html)] == [
            "Desk",
            "Owner",
            "Trang",
            "Send",
            "Picture",
        ]

    def test_reads_what_scripts_are_given(self) -> None:
        data = {
            "label": "Add block",
            "icon": "Plus",
            "html": "<b title='Bold'>B</b>",
            "class": "w-flex w-gap",
            "n": 1,
        }
        assert [text for _place, text in of_data(data)] == ["Add block", "Bold", "B"]
        html = '<div data-w-tooltip-content-value="Keyboard shortcuts" data-action="w-x#Open it"></div>'
        assert [text for _place, text in of_html(html)] == ["Keyboard shortcuts"]
        html = '<script type="application/json">{"STRINGS": {"CLOSE": "Close"}}</script>'
        assert [text for _place, text in of_html(html)] == ["Close"]
