from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from privacy.choices import EndAction, Ended, EraseReason
from privacy.models import (
    ConsentEvent,
    DeletionRecord,
    FormDraft,
    FormTotals,
    LegalHold,
    Submission,
    Survey,
)
from privacy.services import HeldError, purge_expired
from privacy.services.retention import survey_close, survey_complete, survey_reopen
from tests.privacy.retention.makers import RECEIVED, rule, sent
from tests.privacy.sender import Sender, tables_holding

CLOSED = date(2026, 11, 1)
MARKER = "Sương mù đồi chè"


@pytest.fixture
def survey(school):
    for number in range(12):
        kind = "remark" if number < 6 else "complaint"
        sent(school, answers={"kind": kind, "message": MARKER, "phone": "0912345678"})
    return survey_close(institution=school, form="feedback", title="Khảo sát bữa trưa", on=CLOSED, days=10)


def test_totals_stay_and_answers_go(survey, school, now):
    Sender(school).to_check(message=MARKER)
    assert FormDraft.objects.exists()
    totals = survey_complete(survey=survey, now=now)
    assert (totals.number, totals.sealed_counts) == (12, "")
    assert totals.table == [
        {
            "field": "kind",
            "label": "kind",
            "rows": [{"label": "Phản ánh", "count": 6}, {"label": "Khiếu nại", "count": 6}],
        }
    ]
    assert not Submission.objects.exists()
    assert not FormDraft.objects.exists()
    assert not tables_holding(MARKER)
    assert set(ConsentEvent.objects.values_list("submission", flat=True)) == {None}
    record = DeletionRecord.objects.get()
    assert (record.reason, record.ended, record.total) == (EraseReason.COMPLETED, Ended.TOTALS, 12)


def test_it_is_completed_by_itself_on_its_day(survey, now):
    Submission.objects.update(expires_at=now + timedelta(days=365), trim_at=None)
    due = datetime(2026, 11, 11, 3, tzinfo=UTC)
    assert purge_expired(now=due - timedelta(days=1)).surveys == 0
    assert Submission.objects.count() == 12
    assert purge_expired(now=due).surveys == 1
    assert not Submission.objects.exists()
    assert purge_expired(now=due + timedelta(days=1)).surveys == 0
    assert Survey.objects.get().totals.number == 12


def test_a_hold_on_one_answer_keeps_all_of_them(survey, school, now):
    LegalHold.objects.create(
        institution=school,
        submission=Submission.objects.first(),
        reason="x",
        citation="x",
        starts_on=CLOSED,
        ends_on=date(2026, 12, 1),
    )
    with pytest.raises(HeldError, match="completed when the hold has ended"):
        survey_complete(survey=survey, now=now)
    assert purge_expired(now=now, dry_run=False).surveys == 0
    assert Survey.objects.get().completed_at is None


def test_only_a_closed_one_is_completed_and_only_once(survey, now):
    Survey.objects.update(closed_on=date(2026, 12, 1), complete_on=date(2026, 12, 2))
    with pytest.raises(ValidationError, match="Only a survey that is closed"):
        survey_complete(survey=survey, now=now)
    Survey.objects.update(closed_on=CLOSED)
    survey_complete(survey=survey, now=now)
    with pytest.raises(ValidationError, match="Only a survey that is closed"):
        survey_complete(survey=survey, now=now)


def test_one_that_is_opened_again_is_not_completed(survey, now):
    survey_reopen(survey=survey)
    assert purge_expired(now=RECEIVED + timedelta(days=1)).surveys == 0
    assert Submission.objects.count() == 12


def test_closing_again_moves_the_day(survey, school):
    survey_close(institution=school, form="feedback", title="Khảo sát", on=CLOSED, days=20)
    assert Survey.objects.get().complete_on == date(2026, 11, 21)


def test_a_survey_cannot_wait_for_ever(school):
    with pytest.raises(ValidationError, match="365"):
        survey_close(institution=school, form="feedback", title="Khảo sát", on=CLOSED, days=366)


def test_one_that_nobody_answered_is_completed_without_totals(school, now):
    survey = survey_close(institution=school, form="feedback", title="Khảo sát", on=CLOSED)
    assert survey_complete(survey=survey, now=now) is None
    assert Survey.objects.get().completed_at == now


class TestTotalsOfPeriods:
    RULES = [rule("handle", 30, at_end=EndAction.ANONYMISE)]

    def test_the_daily_job_counts_before_it_erases_and_shows_nothing_before_the_year_is_over(
        self, school, now
    ):
        for _number in range(7):
            sent(school, rules=self.RULES)
        assert purge_expired(now=now).submissions == 7
        totals = FormTotals.objects.get()
        assert (totals.key, totals.number, totals.table, totals.final_at) == ("2026", None, [], None)
        assert DeletionRecord.objects.get().ended == Ended.TOTALS
        assert purge_expired(now=now + timedelta(days=60)).totals == 1
        totals.refresh_from_db()
        assert (totals.number, totals.sealed_counts) == (7, "")

    def test_a_year_with_answers_left_is_not_finished(self, school, now):
        sent(school, rules=self.RULES)
        sent(school, rules=[rule("handle", 700, at_end=EndAction.ANONYMISE)])
        purge_expired(now=now)
        assert purge_expired(now=now + timedelta(days=60)).totals == 0
        assert purge_expired(now=now + timedelta(days=700)).totals == 1
