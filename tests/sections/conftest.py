"""A department with an agency and a school, each with its site; the people of its boards."""

import pytest

from editorial.choices import BoardRole
from tests.factories import make_institution, make_member, make_superuser


@pytest.fixture
def department(db):
    return make_institution()


@pytest.fixture
def agency(department):
    return make_institution("PHS", "Phòng Giáo dục Hòa Sơn", "agency", department)


@pytest.fixture
def school(department):
    return make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", department)


@pytest.fixture
def chief(department):
    return make_member(department, BoardRole.CHIEF)


@pytest.fixture
def superuser(db):
    return make_superuser()
