from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from assessment.choices import State
from assessment.selectors.findings import site_findings
from editorial.choices import BoardRole
from feedback.choices import QuestionState, ResultStage
from feedback.models import ConsultationPage, ConsultationResultPage, QuestionCase, QuestionPage, ResultNotice
from feedback.participation_letters import consultation_lines, questions_due, results_due
from feedback.services.reminders import (
    question_reminders_queue,
    result_reminders_queue,
    results_follow,
    stages_of,
    withdrawals_follow,
)
from network.models import Letter
from privacy.choices import Decision
from privacy.models import ConsentEvent, Submission
from privacy.services.chain import chain_append
from tests.factories import make_member, make_page, make_review
from tests.feedback.participation import answer, ask, make_consultation, questions_section, signed_in


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def closed(school):
    return make_consultation(school, opens=-20, closes=-1)


def later(page, days: int):
    return timezone.now() + timedelta(days=(page.result_due - timezone.localdate()).days + days)


def told(**about) -> set[int]:
    return set(ResultNotice.objects.filter(**about).values_list("user_id", flat=True))


def publish_result(page):
    values = {"title": "Kết quả", "slug": "ket-qua", "author_name": "A", "source_name": "B"}
    return make_page(page, ConsultationResultPage, **values)


class TestResults:
    def test_are_asked_of_who_keeps_the_page_then_of_the_chief_then_of_the_authority(
        self, school, department, chief, closed
    ):
        above = make_member(department, BoardRole.CHIEF)
        keeper = make_member(school, BoardRole.EDITOR)
        make_review(closed, responsible=keeper, is_required=False)
        result_reminders_queue()
        assert told(stage=ResultStage.CLOSED) == {keeper.pk}
        result_reminders_queue(now=later(closed, 0))
        assert told(stage=ResultStage.DUE) == {keeper.pk}
        result_reminders_queue(now=later(closed, 8))
        assert told(stage=ResultStage.CHIEF) == {chief.pk}
        result_reminders_queue(now=later(closed, 31))
        assert told(stage=ResultStage.AUTHORITY) == {above.pk}

    def test_are_asked_once_for_each_stage(self, chief, closed):
        assert result_reminders_queue() == 1
        assert result_reminders_queue() == 0

    def test_are_asked_no_more_once_they_are_published(self, chief, closed):
        publish_result(closed)
        assert result_reminders_queue(now=later(closed, 40)) == 0

    def test_are_named_in_the_letter_until_they_are_published(self, chief, closed):
        result_reminders_queue()
        letter = Letter.objects.get(user=chief, kind="feedback.result_due")
        assert closed.title in results_due(letter).body
        publish_result(closed)
        assert results_due(letter) is None

    def test_stand_in_the_weekly_letter(self, chief, closed):
        (line,) = consultation_lines(chief, timezone.now())
        assert closed.title in line

    def test_come_in_stages(self, closed):
        assert stages_of(closed, closed.result_due) == [ResultStage.CLOSED, ResultStage.SOON, ResultStage.DUE]

    def test_cost_as_many_queries_for_many_as_for_one(self, school, chief, closed):
        def queries(now):
            with CaptureQueriesContext(connection) as caught:
                result_reminders_queue(now=now)
            return len(caught)

        before = queries(timezone.now())
        for number in range(4):
            make_consultation(school, opens=-20, closes=-1, slug=f"nua-{number}")
        assert queries(timezone.now()) == before

    def test_begin_the_period_of_the_answers(self, school):
        page = make_consultation(school)
        answer(school, page)
        ConsultationPage.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
        assert results_follow() == 0
        publish_result(ConsultationPage.objects.get())
        assert results_follow() == 1
        assert results_follow() == 0
        submission = Submission.objects.get()
        assert submission.closed_on == timezone.localdate()
        assert submission.expires_at < timezone.now() + timedelta(days=182)

    def test_that_are_late_stand_on_the_desk_and_in_the_assessment(self, school, chief, closed):
        key = "W9.5"
        ConsultationPage.objects.update(result_on=timezone.localdate() - timedelta(days=1))
        with translation.override("en"):
            (finding,) = [f for f in site_findings(school) if f.criterion.key == key]
        assert finding.state == State.PARTLY
        assert "1 consultation" in str(finding.reason)
        assert closed.title in signed_in(chief).get(reverse("wagtailadmin_home")).content.decode()
        publish_result(closed)
        (finding,) = [f for f in site_findings(school) if f.criterion.key == key]
        assert finding.state == State.MET


class TestQuestions:
    def test_are_asked_of_who_answers_and_when_late_of_the_chief(self, school, chief):
        editor = make_member(school, BoardRole.EDITOR)
        ask(school)
        QuestionCase.objects.update(assigned_to=editor, state=QuestionState.ROUTED)
        due = QuestionCase.objects.get().due_on
        at = timezone.now() + (due - timezone.localdate())
        assert question_reminders_queue() == 0
        assert question_reminders_queue(now=at) == 1
        assert Letter.objects.get(kind="feedback.question_due").user == editor
        assert question_reminders_queue(now=at) == 0
        assert question_reminders_queue(now=at + timedelta(days=1)) == 1
        letter = Letter.objects.get(kind="feedback.question_due", user=chief)
        assert QuestionCase.objects.get().submission.reference in questions_due(letter).body

    def test_that_are_late_show_in_the_assessment_of_sites_that_take_questions(self, school, chief):
        assert not [f for f in site_findings(school) if f.criterion.key == "W10.5"]
        ask(school)
        (finding,) = [f for f in site_findings(school) if f.criterion.key == "W10.5"]
        assert finding.state == State.MET
        QuestionCase.objects.update(due_on=timezone.localdate() - timedelta(days=1))
        (finding,) = [f for f in site_findings(school) if f.criterion.key == "W10.5"]
        assert finding.state == State.PARTLY

    def test_go_off_the_site_when_the_consent_is_withdrawn(self, school):
        ask(school)
        case = QuestionCase.objects.get()
        page = make_page(
            questions_section(school),
            QuestionPage,
            title="Nộp đơn ở đâu?",
            question="Ở đâu?",
            author_name="A",
            source_name="B",
        )
        QuestionCase.objects.update(page=page)
        assert withdrawals_follow() == 0
        given = ConsentEvent.objects.get(submission=case.submission, purpose__code="publish")
        event = ConsentEvent(
            submission=case.submission,
            subject=case.submission.uid,
            form="question",
            purpose=given.purpose,
            decision=Decision.WITHDRAWN,
            wording=given.wording,
            wording_sha256=given.wording_sha256,
            notice=given.notice,
            notice_sha256=given.notice_sha256,
            step="rights",
            occurred_at=timezone.now(),
        )
        chain_append(institution=school, entries=[event])
        assert withdrawals_follow() == 1
        page.refresh_from_db()
        assert not page.live
