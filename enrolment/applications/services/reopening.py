"""An application that its sender opens again to change it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from privacy.choices import AccessPurpose, AuditAction
from privacy.models import Submission
from privacy.services import audit_record
from privacy.services.access import reference_of


@sensitive_variables()
def answers_to_change(submission: Submission) -> dict[str, Any]:
    """The answers, for the person who showed both codes; on record without a name."""
    with transaction.atomic():
        audit_record(
            institution=submission.institution,
            action=AuditAction.READ,
            object_ref=reference_of(submission),
            purpose=AccessPurpose.REQUEST,
        )
        return submission.unseal_field("sealed_answers") or {}
