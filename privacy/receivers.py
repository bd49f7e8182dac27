"""Files go with what they belong to: their bytes with their row, however the row went; their rows with the submission."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete

from privacy.models import AgreementPaper, SentForm, Submission, SubmissionFile
from privacy.services import file_delete
from privacy.services.claims import claims_reindex
from privacy.services.files import files_of_fields_delete, orphans_sweep, storage
from privacy.services.retention import register_dependent
from privacy.services.retention.job import register_sweep
from privacy.services.rotation import register_sealed
from privacy.services.sent import claims_forget


def install() -> None:
    post_delete.connect(remove_bytes, sender=SubmissionFile, dispatch_uid="privacy.files")
    post_delete.connect(remove_bytes, sender=AgreementPaper, dispatch_uid="privacy.papers")
    register_dependent("files", erase=_erase, erase_fields=files_of_fields_delete)
    register_dependent("acknowledged", erase=_erase_acknowledged)
    register_sweep("files_without_row", orphans_sweep)
    register_sweep("acknowledged", claims_forget)
    register_sealed("privacy.claims", claims_reindex)


def remove_bytes(
    sender: type[SubmissionFile | AgreementPaper],
    instance: SubmissionFile | AgreementPaper,
    **kwargs: object,
) -> None:
    transaction.on_commit(partial(storage().delete, instance.stored_as))


def _erase_acknowledged(submission_ids: Sequence[int]) -> int:
    references = Submission.objects.filter(pk__in=submission_ids).values_list("reference", flat=True)
    return SentForm.objects.filter(reference__in=list(references)).delete()[0]


def _erase(submission_ids: Sequence[int]) -> int:
    return file_delete(files=SubmissionFile.objects.filter(submission__in=submission_ids))
