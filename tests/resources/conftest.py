"""A department with two schools, each with its library."""

import pytest

from tests.factories import make_institution


@pytest.fixture(scope="module")
def houses(django_db_setup, django_db_blocker):
    """Institutions of the module, made once; each test works in a transaction of its own above them."""
    from django.db import transaction

    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        department = make_institution("HS", email="sogddt@example.edu.vn")
        school = make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", department)
        other = make_institution("THCS1", "Trường THCS Đồi Chè", "lower_secondary", department)
        yield department, school, other
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.fixture
def department(houses, db):
    return houses[0]


@pytest.fixture
def school(houses, db):
    return houses[1]


@pytest.fixture
def other(houses, db):
    return houses[2]
