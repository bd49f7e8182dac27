"""The register of what was passed on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from privacy.choices import Decision, DisclosureBasis
from privacy.models import ConsentEvent, Disclosure, Recipient, Submission


def disclosure_record(
    *,
    submission: Submission,
    fields: Sequence[str],
    basis: DisclosureBasis,
    recipient: Recipient | None = None,
    recipient_name: str = "",
    citation: str = "",
    channel: str = "",
    is_encrypted: bool = False,
    sha256: str = "",
    user=None,
    now: datetime | None = None,
) -> Disclosure:
    """Put on record that `fields` (their names) of a submission are passed on; in the same transaction as the passing on.

    On the basis of consent the person's last word about this recipient has to be yes. Raises ValidationError where it is not,
    where a law is the basis and none is cited, and where nobody receives it.
    """
    if recipient is None and not recipient_name:
        raise ValidationError(_("Say who receives it."), code="recipient")
    consent = None
    if basis == DisclosureBasis.CONSENT:
        consent = last_word(submission, recipient)
        if consent is None or consent.decision != Decision.GIVEN:
            raise ValidationError(_("The person has not accepted that this is passed on."), code="consent")
    elif not citation:
        raise ValidationError(_("Cite the article of the law that requires it."), code="citation")
    with transaction.atomic():
        return Disclosure.objects.create(
            institution_id=submission.institution_id,
            submission=submission,
            subject=submission.uid,
            form=submission.form,
            recipient=recipient,
            recipient_name=recipient_name or recipient.name,
            fields=sorted(fields),
            basis=basis,
            citation=citation,
            consent=consent,
            channel=channel,
            is_encrypted=is_encrypted,
            sha256=sha256,
            sent_by=user,
            sent_at=now or timezone.now(),
        )


def last_word(submission: Submission, recipient: Recipient | None) -> ConsentEvent | None:
    """The last decision about one recipient."""
    if recipient is None:
        return None
    return ConsentEvent.objects.filter(submission=submission, recipient=recipient).order_by("-number").first()
