"""Procedures on the department's site."""

from datetime import date

import pytest
from django.core.cache import caches

from sections.models import OnlineServicesPage, ProcedurePage, ProceduresPage, ServicePage
from tests.factories import make_page, section_of

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _no_stored_pages():
    """Pages of different tests stand at the same address."""
    caches["pages"].clear()
    caches["default"].clear()


@pytest.fixture
def section(department):
    return section_of(department, ProceduresPage)


@pytest.fixture
def services(department):
    return section_of(department, OnlineServicesPage)


def make_procedure(section, title="Chuyển trường", **fields) -> ProcedurePage:
    values = {
        "code": "9.000001",
        "field": "Giáo dục trung học",
        "levels": ("province",),
        "author_name": "Phòng Giáo dục Trung học",
        "source_name": "Sở",
    }
    return make_page(section, ProcedurePage, title=title, **(values | fields))


def make_service(services, title="Tra cứu điểm thi", **fields) -> ServicePage:
    values = {"online_level": "full", "author_name": "Văn phòng", "source_name": "Sở"}
    return make_page(services, ServicePage, title=title, **(values | fields))
