"""What staff do with a submission to carry out a request that came on paper, or that needed a decision: the same services as
the person's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.choices import RequestKind
from privacy.duties import Duty, may
from privacy.models import SubjectRequest
from privacy.rights.changes import (
    purpose_withdraw,
    sharing_refuse,
    submission_forget,
    submission_restrict,
)
from privacy.rights.requests import history_add
from privacy.rights.selectors import standings_of


@dataclass(frozen=True)
class Execution:
    """`kinds`: the requests that it may answer."""

    label: Promise
    kinds: frozenset[str]
    run: Callable[[SubjectRequest, object, datetime | None], None]


def _erase(request: SubjectRequest, user, now: datetime | None) -> None:
    submission_forget(
        submission=request.submission,
        actor=request.actor,
        method=request.method,
        user=user,
        request=request,
        now=now,
    )


def _restrict(request: SubjectRequest, user, now: datetime | None) -> None:
    submission_restrict(
        submission=request.submission,
        is_restricted=True,
        actor=request.actor,
        method=request.method,
        user=user,
        now=now,
    )


def _withdraw(request: SubjectRequest, user, now: datetime | None) -> None:
    purposes, _recipients = standings_of(request.submission)
    found = [s.purpose for s in purposes if s.can_withdraw]
    if not found:
        raise ValidationError(_("There is no consent left to withdraw."), code="nothing")
    needed = [p for p in found if not p.is_optional]
    for purpose in needed[:1] or found:
        purpose_withdraw(
            submission=request.submission,
            purpose=purpose,
            actor=request.actor,
            method=request.method,
            user=user,
            now=now,
        )


def _unshare(request: SubjectRequest, user, now: datetime | None) -> None:
    _purposes, recipients = standings_of(request.submission)
    found = [s.recipient for s in recipients if s.can_withdraw]
    if not found:
        raise ValidationError(_("Nothing may be passed on as it is."), code="nothing")
    for recipient in found:
        sharing_refuse(
            submission=request.submission,
            recipient=recipient,
            actor=request.actor,
            method=request.method,
            user=user,
            now=now,
        )


K = RequestKind
EXECUTIONS: dict[str, Execution] = {
    "erase": Execution(gettext_lazy("Erase everything"), frozenset({K.ERASE, K.OBJECT}), _erase),
    "restrict": Execution(
        gettext_lazy("Restrict the use"), frozenset({K.RESTRICT, K.OBJECT, K.PROTECT, K.COMPLAIN}), _restrict
    ),
    "withdraw": Execution(gettext_lazy("Withdraw all consent"), frozenset({K.WITHDRAW}), _withdraw),
    "unshare": Execution(gettext_lazy("Pass on nothing any more"), frozenset({K.UNSHARE}), _unshare),
}


def execute(name: str, *, request: SubjectRequest, user, now: datetime | None = None) -> None:
    """Carry out one thing for an open request. Raises PermissionDenied, or ValidationError where it does not fit."""
    if not may(user, Duty.REVIEW, request.institution):
        raise PermissionDenied("The person does not answer for personal information there.")
    execution = EXECUTIONS[name]
    if request.submission is None or not request.is_open or request.kind not in execution.kinds:
        raise ValidationError(_("This does not fit to the request as it stands."), code="misfit")
    execution.run(request, user, now)
    request.refresh_from_db()
    history_add(request, name, user=user, now=now)
