"""One school with a board, and the app that makes codes."""

from __future__ import annotations

import time
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.db import transaction
from django.test import Client

from edusite.sign_in import secrets
from tests.factories import PASSWORD, make_institution, make_member, make_superuser
from tests.support.worlds import fixtures_of

LOGIN = "/tai-khoan/dang-nhap/"
CODE = "/tai-khoan/dang-nhap/ma/"
ENROL = "/tai-khoan/hai-lop/ung-dung/"


_kept_world, _world = fixtures_of(make_institution)


@pytest.fixture
def school(_world):
    return _world


@pytest.fixture
def people(school):
    return SimpleNamespace(
        author=make_member(school, "author"),
        editor=make_member(school, "editor"),
        chief=make_member(school, "chief"),
        head=make_member(school, "head"),
        root=make_superuser(),
    )


class App:
    """The app on a person's phone; `at` moves its clock by steps of 30 seconds."""

    def __init__(self, user):
        self.user = user

    def code(self, at: int = 0) -> str:
        row = Authenticator.objects.get(user=self.user, type="totp")
        with secrets.secrets_of(self.user.pk):
            secret = secrets.unseal(row.data["secret"])
        return code_for(secret, at)

    def forget_last_step(self) -> None:
        """Time goes by: the step in which the app was enrolled is over."""
        row = Authenticator.objects.get(user=self.user, type="totp")
        row.data["last_step"] = 0
        row.save()


def code_for(secret: str, at: int = 0) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret.replace(" ", ""), int(time.time()) // 30 + at))


def password_only(user) -> Client:
    client = Client()
    client.post(LOGIN, {"login": user.username, "password": PASSWORD})
    return client


def commit(client: Client, path: str, data: dict, **extra):
    """Send a form; what it leaves for after the commit happens within the request, as it does outside of tests."""
    with patch.object(transaction, "on_commit", lambda act, **kwargs: act()):
        return client.post(path, data, **extra)


def enrolled(user) -> tuple[Client, App]:
    """A person who has just set up the app, and the app."""
    client = password_only(user)
    page = client.get(ENROL)
    response = commit(client, ENROL, {"code": code_for(page.context["form"].secret)})
    assert response.status_code == 302
    app = App(user)
    app.forget_last_step()
    return client, app
