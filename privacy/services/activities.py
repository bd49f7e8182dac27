"""The way of a processing activity: written, handed in, approved or returned, ended; and what brings it back (P5.1, P15).

An activity that is in force stays so while a change waits for approval: readers see the change with the approval. What is not
written here but in a form, in a list of recipients or in the code is told by `activity_touch`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from privacy.choices import ActivityChange, ActivityStatus, AuditAction, RegisterAct
from privacy.duties import Duty, may
from privacy.models import ProcessingActivity
from privacy.services.access import audit_record
from privacy.services.activity_content import content_apply, same_content
from privacy.services.approval import (
    DECIDED,
    NOT_APPROVER,
    NOT_EDITOR,
    REASON_NEEDED,
    RefusedError,
    approver_ids,
    event_record,
    tell_approvers,
    tell_writers,
    writers_since_approval,
)

__all__ = [
    "activity_approve",
    "activity_close",
    "activity_recall",
    "activity_return",
    "activity_submit",
    "activity_touch",
    "activity_write",
    "on_activity_change",
]

NO_PURPOSE = _("An activity needs at least one purpose.")
NOTHING_NEW = _("Nothing has changed since this was approved.")
WAITS = _("This waits for approval. Take it back first.")
ENDED = _("This activity has ended.")

Listener = Callable[[ProcessingActivity, ActivityChange, datetime], None]
_listeners: list[Listener] = []


def on_activity_change(listener: Listener) -> Listener:
    """Have ``listener(activity, what, now)`` called, inside the transaction, whenever something about an activity changes that
    has to be assessed again. Registered in ``AppConfig.ready()``; once each."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


@transaction.atomic
def activity_write(
    *, activity: ProcessingActivity, content: dict[str, Any], user, now: datetime | None = None
) -> ProcessingActivity:
    """Write what an activity says (``ProcessingActivity.described``): a draft at once; for one in force the change is kept
    beside it until it is approved. A new activity is given unsaved. Who may write is the caller's policy.

    Raises RefusedError for one that waits for approval or has ended, ValidationError for a purpose that is not complete.
    """
    now = now or timezone.now()
    if activity.pk:
        activity = _locked(activity)
    if activity.status == ActivityStatus.CLOSED:
        raise RefusedError(ENDED)
    if activity.is_waiting:
        raise RefusedError(WAITS)
    if activity.is_in_force:
        before = activity.proposed or activity.described()
        activity.proposed = content if not same_content(content, activity.described()) else {}
        changed = not same_content(content, before)
        activity.save()
    else:
        changed = True
        activity.is_generated = False
        activity.save()
        content_apply(activity, content)
        activity.save()
    if changed:
        event_record(activity, RegisterAct.WRITTEN, user, now)
    return activity


@transaction.atomic
def activity_submit(*, activity: ProcessingActivity, user, now: datetime | None = None) -> ProcessingActivity:
    """Hand an activity in for approval. Who may do so is the caller's policy: whoever built the form, or answers for personal
    information. One in force stays in force meanwhile.

    Raises RefusedError for one that waits already or has ended, ValidationError for one without a purpose.
    """
    now = now or timezone.now()
    activity = _locked(activity)
    if activity.status == ActivityStatus.CLOSED:
        raise RefusedError(ENDED)
    if activity.is_waiting:
        raise RefusedError(DECIDED)
    if not (activity.proposed or activity.described())["purposes"]:
        raise ValidationError(NO_PURPOSE, code="purpose")
    if activity.status == ActivityStatus.APPROVED and not activity.proposed:
        raise RefusedError(NOTHING_NEW)
    if activity.status == ActivityStatus.DRAFT:
        activity.status = ActivityStatus.REVIEW
    activity.submitted_at = now
    activity.save()
    event_record(activity, RegisterAct.SUBMITTED, user, now)
    tell_approvers(activity)
    return activity


@transaction.atomic
def activity_recall(*, activity: ProcessingActivity, user, now: datetime | None = None) -> ProcessingActivity:
    """Take back what nobody has decided on."""
    activity = _waiting(activity)
    _unsubmit(activity)
    event_record(activity, RegisterAct.RECALLED, user, now or timezone.now())
    return activity


