"""The life of a request: received, answered, put off once, carried out or refused. Each step stands in its history."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy import codes
from privacy.choices import Actor, AuditAction, Method, RequestKind, RequestState
from privacy.duties import Duty, may
from privacy.models import Disclosure, RequestEvent, SubjectRequest, Submission
from privacy.rights import letters
from privacy.rights.rules import deadlines, first_day, grounds_for, latest_extension, rule_for, rule_named
from privacy.services.access import audit_record

PREFIX = "YC"


def new_request_reference() -> str:
    while SubjectRequest.objects.filter(reference=(code := codes.new_reference(PREFIX))).exists():
        continue
    return code


@sensitive_variables("detail", "secret")
def request_open(
    *,
    institution: Institution,
    kind: RequestKind,
    detail: dict[str, Any] | None = None,
    submission: Submission | None = None,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    secret: str = "",
    language: str = "vi",
    user=None,
    received: date | None = None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Take a request in and start its clocks.

    `detail`: what the person wrote, kept sealed; `secret`: by which a request without submission is looked up; `user`: who of the
    staff entered one that came on paper or by telephone, with `received`, the day it came. Raises PermissionDenied for staff
    without the duty, ValidationError for a day in the future or before the first rule of law.
    """
    now = now or timezone.now()
    if user is not None:
        _check_duty(user, institution)
    today = timezone.localdate(now)
    if received and received > today:
        raise ValidationError(_("The day on which it came cannot be in the future."), code="received")
    day = received or today
    if day < (first := first_day(kind)):
        raise ValidationError(
            _("No law gave a period for such a request on that day. The earliest day is %(day)s."),
            params={"day": f"{first:%d/%m/%Y}"},
            code="received",
        )
    shared = bool(submission and Disclosure.objects.filter(submission=submission).exists())
    due = deadlines(kind, day, has_third_party=shared)
    rule = rule_for(kind, day)
    request = SubjectRequest(
        reference=new_request_reference(),
        secret_hash=_secret_hash(submission, secret),
        institution=institution,
        submission=submission,
        subject=submission.uid if submission else None,
        kind=kind,
        method=method,
        actor=actor,
        language=language,
        rule=rule.code,
        citation=rule.citation,
        received_at=now if day == today else now - timedelta(days=(today - day).days),
        reply_due=due.reply_due,
        fulfil_due=due.fulfil_due,
        has_third_party=shared,
    )
    request.seal_field("sealed_detail", detail or {})
    with transaction.atomic():
        request.save(force_insert=True)
        history_add(request, "received", user=user, now=now)
        letters.tell_reviewers(request)
    return request


def _secret_hash(submission: Submission | None, secret: str) -> str:
    """The request is looked up with the submission's own secret, also when the submission has gone."""
    return codes.hashed_secret(secret) if secret else submission.secret_hash if submission else ""


