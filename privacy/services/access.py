"""The only ways in which staff come to see what people sent: each names its purpose and leaves a record
(P6.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy.choices import AccessPurpose, AuditAction
from privacy.models import PrivacyAudit, Submission
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
    return chain_append(institution=institution, entries=[entry])[0]


def reference_of(submission: Submission) -> str:
    return f"{submission._meta.label_lower}:{submission.uid}"


@sensitive_variables()
def submission_read(
    *, submission: Submission, user: AbstractBaseUser, purpose: AccessPurpose | str
) -> dict[str, Any]:
    """The answers of a submission, after the reading is on record. Who may read is the caller's policy to
    say.

    Raises ValidationError for a purpose that does not exist.
    """
    with transaction.atomic():
        audit_record(
            institution=submission.institution,
            action=AuditAction.READ,
            object_ref=reference_of(submission),
            user=user,
            purpose=_checked(purpose),
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
        purpose=_checked(purpose),
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
    `what`."""
    rows = [row for row in submissions if row.institution_id == institution.pk]
    with transaction.atomic():
        audit_record(
            institution=institution,
            action=AuditAction.EXPORT,
            object_ref=what,
            user=user,
            purpose=_checked(purpose),
            count=len(rows),
        )
        return [(row, row.unseal_field("sealed_answers")) for row in rows]


def _checked(purpose: AccessPurpose | str) -> str:
    if purpose not in AccessPurpose.values:
        raise ValidationError(
            _("Say for what you open this: there is no access without a purpose."), code="purpose"
        )
    return str(purpose)