@transaction.atomic
def activity_approve(
    *, activity: ProcessingActivity, user, seen: str = "", now: datetime | None = None
) -> ProcessingActivity:
    """Put an activity, or the change to it, into force. `seen`: the fingerprint that the approver read.

    Raises RefusedError where nothing waits, where the person may not approve this one, or where it has changed since.
    """
    now = now or timezone.now()
    activity = _waiting(activity)
    if user.pk not in approver_ids(activity.institution, writers_since_approval(activity)):
        raise RefusedError(NOT_APPROVER)
    if seen and seen != activity.waiting_fingerprint():
        raise RefusedError(DECIDED)
    was_in_force = activity.is_in_force
    if activity.proposed:
        content_apply(activity, activity.proposed)
        activity.proposed = {}
    activity.status = ActivityStatus.APPROVED
    activity.submitted_at = None
    activity.is_generated = False
    activity.approved_by, activity.approved_at = user, now
    activity.approved_content = activity.described()
    activity.approved_sha256 = activity.fingerprint()
    activity.save()
    event_record(activity, RegisterAct.APPROVED, user, now)
    _audit(activity, user)
    tell_writers(activity)
    if was_in_force:
        _tell(activity, ActivityChange.PURPOSE, now)
    return activity


@transaction.atomic
def activity_return(
    *, activity: ProcessingActivity, user, reason: str, now: datetime | None = None
) -> ProcessingActivity:
    """Give it back with a reason."""
    activity = _waiting(activity)
    if user.pk not in approver_ids(activity.institution, writers_since_approval(activity)):
        raise RefusedError(NOT_APPROVER)
    if not reason.strip():
        raise ValidationError(REASON_NEEDED, code="reason")
    _unsubmit(activity)
    event_record(activity, RegisterAct.RETURNED, user, now or timezone.now(), note=reason.strip()[:2000])
    tell_writers(activity)
    return activity


@transaction.atomic
def activity_close(*, activity: ProcessingActivity, user, now: datetime | None = None) -> ProcessingActivity:
    """End an activity: its form takes nothing any more; what it took is kept until its period is over."""
    now = now or timezone.now()
    activity = _locked(activity)
    if not (may(user, Duty.REVIEW, activity.institution) or may(user, Duty.APPROVE, activity.institution)):
        raise RefusedError(NOT_EDITOR)
    if activity.status == ActivityStatus.CLOSED:
        raise RefusedError(ENDED)
    activity.status, activity.submitted_at, activity.proposed = ActivityStatus.CLOSED, None, {}
    activity.save()
    event_record(activity, RegisterAct.CLOSED, user, now)
    _audit(activity, user)
    return activity


@transaction.atomic
def activity_touch(
    *,
    institution: Institution,
    code: str,
    what: ActivityChange | str,
    user=None,
    now: datetime | None = None,
) -> ProcessingActivity | None:
    """Say that a form, purpose, recipient or period of an activity changed: one in force is outdated from then on and waits to
    be approved again; a form's new version is not published before. None where the register has no such activity."""
    now = now or timezone.now()
    what = ActivityChange(what)
    activity = (
        ProcessingActivity.objects.select_for_update(of=("self",))
        .select_related("institution")
        .filter(institution=institution, code=code)
        .first()
    )
    if activity is None or activity.status == ActivityStatus.CLOSED:
        return activity
    if activity.is_in_force:
        if activity.status == ActivityStatus.APPROVED:
            activity.status = ActivityStatus.OUTDATED
        activity.submitted_at = None
        activity.save()
    elif activity.status == ActivityStatus.REVIEW:
        _unsubmit(activity)
    act = RegisterAct.CHANGED if activity.is_in_force else RegisterAct.WRITTEN
    event_record(activity, act, user, now, what=what)
    _tell(activity, what, now)
    return activity


def _tell(activity: ProcessingActivity, what: ActivityChange, now: datetime) -> None:
    for listener in _listeners:
        listener(activity, what, now)


def _unsubmit(activity: ProcessingActivity) -> None:
    activity.submitted_at = None
    if activity.status == ActivityStatus.REVIEW:
        activity.status = ActivityStatus.DRAFT
    activity.save()


def _locked(activity: ProcessingActivity) -> ProcessingActivity:
    """The row as it is now, so that of two people who act at once the second is told."""
    rows = ProcessingActivity.objects.select_for_update(of=("self",)).select_related("institution")
    return rows.get(pk=activity.pk)


def _waiting(activity: ProcessingActivity) -> ProcessingActivity:
    activity = _locked(activity)
    if not activity.is_waiting:
        raise RefusedError(DECIDED)
    return activity


def _audit(activity: ProcessingActivity, user) -> None:
    audit_record(
        institution=activity.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{activity._meta.label_lower}:{activity.pk}",
        user=user,
    )
