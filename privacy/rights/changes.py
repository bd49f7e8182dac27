"""What a person changes about what they sent: one service each; the desk of staff calls the same ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy.choices import (
    Actor,
    AuditAction,
    Decision,
    EraseReason,
    Method,
    RequestKind,
    RevisionKind,
    SubmissionState,
)
from privacy.models import Certificate, Purpose, Recipient, SubjectRequest, Submission
from privacy.rights.fields import question_types
from privacy.rights.requests import request_done_at_once
from privacy.rights.revisions import revisions_open
from privacy.services.access import audit_record, reference_of
from privacy.services.consents import consent_change
from privacy.services.lookups import lookups_replace
from privacy.services.retention import submission_drop, submission_erase, submission_recompute
from privacy.services.retention.periods import answers_changed
from privacy.services.retention.terms import fields_without_purpose, granted_of


@sensitive_variables("values", "shown", "answers")
def answers_correct(
    *,
    submission: Submission,
    values: Mapping[str, Any],
    shown: Mapping[str, Mapping[str, str]],
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    request: SubjectRequest | None = None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Put new values in place of stored ones, or add what was left out. Who received an old one is told; certificates end.

    `values`: field → checked value; `shown`: field → ``{label, value}`` in words, for the recipients; `request`: what staff carry
    out, where the person did not do it themselves.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(submission)
        answers = locked.unseal_field("sealed_answers") or {}
        was_empty = all(answers.get(name) in (None, "", []) for name in values)
        answers |= values
        locked.seal_field("sealed_answers", answers)
        locked.save(update_fields=["sealed_answers"])
        pairs = [pair for form in question_types(locked) for pair in form.lookups(answers)]
        lookups_replace(submission=locked, values=pairs)
        answers_changed(locked)
        _audit(locked, AuditAction.CHANGE, user)
        request = request or request_done_at_once(
            submission=locked,
            kind=RequestKind.ADD if was_empty else RequestKind.CORRECT,
            detail={"fields": sorted(values)},
            actor=actor,
            method=method,
            user=user,
            now=now,
        )
        revisions_open(
            submission=locked,
            kind=RevisionKind.CORRECTED,
            fields=values,
            changes=shown,
            request=request,
            now=now,
        )
        certificates_end(locked, now)
    return request


def purpose_withdraw(
    *,
    submission: Submission,
    purpose: Purpose,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Take back the consent to one purpose. An optional one takes along the answers that serve nothing else; with a required one
    the others go as well, and all that no law keeps is erased at once.

    Answers the record of it. Raises ValidationError for a purpose that rests on a law.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(submission)
        affected = [purpose] if purpose.is_optional else _consented(locked)
        if purpose not in affected:
            affected = [purpose, *affected]
        for one in affected:
            consent_change(
                submission=locked,
                purpose=one,
                decision=Decision.WITHDRAWN,
                actor=actor,
                method=method,
                now=now,
            )
        request = request_done_at_once(
            submission=locked,
            kind=RequestKind.WITHDRAW,
            detail={"purposes": sorted(p.code for p in affected)},
            actor=actor,
            method=method,
            user=user,
            now=now,
        )
        left = granted_of([locked])[locked.pk]
        revisions_open(
            submission=locked,
            kind=RevisionKind.STOPPED,
            fields=fields_without_purpose(locked.snapshot, left) if left else None,
            request=request,
            now=now,
        )
        certificates_end(locked, now)
        submission_recompute(submission=locked, user=user, request_ref=request.reference, now=now)
    return request


def _consented(submission: Submission) -> list[Purpose]:
    """The purposes to which consent holds."""
    events = submission.consents.filter(purpose__isnull=False).select_related("purpose").order_by("number")
    newest = {event.purpose: event.decision for event in events}
    return [p for p, decision in newest.items() if decision == Decision.GIVEN and p.needs_consent]


def sharing_refuse(
    *,
    submission: Submission,
    recipient: Recipient,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    now: datetime | None = None,
) -> SubjectRequest:
    """From now on nothing is passed on to this recipient; one who has received something is told to stop using it."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(submission)
        consent_change(
            submission=locked,
            recipient=recipient,
            decision=Decision.WITHDRAWN,
            actor=actor,
            method=method,
            now=now,
        )
        request = request_done_at_once(
            submission=locked,
            kind=RequestKind.UNSHARE,
            detail={"recipient": recipient.pk},
            actor=actor,
            method=method,
            user=user,
            now=now,
        )
        revisions_open(
            submission=locked, kind=RevisionKind.STOPPED, recipient=recipient, request=request, now=now
        )
        certificates_end(locked, now)
    return request


