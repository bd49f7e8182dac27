"""What staff do with a submission to carry out a request that came on paper, or that needed a decision: the same services as
the person's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from privacy.choices import RequestKind
from privacy.duties import Duty, may
from privacy.models import SubjectRequest
from privacy.rights.changes import (
    answers_correct,
    answers_drop,
    purpose_withdraw,
    sharing_refuse,
    submission_forget,
    submission_restrict,
)
from privacy.rights.requests import history_add
from privacy.rights.selectors import standings_of


@dataclass(frozen=True)
class Execution:
    """`kinds`: the requests that it may answer; `what` of `run`: the id of the one purpose or recipient, empty for all."""

    label: Promise
    kinds: frozenset[str]
    run: Callable[[SubjectRequest, object, str, datetime | None], None]


def _erase(request: SubjectRequest, user, what: str, now: datetime | None) -> None:
    submission_forget(
        submission=request.submission,
        actor=request.actor,
        method=request.method,
        user=user,
        request=request,
        now=now,
    )


def _restrict(request: SubjectRequest, user, what: str, now: datetime | None) -> None:
    submission_restrict(
        submission=request.submission,
        is_restricted=True,
        actor=request.actor,
        method=request.method,
        user=user,
        now=now,
    )


def _withdraw(request: SubjectRequest, user, what: str, now: datetime | None) -> None:
    purposes, _recipients = standings_of(request.submission)
    found = [s.purpose for s in purposes if s.can_withdraw and what in ("", str(s.purpose.pk))]
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


def _unshare(request: SubjectRequest, user, what: str, now: datetime | None) -> None:
    _purposes, recipients = standings_of(request.submission)
    found = [s.recipient for s in recipients if s.can_withdraw and what in ("", str(s.recipient.pk))]
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


PARTS = {
    "withdraw": gettext_lazy("Withdraw: %(what)s"),
    "unshare": gettext_lazy("Pass on no more to: %(what)s"),
}
CORRECTIONS = frozenset({K.CORRECT, K.ADD})
REMOVALS = frozenset({K.DROP})


def executions_for(request: SubjectRequest) -> list[tuple[str, str]]:
    """``(act, label)`` of what may be carried out for a request: the whole, and each single purpose or recipient."""
    if request.submission is None or not request.is_open:
        return []
    found = [(name, str(e.label)) for name, e in EXECUTIONS.items() if request.kind in e.kinds]
    purposes, recipients = standings_of(request.submission)
    single = {
        "withdraw": [(s.purpose.pk, s.purpose.local_text) for s in purposes if s.can_withdraw],
        "unshare": [(s.recipient.pk, s.recipient.local_name) for s in recipients if s.can_withdraw],
    }
    for name, _label in list(found):
        for pk, text in single.get(name, []):
            found.append((f"{name}:{pk}", PARTS[name] % {"what": text}))
    return found


def execute(act: str, *, request: SubjectRequest, user, now: datetime | None = None) -> None:
    """Carry out one thing for an open request (``executions_for``). Raises PermissionDenied, or ValidationError where it does
    not fit."""
    name, _colon, what = act.partition(":")
    execution = EXECUTIONS[name]
    with transaction.atomic():
        _check(request, user, execution.kinds)
        execution.run(request, user, what, now)
        request.refresh_from_db()
        history_add(request, name, user=user, now=now)


@sensitive_variables("value", "shown", "proof")
def answer_correct(
    *,
    request: SubjectRequest,
    user,
    name: str,
    value: Any,
    shown: dict[str, str],
    proof: str,
    now: datetime | None = None,
) -> None:
    """Correct or add one answer for a request that came on paper or by telephone. `value` is checked by the form that asked;
    `shown`: ``{label, value}`` for recipients; `proof`: how the person showed who they are. Raises as `execute` does."""
    with transaction.atomic():
        _check(request, user, CORRECTIONS)
        answers_correct(
            submission=request.submission,
            values={name: value},
            shown={name: shown},
            actor=request.actor,
            method=request.method,
            user=user,
            request=request,
            now=now,
        )
        history_add(request, "corrected", user=user, note=f"{shown['label']}: {proof}", now=now)


@sensitive_variables("proof")
def answer_remove(
    *, request: SubjectRequest, user, name: str, label: str, proof: str, now: datetime | None = None
) -> None:
    """Remove one optional answer for a request that came on paper or by telephone. Raises as `execute` does."""
    with transaction.atomic():
        _check(request, user, REMOVALS)
        history_add(request, "removed", user=user, note=f"{label}: {proof}", now=now)
        answers_drop(
            submission=request.submission,
            fields=[name],
            actor=request.actor,
            method=request.method,
            user=user,
            request=request,
            now=now,
        )


def _check(request: SubjectRequest, user, kinds: frozenset[str]) -> None:
    if not may(user, Duty.REVIEW, request.institution):
        raise PermissionDenied("The person does not answer for personal information there.")
    fresh = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if request.submission is None or not fresh.is_open or request.kind not in kinds:
        raise ValidationError(_("This does not fit to the request as it stands."), code="misfit")
