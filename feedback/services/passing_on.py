"""Opinions that were handed to another institution: on record, so that it is told of what is corrected or erased later (P7.4,
P8.1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from feedback.models import CONSULTATION, ConsultationPage, Opinion
from feedback.services.consultation_answers import STANCE, TEXT
from network.models import Institution
from privacy.choices import AccessPurpose, AuditAction, Decision, DisclosureBasis
from privacy.models import Recipient, Submission
from privacy.services import audit_record, disclosure_record
from privacy.services.disclosures import last_word


@transaction.atomic
def opinions_passed_on(
    *,
    page: ConsultationPage,
    institution: Institution,
    opinions: Iterable[Opinion],
    user: AbstractBaseUser,
    purpose: str,
    recipient: Recipient,
    channel: str,
    now: datetime | None = None,
) -> int:
    """Put on record that the words of these opinions were handed to a recipient outside of the system; answers of how many
    submissions. `opinions` come with their answers and submissions.

    Raises ValidationError, and records nothing, where a sender has not accepted that: their reference codes are named.
    """
    if purpose not in AccessPurpose.values:
        raise ValidationError(
            _("Say for what you open this: there is no access without a purpose."), code="purpose"
        )
    if recipient.institution_id != institution.pk:
        raise ValidationError(_("Say who receives it."), code="recipient")
    passed: dict[Submission, list[str]] = {}
    for opinion in opinions:
        if opinion.answer.institution_id == institution.pk:
            names = passed.setdefault(opinion.answer.submission, [])
            names += [TEXT + opinion.point] if opinion.has_text else []
            names += [STANCE + opinion.point] if opinion.stance else []
    refused = [s.reference for s in passed if not _accepts(s, recipient)]
    if refused:
        raise ValidationError(
            _("These senders have not accepted that it is passed on: %(codes)s."),
            params={"codes": ", ".join(sorted(refused))},
            code="consent",
        )
    for submission, names in passed.items():
        disclosure_record(
            submission=submission,
            fields=names,
            basis=DisclosureBasis.CONSENT,
            recipient=recipient,
            channel=channel,
            user=user,
            now=now,
        )
    audit_record(
        institution=institution,
        action=AuditAction.EXPORT,
        object_ref=f"{CONSULTATION}:{page.translation_key}",
        user=user,
        purpose=purpose,
        count=len(passed),
    )
    return len(passed)


def _accepts(submission: Submission, recipient: Recipient) -> bool:
    word = last_word(submission, recipient)
    return word is not None and word.decision == Decision.GIVEN