@sensitive_variables("detail")
def request_done_at_once(
    *,
    submission: Submission,
    kind: RequestKind,
    detail: dict[str, Any] | None = None,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Put on record what the person did themselves with both codes: asked and carried out in one step."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    rule = rule_for(kind, today)
    request = SubjectRequest(
        reference=new_request_reference(),
        secret_hash=submission.secret_hash,
        institution=submission.institution,
        submission=submission,
        subject=submission.uid,
        kind=kind,
        method=method,
        actor=actor,
        language=submission.language,
        state=RequestState.DONE,
        is_immediate=True,
        rule=rule.code,
        citation=rule.citation,
        received_at=now,
        reply_due=today,
        fulfil_due=today,
        replied_at=now,
        closed_at=now,
        decided_by=user,
    )
    request.seal_field("sealed_detail", detail or {})
    with transaction.atomic():
        request.save(force_insert=True)
        history_add(request, "done_at_once", user=user, now=now)
    return request


@sensitive_variables("text")
def request_reply(*, request: SubjectRequest, user, text: str, now: datetime | None = None) -> None:
    """Answer that it was received and how it goes on: what decree 356/2025 wants within two working days."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(request, user)
        if locked.replied_at is None:
            locked.replied_at = now
        locked.state = RequestState.ACCEPTED
        locked.seal_field("sealed_reply", text)
        locked.save(update_fields=["replied_at", "state", "sealed_reply"])
        history_add(locked, "replied", user=user, note=text, now=now)
        letters.tell_sender(locked)
    _copy(locked, request)


@sensitive_variables("reason")
def request_extend(
    *, request: SubjectRequest, user, until: date, reason: str, now: datetime | None = None
) -> None:
    """Put the end off, once, within what the rule allows, with a reason that the person is told."""
    now = now or timezone.now()
    reason = reason.strip()
    with transaction.atomic():
        locked = _locked(request, user)
        if locked.extended_at:
            raise ValidationError(_("The end was put off already; the law allows it once."), code="twice")
        if not reason:
            raise ValidationError(_("Say why more time is needed: the person is told."), code="reason")
        if timezone.localdate(now) > locked.fulfil_due:
            raise ValidationError(_("The period is over; it can no longer be extended."), code="late")
        last = latest_extension(rule_named(locked.rule), locked.fulfil_due)
        if last == locked.fulfil_due:
            raise ValidationError(_("The law of that day knows no extension."), code="none")
        if not locked.fulfil_due < until <= last:
            raise ValidationError(
                _("Choose a day after %(due)s and not after %(last)s."),
                params={"due": f"{locked.fulfil_due:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"},
                code="until",
            )
        locked.extended_at, locked.extension_reason, locked.fulfil_due = now, reason[:500], until
        locked.save(update_fields=["extended_at", "extension_reason", "fulfil_due"])
        history_add(locked, "extended", user=user, note=reason, now=now)
        letters.tell_sender(locked)
    _copy(locked, request)


@sensitive_variables("text")
def request_carry_out(*, request: SubjectRequest, user, text: str, now: datetime | None = None) -> None:
    """Close a request that was carried out, with the answer to the person."""
    _close(request, user, RequestState.DONE, text, now or timezone.now())


@sensitive_variables("text")
def request_refuse(
    *, request: SubjectRequest, user, ground: str, text: str, now: datetime | None = None
) -> None:
    """Refuse a request on one of the grounds in force, with the answer to the person."""
    now = now or timezone.now()
    allowed = {g.code: g for g in grounds_for(request.kind, timezone.localdate(now))}
    if ground not in allowed:
        raise ValidationError(_("A request is refused only on a ground that the law gives."), code="ground")
    found = allowed[ground]
    _close(
        request,
        user,
        RequestState.REFUSED,
        text,
        now,
        ground=ground,
        ground_citation=found.citation,
    )


def request_take_back(*, request: SubjectRequest, now: datetime | None = None) -> None:
    """The person no longer wants it."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
        _refuse_closed(locked)
        locked.state, locked.closed_at = RequestState.DROPPED, now
        locked.save(update_fields=["state", "closed_at"])
        history_add(locked, "taken_back", now=now)
    _copy(locked, request)


@sensitive_variables()
def request_read(*, request: SubjectRequest, user) -> dict[str, Any]:
    """What the person wrote, after the reading is on record. Raises PermissionDenied."""
    _check_duty(user, request.institution)
    with transaction.atomic():
        audit_record(
            institution=request.institution,
            action=AuditAction.READ,
            object_ref=f"{request._meta.label_lower}:{request.uid}",
            user=user,
            purpose="request",
        )
        return request.unseal_field("sealed_detail") or {}


@sensitive_variables("note")
def history_add(
    request: SubjectRequest, action: str, *, user=None, note: str = "", now: datetime | None = None
) -> RequestEvent:
    """Add a step to the history; inside the caller's transaction."""
    event = RequestEvent(request=request, action=action, user=user, at=now or timezone.now())
    if note:
        event.seal_field("sealed_note", note)
    event.save(force_insert=True)
    return event


@sensitive_variables("text")
def _close(
    request: SubjectRequest, user, state: RequestState, text: str, now: datetime, **values: Any
) -> None:
    text = text.strip()
    if not text:
        raise ValidationError(_("Write the answer to the person."), code="text")
    with transaction.atomic():
        locked = _locked(request, user)
        locked.state, locked.closed_at, locked.decided_by = state, now, user
        locked.replied_at = locked.replied_at or now
        for name, value in values.items():
            setattr(locked, name, value)
        locked.seal_field("sealed_reply", text)
        locked.save()
        history_add(locked, str(state), user=user, note=text, now=now)
        letters.tell_sender(locked)
    _copy(locked, request)


def _locked(request: SubjectRequest, user) -> SubjectRequest:
    """The request for a decision of staff. Raises PermissionDenied, or ValidationError where it is closed."""
    found = SubjectRequest.objects.select_related("institution", "submission")
    locked = found.select_for_update(of=("self",)).get(pk=request.pk)
    _check_duty(user, locked.institution)
    _refuse_closed(locked)
    return locked


def _refuse_closed(request: SubjectRequest) -> None:
    if not request.is_open:
        raise ValidationError(_("This request is closed already."), code="closed")


def _check_duty(user, institution: Institution) -> None:
    if not may(user, Duty.REVIEW, institution):
        raise PermissionDenied("The person does not answer for personal information there.")


def _copy(source: SubjectRequest, target: SubjectRequest) -> None:
    for field in source._meta.concrete_fields:
        setattr(target, field.attname, getattr(source, field.attname))
