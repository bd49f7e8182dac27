"""Who had received something is told when it is corrected or erased (circular 25/2010, article 7, clause 4)."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy.calendar import add_working_days
from privacy.choices import AuditAction, Method, RevisionKind, RevisionState
from privacy.duties import Duty, may
from privacy.models import Disclosure, Recipient, RevisionNotice, SubjectRequest, Submission
from privacy.rights import letters
from privacy.rights.reach import acknowledge_token
from privacy.services.access import audit_record

DUE_WORKING_DAYS = 2


@sensitive_variables("changes")
def revisions_open(
    *,
    submission: Submission,
    kind: RevisionKind,
    fields: Iterable[str] | None = None,
    changes: Mapping[str, Mapping[str, str]] | None = None,
    recipient: Recipient | None = None,
    request: SubjectRequest | None = None,
    now: datetime | None = None,
) -> list[RevisionNotice]:
    """One notice for each recipient who received any of `fields` (None: whatever they received), due in two working days; inside
    the caller's transaction, and before anything is erased. Answers the notices.

    `changes`: field → ``{label, value}`` of what is new, kept sealed; `recipient`: only this one.
    """
    now = now or timezone.now()
    wanted = None if fields is None else set(fields)
    passed_on = Disclosure.objects.filter(submission=submission).select_related("recipient__target")
    if recipient is not None:
        passed_on = passed_on.filter(recipient=recipient)
    latest: dict[object, Disclosure] = {}
    received: dict[object, set[str]] = {}
    for disclosure in passed_on.order_by("sent_at", "pk"):
        key = disclosure.recipient_id or disclosure.recipient_name
        latest[key] = disclosure
        received.setdefault(key, set()).update(disclosure.fields)
    due = add_working_days(timezone.localdate(now), DUE_WORKING_DAYS) if latest else None
    notices = []
    for key, disclosure in latest.items():
        concerned = received[key] if wanted is None else received[key] & wanted
        if not concerned:
            continue
        notice = RevisionNotice(
            institution_id=submission.institution_id,
            disclosure=disclosure,
            request=request,
            kind=kind,
            reference=submission.reference,
            fields=sorted(concerned),
            due_on=due,
            created_at=now,
        )
        if changes:
            notice.seal_field("sealed_change", {name: changes[name] for name in changes if name in concerned})
        notice.save(force_insert=True)
        letters.tell_recipient(notice)
        notices.append(notice)
    return notices


def revision_acknowledge(
    *,
    notice: RevisionNotice,
    method: Method,
    token: str = "",
    user=None,
    now: datetime | None = None,
) -> bool:
    """The recipient has taken note: by the link of the letter, or told to staff, who answer for it. What changed and the
    reference go then. Answers whether it was new. Raises PermissionDenied."""
    now = now or timezone.now()
    by_link = token and hmac.compare_digest(token, acknowledge_token(notice))
    if not by_link and not may(user, Duty.REVIEW, notice.institution) and not _is_receiver(user, notice):
        raise PermissionDenied("Neither the link of the letter nor a person in charge.")
    with transaction.atomic():
        locked = RevisionNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
        if locked.state == RevisionState.ACKNOWLEDGED:
            return False
        locked.state, locked.acknowledged_at, locked.acknowledged_how = (
            RevisionState.ACKNOWLEDGED,
            now,
            method,
        )
        locked.sent_at = locked.sent_at or now
        locked.reference, locked.sealed_change = "", ""
        locked.save()
        audit_record(
            institution=notice.institution,
            action=AuditAction.CHANGE,
            object_ref=f"privacy.revisionnotice:{notice.uid}",
            user=user if user and user.is_authenticated else None,
            purpose="request" if user and user.is_authenticated else "",
        )
    return True


def revision_sent_by_hand(*, notice: RevisionNotice, user, now: datetime | None = None) -> None:
    """Staff handed the notice over: there is no address to which a letter could go."""
    if not may(user, Duty.REVIEW, notice.institution):
        raise PermissionDenied("The person does not answer for personal information there.")
    changed = RevisionNotice.objects.filter(pk=notice.pk, state=RevisionState.DUE)
    if not changed.update(state=RevisionState.SENT, sent_at=now or timezone.now()):
        raise ValidationError(_("This notice was sent already."), code="sent")


@sensitive_variables()
def revision_read(*, notice: RevisionNotice, user) -> dict[str, dict[str, str]]:
    """What is new, for who sends the notice or receives it; the reading is on record. Raises PermissionDenied."""
    if not may(user, Duty.REVIEW, notice.institution) and not _is_receiver(user, notice):
        raise PermissionDenied("Neither who sends nor who receives the notice.")
    with transaction.atomic():
        audit_record(
            institution=notice.institution,
            action=AuditAction.READ,
            object_ref=f"privacy.revisionnotice:{notice.uid}",
            user=user,
            purpose="request",
        )
        return notice.unseal_field("sealed_change") or {}


def _is_receiver(user, notice: RevisionNotice) -> bool:
    recipient = notice.disclosure.recipient
    return bool(recipient and recipient.target_id and may(user, Duty.REVIEW, recipient.target))
