"""Five years of invented figures on the sites of the demonstration, made in bulk. Two schools keep an empty section, one
lacks the latest year, so that completeness has something to say. A second run changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.page_tree import PageNode, bulk_add_children
from network.models import Institution
from network.selectors import in_tree
from sections.models import (
    StatisticsConfirmation,
    StatisticsFigure,
    StatisticsPage,
    StatisticsRecord,
    StatisticsRollUp,
    StatisticsYearPage,
)
from sections.statistics.checks import findings
from sections.statistics.choices import Level, levels_of
from sections.statistics.figures import Figures, to_json, with_schools
from sections.statistics.services import rollups_refresh
from sections.statistics.years import years_asked

WITHOUT = {"HS.TH02", "HS.CD01", "HS.CD02", "HS.TK02"}
WITHOUT_LATEST = {"HS.TP01", "HS.MN03"}
SIZES = {
    Level.NURSERY: (4, 21),
    Level.KINDERGARTEN: (9, 29),
    Level.PRIMARY: (18, 31),
    Level.LOWER: (16, 38),
    Level.UPPER: (24, 41),
    Level.CONTINUING: (7, 34),
}
"""Classes of a middling school, pupils in each."""
SEVERAL = {
    "HS.LC01": (Level.PRIMARY, Level.LOWER),
    "HS.LC02": (Level.PRIMARY, Level.LOWER, Level.UPPER),
    "HS.LC03": (Level.LOWER, Level.UPPER),
}
"""Levels of the schools that have several."""
REASON = "Số liệu đã được đối chiếu với hồ sơ của trường."
PROVINCE = 5
"""The department reports the whole province: about this many times its schools with a site here."""


def figures_create(now: datetime | None = None) -> int:
    """Make the years that are missing; answers how many pages."""
    now = now or timezone.now()
    years = years_asked(timezone.localdate(now))
    have = set(StatisticsRecord.objects.values_list("institution_id", flat=True))
    made: list[StatisticsYearPage] = []
    with transaction.atomic():
        for institution in Institution.objects.active().exclude(site=None).order_by("path"):
            is_part = institution.is_authority and institution.depth > 1
            if institution.pk not in have and institution.code not in WITHOUT and not is_part:
                asked = years[:-1] if institution.code in WITHOUT_LATEST else years
                made += _institution(institution, asked, now)
        if made:
            _sums(years, now)
            get_search_backend().add_bulk(StatisticsYearPage, made)
    return len(made)


def _sums(years: list[int], now: datetime) -> None:
    authorities = Institution.objects.active().authorities()
    StatisticsRollUp.objects.bulk_create(
        [
            StatisticsRollUp(institution=one, school_year=year, refreshed_at=now, due_since=now)
            for one in authorities
            for year in years
        ],
        ignore_conflicts=True,
    )
    rollups_refresh(now=now)


def _institution(institution: Institution, years: list[int], now: datetime) -> list[StatisticsYearPage]:
    home = Page.objects.get(translation_key=institution.home_key, locale__language_code="vi")
    section = StatisticsPage.objects.filter(**in_tree(home)).select_related("locale").first()
    if section is None:
        return []
    pages = [_page(institution, section, year) for year in years]
    bulk_add_children(parent=section, nodes=[PageNode(page) for page in pages])
    rows, records, reasons = [], [], []
    before: Figures | None = None
    for number, page in enumerate(pages):
        figures = _figures(institution, number)
        rows += [
            StatisticsFigure(page=page, indicator=code, level=level, value=value)
            for (code, level), value in figures.items()
        ]
        levels = levels_of(institution.type)
        found = findings(figures, school_year=page.school_year, previous=before, levels=levels)
        reasons += [
            StatisticsConfirmation(page=page, finding=f.key, values=f.values, reason=REASON) for f in found
        ]
        counted = figures if institution.is_authority else with_schools(figures, institution.type)
        records.append(
            StatisticsRecord(
                institution=institution,
                school_year=page.school_year,
                page_key=page.translation_key,
                counted_on=page.counted_on,
                figures=to_json(counted),
                stored_at=now,
            )
        )
        before = figures
    StatisticsFigure.objects.bulk_create(rows)
    StatisticsConfirmation.objects.bulk_create(reasons)
    StatisticsRecord.objects.bulk_create(records)
    return pages


def _page(institution: Institution, section: StatisticsPage, year: int) -> StatisticsYearPage:
    counted = date(year, 9, 30)
    moment = timezone.make_aware(datetime.combine(date(year, 10, 12), time(8)))
    return StatisticsYearPage(
        title=f"Năm học {year}–{year + 1}",
        slug=f"nam-hoc-{year}-{year + 1}",
        locale=section.locale,
        school_year=year,
        counted_on=counted,
        summary="Số liệu đầu năm học, tính đến ngày 30 tháng 9.",
        author_name="Bộ phận thống kê",
        source_name=institution.name[:200],
        first_published_at=moment,
        last_published_at=moment,
    )


def _figures(institution: Institution, number: int) -> Figures:
    """Figures of the year with this number; the same at every run, a little more each year."""
    seed = sum(ord(letter) * place for place, letter in enumerate(institution.code, start=1)) % 7
    times = PROVINCE * 4 if institution.is_authority else 1
    figures: Figures = {}
    for level in SEVERAL.get(institution.code, levels_of(institution.type)):
        usual, size = SIZES[level]
        classes = (usual + seed - 3) * times + number * (times if number % 2 else 1) // 2
        pupils = classes * (size - 2 + (seed + number) % 3)
        teachers = round(classes * 1.7)
        values = {
            "classes": classes,
            "pupils": pupils,
            "pupils_female": pupils * 48 // 100,
            "pupils_ethnic": pupils * (seed + 2) // 20,
            "pupils_disabled": pupils // 160,
            "teachers": teachers,
            "teachers_female": teachers * 7 // 10,
            "teachers_qualified": teachers * (88 + number * 2) // 100,
        }
        figures |= {(code, level): Decimal(value) for code, value in values.items()}
    classes = sum(int(value) for (code, _level), value in figures.items() if code == "classes")
    solid = classes * 9 // 10
    whole = {
        "campuses": times * (1 + seed % 3),
        "managers": 3 * times,
        "employees": (4 + seed % 3) * times,
        "classrooms": classes,
        "classrooms_solid": solid,
        "classrooms_semi": classes - solid,
        "classrooms_temporary": 0,
        "subject_rooms": (2 + seed % 4) * times,
        "libraries": times,
        "computers": (20 + 5 * seed + 4 * number) * times,
        "land_area": Decimal(9500 + 730 * seed) * times,
    }
    figures |= {(code, Level.WHOLE): Decimal(value) for code, value in whole.items()}
    if institution.is_authority:
        schools = {
            Level.PRESCHOOL: 61,
            Level.PRIMARY: 48,
            Level.LOWER: 44,
            Level.PRIMARY_LOWER: 17,
            Level.UPPER: 19,
        }
        figures |= {("schools", level): Decimal(value + number // 2) for level, value in schools.items()}
    return figures
