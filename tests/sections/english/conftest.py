"""A department with a procedure for foreigners and its board; a school, and the people of another department."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from editorial.choices import BoardRole
from sections.models import OnlineServicesPage, ProcedurePage, ProceduresPage, ServicePage
from tests.factories import make_institution, make_member, make_page, section_of
from tests.support.worlds import kept_for_module, own_copy

STEPS = [("step", {"text": "Nộp hồ sơ tại trường.", "who": "", "duration": ""})]


def _build() -> SimpleNamespace:
    hs = make_institution(english_name="Department of Education and Training of Hoa Son")
    other = make_institution("TL", "Sở Giáo dục và Đào tạo Thạch Lâm")
    school = make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", hs)
    return SimpleNamespace(
        hs=hs,
        other=other,
        school=school,
        author=make_member(hs, BoardRole.AUTHOR),
        editor=make_member(hs, BoardRole.EDITOR),
        chief=make_member(hs, BoardRole.CHIEF),
        stranger=make_member(other, BoardRole.CHIEF),
        teacher=make_member(school, BoardRole.AUTHOR),
        procedure=procedure_of(hs, "Chuyển trường"),
    )


def procedure_of(institution, title: str, **fields) -> ProcedurePage:
    values = {
        "summary": "Khi chuyển nơi ở.",
        "code": "1.001714",
        "audiences": {"foreigners"},
        "time_limit": "3 ngày làm việc",
        "author_name": institution.name,
        "source_name": institution.name,
        "reuse_terms": "state",
        "decision": "5252/QĐ-UBND",
        "sets": 1,
        "field": "Giáo dục",
        "levels": {"province"},
        "result": "Giấy giới thiệu\nHọc bạ",
        "steps": STEPS,
    }
    return make_page(section_of(institution, ProceduresPage), ProcedurePage, title=title, **(values | fields))


def service_of(institution, title: str, **fields) -> ServicePage:
    values = {
        "audiences": {"foreigners"},
        "online_url": "https://example.org/",
        "author_name": institution.name,
    }
    values["source_name"] = institution.name
    return make_page(
        section_of(institution, OnlineServicesPage), ServicePage, title=title, **(values | fields)
    )


@pytest.fixture(scope="module")
def _kept(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def world(_kept, db):
    return own_copy(_kept, _build)
