"""Figures from the form to the sums of the authority."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from common.page_tree import PageNode, bulk_add_children
from editorial.choices import BoardRole
from editorial.publication_rules import Stage, refusals
from editorial.services.guard import system_publication
from network.models import Institution
from sections.models import (
    InformationPage,
    StatisticsFigure,
    StatisticsPage,
    StatisticsRecord,
    StatisticsRollUp,
    StatisticsYearPage,
)
from sections.statistics.choices import Level
from sections.statistics.figures import figures_of, from_json
from sections.statistics.forms import field_name, reason_name
from sections.statistics.rules import findings_for
from sections.statistics.selectors import completeness, first_years
from sections.statistics.services import (
    record_store,
    rollups_mark_all,
    rollups_refresh,
)
from tests.factories import home_of, make_institution, make_member, make_page, section_of
from tests.sections.statistics.making import FIGURES, P, make_year


def post_data(**changes):
    data = {
        "school_year": "2025",
        "counted_on": "2025-09-30",
        "summary": "",
        "author_name": "Văn phòng",
        "source_name": "Nhà trường",
        "body-count": "0",
        "source_url": "",
        "reuse_terms": "",
        "slug": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
    }
    data |= {field_name(cell): str(value) for cell, value in FIGURES.items()}
    return data | changes


def author_of(institution):
    client = Client(headers={"host": institution.site.hostname})
    client.force_login(make_member(institution, BoardRole.AUTHOR))
    return client


def add_url(institution):
    return reverse(
        "wagtailadmin_pages:add",
        args=["sections", "statisticsyearpage", section_of(institution, StatisticsPage).pk],
    )


class TestGrid:
    def test_a_school_is_asked_for_its_own_level_only(self, school):
        html = author_of(school).get(add_url(school)).content.decode()
        assert html.count('name="figure-pupils-primary"') == 1
        assert 'name="figure-pupils-upper_secondary"' not in html
        assert 'name="figure-schools-primary"' not in html
        assert 'aria-label="' in html

    def test_a_new_page_suggests_year_day_and_source(self, school):
        html = author_of(school).get(add_url(school)).content.decode()
        assert f'value="{school.name}"' in html
        assert 'name="school_year"' in html

    def test_typed_figures_are_kept_and_the_title_follows_from_the_year(self, school):
        response = author_of(school).post(add_url(school), post_data())
        assert response.status_code == 302
        page = StatisticsYearPage.objects.get()
        latest = page.get_latest_revision_as_object()
        assert figures_of(latest) == FIGURES
        with translation.override("vi"):
            assert page.title == gettext("School year %(first)s–%(last)s") % {"first": 2025, "last": 2026}
        assert not page.live

    def test_a_figure_that_is_none_is_refused_at_its_field(self, school):
        response = author_of(school).post(
            add_url(school), post_data(**{field_name(("pupils", P)): "sáu trăm"})
        )
        assert "is no figure" in response.content.decode() or "không phải" in response.content.decode()
        assert not StatisticsYearPage.objects.exists()

    def test_a_year_is_entered_once(self, school):
        make_year(school)
        response = author_of(school).post(add_url(school), post_data())
        assert response.status_code == 200
        assert StatisticsYearPage.objects.count() == 1

    def test_a_reason_settles_a_warning_for_these_figures_only(self, school):
        client = author_of(school)
        figures = {field_name(("pupils", P)): "720"}
        client.post(add_url(school), post_data(**figures))
        page = StatisticsYearPage.objects.get().get_latest_revision_as_object()
        (finding,) = findings_for(page)
        assert "sections.statistics" in refusals(page, Stage.SUBMIT)
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        client.post(
            edit, post_data(**figures, **{reason_name(finding): "Hai lớp vừa chuyển đến"}, slug=page.slug)
        )
        page = StatisticsYearPage.objects.get().get_latest_revision_as_object()
        assert [row.reason for row in page.confirmations.all()] == ["Hai lớp vừa chuyển đến"]
        assert "sections.statistics" not in refusals(page, Stage.SUBMIT)
        client.post(edit, post_data(**{field_name(("pupils", P)): "730"}, slug=page.slug))
        page = StatisticsYearPage.objects.get().get_latest_revision_as_object()
        assert "sections.statistics" in refusals(page, Stage.SUBMIT)

    def test_an_error_cannot_be_confirmed(self, school):
        page = make_year(school, figures=FIGURES | {("pupils_female", P): 601}, live=False)
        (finding,) = findings_for(page)
        page.confirmations.create(finding=finding.key, values=finding.values, reason="Đúng")
        with translation.override("en"):
            assert "which is more than" in str(refusals(page, Stage.PUBLISH)["sections.statistics"])

    def test_empty_figures_do_not_go_on(self, school):
        page = make_year(school, figures={("pupils", P): None}, live=False)
        with translation.override("en"):
            assert "Enter at least one" in str(refusals(page, Stage.SUBMIT)["sections.statistics"])


class TestSums:
    def test_a_publication_is_added_up_for_every_authority_above(self, department, agency):
        school = make_institution("TH1", "Trường Tiểu học Một", "primary", agency)
        make_year(school)
        rollups_refresh()
        for authority in (department, agency):
            rollup = StatisticsRollUp.objects.get(institution=authority, school_year=2025)
            figures = from_json(rollup.figures)
            assert figures["pupils", P] == 600
            assert figures["schools", P] == 1
            assert rollup.reported == 1
        assert rollup.expected == 1

    def test_what_goes_off_the_site_goes_out_of_the_sum(self, department, school):
        page = make_year(school)
        rollups_refresh()
        with system_publication(reason="test"):
            page.unpublish()
        rollups_refresh()
        assert not StatisticsRecord.objects.exists()
        assert StatisticsRollUp.objects.get(institution=department).reported == 0

    def test_a_page_that_changes_its_year_leaves_the_other_one(self, department, school):
        page = make_year(school)
        page.school_year = 2024
        with system_publication(reason="test"):
            page.save_revision().publish()
        assert list(StatisticsRecord.objects.values_list("school_year", flat=True)) == [2024]

    def test_drafts_are_in_no_sum(self, department, school):
        make_year(school, live=False)
        assert not StatisticsRecord.objects.exists()

    def test_the_authoritys_own_figures_stand_beside_the_sum(self, department, school):
        make_year(school)
        make_year(department, figures=FIGURES | {("pupils", P): 9000, ("classes", P): 300})
        rollups_refresh()
        client = Client(headers={"host": department.site.hostname})
        section = section_of(department, StatisticsPage)
        html = client.get(section.relative_url(department.site)).content.decode()
        assert "9.000" in html
        assert ">600<" in html
        own = client.get(section.relative_url(department.site) + "?source=own").content.decode()
        assert own.count("9.000") > html.count("9.000")

    def test_a_second_refresh_finds_nothing_to_do(self, department, school):
        make_year(school)
        rollups_refresh()
        assert rollups_refresh() == []

    def test_sums_follow_the_tree_every_night(self, department, agency):
        school = make_institution("TH1", "Trường Tiểu học Một", "primary", agency)
        make_year(school)
        rollups_refresh()
        agency.refresh_from_db()
        school.refresh_from_db()
        school.move(Institution.objects.get(pk=department.pk), "last-child")
        rollups_mark_all(now=timezone.now())
        rollups_refresh()
        assert StatisticsRollUp.objects.get(institution=agency).reported == 0
        assert StatisticsRollUp.objects.get(institution=department).reported == 1


class TestCompleteness:
    DAY = date(2025, 11, 1)

    def test_missing_years_are_named(self, department, school):
        make_year(school, 2024)
        found = completeness(department, on=self.DAY)
        assert found.years == [2021, 2022, 2023, 2024, 2025]
        assert [member.missing for member in found.members] == [(2021, 2022, 2023, 2025)]

    def test_a_young_school_is_not_asked_for_years_before_it_was(self, department, school):
        section = section_of(school, StatisticsPage)
        StatisticsPage.objects.filter(pk=section.pk).update(first_school_year=2025)
        found = completeness(department, on=self.DAY)
        assert [member.missing for member in found.members] == [(2025,)]
        assert first_years() == first_years([school]) == {school.pk: 2025}
        assert first_years([department]) == {}

    def test_the_latest_year_is_asked_for_from_mid_october(self, department, school):
        assert completeness(department, on=date(2025, 10, 14)).years[-1] == 2024

    def test_an_authority_sees_its_members_and_a_school_nothing(self, department, school):
        url = reverse("statistics_completeness", args=[department.pk])
        client = Client(headers={"host": department.site.hostname})
        client.force_login(make_member(department, BoardRole.EDITOR))
        assert school.name in client.get(url).content.decode()
        assert client.get(url + "?export=csv")["Content-Type"].startswith("text/csv")
        assert author_of(school).get(url).status_code == 404


def _fill(department, number, years=(2024, 2025)):
    """Schools without sites, with published figures: what the sums read."""
    parent = Institution.objects.get(pk=department.pk)
    start = parent.numchild
    schools = []
    for n in range(number):
        path = Institution._get_path(parent.path, parent.depth + 1, start + n + 1)
        schools.append(
            Institution(
                code=f"X{start + n}", name=f"Trường {n}", type="primary", kind="facility", path=path, depth=2
            )
        )
    schools = Institution.objects.bulk_create(schools)
    Institution.objects.filter(pk=parent.pk).update(numchild=start + number)
    figures = {"pupils/primary": 600, "classes/primary": 20, "schools/primary": 1, "land_area/all": 100.5}
    now = timezone.now()
    StatisticsRecord.objects.bulk_create(
        StatisticsRecord(institution=one, school_year=y, page_key="0" * 32, figures=figures, stored_at=now)
        for one in schools
        for y in years
    )
    StatisticsRollUp.objects.bulk_create(
        [
            StatisticsRollUp(institution=department, school_year=y, refreshed_at=now, due_since=now)
            for y in years
        ],
        ignore_conflicts=True,
    )
    StatisticsRollUp.objects.update(due_since=now)
    rollups_refresh()


def test_the_page_of_an_authority_costs_the_same_with_few_and_with_many(department):
    client = Client(headers={"host": department.site.hostname})
    path = section_of(department, StatisticsPage).relative_url(department.site)
    member = make_member(department, BoardRole.EDITOR)
    url = reverse("statistics_completeness", args=[department.pk])
    counts = []
    for number in (3, 400):
        _fill(department, number)
        client.get(path + "?x=1")
        with CaptureQueriesContext(
            connection,
        ) as public:
            html = client.get(path + "?x=1").content.decode()
        editor = Client(headers={"host": department.site.hostname})
        editor.force_login(member)
        editor.get(url)
        with CaptureQueriesContext(connection) as admin:
            assert editor.get(url).status_code == 200
        counts.append((len(public), len(admin)))
    assert "241.800" in html
    assert "40.501,5" in html
    assert counts[0] == counts[1]


class TestPages:
    def test_a_year_shows_its_tables_and_hands_them_out(self, department, school):
        page = make_year(
            school, figures=FIGURES | {("teachers_ethnic", P): None, ("land_area", Level.WHOLE): "1234.5"}
        )
        client = Client(headers={"host": school.site.hostname})
        path = page.relative_url(school.site)
        html = client.get(path).content.decode()
        assert "1.234,5" in html
        assert "03/2024/TT-BGDĐT" in html
        assert "Học sinh/lớp" in html
        data = client.get(path + "?format=json").json()
        found = {(row["indicator"], row["level"]): row["value"] for row in data["items"]}
        assert found["pupils", "primary"] == 600
        assert found["teachers_ethnic", "primary"] is None
        assert client.get(path + "?format=csv").content.startswith(b"\xef\xbb\xbf")
        assert client.get(path + "?format=xlsx").content.startswith(b"PK")

    def test_years_stand_side_by_side_with_charts(self, department, school):
        for year in range(2019, 2026):
            make_year(school, year, figures=FIGURES | {("pupils", P): 500 + year - 2000})
        client = Client(headers={"host": school.site.hostname})
        path = section_of(school, StatisticsPage).relative_url(school.site)
        html = client.get(path).content.decode()
        assert html.count('role="img"') == 3
        assert "2021–2022" in html
        assert ">519<" not in html
        assert ">519<" in client.get(path + "?years=all").content.decode()
        assert client.get(path + "?years=' OR 1=1&level=x&source=\x00").status_code == 200

    def test_an_entry_that_was_there_before_stays_shown(self, department, school):
        section = section_of(school, StatisticsPage)
        credit = {"author_name": "Văn phòng", "source_name": "Nhà trường"}
        make_page(section, InformationPage, title="Số liệu cũ", slug="cu", **credit)
        client = Client(headers={"host": school.site.hostname})
        assert "Số liệu cũ" in client.get(section.relative_url(school.site) + "?x=1").content.decode()


def test_figures_in_bulk_are_found_like_others(department, school):
    section = section_of(school, StatisticsPage)
    page = StatisticsYearPage(title="x", slug="nam-hoc", school_year=2023, locale=section.locale)
    bulk_add_children(parent=section, nodes=[PageNode(page)])
    StatisticsFigure.objects.create(page=page, indicator="pupils", level=P, value=5)
    record_store(page=page)
    assert home_of(school).pk
    assert StatisticsRecord.objects.get().figures == {"pupils/primary": 5, "schools/primary": 1}
