import json
from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from feedback.models import FeedbackCase
from network.models import Letter
from privacy import selectors
from privacy.choices import AuditAction, Decision, Ended, EraseReason, SubmissionState
from privacy.models import ConsentEvent, DeletionRecord, LegalHold, PrivacyAudit, Submission
from privacy.services import HeldError, purge_expired, submission_erase, submission_recompute
from privacy.services.retention import erasing, submission_drop
from privacy.services.retention.records import digest_of, log_lines
from tests.factories import make_user
from tests.privacy.retention.makers import RECEIVED, sent
from tests.privacy.retention.test_terms import decide
from tests.privacy.sender import tables_holding


@pytest.fixture
def hold(submission):
    return LegalHold.objects.create(
        institution=submission.institution,
        submission=submission,
        reason="Đang giải quyết khiếu nại",
        citation="Công văn 12/SGDĐT ngày 01/03/2026",
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 11, 30),
    )


def test_all_that_hangs_on_it_goes_and_the_record_names_nobody(submission, school, now):
    reference, uid = submission.reference, str(submission.uid)
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(Submission),
        object_id=str(submission.pk),
        label=reference,
        action="wagtail.edit",
        timestamp=now,
    )
    assert Letter.objects.filter(about__submission=submission.pk).exists()
    user = make_user()
    record = submission_erase(
        submission=submission, reason=EraseReason.REQUEST, user=user, request_ref="YC-1", now=now
    )
    assert not Submission.objects.exists()
    assert not FeedbackCase.objects.exists()
    assert not Letter.objects.filter(about__submission=submission.pk).exists()
    assert not tables_holding(reference)
    assert not tables_holding(submission.secret_hash)
    assert record.counts == {
        "consent_links": 2,
        "feedback.feedbackcase": 1,
        "letters": 1,
        "log_texts": 1,
        "privacy.submission": 1,
    }
    assert record.subjects == [digest_of(submission.uid)]
    assert uid not in json.dumps(record.as_line())
    assert (record.reason, record.ended, record.form) == ("request", Ended.WHOLE, "feedback")
    entry = PrivacyAudit.objects.get(action=AuditAction.ERASE)
    assert (entry.user, entry.object_ref) == (user, f"deletion:{record.number}")


def test_a_second_run_says_that_it_is_gone(submission, now):
    submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
    with pytest.raises(Submission.DoesNotExist):
        submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
    assert DeletionRecord.objects.count() == 1


def test_records_are_chained(school, now):
    for _number in range(3):
        submission_erase(submission=sent(school), reason=EraseReason.REQUEST, now=now)
    assert selectors.broken_links(school, DeletionRecord) == []
    DeletionRecord._base_manager.filter(number=2).update(form="other")
    assert selectors.broken_links(school, DeletionRecord) == [2]


