"""The pages of signing in, of the second factor and of a lost password speak Vietnamese, with and without mistakes."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import PASSWORD
from tests.words.reading import of_response
from tests.words.walk import Walk

pytestmark = pytest.mark.django_db
PREFIX = "/tai-khoan/"
WRONG = {
    "dang-nhap/": {"login": "khong-co", "password": "sai"},
    "quen-mat-khau/": {"email": "x"},
    "mat-khau/": {"oldpassword": "sai", "password1": "a", "password2": "b"},
    "hai-lop/ung-dung/": {"code": "1"},
    "xac-nhan/": {"password": "sai"},
}


def found_in(walk: Walk) -> list[str]:
    return sorted(str(finding) for finding in walk.findings.values())


def walk_of(world, *, signed_in: bool) -> Walk:
    client = Client(SERVER_NAME=world.a.hostname)
    if signed_in:
        login = {"login": world.chief.username, "password": PASSWORD}
        client.post(f"{PREFIX}dang-nhap/", login)
    return Walk(client, {"uidb36": ["1"], "key": ["x-y"]}, prefix=PREFIX, thorough=True)


@pytest.mark.parametrize("signed_in", [False, True])
def test_its_pages_hold_no_english(world, signed_in):
    walk = walk_of(world, signed_in=signed_in).go()
    assert sum(walk.seen.values()) > 3
    assert walk.broken == []
    assert found_in(walk) == []


@pytest.mark.parametrize("path", WRONG)
def test_its_errors_hold_no_english(world, path):
    walk = walk_of(world, signed_in=path not in ("dang-nhap/", "quen-mat-khau/"))
    response = walk.client.post(PREFIX + path, WRONG[path], follow=True)
    assert response.status_code in (200, 403, 429)
    walk.judge(of_response(response), path)
    assert found_in(walk) == []
