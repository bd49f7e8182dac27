"""Files of submissions: kept sealed, opened only for a purpose that is put on record."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy.choices import AccessPurpose, AuditAction
from privacy.encryption import BrokenSealError
from privacy.models import AgreementPaper, FormDraft, Submission, SubmissionFile
from privacy.services.access import audit_record, checked_purpose, reference_of
from privacy.uploads import vault
from privacy.uploads.checks import CheckedUpload

MAX_DRAFT_BYTES = 40 * 1024 * 1024
"""All files of one unfinished form together."""

ORPHAN_LIFE = timedelta(days=1)
SUBMISSIONS, AGREEMENTS = "submissions", "agreements"
"""Folders of the private storage."""


@dataclass(frozen=True, kw_only=True)
class OpenedFile:
    name: str
    content_type: str
    data: bytes = field(repr=False)


def storage() -> Storage:
    return storages["private"]


@sensitive_variables()
def file_store(
    *,
    upload: CheckedUpload,
    field: str,
    draft: FormDraft | None = None,
    submission: Submission | None = None,
    now: datetime | None = None,
) -> SubmissionFile:
    """Keep a checked file sealed, with a draft or with a submission; of a draft it takes the place of the one that the field had.

    Raises ValidationError where the files of one draft grow too large together.
    """
    owner = draft or submission
    if owner is None or (draft and submission):
        raise ValueError("A file belongs to a draft or to a submission.")
    with transaction.atomic():
        if draft:
            file_delete(files=draft.files.filter(field=field))
            _check_room(draft, upload)
        row = SubmissionFile(
            draft=draft,
            submission=submission,
            institution_id=owner.institution_id,
            field=field,
            scan=upload.scan,
            created_at=now or timezone.now(),
        )
        bytes_store(row, upload, folder=SUBMISSIONS)
        row.save(force_insert=True)
    return row


@sensitive_variables()
def bytes_store(row: SubmissionFile | AgreementPaper, upload: CheckedUpload, *, folder: str) -> None:
    """Seal a file under a key of its own, put the pieces on the private storage and name them in a row that is not stored yet."""
    key = vault.new_key()
    row.seal_field("sealed_key", base64.b64encode(key).decode())
    row.seal_field("sealed_meta", {"name": upload.name, "type": upload.content_type, "size": upload.size})
    sealed = b"".join(vault.sealed_pieces(upload.data, key=key, context=row.sealed_context("data")))
    row.stored_size = len(sealed)
    row.stored_sha256 = hashlib.sha256(sealed).hexdigest()
    row.stored_as = storage().save(f"{folder}/{row.uid.hex[:2]}/{row.uid.hex}", ContentFile(sealed))


def _check_room(draft: FormDraft, upload: CheckedUpload) -> None:
    used = draft.files.aggregate(total=Sum("stored_size"))["total"] or 0
    if used + upload.size > MAX_DRAFT_BYTES:
        raise ValidationError(
            _("All files together are too large. Send fewer or smaller ones."), code="too_large"
        )


def answer_of(row: SubmissionFile, upload: CheckedUpload) -> dict[str, Any]:
    """What stands for a file among the answers: ``{file: uid, name, size, type}``."""
    return {"file": str(row.uid), "name": upload.name, "size": upload.size, "type": upload.content_type}


@sensitive_variables()
def file_read(*, file: SubmissionFile, user: AbstractBaseUser, purpose: AccessPurpose | str) -> OpenedFile:
    """A file of a submission, after the reading is on record. Who may read is the caller's policy to say.

    Raises ValidationError without a purpose that fits, BrokenSealError where the storage holds something else.
    """
    purpose = checked_purpose(purpose, record=file, submission=file.submission, user=user)
    with transaction.atomic():
        audit_record(
            institution=file.institution,
            action=AuditAction.READ,
            object_ref=reference_of(file),
            user=user,
            purpose=purpose,
        )
        return bytes_open(file)


@sensitive_variables()
def file_read_by_sender(*, file: SubmissionFile) -> OpenedFile:
    """A file for the person who sent it, once code and second factor were checked; on record without a name."""
    with transaction.atomic():
        audit_record(
            institution=file.institution,
            action=AuditAction.READ,
            object_ref=reference_of(file),
            purpose=AccessPurpose.REQUEST,
        )
        return bytes_open(file)


@sensitive_variables()
def bytes_open(file: SubmissionFile | AgreementPaper) -> OpenedFile:
    """What is behind a row; that the reading is on record is the caller's to see to. Raises BrokenSealError."""
    meta = file.unseal_field("sealed_meta")
    key = base64.b64decode(file.unseal_field("sealed_key"))
    try:
        with storage().open(file.stored_as) as stored:
            sealed = stored.read()
    except FileNotFoundError:
        raise BrokenSealError("A sealed file is not on the storage.") from None
    data = vault.opened(sealed, key=key, context=file.sealed_context("data"))
    return OpenedFile(name=meta["name"], content_type=meta["type"], data=data)


def file_delete(*, files: Iterable[SubmissionFile]) -> int:
    """Remove files: their keys at once, their bytes when the transaction is through (``privacy.receivers``)."""
    rows = list(files)
    if rows:
        with transaction.atomic():
            for row in rows:
                row.delete()
    return len(rows)


def files_take_over(*, draft: FormDraft, submission: Submission, answers: Mapping[str, Any]) -> None:
    """Hand those files of a draft to its submission that its answers name, and remove the others; inside the caller's
    transaction, before the draft goes."""
    kept = {value["file"] for value in answers.values() if isinstance(value, dict) and value.get("file")}
    draft.files.filter(uid__in=kept).update(draft=None, submission=submission)
    file_delete(files=draft.files.all())


def is_intact(file: SubmissionFile) -> bool:
    """Whether the storage still holds what was stored, without opening it."""
    try:
        with storage().open(file.stored_as) as stored:
            return hashlib.sha256(stored.read()).hexdigest() == file.stored_sha256
    except FileNotFoundError:
        return False


def orphans_sweep(now: datetime, dry_run: bool) -> int:
    """Remove bytes that no row knows: of a transaction that was broken off after they were written. A day is longer than any."""
    found = [*_orphans(SUBMISSIONS, SubmissionFile, now), *_orphans(AGREEMENTS, AgreementPaper, now)]
    if not dry_run:
        for name in found:
            storage().delete(name)
    return len(found)


def _orphans(root: str, model: type[SubmissionFile | AgreementPaper], now: datetime) -> Iterator[str]:
    if not storage().exists(root):
        return
    for folder in storage().listdir(root)[0]:
        names = [f"{root}/{folder}/{name}" for name in storage().listdir(f"{root}/{folder}")[1]]
        known = set(model.objects.filter(stored_as__in=names).values_list("stored_as", flat=True))
        yield from (
            name
            for name in names
            if name not in known and storage().get_modified_time(name) <= now - ORPHAN_LIFE
        )


def files_of_fields_delete(submission_id: int, fields: Sequence[str]) -> int:
    """Remove the files and look-up keys of single fields, where only these are no longer needed."""
    submission = Submission.objects.get(pk=submission_id)
    described = submission.snapshot.get("fields", [])
    kinds = {f["lookup"] for f in described if f.get("lookup") and f["name"] in fields}
    submission.lookup_keys.filter(kind__in=kinds).delete()
    return file_delete(files=submission.files.filter(field__in=fields))
