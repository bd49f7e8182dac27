"""A sender's new answers in the place of the old ones: the same submission, reference and secret."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy.choices import AuditAction
from privacy.models import Certificate, FormDraft, Notice, Submission
from privacy.registry import FormKind, SubmissionRefusedError
from privacy.services.access import audit_record, reference_of
from privacy.services.chain import chain_append
from privacy.services.files import file_delete
from privacy.services.lookups import lookups_replace
from privacy.services.retention.periods import PERIOD_FIELDS, period_set
from privacy.services.retention.terms import granted_of
from privacy.services.submissions import Decided, decision_event, snapshot_sha256


@sensitive_variables("answers", "lookups", "kept")
def submission_replace(
    *,
    uid: UUID | str,
    kind: FormKind,
    institution: Institution,
    notice: Notice,
    snapshot: dict[str, Any],
    answers: dict[str, Any],
    lookups: Sequence[tuple[str, str]],
    decisions: Sequence[Decided],
    draft: FormDraft,
    now: datetime | None = None,
) -> Submission:
    """Store new answers with their files and decisions over those of a submission, in one transaction; certificates about the old
    ones end. The same draft sent twice changes once.

    Raises SubmissionRefusedError where the submission is gone or its form takes no change any more.
    """
    now = now or timezone.now()
    if kind.replaced is None:
        raise SubmissionRefusedError(_("What was sent with this form cannot be changed here."))
    with transaction.atomic():
        locked = FormDraft.objects.select_for_update().filter(pk=draft.pk).first()
        rows = Submission.objects.select_for_update(of=("self",)).select_related("institution")
        submission = rows.filter(uid=uid, institution=institution, form=kind.code).first()
        if submission is None:
            raise SubmissionRefusedError(_("What you wanted to change has been erased meanwhile."))
        if locked is None:
            return submission
        asked = {field["name"] for field in (*submission.snapshot.get("fields", []), *snapshot["fields"])}
        kept = {value["file"] for value in answers.values() if isinstance(value, dict) and value.get("file")}
        file_delete(files=submission.files.filter(field__in=asked).exclude(uid__in=kept))
        locked.files.filter(uid__in=kept).update(draft=None, submission=submission)
        file_delete(files=locked.files.all())
        submission.snapshot, submission.snapshot_sha256 = snapshot, snapshot_sha256(snapshot)
        submission.notice, submission.draft_hash = notice, locked.token_hash
        submission.seal_field("sealed_answers", answers)
        submission.save(
            update_fields=["snapshot", "snapshot_sha256", "notice", "draft_hash", "sealed_answers"]
        )
        locked.delete()
        lookups_replace(submission=submission, values=lookups)
        chain_append(
            institution=institution,
            entries=[decision_event(submission, notice, decided, now) for decided in decisions],
        )
        if period_set(submission, granted_of([submission])[submission.pk]):
            submission.save(update_fields=PERIOD_FIELDS)
        Certificate.objects.filter(submission=submission, ended_at__isnull=True).update(ended_at=now)
        audit_record(institution=institution, action=AuditAction.CHANGE, object_ref=reference_of(submission))
        kind.replaced(submission)
    return submission
