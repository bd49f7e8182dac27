"""A campaign of the department, its school, a second school, and officers."""

from types import SimpleNamespace

import pytest

from editorial.choices import BoardRole
from network.choices import InstitutionType
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import make_institution, make_member
from tests.privacy.conftest import _build as _two
from tests.support.worlds import kept_for_module, own_copy


def _build() -> SimpleNamespace:
    world = _two()
    world.other = make_institution(
        "HS02", "Trường THCS Bến Gỗ", InstitutionType.LOWER_SECONDARY, world.department
    )
    world.campaign = make_campaign(world.department)
    make_notice(world.school, world.campaign, ("chuyen", 2), ("thuong", 3))
    make_notice(world.other, world.campaign, ("chuyen", 1))
    world.editor = make_member(world.school, BoardRole.EDITOR, last_name="Lê", first_name="Thị Cúc")
    world.chief = make_member(world.school, BoardRole.CHIEF, last_name="Đỗ", first_name="Văn Bình")
    world.authority = make_member(world.department, BoardRole.EDITOR)
    world.stranger = make_member(world.other, BoardRole.CHIEF)
    return world


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def world(_kept_world, db):
    return own_copy(_kept_world, _build)


@pytest.fixture
def department(world):
    return world.department


@pytest.fixture
def school(world):
    return world.school
