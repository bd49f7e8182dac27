"""Vietnamese text in one spelling, folded for comparison, as slugs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import Message, clean, clean_line, fold, looks_legacy, slug

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"
)
words = st.text(alphabet=VIETNAMESE + "0123456789", min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)
ONSETS = (
    "",
    *[
        "b",
        "c",
        "ch",
        "d",
        "đ",
        "g",
        "gh",
        "gi",
        "h",
        "k",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "ngh",
        "nh",
        "ph",
        "qu",
        "r",
        "s",
        "t",
        "th",
        "tr",
        "v",
        "x",
    ],
)
NUCLEI = (
    "a á à ả ã ạ ắ ằ ặ â ấ ậ e é ẹ ê ế ệ i í ị o ó ọ ô ố ộ ơ ớ ợ u ú ụ ư ứ ự y ý ỵ ia ìa oa oà oá oã hoã oe oè"
    " uâ uấ uê uế uô uố ươ ướ ượ iê iế iệ yê yế uy uý uỷ uya êu ệu iu ưu eo éo ao áo ào ảo âu ấu oai oài oái uôi uối ươi ưỡi"
)
CODAS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "o", "u", "y")
syllables = st.tuples(st.sampled_from(ONSETS), st.sampled_from(NUCLEI.split()), st.sampled_from(CODAS)).map(
    "".join
)
vietnamese = st.lists(
    syllables | syllables.map(str.title) | syllables.map(str.upper), min_size=1, max_size=12
).map(" ".join)


class TestClean:
    @given(sentences)
    def test_puts_decomposed_vietnamese_together(self, text):
        assert clean(unicodedata.normalize("NFD", text)) == text

    @given(st.text())
    def test_changes_nothing_the_second_time(self, text):
        assert clean(clean(text)) == clean(text)
        assert clean_line(clean_line(text)) == clean_line(text)

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("\u00d0\u1ea1i h\u1ecdc", "Đại học"),
            ("\u00f0\u01b0\u1eddng", "đường"),
            ("\u0189\u00f4ng", "Đông"),
            ("H\u00d0ND", "HĐND"),
            ("12/Q\u00d0-UBND", "12/QĐ-UBND"),
            ("GD\u00d0T", "GDĐT"),
            ("d\u0335i", "đi"),
        ],
    )
    def test_spells_d_with_stroke_in_vietnamese(self, written, meant):
        assert clean(written) == meant

    @pytest.mark.parametrize("name", ["Gu\u00f0mundur", "Haf\u00fe\u00f3r Bo\u00f0i"])
    def test_leaves_icelandic_alone(self, name):
        assert clean(name) == name

    def test_removes_what_nobody_can_see(self):
        assert clean("\ufeffTrường\u200b THPT\u00ad\u0007") == "Trường THPT"

    def test_keeps_line_breaks_and_turns_other_spaces_into_the_ordinary_one(self):
        assert clean("a\r\nb\rc\u2028d\u00a0e\tf") == "a\nb\nc\nd e f"

    def test_as_a_line_has_single_spaces_and_no_edges(self):
        assert clean_line("  Khu phố 6\n -  phường\u00a0 Linh Trung ") == "Khu phố 6 - phường Linh Trung"


class TestFold:
    def test_drops_accents_case_and_the_stroke(self):
        assert fold("ĐƯỜNG  Nguyễn Trãi\n") == "duong nguyen trai"

    @given(sentences)
    def test_is_the_same_for_every_spelling_of_a_letter(self, text):
        assert fold(unicodedata.normalize("NFD", text.upper())) == fold(text.lower())

    @given(sentences)
    def test_leaves_ascii_only(self, text):
        assert fold(text).isascii()

    @given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
    def test_changes_nothing_the_second_time(self, text):
        assert fold(fold(text)) == fold(text)


class TestSlug:
    def test_spells_vietnamese_in_ascii(self):
        assert slug("Đường Nguyễn Trãi – ưu đãi học phí") == "duong-nguyen-trai-uu-dai-hoc-phi"

    @given(words)
    def test_is_never_empty_for_a_word(self, text):
        assert slug(text)

    @given(sentences, st.integers(min_value=1, max_value=40))
    def test_keeps_to_the_length_and_the_letters(self, text, length):
        made = slug(text, max_length=length)
        assert 0 < len(made) <= length
        assert not made.startswith("-")
        assert not made.endswith("-")
        assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")

    def test_is_cut_between_words(self):
        assert (
            slug("Trường Trung học phổ thông Bùi Thị Xuân", max_length=30) == "truong-trung-hoc-pho-thong-bui"
        )

    def test_has_a_fallback_for_punctuation(self):
        assert slug("…!?", fallback="trang") == "trang"


class TestLooksLegacy:
    @pytest.mark.parametrize(
        "text",
        ["Tr­êng trung häc phæ th«ng", "TiÕng ViÖt rÊt hay, c¸c b¹n", "Tröôøng Tieåu hoïc Nguyeãn Hueä"],
    )
    def test_knows_text_of_old_fonts(self, text):
        assert looks_legacy(text)

    @given(vietnamese)
    def test_never_suspects_vietnamese(self, text):
        assert not looks_legacy(text)
        assert not looks_legacy(unicodedata.normalize("NFD", text))

    @pytest.mark.parametrize(
        "text", ["Trường Noël", "Microsoft® Word", "Françoise Müller", "El Niño 2026", "5 µm"]
    )
    def test_lets_foreign_words_pass(self, text):
        assert not looks_legacy(text)


def test_a_message_is_put_into_words_with_its_values():
    assert str(Message("Row %(row)s: %(value)s", {"row": 3, "value": "50%"})) == "Row 3: 50%"