def test_the_record_is_written_outside_the_database_too(
    submission, deletion_log, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        record = submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
    assert [line["hash"] for line in log_lines()] == [record.hash]
    assert deletion_log.stat().st_mode & 0o777 == 0o600
    record.refresh_from_db()
    assert record.logged_at


def test_what_could_not_be_written_is_written_by_the_daily_job(submission, settings, tmp_path, now, caplog):
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings.EDUSITE_DELETION_LOG = str(blocked / "deletions.jsonl")
    record = submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
    erasing_log = erasing.deletion_record.__globals__["_log_now"]
    erasing_log(record)
    assert "deletion log not written" in caplog.text
    settings.EDUSITE_DELETION_LOG = str(tmp_path / "deletions.jsonl")
    assert purge_expired(now=now).logged == 1
    assert [line["number"] for line in log_lines()] == [record.number]


class TestDependents:
    @pytest.fixture
    def hanging(self, monkeypatch):
        monkeypatch.setattr(erasing, "_dependents", {})
        seen = []
        erasing.register_dependent(
            "files",
            erase=lambda pks: seen.append(list(pks)) or 2,
            erase_fields=lambda pk, fields: seen.append((pk, list(fields))) or 1,
        )
        return seen

    def test_are_removed_first_and_counted(self, hanging, submission, now):
        record = submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
        assert hanging == [[submission.pk]]
        assert record.counts["files"] == 2

    def test_go_with_single_fields(self, hanging, submission, now):
        record = submission_drop(submission=submission, fields=["phone"], reason=EraseReason.REQUEST, now=now)
        assert hanging == [(submission.pk, ["phone"])]
        assert record.counts == {"answers": 1, "files": 1}

    def test_cannot_be_registered_twice(self, hanging):
        with pytest.raises(ValueError, match="'files' are registered already"):
            erasing.register_dependent("files", erase=len)

    def test_that_fail_leave_everything_as_it_was(self, monkeypatch, submission, now):
        def fails(pks):
            raise RuntimeError("no disk")

        monkeypatch.setattr(erasing, "_dependents", {})
        erasing.register_dependent("files", erase=fails)
        with pytest.raises(RuntimeError), transaction.atomic():
            submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
        assert Submission.objects.exists()
        assert not DeletionRecord.objects.exists()


class TestHold:
    def test_a_request_is_told_why_and_until_when(self, hold, submission, now):
        with pytest.raises(HeldError) as told:
            submission_erase(submission=submission, reason=EraseReason.REQUEST, now=now)
        [message] = told.value.messages
        assert message.startswith("This may not be erased before 30")
        assert message.endswith("2026: Công văn 12/SGDĐT ngày 01/03/2026.")

    def test_the_daily_job_waits_until_the_day_after_it_ends(self, hold, submission, now):
        counts = purge_expired(now=now)
        assert (counts.submissions, counts.held) == (0, 1)
        assert Submission.objects.exists()
        assert purge_expired(now=now + timedelta(days=9)).submissions == 1
        assert not Submission.objects.exists()

    def test_a_lifted_one_holds_nothing(self, hold, submission, now):
        LegalHold.objects.update(lifted_at=now)
        assert purge_expired(now=now).submissions == 1

    @pytest.mark.parametrize(("form", "stays"), [("", True), ("feedback", True), ("enrolment", False)])
    def test_it_can_be_on_a_form_or_on_all_of_an_institution(self, hold, submission, now, form, stays):
        LegalHold.objects.update(submission=None, form=form)
        purge_expired(now=now)
        assert Submission.objects.exists() is stays

    def test_it_holds_nothing_of_another_institution(self, hold, submission, department, now):
        LegalHold.objects.update(submission=None, institution=department)
        assert purge_expired(now=now).submissions == 1

    def test_what_is_withdrawn_meanwhile_is_restricted_and_goes_when_it_ends(self, hold, submission, now):
        with transaction.atomic():
            decide(submission, "handle", Decision.WITHDRAWN)
            decide(submission, "contact", Decision.WITHDRAWN)
        assert submission_recompute(submission=submission, now=RECEIVED + timedelta(days=1)) is None
        submission.refresh_from_db()
        assert submission.state == SubmissionState.RESTRICTED
        assert purge_expired(now=RECEIVED + timedelta(days=1)).submissions == 0
        assert purge_expired(now=now + timedelta(days=9)).submissions == 1

    def test_holds_are_forgotten_five_years_after_their_end(self, hold, now):
        LegalHold.objects.update(submission=None)
        assert purge_expired(now=now + timedelta(days=5 * 366)).holds == 0
        assert purge_expired(now=now + timedelta(days=5 * 366 + 9)).holds == 1
        assert not LegalHold.objects.exists()


class TestWithdrawal:
    def withdraw(self, submission, *codes, now):
        with transaction.atomic():
            for code in codes:
                decide(submission, code, Decision.WITHDRAWN)
        return submission_recompute(submission=submission, now=now)

    def test_what_served_only_that_purpose_goes_and_the_rest_stays(self, submission):
        record = self.withdraw(submission, "contact", now=RECEIVED + timedelta(days=1))
        submission.refresh_from_db()
        assert submission.unseal_field("sealed_answers") == {
            "kind": "remark",
            "message": "Cổng trường ngập",
        }
        assert submission.expires_at == RECEIVED + timedelta(days=30)
        assert submission.trim_at is None
        assert (record.ended, record.reason) == (Ended.PART, "withdrawn")
        assert record.details == {"fields": ["phone"], "purposes": ["contact"], "recipients": []}

    def test_the_end_comes_sooner_when_the_longest_purpose_is_withdrawn(self, submission):
        self.withdraw(submission, "handle", now=RECEIVED + timedelta(days=1))
        submission.refresh_from_db()
        assert submission.unseal_field("sealed_answers") == {"phone": "0912345678"}
        assert submission.expires_at == RECEIVED + timedelta(days=10)

    def test_with_the_last_purpose_everything_goes(self, submission):
        record = self.withdraw(submission, "handle", "contact", now=RECEIVED + timedelta(days=1))
        assert not Submission.objects.exists()
        assert (record.ended, record.reason) == (Ended.WHOLE, "withdrawn")
        assert set(ConsentEvent.objects.values_list("submission", flat=True)) == {None}

    def test_the_part_whose_period_is_over_goes_by_itself(self, submission, now):
        assert purge_expired(now=RECEIVED + timedelta(days=11)).trimmed == 1
        submission.refresh_from_db()
        assert "phone" not in submission.unseal_field("sealed_answers")
        assert submission.trim_at is None
        assert purge_expired(now=RECEIVED + timedelta(days=12)).trimmed == 0
        assert DeletionRecord.objects.get().counts == {"answers": 1}
