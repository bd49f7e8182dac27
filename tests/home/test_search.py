"""Search within one site finds Vietnamese with and without diacritics, and nothing of anybody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.html import escape
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.models import site_token
from home.search import search_pages
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import home_of, make_institution, make_page, section_of

pytestmark = pytest.mark.django_db

TITLES = (
    "Tuyển sinh đầu cấp",
    "Tuyên dương học sinh",
    "Đường đến trường",
    "Lịch nghỉ 100% lễ",
    "Trường học O'Brien",
)


def article(institution, title: str, **fields) -> ArticlePage:
    news = section_of(institution, NewsIndexPage)
    return make_page(news, ArticlePage, title=title, author_name="Mây", source_name="Nguồn", **fields)


@pytest.fixture
def department():
    return make_institution()


@pytest.fixture
def school(department):
    school = make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", department)
    for title in TITLES:
        article(school, title)
    return school


def found(institution, query: str) -> set[str]:
    pages = search_pages(home=home_of(institution), query=query)
    return {page.title for page in pages} & set(TITLES)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("Tuyển sinh", {TITLES[0]}),
        ("tuyen sinh", {TITLES[0], TITLES[1]}),
        ("TUYỂN SINH", {TITLES[0]}),
        ("sinh tuyển", {TITLES[0]}),
        ("tuyen duong", {TITLES[1]}),
        ("duong den", {TITLES[2]}),
        ("đường đến", {TITLES[2]}),
        ("tuyến sinh", {TITLES[0], TITLES[1]}),
        ("100%", {TITLES[3]}),
        ("O'Brien", {TITLES[4]}),
        ('"Tuyển sinh"', {TITLES[0]}),
        ("", set()),
        ("   ", set()),
        ("\x00", set()),
        ("tuyển\x00 sinh", {TITLES[0]}),
        ("khôngcótừnày", set()),
    ],
)
def test_a_query_finds(school, query, titles):
    assert found(school, query) == titles


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "_",
        "'",
        '"',
        "*",
        "-",
        "(",
        ")",
        "a AND",
        "NOT",
        "OR",
        "NEAR(",
        "tuyen*",
        "title:x",
        "^",
        ":",
        "\\",
        "x" * 5000,
        "🙂",
        "{title body}",
        "a:b & !c | <->",
        "'; DROP TABLE x; --",
        "\ud83d".encode("utf-8", "ignore").decode(),
    ],
)
def test_no_query_breaks_the_search(school, query):
    response = Client(headers={"host": school.hostname}).get("/tim-kiem/", {"q": query})
    assert response.status_code == 200


def test_what_was_asked_is_shown_as_text(school):
    query = "<script>alert(1)</script>"
    body = Client(headers={"host": school.hostname}).get("/tim-kiem/", {"q": query}).content.decode()
    assert query not in body
    assert escape(query) in body


def test_pages_of_another_site_are_not_found(department, school):
    assert found(department, "tuyen sinh") == set()


def test_the_token_of_another_site_finds_nothing_there(department, school):
    token = site_token(home_of(school).path)
    assert not [
        p for p in search_pages(home=home_of(department), query=f"{token} tuyen") if p.title in TITLES
    ]
    assert not list(search_pages(home=home_of(department), query=f"{token} OR tuyen"))


def test_drafts_are_not_found(school):
    article(school, "Bản nháp bí mật", live=False)
    assert not list(search_pages(home=home_of(school), query="nháp bí mật"))


def test_the_languages_of_a_site_are_searched_apart(department):
    pages = Page.objects.filter(translation_key=department.home_key).specific()
    get_search_backend().add_mixed(pages)
    vietnamese = {p.locale.language_code for p in search_pages(home=home_of(department), query="so giao duc")}
    english = {
        p.locale.language_code for p in search_pages(home=home_of(department, "en"), query="so giao duc")
    }
    assert (vietnamese, english) == ({"vi"}, {"en"})


def test_results_are_shown_in_pages(school):
    for n in range(21):
        article(school, f"Bản tin hàng tuần {n}")
    client = Client(headers={"host": school.hostname})
    assert "?q=b%E1%BA%A3n+tin&amp;page=2" in client.get("/tim-kiem/", {"q": "bản tin"}).content.decode()
    assert (
        client.get("/tim-kiem/", {"q": "bản tin", "page": "2"}).content.decode().count("Bản tin hàng tuần")
        == 1
    )
    assert client.get("/tim-kiem/", {"q": "bản tin", "page": "x"}).status_code == 200


def test_members_are_found_by_name_place_and_type(department, school):
    agency = make_institution(
        "HS.A", "Phòng Giáo dục Đông Hòa", "agency", department, address="phường Đông Hòa"
    )
    client = Client(headers={"host": department.hostname})
    for question, members in (
        ({"q": "ban mai"}, {school}),
        ({"q": "dong hoa"}, {agency}),
        ({"q": "Đông Hòa"}, {agency}),
        ({"type": "primary"}, {school}),
        ({"type": "nothing"}, {school, agency}),
        ({"q": "%"}, set()),
        ({"q": "\x00"}, {school, agency}),
    ):
        body = client.get("/don-vi/", question).content.decode()
        assert {m for m in (school, agency) if f'href="http://{m.hostname}/"' in body} == members, question


def test_a_school_has_no_members(school):
    assert Client(headers={"host": school.hostname}).get("/don-vi/").status_code == 404
