"""What a site answers to the clauses on personal information: each answer follows the rows it is made of."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from assessment.choices import State
from assessment.models import SiteState
from assessment.selectors import findings_of, site_findings
from assessment.services.states import site_states_refresh
from editorial.choices import BoardRole
from feedback.models import BoardFormPage, FeedbackCase, FeedbackPage
from network.models import Institution
from privacy.choices import ActivityStatus, AssessmentTrigger, RequestKind
from privacy.evidence import evidence_of
from privacy.models import (
    Assessment,
    LegalHold,
    Notice,
    ProcessingActivity,
    Processor,
    SubjectRequest,
    Submission,
)
from privacy.services.assessments import regulation_acknowledge
from sections.models import NewsIndexPage
from tests.factories import make_institution, make_member, make_page, section_of
from tests.privacy.retention.makers import sent
from tests.support.worlds import fixtures_of

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _english():
    """The tests quote the sources' own sentences."""
    with translation.override("en"):
        yield


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


def found(institution, key: str, on: date | None = None) -> tuple[str, str]:
    finding = next(f for f in site_findings(institution, on=on) if f.criterion.key == key)
    return finding.state, str(finding.reason)


def request_of(institution, **days) -> SubjectRequest:
    number = SubjectRequest.objects.count() + 1
    return SubjectRequest.objects.create(
        institution=institution,
        reference=f"YC-{number}",
        kind=RequestKind.CORRECT,
        rule="test",
        **{"reply_due": TODAY, "fulfil_due": TODAY} | days,
    )


def processor_of(institution, valid_to: date) -> Processor:
    return Processor.objects.create(
        institution=institution,
        name="Công ty Mây Xanh",
        number="12/2026/HĐ",
        what_for="Lưu trữ trang",
        commitments="Bảo mật",
        signed_on=TODAY - timedelta(days=400),
        valid_to=valid_to,
    )


def assessment_of(institution, *, due: date, done: bool) -> Assessment:
    now = timezone.now()
    return Assessment.objects.create(
        institution=institution,
        trigger=AssessmentTrigger.INITIAL,
        opened_at=now,
        due_on=due,
        done_at=now if done else None,
    )


class TestForms:
    def activity(self, school):
        code = FeedbackPage.form_code
        return ProcessingActivity.objects.filter(institution=school, code=code)

    def built(self, school, **fields):
        fields = {"title": "Đăng ký câu lạc bộ", "subjects": "Cha mẹ học sinh"} | fields
        return make_page(section_of(school, NewsIndexPage), BoardFormPage, **fields)

    def test_the_forms_of_a_new_site_are_approved(self, school):
        assert evidence_of([school], timezone.now())[school.pk].forms == 1
        assert found(school, "P5.1") == (
            State.MET,
            "The processing activity of every published form is approved.",
        )

    def test_one_without_an_activity_in_force_is_named(self, school):
        self.built(school)
        assert found(school, "P5.1") == (
            State.PARTLY,
            "1 published form has no approved processing activity.",
        )
        self.activity(school).update(status=ActivityStatus.CLOSED)
        assert found(school, "P5.1") == (
            State.MISSING,
            "2 published forms have no approved processing activity.",
        )

    def test_one_that_changed_since_is_partly_met(self, school):
        self.activity(school).update(status=ActivityStatus.OUTDATED)
        assert found(school, "P5.1") == (
            State.PARTLY,
            "The processing activity of 1 published form has changed since it was approved.",
        )

    def test_a_form_that_is_not_published_is_not_asked(self, school):
        self.built(school, live=False)
        assert found(school, "P5.1")[0] == State.MET

    def test_the_form_of_another_site_is_not_counted(self, school, department):
        ProcessingActivity.objects.filter(institution=department).update(status=ActivityStatus.DRAFT)
        assert found(school, "P5.1")[0] == State.MET
        assert found(department, "P5.1")[0] == State.MISSING


class TestNotice:
    def test_each_site_is_told_the_notice_that_holds_for_it(self, school, department):
        for institution in (school, department):
            evidence = evidence_of([school, department], timezone.now())[institution.pk]
            current = Notice.objects.current(institution)
            assert evidence.notice == current
            assert evidence.is_own_notice == (current.institution == institution)

    def test_that_of_the_authority_is_named_where_it_holds(self, school, department):
        newest = Notice.objects.filter(institution=department).latest("number")
        Notice._base_manager.filter(pk=newest.pk)._raw_delete(Notice.objects.db)
        newest.pk, newest.number = None, newest.number + 1
        newest._state.adding = True
        newest.is_generated, newest.covers_members = False, True
        newest.save()
        assert Notice.objects.current(school) == newest
        assert evidence_of([school], timezone.now())[school.pk].notice == newest
        state, reason = found(school, "P11.1")
        assert state == State.MET
        assert f"The notice of {department.name} holds here" in reason

    def test_before_any_notice_the_clause_is_not_answered(self, school):
        Notice._base_manager.all()._raw_delete(Notice.objects.db)
        assert found(school, "P11.1") == (State.MISSING, "No notice on personal information is in force.")


