"""Addresses that belong to the installation."""

from __future__ import annotations

import pytest
from django.test import Client

from common.colour import theme_name
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return Client(headers={"host": make_institution().hostname})


def test_a_theme_is_kept_for_ever_and_not_in_the_page_cache(client):
    response = client.get(f"/theme/{theme_name('#0b5c8c')}.css")
    assert response["Content-Type"] == "text/css"
    assert "immutable" in response["Cache-Control"]
    assert "X-Cache" not in response


@pytest.mark.parametrize("name", ["0b5c8c", "x", "0b5c8c-00000000", "..", "%00"])
def test_a_theme_that_nobody_made_is_not_found(client, name):
    assert client.get(f"/theme/{name}.css").status_code == 404


def test_robots_are_told_the_site_map_and_where_not_to_go(client):
    text = client.get("/robots.txt").content.decode()
    host = client.defaults["HTTP_HOST"]
    assert f"Sitemap: http://{host}/sitemap.xml\n" in text
    for path in ("/admin/", "/tim-kiem/", "/en/tim-kiem/"):
        assert f"Disallow: {path}\n" in text


def test_the_style_page_is_shown_in_development(client):
    assert client.get("/styleguide/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/robots.txt"])
def test_a_browser_is_told_what_stays_shut(client, path):
    response = client.get(path)
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "'unsafe-inline'" not in response["Content-Security-Policy"].split("style-src")[0]
    assert "script-src 'self';" in response["Content-Security-Policy"] + ";"
