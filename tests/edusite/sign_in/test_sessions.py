"""A session ends without use, and in any case after half a day; its person sees and ends the others."""

import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from edusite.settings import base
from edusite.sign_in.signals import BEGAN, SEEN
from network.models import AccountSession
from network.services.accounts import browser_name, session_purge
from tests.edusite.sign_in.conftest import LOGIN, password_only
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


def age(client: Client, **minutes: int) -> None:
    session = client.session
    for key, value in minutes.items():
        session[{"began": BEGAN, "seen": SEEN}[key]] = int(time.time()) - value * 60
    session.save()


@pytest.mark.parametrize(("minutes", "is_in"), [(14, True), (16, False)])
def test_a_session_ends_after_fifteen_minutes_without_use(people, minutes, is_in):
    client = password_only(people.author)
    age(client, seen=minutes)
    response = client.get("/admin/reports/?p=2")
    assert (response.status_code == 200 or "tai-khoan" not in response.get("Location", "")) == is_in
    if not is_in:
        assert response.url == LOGIN + "?next=%2Fadmin%2Freports%2F%3Fp%3D2"
        page = client.get(response.url).content.decode()
        assert "15" in page
        assert not AccountSession.objects.filter(user=people.author).exists()


def test_use_keeps_a_session_and_what_a_browser_asks_by_itself_does_not(people):
    client = password_only(people.author)
    age(client, seen=10)
    client.get("/admin/sprite/")
    client.post("/admin/editing-sessions/")
    assert client.session[SEEN] < time.time() - 500
    client.get("/admin/")
    assert client.session[SEEN] > time.time() - 5
    age(client, seen=10)
    assert client.post("/tai-khoan/phien/tiep-tuc/").status_code == 204
    assert client.session[SEEN] > time.time() - 5


def test_a_session_ends_after_twelve_hours_whatever_is_done(people):
    client = password_only(people.author)
    age(client, began=12 * 60 + 1, seen=0)
    assert client.get("/admin/").url.startswith(LOGIN)


def test_a_script_is_told_with_a_status_that_it_understands(people):
    client = password_only(people.author)
    age(client, seen=20)
    assert client.get("/admin/", headers={"accept": "application/json"}).status_code == 403


def test_a_reader_has_no_session(school):
    response = Client().get("/")
    assert response.status_code in (200, 404)
    assert "sessionid" not in response.cookies


def test_a_person_sees_their_sessions_and_ends_the_others(people):
    here = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"})
    here.post(LOGIN, {"login": people.author.username, "password": PASSWORD})
    there = password_only(people.author)
    password_only(people.editor)
    page = here.get("/tai-khoan/")
    assert "Firefox, Linux" in page.content.decode()
    assert len(page.context["sessions"]) == 2
    here.post("/tai-khoan/phien/ket-thuc/")
    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302
    assert AccountSession.objects.filter(user=people.editor).exists()


def test_signing_out_forgets_the_session(people):
    for path in ("/admin/logout/", "/tai-khoan/dang-xuat/"):
        client = password_only(people.author)
        assert client.post(path).url == LOGIN
        assert client.get("/admin/").status_code == 302
        assert not AccountSession.objects.exists()


def test_sessions_that_are_over_are_forgotten(people):
    password_only(people.author)
    assert session_purge() == 0
    assert session_purge(now=timezone.now() + timedelta(hours=13)) == 1


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140",
            "Edge, Windows",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Safari/604", "Safari, iPhone"),
        ("curl/8", ""),
    ],
)
def test_browsers_are_named_as_people_know_them(agent, name):
    assert browser_name(agent) == name


def test_production_binds_its_cookies_to_one_host():
    assert base.SESSION_COOKIE_NAME.startswith("__Host-")
    assert base.CSRF_COOKIE_NAME.startswith("__Host-")
    assert base.SESSION_COOKIE_SECURE
    assert base.SESSION_COOKIE_AGE == 12 * 3600
    assert base.EDUSITE_SECOND_FACTOR_REQUIRED is True
    assert settings.SESSION_COOKIE_NAME == "sessionid"
