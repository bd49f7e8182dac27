from datetime import date, timedelta

import pytest
from django.utils import timezone

from privacy.choices import EndAction, RetentionStart
from privacy.models import ConsentEvent
from privacy.services import submission_close
from privacy.services.chain import chain_append
from privacy.services.retention import submission_decide, submission_reopen
from privacy.services.retention.terms import Term, deadline_of, midnight, school_year_end
from tests.privacy.retention.makers import RECEIVED, rule, sent


def decide(submission, code, decision):
    event = submission.consents.get(purpose__code=code)
    new = ConsentEvent(
        **{
            name: getattr(event, name)
            for name in ("submission", "subject", "form", "purpose", "wording", "wording_sha256", "notice")
        },
        notice_sha256=event.notice_sha256,
        decision=decision,
        step="rights",
    )
    chain_append(institution=submission.institution, entries=[new])


def test_the_longest_of_the_granted_purposes_counts(school):
    assert sent(school).expires_at == RECEIVED + timedelta(days=30)
    long_contact = [rule("handle", 30), rule("contact", 100)]
    assert sent(school, rules=long_contact).expires_at == RECEIVED + timedelta(days=100)
    assert sent(school, rules=long_contact, granted=("handle",)).expires_at == RECEIVED + timedelta(days=30)


def test_a_law_counts_without_consent(school):
    rules = [rule("handle", 30), rule("contact", 100, basis="law")]
    assert sent(school, rules=rules, granted=("handle",)).expires_at == RECEIVED + timedelta(days=100)


def test_the_purpose_that_lasts_longest_says_what_is_done_at_the_end(school):
    rules = [rule("handle", 30, at_end=EndAction.ARCHIVE), rule("contact", 40, at_end=EndAction.ANONYMISE)]
    assert sent(school, rules=rules).at_end == EndAction.ANONYMISE
    same = [rule("handle", 40, at_end=EndAction.ARCHIVE), rule("contact", 40)]
    assert sent(school, rules=same).at_end == EndAction.ARCHIVE


def test_a_period_from_the_close_begins_with_it_and_waits_two_years_at_the_most(school):
    submission = sent(school, rules=[rule("handle", 10, starts=RetentionStart.CLOSE)])
    received = timezone.localdate(RECEIVED)
    assert submission.expires_at == midnight(received + timedelta(days=730 + 10 + 1))
    submission_close(submission=submission, on=date(2026, 4, 1))
    submission.refresh_from_db()
    assert submission.expires_at == midnight(date(2026, 4, 12))
    submission_reopen(submission=submission)
    assert submission.expires_at == midnight(received + timedelta(days=730 + 10 + 1))


def test_a_period_from_the_decision_takes_the_close_where_nothing_was_decided(school):
    submission = sent(school, rules=[rule("handle", 10, starts=RetentionStart.DECISION)])
    submission_close(submission=submission, on=date(2026, 4, 1))
    assert submission.expires_at == midnight(date(2026, 4, 12))
    submission_decide(submission=submission, on=date(2026, 5, 1))
    assert submission.expires_at == midnight(date(2026, 5, 12))


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 5, 31), date(2026, 5, 31)),
        (date(2026, 6, 1), date(2027, 5, 31)),
        (date(2026, 12, 31), date(2027, 5, 31)),
        (date(2027, 1, 1), date(2027, 5, 31)),
    ],
)
def test_a_school_year_ends_on_the_last_of_may(day, end):
    assert school_year_end(day) == end


def test_a_period_from_the_end_of_the_school_year(school):
    submission = sent(school, rules=[rule("handle", 5, starts=RetentionStart.YEAR_END)])
    assert submission.expires_at == midnight(date(2026, 6, 6))


def test_the_next_part_that_ends_is_known(school):
    assert sent(school).trim_at == RECEIVED + timedelta(days=10)
    assert sent(school, granted=("handle",)).trim_at is None


def test_with_no_purpose_nothing_may_be_kept(submission):
    assert deadline_of(submission, set()) is None


def test_a_rule_reads_as_a_sentence_of_the_record():
    assert str(Term("handle", 30)) == "handle: 30 days from submit, erase"