class TestDeadlines:
    def test_what_should_be_gone_is_counted_and_what_a_hold_keeps_is_not(self, school):
        assert found(school, "P13.1") == (
            State.MET,
            "Nothing that people sent is kept beyond its period.",
        )
        submission = sent(school)
        Submission.objects.filter(pk=submission.pk).update(expires_at=timezone.now() - 3 * DAY)
        assert found(school, "P13.1") == (State.PARTLY, "1 submission is kept beyond its period.")
        LegalHold.objects.create(
            institution=school, reason="Đang giải quyết", citation="QĐ 1", ends_on=TODAY + DAY
        )
        assert found(school, "P13.1")[0] == State.MET

    def test_a_request_past_its_day_is_counted(self, school, department):
        request_of(school)
        assert found(school, "P7.3")[0] == State.MET
        request_of(school, reply_due=TODAY - DAY, fulfil_due=TODAY - DAY, replied_at=timezone.now())
        request_of(school, reply_due=TODAY - DAY)
        assert found(school, "P7.3") == (
            State.PARTLY,
            "2 requests of people about their own information are overdue.",
        )
        assert found(department, "P7.3")[0] == State.MET

    def test_feedback_past_its_day_shows_at_its_section(self, school):
        submission = sent(school, now=timezone.now())
        assert found(school, "W4.2")[0] == State.MET
        FeedbackCase.objects.filter(submission=submission).update(due_on=TODAY - DAY)
        assert found(school, "W4.2") == (State.PARTLY, "1 piece of feedback is past its day.")


class TestAssessment:
    def test_a_site_that_was_never_assessed_is_told_until_when(self, school):
        Assessment.objects.filter(institution=school).delete()
        assert found(school, "P15") == (
            State.MISSING,
            "The protection of personal information has never been assessed.",
        )
        due = TODAY + DAY
        assessment_of(school, due=due, done=False)
        assert found(school, "P15") == (State.PARTLY, f"The first assessment is due on {due:%d/%m/%Y}.")
        assert found(school, "P15", on=due + DAY)[0] == State.MISSING

    def test_a_done_one_holds_until_the_next_is_late(self, school):
        Assessment.objects.filter(institution=school).delete()
        assessment_of(school, due=TODAY, done=True)
        assert found(school, "P15")[0] == State.MET
        due = TODAY + 14 * DAY
        assessment_of(school, due=due, done=False)
        assert found(school, "P15") == (
            State.MET,
            f"Assessed on {TODAY:%d/%m/%Y}; due again by {due:%d/%m/%Y}.",
        )
        assert found(school, "P15", on=due + DAY)[0] == State.PARTLY


class TestBoard:
    def test_it_is_asked_whether_it_has_read_the_regulation(self, school):
        assert "P16.1" not in {f.criterion.key for f in site_findings(school)}
        chief, author = (make_member(school, role) for role in (BoardRole.CHIEF, BoardRole.AUTHOR))
        assert found(school, "P16.1")[0] == State.MISSING
        regulation_acknowledge(institution=school, user=chief)
        assert found(school, "P16.1") == (
            State.PARTLY,
            "1 of 2 people on the board have read the regulation within the year.",
        )
        regulation_acknowledge(institution=school, user=author)
        assert found(school, "P16.1")[0] == State.MET


class TestProcessors:
    def test_a_commitment_that_ran_out_is_named(self, school):
        assert found(school, "P16.3") == (
            State.MET,
            "No outside provider handles personal information for the site.",
        )
        processor_of(school, TODAY)
        assert found(school, "P16.3")[0] == State.MET
        processor_of(school, TODAY - DAY)
        assert found(school, "P16.3") == (
            State.PARTLY,
            "The written commitment of 1 outside provider has expired.",
        )

    def test_a_hired_service_needs_one(self, school):
        school.operation_mode = "hired"
        assert found(school, "P16.3")[0] == State.MISSING


def test_many_sites_with_many_rows_take_as_many_queries_as_one(school, department):
    def queries(*institutions) -> int:
        with CaptureQueriesContext(connection) as captured:
            findings_of(institutions)
        return len(captured)

    make_member(school, BoardRole.CHIEF)
    sent(school)
    queries(school)
    one = queries(school)
    with CaptureQueriesContext(connection) as captured:
        evidence_of([school], timezone.now())
    assert len(captured) == 11
    others = [
        make_institution(f"TH{number}", f"Trường Tiểu học số {number}", "primary", department)
        for number in range(3)
    ]
    for other in others:
        make_member(other, BoardRole.CHIEF)
        request_of(other, reply_due=TODAY - DAY)
        processor_of(other, TODAY - DAY)
        assessment_of(other, due=TODAY, done=True)
        for _ in range(2):
            sent(other)
    assert queries(school, *others) == one


def test_the_stored_state_follows_what_the_register_says(school):
    site_states_refresh(institutions=Institution.objects.all(), now=timezone.now())
    assert not SiteState.objects.get(pk=school.pk).is_due
    processor_of(school, TODAY - DAY)
    assert SiteState.objects.get(pk=school.pk).is_due
    SiteState.objects.update(is_due=False)
    ProcessingActivity.objects.filter(institution=school).first().save()
    assert list(SiteState.objects.filter(is_due=True)) == [SiteState.objects.get(pk=school.pk)]
