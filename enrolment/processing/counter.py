"""What an officer does for a family that comes to the school: the acts of the applicant, with proof of who came (W8.4c, W9.4).

The proof is what a paper entry asks for: who came, what was shown, the day, and a scan of what was signed. It stands in the
record of the application, which the family reads with its own codes; officers never see those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.letters import tell_applicant
from enrolment.applications.services import (
    application_withdraw,
    evidence_add,
    may_change,
    may_withdraw,
    place_confirm,
    place_decline,
)
from enrolment.applications.services.opening import application_taken_up, child_digests
from enrolment.applications.services.places import BROUGHT_IN
from enrolment.applications.states import application_locked, entry_add
from enrolment.choices import ApplicationState, Entry
from enrolment.models import Application
from enrolment.policies import may_work_on
from enrolment.processing.checking import CORRECTED_IN, IDENTITY
from enrolment.processing.deciding import application_for
from privacy.choices import AccessPurpose, Actor, Method
from privacy.models import Submission
from privacy.rights.changes import answers_correct
from privacy.services import file_store
from privacy.uploads.checks import CheckedUpload

_S = ApplicationState
SIGNED = "counter"
"""Begin of the names under which scans of what was signed at the school are kept."""
MOST_SIGNED = 20
RELATIONS = {
    "mother": gettext_lazy("mother of the child"),
    "father": gettext_lazy("father of the child"),
    "guardian": gettext_lazy("guardian of the child"),
    "self": gettext_lazy("the applicant, of age"),
    "authorised": gettext_lazy("authorised in writing by the representative"),
}
TITLES = {
    "evidence": gettext_lazy("Add evidence that was brought"),
    "confirm": gettext_lazy("Confirm the place"),
    "decline": gettext_lazy("Give up the place"),
    "wishes": gettext_lazy("Change the wishes"),
    "identity": gettext_lazy("Correct the child's number"),
    "withdraw": gettext_lazy("Withdraw the application"),
}


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Who came, as what, what they showed, when, and what they signed."""

    name: str
    relation: str
    shown: str
    came_on: date
    scan: CheckedUpload


def counter_acts(application: Application, *, now: datetime | None = None) -> list[str]:
    """Names of what may be done for the family in the state in which it is; see TITLES."""
    now = now or timezone.now()
    state, acts = application.state, []
    if state in BROUGHT_IN:
        acts.append("evidence")
    if state == _S.ADMITTED:
        is_late = application.due_on and timezone.localdate(now) > application.due_on
        acts += [*([] if is_late else ["confirm"]), "decline"]
    if state == _S.CONFIRMED:
        acts.append("decline")
    if may_change(application, now=now):
        acts.append("wishes")
    if state in CORRECTED_IN:
        acts.append("identity")
    if may_withdraw(application) and "decline" not in acts:
        acts.append("withdraw")
    return acts


@sensitive_variables()
def evidence_bring(
    *,
    application: Application,
    user,
    proof: Proof,
    uploads: Sequence[CheckedUpload],
    note: str = "",
    now: datetime | None = None,
) -> Application:
    """Add what a family brought to the school, also after its day and before anything was asked for."""

    def run(found: Application) -> None:
        evidence_add(application=found, uploads=uploads, note=note, user=user, now=now)

    return _done("evidence", application, user, proof, run, now)


@sensitive_variables("proof")
def place_act(
    *, act: str, application: Application, user, proof: Proof, now: datetime | None = None
) -> Application:
    """Confirm a place, give it up, or withdraw the application, as the family asks: `act` is ``confirm``, ``decline`` or
    ``withdraw``. Raises StateError where it does not follow from the state, or where the day has passed."""
    services = {"confirm": place_confirm, "decline": place_decline, "withdraw": application_withdraw}

    def run(found: Application) -> None:
        services[act](application=found, user=user, now=now)

    return _done(act, application, user, proof, run, now)


@sensitive_variables()
def wishes_change(
    *,
    application: Application,
    user,
    proof: Proof,
    values: Mapping[str, str],
    shown: Mapping[str, Mapping[str, str]],
    now: datetime | None = None,
) -> Application:
    """Put other wishes in place of those that were sent, before the deadline; the application is checked from the beginning.

    `values`: field → key of the place, "" for none; `shown`: field → ``{label, value}`` in words. Raises ValidationError after
    the deadline, for places that are not offered, and where nothing was changed.
    """
    moment = now or timezone.now()

    def run(found: Application) -> None:
        if not may_change(found, now=moment):
            raise ValidationError(_("This application can no longer be changed."), code="late")
        changed = _changed(found, values)
        if not changed:
            raise ValidationError(_("The wishes are what they were."), code="same")
        _correct(found, user, {name: values[name] for name in changed}, shown, moment)
        application_taken_up(application_locked(found), user=user, now=moment)

    return _done("wishes", application, user, proof, run, now)


