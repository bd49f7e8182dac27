"""Periods of one submission: counted anew when it is closed or decided, and when purposes are withdrawn (P6.2, P13.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from privacy.choices import AuditAction, Ended, EraseReason, SubmissionState
from privacy.models import DeletionRecord, LegalHold, Submission
from privacy.registry import form_kind
from privacy.services.access import audit_record, reference_of
from privacy.services.retention.erasing import dependents, erase_rows, refuse_if_held
from privacy.services.retention.records import SUBMISSION, deletion_record
from privacy.services.retention.terms import (
    deadline_of,
    fields_without_purpose,
    granted_of,
    terms_of,
    withdrawn_of,
)

PERIOD_FIELDS = ("closed_on", "decided_on", "expires_at", "at_end", "trim_at")


def period_set(submission: Submission, granted: set[str]) -> bool:
    """Write the end of a submission on the object; False where no purpose is granted."""
    deadline = deadline_of(submission, granted)
    if deadline is None:
        return False
    submission.expires_at = deadline.expires_at
    submission.at_end = deadline.last.at_end
    submission.trim_at = deadline.next_trim
    return True


def submission_close(*, submission: Submission, on: date) -> None:
    """The form or the matter is closed: periods counted from then begin. None of it changes a purpose counted otherwise."""
    _happened(submission, closed_on=on)


def submission_decide(*, submission: Submission, on: date) -> None:
    """The decision on the matter was made: periods counted from then begin."""
    _happened(submission, decided_on=on)


def submission_reopen(*, submission: Submission) -> None:
    """A closed matter is taken up again: periods counted from its close wait."""
    _happened(submission, closed_on=None)


def _happened(submission: Submission, **days: date | None) -> None:
    with transaction.atomic():
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        for name, day in days.items():
            setattr(locked, name, day)
        period_set(locked, granted_of([locked])[locked.pk])
        locked.save(update_fields=PERIOD_FIELDS)
    for name in PERIOD_FIELDS:
        setattr(submission, name, getattr(locked, name))


def submission_recompute(
    *,
    submission: Submission,
    reason: EraseReason = EraseReason.WITHDRAWN,
    user: AbstractBaseUser | None = None,
    request_ref: str = "",
    now: datetime | None = None,
) -> DeletionRecord | None:
    """Purposes were withdrawn, or the period of one ended: what serves no purpose any more goes at once, and the end of the rest
    is counted anew. With no purpose left, all of it goes.

    While a hold is on it nothing is erased: the submission is restricted, and the daily job ends it when the hold does.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        granted = granted_of([locked])[locked.pk]
        live = {t.code for t in terms_of(locked.snapshot) if t.code in granted and t.ends_at(locked) > now}
        if LegalHold.objects.on(locked, timezone.localdate(now)).exists():
            return _restrict(locked, is_over=not live, now=now)
        if not live:
            return erase_rows([locked], reason=reason, user=user, request_ref=request_ref, now=now)
        period_set(locked, live)
        locked.save(update_fields=PERIOD_FIELDS)
        fields = fields_without_purpose(locked.snapshot, live)
        purposes, recipients = withdrawn_of(locked) if reason == EraseReason.WITHDRAWN else ([], [])
        details = {"purposes": purposes, "recipients": recipients}
        return answers_drop(
            locked, fields, reason=reason, user=user, request_ref=request_ref, details=details, now=now
        )


def submission_drop(
    *,
    submission: Submission,
    fields: Sequence[str],
    reason: EraseReason,
    user: AbstractBaseUser | None = None,
    request_ref: str = "",
    now: datetime | None = None,
) -> DeletionRecord | None:
    """Erase single answers of a submission, with their files; None where nothing stood there. Raises HeldError."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        refuse_if_held(locked, now)
        return answers_drop(locked, fields, reason=reason, user=user, request_ref=request_ref, now=now)


def _restrict(locked: Submission, *, is_over: bool, now: datetime) -> None:
    locked.state = SubmissionState.RESTRICTED
    if is_over:
        locked.expires_at, locked.trim_at = min(locked.expires_at, now), None
    else:
        locked.trim_at = now
    locked.save(update_fields=["state", "expires_at", "trim_at"])


def answers_changed(submission: Submission) -> None:
    """Let the package of the form follow what its sender changed; inside the caller's transaction."""
    if follow := form_kind(submission.form).changed:
        follow(submission)


@sensitive_variables("answers")
def answers_drop(
    locked: Submission,
    fields: Sequence[str],
    *,
    reason: EraseReason,
    now: datetime,
    user: AbstractBaseUser | None = None,
    request_ref: str = "",
    details: dict[str, Any] | None = None,
) -> DeletionRecord | None:
    """Take answers out of a locked submission, with their files, and prove it; None where there is nothing to prove: neither an
    answer nor one of the `details` (purposes and recipients that were withdrawn)."""
    answers = locked.unseal_field("sealed_answers") or {}
    gone = [name for name in fields if answers.pop(name, None) not in (None, "", [], False)]
    files = {
        d.name: d.erase_fields(locked.pk, fields) or 0 for d in dependents() if d.erase_fields and fields
    }
    if not (gone or any(files.values()) or any((details or {}).values())):
        return None
    locked.seal_field("sealed_answers", answers)
    locked.save(update_fields=["sealed_answers"])
    answers_changed(locked)
    audit_record(
        institution=locked.institution,
        action=AuditAction.ERASE,
        object_ref=reference_of(locked),
        user=user,
    )
    return deletion_record(
        institution=locked.institution,
        what=SUBMISSION,
        form=locked.form,
        reason=reason,
        ended=Ended.PART,
        uids=[locked.uid],
        counts={"answers": len(gone), **files},
        details={"fields": sorted(fields)} | (details or {}),
        request_ref=request_ref,
        now=now,
    )
