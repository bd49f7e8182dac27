"""At least five years of figures (W8.8, W9.9)."""

from datetime import date

import pytest
from django.utils import translation

from assessment.choices import State
from assessment.selectors import site_findings
from sections.models import InformationPage, StatisticsPage
from sections.statistics.services import rollups_refresh
from tests.factories import make_institution, make_page, section_of
from tests.sections.statistics.making import make_year

DAY = date(2025, 11, 1)


@pytest.fixture
def pair(db):
    department = make_institution()
    return department, make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", department)


def found(institution, key):
    with translation.override("en"):
        finding = next(f for f in site_findings(institution, on=DAY) if f.criterion.key == key)
    with translation.override("en"):
        return finding.state, str(finding.reason)


def test_years_that_are_missing_are_named_and_sums_count_for_the_authority(pair):
    department, school = pair
    assert found(school, "W9.9")[0] == State.MISSING
    for year in range(2021, 2025):
        make_year(school, year)
    assert found(school, "W9.9") == (
        State.PARTLY,
        "The figures of 1 school year are missing: 2025–2026.",
    )
    make_year(school, 2025)
    rollups_refresh()
    assert found(school, "W9.9") == (State.MET, "Published and up to date.")
    assert found(department, "W8.8") == (State.MET, "Published and up to date.")


def test_a_text_alone_is_half_an_answer(pair):
    _department, school = pair
    credit = {"author_name": "Văn phòng", "source_name": "Nhà trường"}
    make_page(section_of(school, StatisticsPage), InformationPage, title="Số liệu", slug="so-lieu", **credit)
    assert found(school, "W9.9")[0] == State.PARTLY
