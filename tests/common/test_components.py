"""The public templates keep the rules of docs/design.md: no inline code, isolation, complete Vietnamese."""

import gzip
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation
from fontTools.ttLib import TTFont

from common.styleguide import LONG_NAME, styleguide_context
from edusite.styleguide import style_page_context

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "static" / "edusite"
COMPONENTS = sorted((ROOT / "templates" / "components").rglob("*.html"))
NAVIGATION = sorted((ROOT / "templates" / "navigation").rglob("*.html"))
FRAME = [ROOT / "templates" / "base.html", ROOT / "templates" / "styleguide.html"]
MARKS = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "templates").as_posix()


@pytest.mark.parametrize("path", COMPONENTS + NAVIGATION, ids=_name)
def test_a_component_opens_with_a_comment_that_names_its_inputs(path):
    opening = re.match(r"\{% comment %\}(.+?)\{% endcomment %\}", path.read_text(), re.DOTALL)
    assert opening
    assert "Inputs:" in opening.group(1)


@pytest.mark.parametrize("path", COMPONENTS + NAVIGATION + FRAME, ids=_name)
def test_a_template_includes_components_in_isolation(path):
    includes = re.findall(r"\{% include [^%]+%\}", path.read_text())
    assert [tag for tag in includes if not tag.endswith(" only %}")] == []


@pytest.mark.parametrize("path", COMPONENTS + NAVIGATION + FRAME, ids=_name)
def test_a_template_holds_no_inline_style_or_script(path):
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", path.read_text())


class _Ids(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids = []
        self.wanted = set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in {"for", "aria-labelledby", "aria-describedby"}:
                self.wanted.update(value.split())


@pytest.fixture
def style_page():
    context = Context(style_page_context())
    context.request = RequestFactory().get("/styleguide/", {"q": "tuyển sinh", "page": "6"})
    with translation.override("vi"):
        return get_template("styleguide.html").template.render(context)


def test_the_style_page_shows_every_component(style_page):
    shown = (ROOT / "templates" / "styleguide.html").read_text() + "".join(
        path.read_text() for path in COMPONENTS + NAVIGATION + FRAME[:1]
    )
    assert [_name(path) for path in COMPONENTS if f'"{_name(path)}"' not in shown] == []
    assert LONG_NAME in style_page


def test_labels_and_descriptions_on_the_style_page_lead_to_one_element_each(style_page):
    found = _Ids()
    found.feed(style_page)
    assert sorted(found.ids) == sorted(set(found.ids))
    assert found.wanted <= set(found.ids)


def test_pagination_keeps_the_rest_of_the_query(style_page):
    assert "?q=tuy%E1%BB%83n+sinh&amp;page=7" in style_page


def test_a_choice_is_never_made_in_advance(style_page):
    assert not re.search(r'type="(radio|checkbox)"[^>]*\schecked', style_page)


def test_the_frame_stands_without_any_context():
    with translation.override("vi"):
        page = get_template("base.html").template.render(Context({}))
    assert '<html lang="vi">' in page
    assert "None" not in page
    assert 'href=""' not in page


def test_every_page_shows_the_public_addresses_the_head_and_the_way_to_the_notice():
    data = styleguide_context()
    context = Context({key: data[key] for key in ("institution", "privacy_url")})
    with translation.override("vi"):
        page = get_template("base.html").template.render(context)
    for text in (
        "mailto:thongtin@nguyenbinhkhiem.example.edu.vn",
        "mailto:khieunai@nguyenbinhkhiem.example.edu.vn",
        "Nguyễn Thị Hồng Phượng",
        "Hiệu trưởng",
        f'<a href="{data["privacy_url"]}">',
    ):
        assert text in page


@pytest.mark.parametrize("weight", [400, 700])
def test_a_font_holds_every_vietnamese_letter_and_the_marks_of_decomposed_text(weight):
    letters = set("aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz0123456789₫–“”…")
    vowels = "aăâeêioôơuưy"
    letters |= {unicodedata.normalize("NFC", vowel + mark) for vowel in vowels for mark in MARKS}
    letters |= {letter.upper() for letter in letters} | set(MARKS) | {"\u0302", "\u0306", "\u031b"}
    font = TTFont(STATIC / "fonts" / f"be-vietnam-pro-{weight}.woff2")
    assert {letter for letter in letters if ord(letter[0]) not in font.getBestCmap()} == set()


def test_stylesheet_and_script_stay_small_and_ask_nobody_else():
    css = (STATIC / "css" / "site.css").read_text()
    script = (STATIC / "js" / "site.js").read_text()
    assert len(gzip.compress(css.encode(), 6)) <= 10_900
    assert len(gzip.compress(script.encode(), 6)) <= 600
    assert "//" not in re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    assert "fetch(" not in script
