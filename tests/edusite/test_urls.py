"""Every public address of an authority and of a school, in every language, as an anonymous reader meets it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from sections.models import (
    ArticlePage,
    DocumentIndexPage,
    DocumentPage,
    EventIndexPage,
    EventPage,
    NewsIndexPage,
)
from tests.factories import home_of, make_institution, make_page, make_superuser, section_of

pytestmark = pytest.mark.django_db

VIEWS = (
    "/",
    "/tim-kiem/",
    "/tim-kiem/?q=khai+giang",
    "/so-do-trang/",
    "/tiep-can/",
    "/thong-tin-ca-nhan/",
    "/tin-tuc/feed.rss",
    "/tin-tuc/feed.atom",
    "/tin-tuc/feed.json",
    "/sitemap.xml",
)


@pytest.fixture
def department():
    return make_institution(email="so@example.edu.vn", address="Số 1 đường Bờ Sông", head_name="Lê Thị Mây")


@pytest.fixture
def school(department):
    school = make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", department)
    now = timezone.now()
    common = {"author_name": "Lê Thị Mây", "source_name": "Nhà trường"}
    make_page(section_of(school, NewsIndexPage), ArticlePage, title="Khai giảng", slug="khai-giang", **common)
    make_page(
        section_of(school, EventIndexPage),
        EventPage,
        title="Họp phụ huynh",
        slug="hop",
        starts_at=now + dt.timedelta(days=1),
        **common,
    )
    make_page(
        section_of(school, DocumentIndexPage),
        DocumentPage,
        title="Kế hoạch năm học",
        slug="ke-hoach",
        number="1/KH",
        document_type="Kế hoạch",
        issuer="Nhà trường",
        issued_on=timezone.localdate(now),
        **common,
    )
    return school


def reader(institution) -> Client:
    return Client(headers={"host": institution.hostname})


def page_addresses(institution) -> list[str]:
    pages = Page.objects.filter(live=True, translation_key__isnull=False)
    homes = [home_of(institution)]
    if institution.is_authority:
        homes.append(home_of(institution, "en"))
    return [
        ("" if home.locale.language_code == "vi" else "/en") + "/" + page.url_path[len(home.url_path) :]
        for home in homes
        for page in pages.descendant_of(home, inclusive=True)
    ]


def public_addresses(institution) -> list[str]:
    found = [*page_addresses(institution), *VIEWS]
    if institution.is_authority:
        found += ["/don-vi/", "/don-vi/?q=ban+mai", "/en/don-vi/", *(f"/en{path}" for path in VIEWS)]
    return found


@pytest.mark.parametrize("name", ["department", "school"])
def test_every_public_address_answers_without_a_trace_on_the_reader(name, request):
    institution = request.getfixturevalue(name)
    for path in public_addresses(institution):
        response = reader(institution).get(path)
        assert response.status_code == 200, path
        # A form needs its token against forgery; every other page leaves nothing.
        if "no-store" not in response.get("Cache-Control", ""):
            assert not response.cookies, path
            assert "Cookie" not in response.get("Vary", ""), path
        assert "Accept-Language" not in response.get("Vary", ""), path
        assert response["Content-Language"] == ("en" if path.startswith("/en/") else "vi"), path
        assert "unsafe" not in response["Content-Security-Policy"], path
        assert "default-src 'none'" in response["Content-Security-Policy"], path
        body = response.content.decode()
        assert "<style" not in body, path
        assert " style=" not in body, path
        assert " onclick=" not in body, path


@pytest.mark.parametrize("name", ["department", "school"])
def test_no_page_names_another_host_but_those_of_the_tree(name, request, department, school):
    institution = request.getfixturevalue(name)
    stranger = make_institution("XX", "Sở Giáo dục và Đào tạo Sông Thương", "department")
    for path in public_addresses(institution):
        assert stranger.hostname not in reader(institution).get(path).content.decode(), path


def test_an_unknown_host_shows_nobodys_site(department, school):
    client = Client(headers={"host": "khac.example.edu.vn"})
    for path in (*VIEWS, "/en/", "/don-vi/", "/robots.txt", "/tin-tuc/", "/tin-tuc/khai-giang/"):
        response = client.get(path)
        assert response.status_code == 404, path
        body = response.content.decode()
        for institution in (department, school):
            assert institution.name not in body, path
            assert institution.hostname not in body, path


def test_the_page_of_another_site_is_not_found(department, school):
    assert reader(school).get("/tin-tuc/khai-giang/").status_code == 200
    assert reader(department).get("/tin-tuc/khai-giang/").status_code == 404


@pytest.mark.parametrize("path", ["/tin-tuc", "/tin-tuc/khai-giang"])
def test_an_address_without_its_slash_leads_to_the_one_with_it(school, path):
    response = reader(school).get(path)
    assert (response.status_code, response["Location"]) == (301, f"{path}/")


@pytest.mark.parametrize(
    "path",
    ["/tin-tuc/khai-giang/x/", "/x/tin-tuc/", "/TIN-TUC/", "/tin-tuc/khai-giang/x/y/", "/" + "a/" * 40],
)
def test_an_address_beyond_a_page_is_not_found(school, path):
    assert reader(school).get(path).status_code == 404


def test_a_draft_is_not_found_and_neither_is_what_is_asked_below_it(school):
    make_page(section_of(school, NewsIndexPage), ArticlePage, live=False, title="Nháp", slug="nhap")
    for path in ("/tin-tuc/nhap/", "/tin-tuc/nhap/x/"):
        assert reader(school).get(path).status_code == 404


def test_what_was_not_found_is_said_in_the_frame_of_the_site(school):
    response = reader(school).get("/khong-co/")
    body = response.content.decode()
    assert school.name in body
    assert 'rel="canonical"' not in body
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_the_address_that_is_printed_is_no_text_of_the_page(school):
    body = reader(school).get("/tin-tuc/khai-giang/").content.decode().partition("<body")[2]
    address = re.search(r'<main[^>]* data-address="([^"]+)"', body)[1]
    assert address.endswith("/tin-tuc/khai-giang/")
    assert f">{address}<" not in body.partition("<main")[0]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_views_only_read(school, method):
    for path in ("/tim-kiem/", "/so-do-trang/", "/sitemap.xml", "/tin-tuc/feed.rss"):
        assert getattr(reader(school), method)(path).status_code == 405


def test_the_admin_has_a_policy_of_its_own(department):
    response = reader(department).get("/tai-khoan/dang-nhap/")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    client = reader(department)
    client.force_login(make_superuser())
    assert "'unsafe-inline'" in client.get("/admin/")["Content-Security-Policy"].partition("style-src")[2]
