import base64
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from feedback.models import FeedbackCase
from privacy import selectors
from privacy.choices import AuditAction
from privacy.encryption import BrokenSealError
from privacy.models import ConsentEvent, FormDraft, Incident, IncidentEvent, PrivacyAudit, Submission
from privacy.services import audit_record, field_keys_rotate, purge_expired
from privacy.services.chain import chain_append
from tests.privacy.sender import Sender, tables_holding

NEW = "k2:" + base64.b64encode(b"n" * 32).decode()


def test_after_its_time_nothing_leads_to_a_person(sender, school):
    sender.to_receipt()
    submission = Submission.objects.get()
    reference = submission.reference
    assert tables_holding(reference)
    later = submission.expires_at + timedelta(seconds=1)
    counts = purge_expired(now=later)
    assert (counts.submissions, counts.consent_links) == (1, 3)
    assert not tables_holding(reference)
    assert not Submission.objects.exists()
    assert not FeedbackCase.objects.exists()
    assert set(ConsentEvent.objects.values_list("submission", flat=True)) == {None}
    assert selectors.broken_links(school) == []


def test_what_is_still_needed_stays(sender):
    sender.to_receipt()
    submission = Submission.objects.get()
    purge_expired(now=submission.expires_at - timedelta(seconds=1))
    assert Submission.objects.exists()


def test_unfinished_forms_go_after_their_time(sender):
    sender.to_check()
    assert purge_expired(now=timezone.now() + timedelta(hours=1)).drafts == 0
    assert purge_expired(now=timezone.now() + timedelta(hours=3)).drafts == 1
    assert not FormDraft.objects.exists()


def test_the_audit_is_kept_a_year_and_its_chain_goes_on(school):
    for days in (400, 380, 5):
        with transaction.atomic():
            entry = audit_record(institution=school, action=AuditAction.READ, object_ref="x")
        moved = timezone.now() - timedelta(days=days)
        entry.occurred_at = moved
        PrivacyAudit._base_manager.filter(pk=entry.pk).update(occurred_at=moved, hash=entry.expected_hash())
    assert purge_expired().audit_entries == 2
    assert PrivacyAudit.objects.count() == 1
    assert selectors.broken_links(school, PrivacyAudit) == []


def test_the_command_prints_numbers_only_and_can_only_count(sender):
    sender.to_receipt()
    Submission.objects.update(expires_at=timezone.now() - timedelta(days=1))
    out = StringIO()
    call_command("purge_expired", dry_run=True, stdout=out)
    assert json.loads(out.getvalue()) == {
        "submissions": 1,
        "drafts": 0,
        "consent_links": 3,
        "audit_entries": 0,
        "trimmed": 0,
        "held": 0,
        "holds": 0,
        "surveys": 0,
        "packages": 0,
        "totals": 0,
        "logged": 0,
    }
    assert Submission.objects.exists()
    call_command("purge_expired", stdout=StringIO())
    assert not Submission.objects.exists()


class TestRotation:
    @pytest.fixture
    def sent(self, school):
        for subject in ("một", "hai", "ba"):
            Sender(school).to_receipt(subject=subject)
        Sender(school).to_check(subject="nháp")

    def test_everything_is_sealed_anew_in_batches(self, sent, settings):
        settings.EDUSITE_FIELD_KEYS = [NEW, *settings.EDUSITE_FIELD_KEYS]
        counts = field_keys_rotate(batch=2)
        assert counts["privacy.Submission"] == 3
        assert counts["privacy.FormDraft"] == 1
        settings.EDUSITE_FIELD_KEYS = [NEW]
        subjects = {s.unseal_field("sealed_answers")["subject"] for s in Submission.objects.all()}
        assert subjects == {"một", "hai", "ba"}

    def test_a_second_run_finds_nothing_to_do(self, sent, settings):
        settings.EDUSITE_FIELD_KEYS = [NEW, *settings.EDUSITE_FIELD_KEYS]
        field_keys_rotate()
        assert sum(field_keys_rotate().values()) == 0

    def test_a_lost_key_stops_the_command_with_a_sentence(self, sent, settings):
        settings.EDUSITE_FIELD_KEYS = [NEW]
        with pytest.raises(CommandError, match="not in EDUSITE_FIELD_KEYS"):
            call_command("rotate_field_keys", stdout=StringIO(), stderr=StringIO())

    def test_a_ciphertext_moved_to_another_row_does_not_open(self, sent):
        first, second = Submission.objects.order_by("pk")[:2]
        second.sealed_answers = first.sealed_answers
        second.save()
        second.refresh_from_db()
        with pytest.raises(BrokenSealError, match="moved from another record"):
            second.unseal_field("sealed_answers")


def test_the_proofs_can_be_verified_by_command(sender, school):
    sender.to_receipt()
    out = StringIO()
    call_command("verify_proofs", stdout=out)
    assert "hold" in out.getvalue()
    ConsentEvent._base_manager.filter(number=2).update(decision="given", wording="other words")
    with pytest.raises(CommandError, match="1 entries do not hold"):
        call_command("verify_proofs", stdout=StringIO(), stderr=StringIO())


def test_the_steps_of_an_incident_are_verified_and_may_end_with_it(school):
    now = timezone.now()
    incident = Incident.objects.create(
        institution=school, number=1, kind="lost", summary="x", detected_at=now
    )
    with transaction.atomic():
        for note in ("một", "hai", "ba"):
            step = IncidentEvent(incident=incident, act="noted", note=note, occurred_at=now)
            chain_append(institution=school, entries=[step])
    IncidentEvent._base_manager.filter(note="hai")._raw_delete("default")
    call_command("verify_proofs", stdout=StringIO())
    IncidentEvent._base_manager.filter(note="ba").update(note="khác")
    with pytest.raises(CommandError, match="1 entries do not hold"):
        call_command("verify_proofs", stdout=StringIO(), stderr=StringIO())
