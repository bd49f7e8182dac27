"""The second factor: nothing of the admin without it, one code once, secrets sealed."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation
from django.utils.translation import gettext

from edusite.sign_in import secrets
from edusite.sign_in.signals import BEGAN
from network.services.accounts import second_factor_remove
from privacy import encryption
from tests.edusite.sign_in.conftest import CODE, ENROL, LOGIN, App, code_for, commit, enrolled, password_only
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

OPEN_DOORS = {"/admin/login/", "/admin/logout/", "/admin/sprite/", "/admin/jsi18n/"}


@pytest.fixture
def required(settings):
    settings.EDUSITE_SECOND_FACTOR_REQUIRED = True


def admin_paths() -> list[str]:
    """An address for every pattern below ``admin/``, with invented values."""

    def walk(patterns, prefix=""):
        for entry in patterns:
            path = prefix + _filled(str(entry.pattern))
            if isinstance(entry, URLResolver):
                yield from walk(entry.url_patterns, path)
            elif isinstance(entry, URLPattern):
                yield path

    return sorted({"/" + path for path in walk(get_resolver().url_patterns) if path.startswith("admin/")})


def _filled(pattern: str) -> str:
    pattern = re.sub(r"<int:\w+>", "1", pattern)
    pattern = re.sub(r"<uuid:\w+>", "00000000-0000-0000-0000-000000000000", pattern)
    pattern = re.sub(r"<(\w+:)?\w+>", "x", pattern)
    return re.sub(r"\(\?P[^)]*\)|[\^$\\]|\.\*|\.\+", "", pattern)


@pytest.mark.parametrize("who", ["editor", "chief", "head", "root"])
def test_a_password_alone_reaches_no_address_of_the_admin(people, required, who):
    client = password_only(getattr(people, who))
    paths = admin_paths()
    assert len(paths) > 150
    reached = []
    for path in paths:
        if path in OPEN_DOORS or path.startswith("/admin/password_reset/"):
            continue
        response = client.get(path)
        if (response.status_code, response.get("Location")) != (302, ENROL):
            reached.append((path, response.status_code))
    assert reached == []
    assert client.post("/admin/account/", {}).url == ENROL
    assert client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403


def test_whoever_knocks_at_several_doors_is_told_once(people, required):
    client = password_only(people.editor)
    for path in ("/admin/", "/admin/account/", "/admin/pages/"):
        assert client.get(path).url == ENROL
    told = [str(message) for message in client.get(ENROL).context["messages"]]
    with translation.override("vi"):
        assert told.count(gettext("Your role needs a second factor. Set it up now; then you go on.")) == 1


def test_an_author_may_enrol_and_need_not(people, required):
    client = password_only(people.author)
    assert client.get("/admin/").status_code == 200
    assert client.get(ENROL).status_code == 200


def test_enrolling_opens_the_admin_and_shows_recovery_codes_once(people, required):
    client = password_only(people.editor)
    page = client.get(ENROL)
    html = page.content.decode()
    assert 'src="data:image/svg+xml;base64,' in html
    assert page.context["form"].spaced_secret in html
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    assert "<script" not in html
    assert "style=" not in html
    wrong = client.post(ENROL, {"code": "000000"})
    assert wrong.context["form"].errors["code"]
    assert wrong.context["form"].secret == page.context["form"].secret
    response = commit(client, ENROL, {"code": code_for(page.context["form"].secret)}, follow=True)
    codes = response.context["unused_codes"]
    assert len(codes) == 10
    assert all(code in response.content.decode() for code in codes)
    again = client.get(reverse("mfa_view_recovery_codes"))
    assert again.status_code == 200
    assert not any(code in again.content.decode() for code in codes)
    assert client.get("/admin/").status_code == 200
    assert [letter.to for letter in mail.outbox] == [[people.editor.email]]


def test_signing_in_asks_for_a_code_and_takes_each_once(people, required):
    _client, app = enrolled(people.chief)
    first = password_only(people.chief)
    assert first.get("/admin/").url.startswith(LOGIN)
    assert first.get(CODE).status_code == 200
    code = app.code()
    assert first.post(CODE, {"code": f"{code[:3]} {code[3:]}"}).url == "/admin/"
    assert first.get("/admin/").status_code == 200
    second = password_only(people.chief)
    replay = second.post(CODE, {"code": code})
    assert replay.context["form"].errors["code"]
    assert second.get("/admin/").status_code == 302
    assert second.post(CODE, {"code": app.code(at=-1)}).status_code == 200, "an earlier one neither"
    assert second.post(CODE, {"code": app.code(at=1)}).url == "/admin/"


def test_a_code_from_long_ago_or_far_ahead_is_wrong(people):
    _client, app = enrolled(people.chief)
    client = password_only(people.chief)
    for at in (-3, 3):
        assert client.post(CODE, {"code": app.code(at=at)}).context["form"].errors["code"]


def test_the_code_that_enrolled_does_not_enter(people):
    client = password_only(people.editor)
    code = code_for(client.get(ENROL).context["form"].secret)
    commit(client, ENROL, {"code": code})
    other = password_only(people.editor)
    assert other.post(CODE, {"code": code}).context["form"].errors["code"]


def test_a_recovery_code_enters_once(people, required):
    client, _app = enrolled(people.head)
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    first = password_only(people.head)
    assert first.post(CODE, {"code": codes[0]}).url == "/admin/"
    assert first.get("/admin/").status_code == 200
    second = password_only(people.head)
    assert second.post(CODE, {"code": codes[0]}).context["form"].errors["code"]
    assert second.post(CODE, {"code": codes[1]}).url == "/admin/"


def test_who_came_in_without_the_factor_they_have_signs_in_again(people, required):
    enrolled(people.chief)
    client = Client()
    client.force_login(people.chief)
    assert client.get("/admin/reports/").url == LOGIN + "?next=%2Fadmin%2Freports%2F"
    assert "_auth_user_id" not in client.session


def test_a_required_factor_cannot_be_switched_off(people, required):
    client, _app = enrolled(people.chief)
    path = reverse("mfa_deactivate_totp")
    assert client.post(path).status_code == 200
    assert Authenticator.objects.filter(user=people.chief, type="totp").exists()
    author, _app = enrolled(people.author)
    assert author.post(path).status_code == 302
    assert not Authenticator.objects.filter(user=people.author).exists()


def test_secrets_are_sealed_for_their_owner_in_tables_and_sessions(people):
    client = password_only(people.editor)
    page = client.get(ENROL)
    secret = page.context["form"].secret
    stored = " ".join(str(session.get_decoded()) for session in Session.objects.all())
    assert secret not in stored
    client.post(ENROL, {"code": code_for(secret)})
    rows = {row.type: row for row in Authenticator.objects.filter(user=people.editor)}
    assert secret not in json.dumps([row.data for row in rows.values()])
    with secrets.secrets_of(people.editor.pk):
        assert secrets.unseal(rows["totp"].data["secret"]) == secret
    with secrets.secrets_of(people.chief.pk), pytest.raises(encryption.BrokenSealError):
        secrets.unseal(rows["totp"].data["secret"])
    with pytest.raises(secrets.NoOwnerError):
        secrets.seal("x")


def test_keys_are_rotated_for_second_factors_too(people, settings, capsys):
    enrolled(people.editor)
    old = settings.EDUSITE_FIELD_KEYS[0]
    new = "test2:" + "QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI="
    settings.EDUSITE_FIELD_KEYS = [new, old]
    call_command("rotate_field_keys")
    assert f"{secrets.LABEL}: 2" in capsys.readouterr().out
    settings.EDUSITE_FIELD_KEYS = [new]
    app = App(people.editor)
    assert password_only(people.editor).post(CODE, {"code": app.code()}).url == "/admin/"
    call_command("rotate_field_keys")
    assert f"{secrets.LABEL}: 0" in capsys.readouterr().out


def test_a_change_of_the_factor_ends_the_other_sessions(people):
    elsewhere = password_only(people.editor)
    assert elsewhere.get("/admin/").status_code == 200
    here, _app = enrolled(people.editor)
    assert elsewhere.get("/admin/").status_code == 302
    assert here.get("/admin/").status_code == 200
    second_factor_remove(user=people.editor)
    assert here.get("/admin/").status_code == 302
    assert password_only(people.editor).get("/admin/").status_code == 200


def test_the_security_page_shows_what_there_is(people):
    client, _app = enrolled(people.author)
    html = client.get("/tai-khoan/").content.decode()
    for name in ("mfa_view_recovery_codes", "mfa_list_webauthn", "account_change_password"):
        assert reverse(name) in html
    assert client.get(reverse("mfa_list_webauthn")).status_code == 200
    add = client.get(reverse("mfa_add_webauthn"))
    scripts = re.findall(r"<script[^>]*>", add.content.decode())
    assert scripts
    assert all("src=" in tag or 'type="application/json"' in tag for tag in scripts)


def test_enrolling_asks_for_the_password_again_when_the_sign_in_is_old(people):
    client = password_only(people.author)
    session = client.session
    session[BEGAN] -= 3600
    session.save()
    response = client.get(ENROL)
    assert response.url.startswith("/tai-khoan/xac-nhan/")
    assert client.post(response.url, {"password": "sai"}).context["form"].errors["password"]
    assert client.post(response.url, {"password": PASSWORD}).url == ENROL