@sensitive_variables()
def identity_correct(
    *,
    application: Application,
    user,
    proof: Proof,
    number: str,
    label: str,
    now: datetime | None = None,
) -> Application:
    """Put the child's number right: from then on this application is the one of that number, and the old number is free.

    Raises ValidationError where another application of the campaign has the number.
    """
    moment = now or timezone.now()

    def run(found: Application) -> None:
        if not _changed(found, {IDENTITY: number}):
            raise ValidationError(_("The number is what it was."), code="same")
        try:
            with transaction.atomic():
                shown = {IDENTITY: {"label": label, "value": number}}
                _correct(found, user, {IDENTITY: number}, shown, moment)
        except ValidationError as error:
            if getattr(error, "code", "") != "taken":
                raise
            raise ValidationError(_taken_by(found, number, user), code="taken") from error

    return _done("identity", application, user, proof, run, now, states=CORRECTED_IN)


@sensitive_variables()
def _done(
    act: str,
    application: Application,
    user,
    proof: Proof,
    run: Callable[[Application], None],
    now: datetime | None,
    states: Sequence[str] = (),
) -> Application:
    """Carry an act out and put it on record with its proof, all or nothing."""
    now = now or timezone.now()
    _check_proof(proof, application, now)
    with transaction.atomic():
        found = application_for(
            application=application, user=user, states=states, purpose=AccessPurpose.REQUEST
        )
        number = found.submission.files.filter(field__startswith=SIGNED).count() + 1
        if number > MOST_SIGNED:
            raise ValidationError(
                _("An application takes %(number)d scans of what was signed at the school.")
                % {"number": MOST_SIGNED},
                code="many",
            )
        before = found.state
        with override(found.submission.language):
            run(found)
            text = _proof_text(act, proof)
        file_store(submission=found.submission, field=f"{SIGNED}_{number}", upload=proof.scan, now=now)
        moved = application_locked(found)
        entry = entry_add(
            application=moved,
            kind=Entry.COUNTER,
            user=user,
            text=text,
            is_shown=True,
            from_state=before,
            to_state=moved.state,
            now=now,
        )
        tell_applicant(moved, entry)
    return moved


def _check_proof(proof: Proof, application: Application, now: datetime) -> None:
    first = timezone.localdate(application.submission.created_at)
    if application.paper_on:
        first = min(first, application.paper_on)
    if not first <= proof.came_on <= timezone.localdate(now):
        raise ValidationError(
            _("The day is between %(first)s, when the application came, and today.")
            % {"first": f"{first:%d/%m/%Y}"},
            code="day",
        )
    if proof.relation not in RELATIONS or not proof.name.strip() or not proof.shown.strip():
        raise ValidationError(_("Say who came and what was shown."), code="proof")


@sensitive_variables()
def _proof_text(act: str, proof: Proof) -> str:
    return "\n".join(
        (
            f"{TITLES[act]}.",
            _("Came to the school on %(day)s: %(name)s, %(relation)s.")
            % {
                "day": f"{proof.came_on:%d/%m/%Y}",
                "name": proof.name.strip(),
                "relation": RELATIONS[proof.relation],
            },
            _("Shown: %(what)s. The signed paper is kept with the application.")
            % {"what": proof.shown.strip().rstrip(".")},
        )
    )


@sensitive_variables()
def _changed(found: Application, values: Mapping[str, Any]) -> list[str]:
    answers = found.submission.unseal_field("sealed_answers") or {}
    return [name for name, value in values.items() if (answers.get(name) or "") != (value or "")]


@sensitive_variables()
def _correct(found: Application, user, values, shown, now: datetime) -> None:
    answers = found.submission.unseal_field("sealed_answers") or {}
    answers_correct(
        submission=Submission.objects.get(pk=found.submission_id),
        values=values,
        shown={name: shown[name] for name in values},
        actor=Actor.SELF if answers.get("rep_relation") == "self" else Actor.REPRESENTATIVE,
        method=Method.PAPER,
        user=user,
        now=now,
    )


@sensitive_variables("number")
def _taken_by(found: Application, number: str, user) -> str:
    """For the officer; names the other application only to whom it is open."""
    others = Application.objects.filter(
        campaign=found.campaign_id, child_digest__in=child_digests(found.campaign_id, number)
    )
    other = others.exclude(state=_S.WITHDRAWN).exclude(pk=found.pk).select_related("submission").first()
    if other is not None and may_work_on(user, other):
        return _(
            "The application %(reference)s of this campaign has this number. Compare both with the papers: one of them has to be "
            "withdrawn or corrected first."
        ) % {"reference": other.submission.reference}
    return _(
        "Another application of this campaign has this number. Compare the number with the paper; if it is right, ask the "
        "institution that runs the campaign to look for the other application."
    )
