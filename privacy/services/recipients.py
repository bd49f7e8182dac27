"""To whom information may be passed on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from privacy.choices import ActivityChange, ActivityStatus, AuditAction
from privacy.models import ProcessingActivity, Recipient
from privacy.services.access import audit_record
from privacy.services.activities import activity_touch
from privacy.services.approval import NOT_EDITOR, RefusedError
from privacy.services.notices import may_write

IN_USE = _(
    "People have been asked about this recipient in these words. Stop asking for it, enter a new one and put that into the "
    "activity: it is approved with it."
)


def is_asked_for(recipient: Recipient) -> bool:
    """Whether a form in force asks people about it; one query."""
    return recipient.is_active and _using(recipient).exists()


def _using(recipient: Recipient):
    return ProcessingActivity.objects.filter(
        status__in=(ActivityStatus.APPROVED, ActivityStatus.OUTDATED),
        purposes__recipients=recipient,
        purposes__is_active=True,
    ).distinct()


@transaction.atomic
def recipient_save(*, recipient: Recipient, user) -> Recipient:
    """Store a new recipient, or the changes to one that no form in force asks about. `recipient` carries the new values.

    Raises RefusedError where the words have been shown to people, or the person may not.
    """
    if not may_write(user, recipient.institution):
        raise RefusedError(NOT_EDITOR)
    if recipient.pk and is_asked_for(Recipient.objects.select_for_update().get(pk=recipient.pk)):
        raise RefusedError(IN_USE)
    recipient.full_clean(exclude=["institution"])
    recipient.save()
    _audit(recipient, user)
    return recipient


@transaction.atomic
def recipient_stop(*, recipient: Recipient, user, now: datetime | None = None) -> Recipient:
    """Stop asking people about a recipient, at once. The activities that named it are looked at again."""
    if not may_write(user, recipient.institution):
        raise RefusedError(NOT_EDITOR)
    recipient = Recipient.objects.select_for_update().get(pk=recipient.pk)
    if not recipient.is_active:
        return recipient
    codes = list(_using(recipient).values_list("code", flat=True))
    recipient.is_active = False
    recipient.save(update_fields=["is_active"])
    for code in codes:
        activity_touch(
            institution=recipient.institution, code=code, what=ActivityChange.RECIPIENT, user=user, now=now
        )
    _audit(recipient, user)
    return recipient


def _audit(recipient: Recipient, user) -> None:
    audit_record(
        institution=recipient.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{recipient._meta.label_lower}:{recipient.pk}",
        user=user,
    )
