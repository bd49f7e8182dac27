"""Files of submissions: sealed on the storage, opened for a purpose, gone with what they belong to."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import timezone

from privacy import encryption
from privacy.choices import AuditAction, EraseReason, SubmissionState
from privacy.encryption import BrokenSealError
from privacy.models import FormDraft, LookupKey, PrivacyAudit, Submission, SubmissionFile
from privacy.services import (
    field_keys_rotate,
    file_delete,
    file_read,
    file_read_by_sender,
    file_store,
    lookup_add,
    lookup_find,
    lookups_replace,
    purge_expired,
    submission_erase,
)
from privacy.services.files import is_intact, storage
from privacy.uploads.checks import CheckedUpload
from privacy.uploads.handler import MAX_FILE
from tests.factories import make_institution, make_user
from tests.privacy.sender import tables_holding

MARKER = "DẤUTỆP7"
OLD = "test1:" + base64.b64encode(b"A" * 32).decode()
NEW = "test2:" + base64.b64encode(b"B" * 32).decode()


def upload(name: str = f"{MARKER}.pdf", data: bytes = MARKER.encode() * 20_000) -> CheckedUpload:
    return CheckedUpload(name=name, kind="pdf", content_type="application/pdf", data=data)


@pytest.fixture
def submission(sender):
    sender.to_receipt()
    return Submission.objects.get()


@pytest.fixture
def stored(submission):
    return file_store(upload=upload(), field="attachment", submission=submission)


@pytest.fixture
def reader(submission):
    return make_user()


def sealed_bytes(row: SubmissionFile) -> bytes:
    with storage().open(row.stored_as) as file:
        return file.read()


def test_neither_database_nor_storage_holds_a_word_of_a_file(stored):
    assert tables_holding(MARKER) == []
    assert MARKER.encode() not in sealed_bytes(stored)
    assert MARKER not in stored.stored_as
    assert is_intact(stored)


def test_a_reading_is_on_record_with_its_purpose(stored, reader):
    found = file_read(file=stored, user=reader, purpose="handle")
    assert (found.name, found.content_type) == (f"{MARKER}.pdf", "application/pdf")
    assert found.data == upload().data
    entry = PrivacyAudit.objects.order_by("pk").last()
    assert (entry.action, entry.user, entry.purpose) == (AuditAction.READ, reader, "handle")
    assert entry.object_ref == f"privacy.submissionfile:{stored.uid}"


@pytest.mark.parametrize("purpose", ["", "curiosity"])
def test_no_file_is_opened_without_a_purpose_and_the_attempt_is_on_record(stored, reader, purpose):
    with pytest.raises(ValidationError) as caught:
        file_read(file=stored, user=reader, purpose=purpose)
    assert caught.value.code == "purpose"
    entry = PrivacyAudit.objects.order_by("pk").last()
    assert (entry.action, entry.user) == (AuditAction.DENY, reader)


def test_what_its_sender_restricted_is_opened_for_a_request_only(stored, reader):
    Submission.objects.update(state=SubmissionState.RESTRICTED)
    stored = SubmissionFile.objects.get()
    with pytest.raises(ValidationError):
        file_read(file=stored, user=reader, purpose="handle")
    assert file_read(file=stored, user=reader, purpose="request").data


def test_the_sender_reads_without_a_name_on_record(stored):
    assert file_read_by_sender(file=stored).data == upload().data
    entry = PrivacyAudit.objects.order_by("pk").last()
    assert (entry.action, entry.user, entry.purpose) == (AuditAction.READ, None, "request")


def test_bytes_of_another_file_do_not_open(stored, submission, reader):
    other = file_store(upload=upload(data=b"x"), field="other", submission=submission)
    SubmissionFile.objects.filter(pk=stored.pk).update(stored_as="elsewhere")
    SubmissionFile.objects.filter(pk=other.pk).update(stored_as=stored.stored_as)
    other.refresh_from_db()
    assert not is_intact(other)
    with pytest.raises(BrokenSealError):
        file_read(file=other, user=reader, purpose="handle")


def test_a_file_that_is_gone_from_the_storage_says_so(stored, reader):
    storage().delete(stored.stored_as)
    assert not is_intact(stored)
    with pytest.raises(BrokenSealError):
        file_read(file=stored, user=reader, purpose="handle")


def test_a_file_goes_from_row_and_storage(stored, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert file_delete(files=[stored]) == 1
    assert not SubmissionFile.objects.exists()
    assert not storage().exists(stored.stored_as)


def test_a_file_and_its_look_up_keys_go_with_the_submission(
    stored, submission, django_capture_on_commit_callbacks
):
    lookup_add(submission=submission, kind="phone", value="0912 345 678")
    with django_capture_on_commit_callbacks(execute=True):
        submission_erase(submission=submission, reason=EraseReason.REQUEST)
    assert not SubmissionFile.objects.exists()
    assert not LookupKey.objects.exists()
    assert not storage().exists(stored.stored_as)


def test_bytes_that_no_row_knows_go_after_a_day(db):
    left = storage().save("submissions/ab/left", ContentFile(b"x"))
    purge_expired(now=timezone.now() + timedelta(hours=1))
    assert storage().exists(left)
    purge_expired(now=timezone.now() + timedelta(days=2))
    assert not storage().exists(left)


def test_a_file_opens_after_the_keys_were_changed_without_its_bytes_being_written_anew(
    stored, reader, settings
):
    before = sealed_bytes(stored)
    settings.EDUSITE_FIELD_KEYS = [NEW, OLD]
    field_keys_rotate()
    settings.EDUSITE_FIELD_KEYS = [NEW]
    row = SubmissionFile.objects.get()
    assert sealed_bytes(row) == before
    assert file_read(file=row, user=reader, purpose="handle").data == upload().data


# Look-up keys


@pytest.mark.parametrize("typed", ["0912345678", "+84 912 345 678", "(0912) 345-678", "84912345678"])
def test_a_submission_is_found_by_a_telephone_number_however_it_is_typed(submission, typed):
    lookup_add(submission=submission, kind="phone", value="0912.345.678")
    found = lookup_find(institution=submission.institution, kind="phone", value=typed)
    assert list(found) == [submission]
    assert tables_holding("0912345678") == []


def test_a_submission_is_found_by_an_address_without_case_and_not_by_part_of_it(submission):
    lookup_add(submission=submission, kind="email", value="Nguyet.Minh@Example.org ")
    institution = submission.institution
    assert lookup_find(institution=institution, kind="email", value="nguyet.minh@example.org").exists()
    for other in ("nguyet", "@example.org", "", "%"):
        assert not lookup_find(institution=institution, kind="email", value=other).exists()


def test_the_same_value_has_another_key_in_another_institution(submission):
    other = make_institution("HS09", "Trường Tiểu học Bến Đá", "primary", submission.institution.parent)
    key = lookup_add(submission=submission, kind="phone", value="0912345678")
    assert not lookup_find(institution=other, kind="phone", value="0912345678").exists()
    assert lookup_add(submission=submission, kind="phone", value="0912345678") == key
    assert lookup_add(submission=submission, kind="phone", value=" ") is None


def test_a_correction_replaces_the_keys(submission):
    lookup_add(submission=submission, kind="phone", value="0912345678")
    lookups_replace(submission=submission, values=[("email", "moi@example.org")])
    assert [row.kind for row in submission.lookup_keys.all()] == ["email"]


def test_a_look_up_works_while_keys_are_changed_and_afterwards(submission, settings):
    lookup_add(submission=submission, kind="phone", value="0912345678")
    settings.EDUSITE_FIELD_KEYS = [NEW, OLD]
    institution = submission.institution
    assert lookup_find(institution=institution, kind="phone", value="0912345678").exists()
    field_keys_rotate()
    settings.EDUSITE_FIELD_KEYS = [NEW]
    assert lookup_find(institution=institution, kind="phone", value="0912345678").exists()
    assert encryption.key_ring().active == "test2"


# How files of the public arrive


def _post(path: str, size: int):
    request = RequestFactory().post(path, {"tep": SimpleUploadedFile("a.pdf", bytes(size))})
    return request.FILES["tep"]


def test_a_file_of_the_public_never_lies_readable_on_the_disk():
    found = _post("/gop-y/", 5_000_000)
    assert not hasattr(found, "temporary_file_path")
    assert found.size == 5_000_000
    assert not found.is_cut


def test_a_file_beyond_the_bounds_is_forgotten_and_its_field_knows():
    found = _post("/gop-y/", MAX_FILE + 1)
    assert found.is_cut
    assert found.size == MAX_FILE + 1
    assert found.read() == b""


def test_a_large_file_of_staff_goes_to_a_temporary_file():
    assert hasattr(_post("/admin/documents/add/", 5_000_000), "temporary_file_path")


def test_drafts_that_are_over_take_their_files_along(school, sender, django_capture_on_commit_callbacks):
    sender.to_check()
    draft = FormDraft.objects.get()
    row = file_store(upload=upload(), field="attachment", draft=draft)
    with django_capture_on_commit_callbacks(execute=True):
        purge_expired(now=timezone.now() + timedelta(days=2))
    assert not storage().exists(row.stored_as)
