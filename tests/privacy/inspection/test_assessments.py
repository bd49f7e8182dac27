from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from privacy.choices import ActivityChange, AssessmentTrigger, Fulfilment
from privacy.inspection.facts import facts_of
from privacy.inspection.points import POINTS
from privacy.models import AppendOnlyError, Assessment, AssessmentAnswer, ProcessingActivity
from privacy.services import activity_touch
from privacy.services.assessments import (
    answer_save,
    answers_copy,
    assessment_finish,
    assessment_open,
    assessments_due,
    blocked_codes,
    newest_answers,
)


@pytest.fixture
def assessment(school, now):
    return assessment_open(institution=school, trigger=AssessmentTrigger.INITIAL, now=now)


def answer_all(assessment, user, now):
    for point in POINTS:
        answer_save(
            assessment=assessment,
            point_key=point.key,
            fulfilment=Fulfilment.MET,
            text="Đạt",
            user=user,
            now=now,
        )


def finished(assessment, user, now):
    answer_all(assessment, user, now)
    facts = facts_of(assessment.institution)
    return assessment_finish(assessment=assessment, risk="low", facts=facts, user=user, now=now)


class TestDueByItself:
    def test_first_within_sixty_days(self, school, now):
        ProcessingActivity.objects.filter(institution=school).exclude(code="feedback").delete()
        assert assessments_due(now=now) >= 1
        first = Assessment.objects.get(institution=school)
        assert (first.trigger, first.due_on) == ("initial", timezone.localdate(now) + timedelta(days=60))
        assert assessments_due(now=now) == 0

    def test_after_a_year(self, assessment, chief, school, now):
        finished(assessment, chief, now)
        assessments_due(now=now + timedelta(days=364))
        assert not Assessment.objects.filter(institution=school, done_at=None).exists()
        assessments_due(now=now + timedelta(days=366))
        assert Assessment.objects.get(institution=school, done_at=None).trigger == "periodic"

    def test_after_a_new_release(self, assessment, chief, school, now, settings):
        finished(assessment, chief, now)
        settings.EDUSITE_RELEASE = "9.9.9"
        assessments_due(now=now + timedelta(days=1))
        due = Assessment.objects.get(institution=school, done_at=None)
        assert [c["what"] for c in due.changes] == ["release"]
        assert blocked_codes(school) == set()

    @pytest.mark.parametrize("what", [c for c in ActivityChange if c != ActivityChange.RELEASE])
    def test_at_once_when_a_form_purpose_recipient_or_period_changes(
        self, assessment, chief, school, now, what
    ):
        finished(assessment, chief, now)
        assert blocked_codes(school) == set()
        activity_touch(institution=school, code="feedback", what=what, now=now)
        due = Assessment.objects.get(institution=school, done_at=None)
        assert due.due_on == timezone.localdate(now) + timedelta(days=14)
        assert blocked_codes(school) == {"feedback"}
        finished(due, chief, now)
        assert blocked_codes(school) == set()

    def test_the_same_change_twice_stands_there_once(self, school, now):
        for _number in range(2):
            activity_touch(institution=school, code="feedback", what=ActivityChange.FORM, now=now)
        assert len(Assessment.objects.get(institution=school).changes) == 1

    def test_a_change_brings_the_day_nearer(self, assessment, school, now):
        activity_touch(institution=school, code="feedback", what=ActivityChange.FORM, now=now)
        assessment.refresh_from_db()
        assert assessment.due_on == timezone.localdate(now) + timedelta(days=14)

    def test_many_institutions_cost_as_much_as_one(self, school, department, now, django_assert_num_queries):
        with django_assert_num_queries(3):
            assessments_due(now=now)


class TestAnswers:
    def test_are_versions_that_do_not_change(self, assessment, chief, now):
        for text in ("Đạt", "Đạt", "Đạt, đã kiểm tra lại"):
            answer_save(
                assessment=assessment, point_key="a", fulfilment="met", text=text, user=chief, now=now
            )
        assert [a.number for a in assessment.answers.order_by("number")] == [1, 2]
        assert newest_answers(assessment)["a"].text == "Đạt, đã kiểm tra lại"
        with pytest.raises(AppendOnlyError):
            newest_answers(assessment)["a"].save()
        with pytest.raises(AppendOnlyError):
            AssessmentAnswer.objects.update(text="x")

    def test_what_is_not_fulfilled_needs_a_remedy(self, assessment, chief):
        with pytest.raises(ValidationError, match="what is to be done"):
            answer_save(assessment=assessment, point_key="a", fulfilment="partly", text="Thiếu", user=chief)

    def test_a_stranger_writes_none(self, assessment, stranger):
        with pytest.raises(ValidationError, match="Only who answers for personal information"):
            answer_save(assessment=assessment, point_key="a", fulfilment="met", text="Đạt", user=stranger)

    def test_it_is_not_done_before_every_point_is_answered(self, assessment, chief, school, now):
        answer_save(assessment=assessment, point_key="a", fulfilment="met", text="Đạt", user=chief)
        with pytest.raises(ValidationError, match="no answer yet"):
            assessment_finish(assessment=assessment, risk="low", facts={}, user=chief)

    def test_done_ones_stay_as_they_were(self, assessment, chief, now):
        done = finished(assessment, chief, now)
        assert done.facts["release"]
        with pytest.raises(ValidationError, match="is done"):
            answer_save(assessment=done, point_key="a", fulfilment="met", text="Khác", user=chief)

    def test_the_next_one_can_begin_with_them(self, assessment, chief, school, now):
        finished(assessment, chief, now)
        following = assessment_open(institution=school, trigger=AssessmentTrigger.PERIODIC, now=now)
        assert answers_copy(assessment=following, user=chief, now=now) == len(POINTS)
        assert answers_copy(assessment=following, user=chief, now=now) == 0


def test_the_register_fills_in_what_it_knows(school, chief):
    facts = facts_of(school)
    assert any("Phản ánh" in line or "Feedback" in line for line in facts["activities"])
    assert facts["purposes"]
    assert facts["recipients"]
    assert facts["staff"] == "0/1"
    assert set(facts) >= {name for point in POINTS for name in point.facts}
