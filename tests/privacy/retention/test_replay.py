import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from privacy import selectors
from privacy.choices import Decision, EndAction, EraseReason
from privacy.models import ArchivePackage, ConsentEvent, DeletionRecord, Submission
from privacy.services import purge_expired, submission_erase, submission_recompute
from privacy.services.retention import deletion_record, deletions_replay, replay, submission_drop
from privacy.services.retention.records import log_catch_up, log_lines
from privacy.services.retention.terms import granted_of
from tests.privacy.retention.makers import RECEIVED, Copy, rule, sent
from tests.privacy.retention.test_terms import decide


@pytest.fixture
def erased(school, now):
    """Three were sent, the database was copied, one was erased, and the copy restored: all three are back."""
    rows = [sent(school) for _number in range(3)]
    copy = Copy()
    submission_erase(submission=rows[0], reason=EraseReason.REQUEST, now=RECEIVED + timedelta(days=1))
    log_catch_up()
    copy.restore()
    assert Submission.objects.count() == 3
    return rows[0]


def test_nobody_comes_back(erased, school, now):
    done = deletions_replay(now=now)
    assert (done.erased, done.trimmed, done.records) == (1, 0, 1)
    assert Submission.objects.count() == 2
    assert not Submission.objects.filter(pk=erased.pk).exists()
    assert not ConsentEvent.objects.filter(submission=erased.pk).exists()
    assert [r.reason for r in DeletionRecord.objects.order_by("number")] == ["request", "replay"]
    assert selectors.broken_links(school, DeletionRecord) == []


def test_a_second_run_finds_nothing(erased, now):
    deletions_replay(now=now)
    again = deletions_replay(now=now)
    assert (again.lines, again.erased, again.trimmed, again.records) == (2, 0, 0, 0)


def test_a_dry_run_only_counts(erased, now):
    assert deletions_replay(now=now, dry_run=True).erased == 1
    assert Submission.objects.count() == 3
    assert not DeletionRecord.objects.exists()


def test_the_database_knows_that_it_is_behind_and_the_daily_job_catches_up(erased):
    assert replay.is_behind()
    purge_expired(now=RECEIVED + timedelta(days=2))
    assert Submission.objects.count() == 2
    assert not replay.is_behind()


def test_records_find_their_place_behind_those_made_since(erased, school, now):
    """The copy was used before anybody replayed: the chain has grown another way."""
    other = Submission.objects.exclude(pk=erased.pk).first()
    submission_erase(submission=other, reason=EraseReason.REQUEST, now=now)
    done = deletions_replay(now=now)
    assert (done.erased, done.records) == (1, 1)
    assert selectors.broken_links(school, DeletionRecord) == []
    assert "replayed" in DeletionRecord.objects.get(number=2).details
    assert deletions_replay(now=now).records == 0
    assert not replay.is_behind()


def test_a_dropped_answer_stays_dropped(school, now):
    submission = sent(school)
    copy = Copy()
    submission_drop(submission=submission, fields=["phone"], reason=EraseReason.REQUEST, now=now)
    log_catch_up()
    copy.restore()
    assert "phone" in Submission.objects.get().unseal_field("sealed_answers")
    assert deletions_replay(now=now).trimmed == 1
    assert "phone" not in Submission.objects.get().unseal_field("sealed_answers")
    assert deletions_replay(now=now).trimmed == 0


def test_a_withdrawn_consent_stays_withdrawn(school, now):
    submission = sent(school, rules=[rule("handle", 30), rule("contact", 100)])
    copy = Copy()
    with transaction.atomic():
        decide(submission, "contact", Decision.WITHDRAWN)
    submission_recompute(submission=submission, now=RECEIVED + timedelta(days=1))
    log_catch_up()
    copy.restore()
    restored = Submission.objects.get()
    assert restored.expires_at == RECEIVED + timedelta(days=100)
    assert deletions_replay(now=RECEIVED + timedelta(days=2)).trimmed == 1
    restored.refresh_from_db()
    assert granted_of([restored])[restored.pk] == {"handle"}
    assert restored.expires_at == RECEIVED + timedelta(days=30)
    assert "phone" not in restored.unseal_field("sealed_answers")
    assert selectors.broken_links(school) == []
    assert deletions_replay(now=RECEIVED + timedelta(days=2)).trimmed == 0


def test_a_package_that_was_handed_over_does_not_open_again(school, now):
    sent(school, rules=[rule("handle", 30, at_end=EndAction.ARCHIVE)])
    purge_expired(now=now)
    copy = Copy()
    purge_expired(now=now + timedelta(days=181))
    copy.restore()
    assert ArchivePackage.objects.get().sealed_key
    assert deletions_replay(now=now).others == 1
    assert ArchivePackage.objects.get().sealed_key == ""


def test_what_other_packages_registered_is_erased_again(school, submission, now, monkeypatch):
    monkeypatch.setattr(replay, "_kinds", {})
    gone = []
    replay.register_replay("polls.vote", rows=lambda: [(7, submission.uid), (8, "other")], erase=gone.extend)
    with transaction.atomic():
        deletion_record(
            institution=school,
            what="polls.vote",
            reason=EraseReason.COMPLETED,
            uids=[submission.uid],
            counts={"votes": 1},
            now=now,
        )
    log_catch_up()
    assert deletions_replay(now=now).others == 1
    assert gone == [7]


def test_the_command_prints_numbers_and_refuses_a_broken_file(erased, deletion_log):
    out = StringIO()
    call_command("replay_deletions", stdout=out)
    assert json.loads(out.getvalue()) == {"lines": 1, "erased": 1, "trimmed": 0, "others": 0, "records": 1}
    deletion_log.write_text(deletion_log.read_text() + "{broken\n")
    with pytest.raises(CommandError, match="Line 3 of the deletion log is no record"):
        call_command("replay_deletions", stdout=StringIO())


def test_a_file_elsewhere_can_be_named(erased, deletion_log, tmp_path, settings):
    kept = tmp_path / "kept.jsonl"
    kept.write_text(deletion_log.read_text())
    settings.EDUSITE_DELETION_LOG = str(tmp_path / "new.jsonl")
    call_command("replay_deletions", log=kept, stdout=StringIO())
    assert Submission.objects.count() == 2


def test_without_a_file_nothing_is_behind(db):
    assert not replay.is_behind()
    assert list(log_lines()) == []
