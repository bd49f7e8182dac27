"""The only ways in which staff come to see what people sent: each names its purpose and leaves a record
(P6.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy.audit.shipping import ship
from privacy.choices import AccessPurpose, AuditAction, SubmissionState
from privacy.models import PrivacyAudit, SealedModel, Submission
from privacy.services.chain import chain_append


def audit_record(
    *,
    institution: Institution,
    action: AuditAction,
    object_ref: str,
    user: AbstractBaseUser | None = None,
    purpose: AccessPurpose | str = "",
    count: int = 1,
) -> PrivacyAudit:
    """Store one entry of the audit; inside the caller's transaction."""
    entry = PrivacyAudit(user=user, action=action, purpose=purpose, object_ref=object_ref, count=count)
    stored = chain_append(institution=institution, entries=[entry])[0]
    ship(stored)
    return stored


def submission_within(*, submissions: QuerySet[Submission], uid: UUID, user: AbstractBaseUser) -> Submission:
    """One of the submissions that a person may open. Raises Submission.DoesNotExist for any other; where there is such a one
    elsewhere, the attempt is on record in its institution."""
    found = submissions.filter(uid=uid).first()
    if found is not None:
        return found
    if foreign := Submission.objects.filter(uid=uid).select_related("institution").first():
        access_denied(institution=foreign.institution, object_ref=reference_of(foreign), user=user)
    raise Submission.DoesNotExist


def reference_of(record: SealedModel) -> str:
    """How the audit names a record: ``model:uid``."""
    return f"{record._meta.label_lower}:{record.uid}"


def access_denied(
    *,
    institution: Institution,
    object_ref: str,
    user: AbstractBaseUser | None,
    purpose: AccessPurpose | str = "",
) -> None:
    """Put an attempt that was refused on record, in a transaction of its own: the refusal itself undoes nothing of it."""
    with transaction.atomic():
        audit_record(
            institution=institution,
            action=AuditAction.DENY,
            object_ref=object_ref,
            user=user,
            purpose=purpose if purpose in AccessPurpose.values else "",
        )


def checked_purpose(
    purpose: AccessPurpose | str,
    *,
    record: SealedModel,
    submission: Submission | None,
    user: AbstractBaseUser,
) -> str:
    """The purpose, where it fits. A submission that its sender had restricted or withdrawn is opened for a request of the sender
    and for an inspection only (P6.1, P6.2).

    To be called before the transaction of the reading begins, so that a denial stays on record. Raises ValidationError.
    """
    if purpose not in AccessPurpose.values:
        _refuse(record, user, purpose, _("Say for what you open this: there is no access without a purpose."))
    closed = submission is not None and submission.state != SubmissionState.ACTIVE
    if closed and purpose not in (AccessPurpose.REQUEST, AccessPurpose.INSPECT):
        _refuse(
            record,
            user,
            purpose,
            _(
                "The sender has restricted the use of this submission: it is opened only for a request of the "
                "sender or for an inspection."
            ),
        )
    return str(purpose)


def _refuse(record: SealedModel, user: AbstractBaseUser, purpose: str, message: str) -> None:
    institution = getattr(record, "institution", None)
    access_denied(institution=institution, object_ref=reference_of(record), user=user, purpose=purpose)
    raise ValidationError(message, code="purpose")


@sensitive_variables()
def submission_read(
    *, submission: Submission, user: AbstractBaseUser, purpose: AccessPurpose | str
) -> dict[str, Any]:
    """The answers of a submission, after the reading is on record. Who may read is the caller's policy to
    say.

    Raises ValidationError for a purpose that does not exist or does not fit; the refusal is on record as well.
    """
    purpose = checked_purpose(purpose, record=submission, submission=submission, user=user)
    with transaction.atomic():
        audit_record(
            institution=submission.institution,
            action=AuditAction.READ,
            object_ref=reference_of(submission),
            user=user,
            purpose=purpose,
        )
        return submission.unseal_field("sealed_answers")


@sensitive_variables()
def submission_decrypt(*, submission: Submission, what_for: str) -> dict[str, Any]:
    """The answers for a job of the system, on record without a person; inside the caller's transaction. `what_for`: a word for
    the audit, such as ``retention``; never anything about a person."""
    audit_record(
        institution=submission.institution,
        action=AuditAction.DECRYPT,
        object_ref=f"{reference_of(submission)}:{what_for}",
    )
    return submission.unseal_field("sealed_answers")


def submission_change(
    *, submission: Submission, user: AbstractBaseUser, purpose: AccessPurpose | str
) -> None:
    """Put a change to what belongs to a submission on record; inside the caller's transaction."""
    audit_record(
        institution=submission.institution,
        action=AuditAction.CHANGE,
        object_ref=reference_of(submission),
        user=user,
        purpose=checked_purpose(purpose, record=submission, submission=submission, user=user),
    )


@sensitive_variables()
def submissions_export(
    *,
    institution: Institution,
    submissions: Iterable[Submission],
    user: AbstractBaseUser,
    purpose: AccessPurpose | str,
    what: str,
) -> list[tuple[Submission, dict[str, Any]]]:
    """The submissions of one institution with their answers, after the export is on record under the name
    `what`. Those that their senders had restricted are left out, except for a request or an inspection."""
    if purpose not in AccessPurpose.values:
        access_denied(institution=institution, object_ref=what, user=user)
        raise ValidationError(
            _("Say for what you open this: there is no access without a purpose."), code="purpose"
        )
    with_closed = purpose in (AccessPurpose.REQUEST, AccessPurpose.INSPECT)
    rows = [
        row
        for row in submissions
        if row.institution_id == institution.pk and (with_closed or row.state == SubmissionState.ACTIVE)
    ]
    with transaction.atomic():
        audit_record(
            institution=institution,
            action=AuditAction.EXPORT,
            object_ref=what,
            user=user,
            purpose=purpose,
            count=len(rows),
        )
        return [(row, row.unseal_field("sealed_answers")) for row in rows]
