"""One department with two schools and their boards: the people of the chain."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from network.provisioning import ProvisioningRun
from tests.editorial.desk import Desk
from tests.factories import make_institution, make_member, make_superuser
from tests.support.worlds import kept_for_module, own_copy


def _build() -> SimpleNamespace:
    run = ProvisioningRun(send_invitations=False)
    hs = make_institution(run=run)
    return SimpleNamespace(
        run=run,
        hs=hs,
        a=make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary", hs, run=run),
        b=make_institution("HS02", "Trường THPT Suối Mơ", "upper_secondary", hs, run=run),
    )


@pytest.fixture(scope="module")
def _kept_province(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def province(_kept_province, db):
    """``hs`` is the department, ``a`` and ``b`` its schools."""
    return own_copy(_kept_province, _build)


@pytest.fixture
def people(province):
    """The board of school A, the chiefs of school B and of the department, a superuser."""
    return SimpleNamespace(
        author=make_member(province.a, "author", last_name="Tác Giả"),
        editor=make_member(province.a, "editor", last_name="Biên Tập"),
        editor2=make_member(province.a, "editor", last_name="Biên Tập Hai"),
        chief=make_member(province.a, "chief", last_name="Trưởng Ban"),
        chief_b=make_member(province.b, "chief"),
        editor_b=make_member(province.b, "editor"),
        author_b=make_member(province.b, "author"),
        chief_hs=make_member(province.hs, "chief"),
        root=make_superuser(),
    )


@pytest.fixture
def desk(province, people):
    """The admin, as the people of school A use it."""
    return Desk(province.a)
