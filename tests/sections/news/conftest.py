"""A department with two schools and their boards, made once for a module; each test leaves them as they were."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from network.models import Institution
from network.provisioning import ProvisioningRun
from tests.factories import make_institution, make_member

BOARDS = (
    ("author", "a", "author", "Tác Giả"),
    ("editor", "a", "editor", "Biên Tập"),
    ("chief", "a", "chief", "Trưởng Ban"),
    ("editor_hs", "hs", "editor", "Biên Tập Sở"),
    ("chief_hs", "hs", "chief", "Trưởng Ban Sở"),
    ("chief_b", "b", "chief", "Trưởng Ban B"),
)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        run = ProvisioningRun(send_invitations=False)
        hs = make_institution(run=run)
        found = {
            "hs": hs,
            "a": make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary", hs, run=run),
            "b": make_institution("HS02", "Trường Tiểu học Suối Mơ", "primary", hs, run=run),
        }
        people = {
            name: make_member(found[where], role, last_name=last).pk for name, where, role, last in BOARDS
        }
        yield {key: one.pk for key, one in found.items()}, people
        transaction.set_rollback(True)


@pytest.fixture
def net(db, built):
    """``hs`` is the department, ``a`` and ``b`` its schools."""
    keys, _people = built
    rows = Institution.objects.select_related("site", "collection").in_bulk(keys.values())
    return SimpleNamespace(**{key: rows[pk] for key, pk in keys.items()})


@pytest.fixture
def people(net, built):
    _keys, people = built
    rows = get_user_model().objects.in_bulk(people.values())
    return SimpleNamespace(**{name: rows[pk] for name, pk in people.items()})


def browser(institution, user=None) -> Client:
    """A reader of an institution's site, signed in where `user` is given."""
    client = Client(SERVER_NAME=institution.site.hostname)
    if user is not None:
        client.force_login(user)
    return client
