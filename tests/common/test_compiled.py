"""Queries whose SQL is built once: the values of each question, objects as the queryset makes them, present rows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compiled import CompiledQuery
from network.models import Institution, InstitutionHost
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def schools():
    top = make_institution("HS", "Sở Giáo dục và Đào tạo Hòa Sơn", "department")
    return [make_institution(f"HS.{n}", f"Trường số {n}", "primary", top) for n in (1, 2)]


def by_code(code):
    return Institution.objects.filter(code=code).select_related("site").prefetch_related("former_hosts")


def test_each_question_has_its_own_values(schools):
    query = CompiledQuery(by_code, code=str)
    assert [query.rows(code=code) for code in ("HS.1", "HS.2", "HS.3")] == [schools[:1], schools[1:], []]
    assert query.first(code="HS.2") == schools[1]
    assert query.first(code="HS.3") is None


def test_related_and_prefetched_objects_come_along(schools):
    InstitutionHost.objects.create(institution=schools[0], hostname="cu.example.edu.vn")
    query = CompiledQuery(by_code, code=str)
    query.rows(code="HS.2")
    with CaptureQueriesContext(connection) as queries:
        found = query.first(code="HS.1")
        assert found.site == schools[0].site
        assert [host.hostname for host in found.former_hosts.all()] == ["cu.example.edu.vn"]
    assert len(queries) == 2
    expected = by_code("HS.1").get()
    values = [field.attname for field in Institution._meta.concrete_fields]
    assert [getattr(found, name) for name in values] == [getattr(expected, name) for name in values]


def test_rows_are_read_anew(schools):
    query = CompiledQuery(by_code, code=str)
    first = query.first(code="HS.1")
    Institution.objects.filter(code="HS.1").update(name="Tên mới")
    second = query.first(code="HS.1")
    assert (first.name, second.name) == ("Trường số 1", "Tên mới")
    assert first is not second


@pytest.mark.parametrize("text", ["' OR 1=1 --", '"', "%s", "%", "\ufdd0code", ""])
def test_a_value_is_never_sql(schools, text):
    assert CompiledQuery(by_code, code=str).rows(code=text) == []


def test_numbers_and_tuples():
    make_institution("HS", "Sở Giáo dục và Đào tạo Hòa Sơn", "department")
    query = CompiledQuery(
        lambda depth, kind: (
            Institution.objects.filter(depth=depth, kind=kind).values_list("code", "depth").order_by("code")
        ),
        depth=int,
        kind=str,
    )
    assert query.rows(depth=1, kind="department") == [("HS", 1)]
    assert query.rows(depth=2, kind="department") == []


def test_keys_days_and_moments(schools):
    first = schools[0]
    Institution.objects.filter(pk=first.pk).update(status_since=date(2026, 9, 1))
    query = CompiledQuery(
        lambda key, day, moment: Institution.objects.filter(
            home_key=key, status_since__lte=day, created_at__lt=moment
        ),
        key=UUID,
        day=date,
        moment=datetime,
    )
    first.refresh_from_db()
    soon = first.created_at + timedelta(seconds=1)
    asked = {"key": first.home_key, "day": date(2026, 9, 1), "moment": soon}
    assert query.rows(**asked) == [first]
    assert query.rows(**asked | {"moment": soon.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))}) == [first]
    assert query.rows(**asked | {"moment": first.created_at}) == []
    assert query.rows(**asked | {"day": date(2026, 8, 31)}) == []
    assert query.rows(**asked | {"key": uuid4()}) == []


@pytest.mark.parametrize("values", [{}, {"code": 1}, {"code": None}, {"code": "HS", "depth": 1}])
def test_values_of_another_kind_are_refused(values):
    with pytest.raises(TypeError):
        CompiledQuery(by_code, code=str).rows(**values)


def test_a_value_without_a_place_in_the_sql_is_refused():
    query = CompiledQuery(lambda code: Institution.objects.filter(depth=1), code=str)
    with pytest.raises(ValueError, match="code"):
        query.rows(code="HS")
