"""What a site answers to each clause, and what it costs to ask (W6.2)."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from assessment import criteria
from assessment.choices import State
from assessment.criteria import Criterion, Finding, criteria_for
from assessment.selectors import findings_of, institutions_for, site_findings, site_summaries
from editorial.choices import BoardRole
from network.choices import InstitutionKind
from sections.catalogue import clause, sections_for
from sections.models import ArticlePage, IntroductionPage, NewsIndexPage
from sections.rules import changing_tree
from tests.factories import make_institution, make_member, make_page, make_review, make_superuser, section_of
from tests.support.worlds import fixtures_of

REGULATIONS = ("W3.3", "W4.4", "P10.1")
"""Asked beside the sections; the regulation on the website is asked with its section, W11.2."""
PERSONAL_INFORMATION = ("P5.1", "P7.3", "P11.1", "P13.1", "P15", "P16.3")
"""Asked of every site; P16.1 of one with a board."""


def _build() -> SimpleNamespace:
    department = make_institution()
    school = make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", department)
    return SimpleNamespace(department=department, school=school)


_kept_world, _world = fixtures_of(_build)


@pytest.fixture
def department(_world):
    return _world.department


@pytest.fixture
def school(_world):
    return _world.school


def finding(institution, key: str, on: date | None = None) -> Finding:
    return next(f for f in site_findings(institution, on=on) if f.criterion.key == key)


def add_article(school, title="Khai giảng", **fields):
    fields = {"author_name": "A", "source_name": "B", "last_published_at": timezone.now()} | fields
    return make_page(section_of(school, NewsIndexPage), ArticlePage, title=title, **fields)


def test_every_required_section_is_asked_once_in_the_order_of_the_law(school):
    keys = [f.criterion.key for f in site_findings(school)]
    assert keys == [
        *(s.key for s in sections_for(school.kind, required=True)),
        *REGULATIONS,
        *PERSONAL_INFORMATION,
    ]


def test_a_new_site_has_its_pages_and_little_in_them(school):
    assert finding(school, "W9.2").state == State.MISSING
    assert finding(school, "W9.2").reason == criteria.NO_CONTENT
    assert finding(school, "W9.2").page.pk == section_of(school, NewsIndexPage).pk


def test_a_draft_is_no_content(school):
    add_article(school, live=False)
    assert finding(school, "W9.2").state == State.MISSING


def test_a_published_entry_is_content(school):
    add_article(school)
    assert finding(school, "W9.2").state == State.MET
    assert finding(school, "W9.2").reason == criteria.UP_TO_DATE


def test_a_text_of_the_page_is_content(school):
    page = section_of(school, IntroductionPage)
    page.body = [("paragraph", "<p>Trường thành lập năm 1986.</p>")]
    page.save()
    assert finding(school, "W9.1a").state == State.MET


def test_a_text_counts_for_its_own_page_among_many_sites_and_page_types(school, department):
    pages = [section_of(school, IntroductionPage), section_of(department, NewsIndexPage)]
    for page in pages:
        page.body = [("paragraph", "<p>Trường thành lập năm 1986.</p>")]
        page.save()
    found = findings_of([school, department])
    with_text = {
        f.page.pk
        for findings in found.values()
        for f in findings
        if f.criterion.section and f.page and f.reason != criteria.NO_CONTENT
    }
    assert with_text >= {page.pk for page in pages}
    assert section_of(school, NewsIndexPage).pk not in with_text
    assert section_of(department, IntroductionPage).pk not in with_text


def test_a_section_without_change_beyond_its_days_is_partly_met(school):
    add_article(school)
    days = next(s for s in sections_for(school.kind) if s.key == "W9.2").freshness.days
    today = timezone.localdate()
    assert finding(school, "W9.2", on=today + timedelta(days=days)).state == State.MET
    late = finding(school, "W9.2", on=today + timedelta(days=days + 1))
    assert late.state == State.PARTLY
    assert str(days + 1) in late.reason
    assert str(days) in late.reason


def test_the_last_entry_counts_for_the_age_of_its_section(school):
    add_article(school)
    past = timezone.now() - timedelta(days=90)
    Page.objects.filter(pk=section_of(school, NewsIndexPage).pk).update(last_published_at=past)
    assert finding(school, "W9.2").state == State.MET
    ArticlePage.objects.update(last_published_at=past)
    assert finding(school, "W9.2").state == State.PARTLY


def test_a_section_that_does_not_age_stays_met(school):
    assert finding(school, "W4.2", on=timezone.localdate() + timedelta(days=4000)).state == State.MET


def test_contact_is_answered_by_the_record_of_the_institution(school):
    assert finding(school, "W9.1b").state == State.MISSING
    school.address, school.email = "Thôn Trung", "hoamai@example.edu.vn"
    school.save()
    assert finding(school, "W9.1b").state == State.MET


def test_a_page_off_the_site_or_private_is_missing(school):
    add_article(school)
    news = section_of(school, NewsIndexPage)
    with changing_tree():
        Page.objects.filter(pk=news.pk).update(live=False)
    assert finding(school, "W9.2").reason == criteria.NOT_PUBLISHED
    with changing_tree():
        Page.objects.filter(pk=news.pk).update(live=True)
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=news.get_parent(), restriction_type="login")]
    )
    assert finding(school, "W9.2").reason == criteria.NOT_PUBLIC


def test_a_section_without_a_page_is_missing(school):
    with changing_tree():
        school.section_slots.filter(key="W9.2").delete()
    lost = finding(school, "W9.2")
    assert (lost.state, lost.reason, lost.page) == (State.MISSING, criteria.NO_PAGE, None)


def test_who_is_responsible_is_named(school):
    person = make_member(school, BoardRole.EDITOR)
    make_review(section_of(school, NewsIndexPage), responsible=person)
    assert finding(school, "W9.2").responsible == person.get_full_name()
    assert finding(school, "W9.3").responsible == ""


def test_the_counts_add_up(school, department):
    for summary in site_summaries([school, department]):
        assert summary.met + summary.partly + summary.missing == summary.total
        not_asked = {c.key for c in criteria_for(summary.institution.kind)} & {"P16.1", "W10.5"}
        assert summary.total == len(criteria_for(summary.institution.kind)) - len(not_asked)


class TestCost:
    def queries(self, *institutions) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            findings_of(institutions)
        return len(captured)

    def test_many_pages_take_as_many_queries_as_one(self, school):
        add_article(school)
        before = self.queries(school)
        for number in range(12):
            add_article(school, title=f"Bài {number}")
        assert self.queries(school) == before

    def test_many_sites_take_as_many_queries_as_one(self, school, department):
        before = self.queries(school)
        others = [
            make_institution(f"TH{number}", f"Trường Tiểu học số {number}", "primary", department)
            for number in range(3)
        ]
        assert self.queries(school, *others) == before


class TestRegistry:
    @pytest.fixture
    def registered(self, monkeypatch):
        monkeypatch.setattr(criteria, "_criteria", {})

        def assess(criterion, facts):
            state = State.MET if facts.institution.operation_mode else State.MISSING
            return Finding(criterion, state, "")

        criterion = Criterion("W3.2", frozenset(InstitutionKind), assess)
        criteria.register(criterion)
        return criterion

    def test_a_further_criterion_is_asked_behind_the_sections(self, registered, school):
        found = site_findings(school)[-1]
        assert found.criterion is registered
        assert found.state == State.MET
        assert found.criterion.title() == clause("W3.2").summary()

    def test_a_second_one_of_its_key_is_an_error(self, registered):
        with pytest.raises(ValueError, match=r"W3\.2 is registered already"):
            criteria.register(Criterion("W3.2", frozenset(InstitutionKind), registered.assess))

    def test_one_for_an_unknown_clause_is_an_error(self):
        with pytest.raises(KeyError):
            criteria.register(Criterion("W99.1", frozenset(InstitutionKind), criteria.assess_section))

    def test_nothing_is_asked_before_the_circular(self):
        assert criteria_for(InstitutionKind.FACILITY, on=date(2010, 1, 1)) == []


def test_a_person_sees_their_own_institution_and_all_below(department, school):
    other = make_institution("SK", "Sở Giáo dục và Đào tạo Khác", "department")
    assert set(institutions_for(make_member(department, BoardRole.CHIEF))) == {department, school}
    assert set(institutions_for(make_member(school, BoardRole.AUTHOR))) == {school}
    assert set(institutions_for(make_superuser())) == {department, school, other}