def answers_drop(
    *,
    submission: Submission,
    fields: Sequence[str],
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    request: SubjectRequest | None = None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Remove single answers that were optional. Raises ValidationError for one that is needed, HeldError while a hold is on."""
    now = now or timezone.now()
    optional = {f["name"] for f in submission.snapshot.get("fields", []) if not f["required"]}
    if not optional.issuperset(fields):
        raise ValidationError(_("This detail is needed and cannot be removed on its own."), code="needed")
    with transaction.atomic():
        locked = _locked(submission)
        request = request or request_done_at_once(
            submission=locked,
            kind=RequestKind.DROP,
            detail={"fields": sorted(fields)},
            actor=actor,
            method=method,
            user=user,
            now=now,
        )
        revisions_open(submission=locked, kind=RevisionKind.ERASED, fields=fields, request=request, now=now)
        certificates_end(locked, now)
        submission_drop(
            submission=locked,
            fields=fields,
            reason=EraseReason.REQUEST,
            user=user,
            request_ref=request.reference,
            now=now,
        )
    return request


def submission_forget(
    *,
    submission: Submission,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    request: SubjectRequest | None = None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Erase all of it at once. Who received something is told. Raises HeldError while a hold is on it, ValidationError where a
    law is the basis of a purpose: then it is a request that staff decide."""
    now = now or timezone.now()
    if user is None and rests_on_law(submission):
        raise ValidationError(
            _("A law is the basis of a part of it, so staff decide about this request."), code="by-law"
        )
    with transaction.atomic():
        locked = _locked(submission)
        request = request or request_done_at_once(
            submission=locked, kind=RequestKind.ERASE, actor=actor, method=method, user=user, now=now
        )
        revisions_open(submission=locked, kind=RevisionKind.ERASED, request=request, now=now)
        certificates_end(locked, now)
        submission_erase(
            submission=locked,
            reason=EraseReason.REQUEST,
            user=user,
            request_ref=request.reference,
            now=now,
        )
    return request


def rests_on_law(submission: Submission) -> bool:
    """Whether a law is the basis of one of its purposes, as it was shown."""
    return any(p.get("basis") == "law" for p in submission.snapshot.get("purposes", []))


def submission_restrict(
    *,
    submission: Submission,
    is_restricted: bool,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Keep it, and let nobody use it until the person says otherwise."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(submission)
        locked.state = SubmissionState.RESTRICTED if is_restricted else SubmissionState.ACTIVE
        locked.save(update_fields=["state"])
        _audit(locked, AuditAction.CHANGE, user)
        request = request_done_at_once(
            submission=locked,
            kind=RequestKind.RESTRICT,
            detail={"restricted": is_restricted},
            actor=actor,
            method=method,
            user=user,
            now=now,
        )
        if is_restricted:
            revisions_open(submission=locked, kind=RevisionKind.RESTRICTED, request=request, now=now)
    submission.state = locked.state
    return request


def certificates_end(submission: Submission, now: datetime) -> None:
    """What certificates say no longer holds."""
    Certificate.objects.filter(submission=submission, ended_at__isnull=True).update(ended_at=now)


def _locked(submission: Submission) -> Submission:
    rows = Submission.objects.select_related("institution", "page", "notice")
    return rows.select_for_update(of=("self",)).get(pk=submission.pk)


def _audit(submission: Submission, action: AuditAction, user) -> None:
    audit_record(
        institution=submission.institution,
        action=action,
        object_ref=reference_of(submission),
        user=user,
        purpose="request" if user else "",
    )
