"""A department with an agency and a school, each with its site; the people of its boards."""

from types import SimpleNamespace

import pytest

from editorial.choices import BoardRole
from tests.factories import make_institution, make_member, make_superuser
from tests.support.worlds import kept_for_module, own_copy


def _build() -> SimpleNamespace:
    department = make_institution()
    return SimpleNamespace(
        department=department,
        agency=make_institution("PHS", "Phòng Giáo dục Hòa Sơn", "agency", department),
        school=make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", department),
    )


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def _world(_kept_world, db):
    return own_copy(_kept_world, _build)


@pytest.fixture
def institutions(_world):
    """All three by their names, for tests whose parameter says which one they are about."""
    return _world


@pytest.fixture
def department(_world):
    return _world.department


@pytest.fixture
def agency(_world):
    return _world.agency


@pytest.fixture
def school(_world):
    return _world.school


@pytest.fixture
def chief(department):
    return make_member(department, BoardRole.CHIEF)


@pytest.fixture
def superuser(db):
    return make_superuser()
