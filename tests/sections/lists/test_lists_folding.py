"""Words are found whatever their marks, on the database at hand as in Python."""

import pytest
from wagtail.models import Page

from sections.lists.folding import Folded, bare, has_words, with_words, words_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Quyết định", "quyet dinh"),
        ("ĐƯỜNG Đắk Lắk", "duong dak lak"),
        ("12/QĐ-SGDĐT", "12/qd-sgddt"),
        ("Vật lý, Mỹ thuật, ngày", "vat li, mi thuat, ngay"),
        (None, ""),
    ],
)
def test_a_text_is_folded_to_bare_letters(text, plain):
    assert bare(text) == plain


def test_words_stand_in_any_order_and_in_part():
    assert has_words("Kế hoạch tuyển sinh lớp 10", "sinh ke")
    assert not has_words("Kế hoạch tuyển sinh lớp 10", "sinh bao")


def test_what_is_typed_is_cut_and_bared():
    assert words_in("  Tuyển\u200b  SINH  ") == "tuyen sinh"
    assert len(words_in("a " * 300).split()) == 10


def test_the_database_finds_what_python_finds(school):
    home = Page.objects.get(pk=school.site.root_page_id)
    for number, title in enumerate(("Thủ đoạn mạo danh", "100% đạt chuẩn", "Học_kỳ", "Vật lí")):
        home.add_child(instance=Page(title=title, slug=f"t-{number}"))
    pages = Page.objects.child_of(home)

    def found(text):
        return {
            page.title for page in with_words(pages.filter(slug__startswith="t-"), text, ("title", "slug"))
        }

    assert found("thu DOAN") == {"Thủ đoạn mạo danh"}
    assert found("mạo thủ") == {"Thủ đoạn mạo danh"}
    assert found("100%") == {"100% đạt chuẩn"}
    assert found("c_k") == {"Học_kỳ"}
    assert found("%") == {"100% đạt chuẩn"}
    assert found("t-1 dat") == {"100% đạt chuẩn"}
    assert found("vật lý") == {"Vật lí"}
    assert len(found("   ")) == 4


def test_the_order_of_letters_passes_over_marks(school):
    home = Page.objects.get(pk=school.site.root_page_id)
    for number, title in enumerate(("Đông", "Dân", "Ân", "Bình")):
        home.add_child(instance=Page(title=title, slug=f"t-{number}"))
    pages = Page.objects.child_of(home).filter(slug__startswith="t-").order_by(Folded("title"))
    assert [page.title for page in pages] == ["Ân", "Bình", "Dân", "Đông"]
