"""A department and two schools, with the people who draft and approve regulations."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone, translation

from editorial.choices import BoardRole
from editorial.regulations.kinds import WEBSITE
from editorial.services import regulations as services
from network.provisioning import ProvisioningRun
from tests.factories import make_institution, make_member, make_superuser
from tests.support.worlds import kept_for_module, own_copy

DAY = timezone.localdate() - timedelta(days=1)
"""Yesterday: a decision is not issued in the future."""


@pytest.fixture(autouse=True)
def _english():
    """The tests quote the sources' own sentences."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _answers_are_not_stored(settings):
    settings.EDUSITE_PAGE_CACHE_SECONDS = 0


def _build() -> SimpleNamespace:
    """``hs`` is the department, ``a`` a school with chief, editor and head, ``b`` one without any."""
    run = ProvisioningRun(send_invitations=False)
    hs = make_institution(
        run=run, english_name="Hoa Son Department", head_name="Lê Thị Mây", head_title="Giám đốc"
    )
    a = make_institution(
        "HS01",
        "Trường THPT Đồi Chè",
        "upper_secondary",
        hs,
        run=run,
        email="doiche@example.edu.vn",
        head_name="Nguyễn Văn Núi",
        head_title="Hiệu trưởng",
    )
    b = make_institution("HS02", "Trường THPT Suối Mơ", "upper_secondary", hs, run=run)
    return SimpleNamespace(run=run, hs=hs, a=a, b=b)


@pytest.fixture(scope="module")
def _kept_place(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def place(_kept_place, db):
    return own_copy(_kept_place, _build)


@pytest.fixture
def who(place):
    return SimpleNamespace(
        author=make_member(place.a, BoardRole.AUTHOR, last_name="Tác Giả"),
        editor=make_member(place.a, BoardRole.EDITOR, last_name="Biên Tập"),
        chief=make_member(place.a, BoardRole.CHIEF, last_name="Trưởng Ban"),
        head=make_member(place.a, BoardRole.HEAD, last_name="Hiệu Trưởng"),
        chief_b=make_member(place.b, BoardRole.CHIEF),
        chief_hs=make_member(place.hs, BoardRole.CHIEF),
        head_hs=make_member(place.hs, BoardRole.HEAD),
        root=make_superuser(),
    )


@pytest.fixture
def draft(place, who):
    return services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)


def approve(regulation, user, *, symbol="15/QĐ-THPTĐC", day=DAY, effective_on=None, **fields):
    """The head's act, on the text as it stands."""
    regulation.refresh_from_db()
    return services.regulation_approve(
        regulation=regulation,
        user=user,
        seen=regulation.text_hash(),
        symbol=symbol,
        issued_on=day,
        effective_on=effective_on or day,
        **fields,
    )


@pytest.fixture
def in_force(draft, who):
    """The school's regulation on the website, version 1."""
    services.regulation_submit(regulation=draft, user=who.chief)
    return approve(draft, who.head)
