"""A department with two schools and their boards, made once a test from one run."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.test import Client

from network.provisioning import ProvisioningRun
from tests.factories import make_institution, make_member


@pytest.fixture(autouse=True)
def empty_caches():
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def net(db):
    """``hs`` is the department, ``a`` and ``b`` its schools."""
    run = ProvisioningRun(send_invitations=False)
    hs = make_institution(run=run)
    return SimpleNamespace(
        hs=hs,
        a=make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary", hs, run=run),
        b=make_institution("HS02", "Trường Tiểu học Suối Mơ", "primary", hs, run=run),
    )


@pytest.fixture
def people(net):
    return SimpleNamespace(
        author=make_member(net.a, "author", last_name="Tác Giả"),
        editor=make_member(net.a, "editor", last_name="Biên Tập"),
        chief=make_member(net.a, "chief", last_name="Trưởng Ban"),
        editor_hs=make_member(net.hs, "editor", last_name="Biên Tập Sở"),
        chief_hs=make_member(net.hs, "chief", last_name="Trưởng Ban Sở"),
        chief_b=make_member(net.b, "chief", last_name="Trưởng Ban B"),
    )


def browser(institution, user=None) -> Client:
    """A reader of an institution's site, signed in where `user` is given."""
    client = Client(SERVER_NAME=institution.site.hostname)
    if user is not None:
        client.force_login(user)
    return client
