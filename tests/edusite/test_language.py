"""The language is in the address: of the page, of the views beside it, of the admin in the user's own choice."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from tests.factories import make_institution, make_superuser

pytestmark = pytest.mark.django_db
ENGLISH_BROWSER = {"accept-language": "en-GB,en;q=0.9"}


@pytest.fixture
def department():
    return make_institution()


@pytest.fixture
def client(department):
    return Client(headers={"host": department.hostname, **ENGLISH_BROWSER})


def html_language(response) -> str:
    return re.search(r'<html lang="([^"]*)"', response.content.decode()).group(1)


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/tim-kiem/", "/don-vi/", "/so-do-trang/", "/khong-co/"])
@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
def test_the_address_decides_and_not_the_browser(client, path, prefix, language):
    if (prefix, path) == ("/en", "/tin-tuc/"):
        path = "/news/"
    response = client.get(prefix + path)
    assert (html_language(response), response["Content-Language"]) == (language, language)
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize("path", ["/en/tin-tuc/", "/news/", "/vi/", "/en-gb/", "/fr/"])
def test_a_page_is_found_in_its_own_language_only(client, path):
    assert client.get(path).status_code == 404


def test_a_school_without_english_pages_has_nothing_there(department):
    school = make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", department)
    client = Client(headers={"host": school.hostname})
    for path in ("/en/", "/en/tin-tuc/", "/en/tim-kiem/", "/en/tin-tuc/feed.rss", "/en/sitemap.xml"):
        assert client.get(path).status_code == 404


def test_the_switch_keeps_the_page_and_the_view(client):
    for here, there in (
        ("/", "/en/"),
        ("/tim-kiem/", "/en/tim-kiem/"),
        ("/gioi-thieu/", "/en/introduction/"),
    ):
        assert _switch(client, here) == there
        assert _switch(client, there) == here


def test_the_switch_leads_to_the_home_page_where_there_is_no_translation(client):
    assert _switch(client, "/van-ban/") == "/en/"


def _switch(client, path: str) -> str:
    body = client.get(path).content.decode()
    return re.search(r'class="nav__tool" href="([^"]*)" hreflang', body).group(1)


def test_alternates_name_both_languages(client, department):
    body = client.get("/gioi-thieu/").content.decode()
    found = dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]*)"', body))
    origin = f"http://{department.hostname}"
    assert found == {"vi": f"{origin}/gioi-thieu/", "en": f"{origin}/en/introduction/"}


class TestAdmin:
    def test_the_door_is_vietnamese(self, client):
        assert html_language(client.get("/tai-khoan/dang-nhap/")) == "vi"

    @pytest.mark.parametrize(("preferred", "shown"), [("", "vi"), ("vi", "vi"), ("en", "en")])
    def test_inside_it_is_what_the_user_chose(self, client, preferred, shown):
        user = make_superuser()
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = preferred
        profile.save()
        client.force_login(user)
        response = client.get("/admin/")
        assert html_language(response) == shown
        assert "Content-Language" not in response

    def test_the_next_reader_sees_vietnamese_again(self, client):
        client.get("/en/")
        assert html_language(client.get("/")) == "vi"
