"""Appeals: received, marked again, the outcome written by one person and confirmed by another, read by the candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.choices import APPEAL_OPEN, APPEAL_OUTCOMES, AppealState, VersionState
from enrolment.letters import officers_told
from enrolment.models import Appeal, ExaminationPage, ResultVersion
from enrolment.policies import is_officer
from network.models import Institution
from privacy import codes, doors
from privacy.calendar import add_working_days
from privacy.choices import AccessPurpose
from privacy.models import Submission
from privacy.services import submission_change, submission_close, submission_read
from privacy.services.retention.periods import submission_decide

__all__ = [
    "appeal_confirm",
    "appeal_open",
    "appeal_outcome",
    "appeal_propose",
    "appeal_read",
    "appeal_return",
    "appeal_shown",
    "appeal_with_codes",
    "change_is_ahead",
]


def appeal_open(submission: Submission) -> None:
    """Open the case of an appeal, inside the transaction that stores it. Its clock: so many working days from the last day on
    which appeals are taken."""
    exam = ExaminationPage.objects.filter(pk=submission.page_id).first()
    received = timezone.localdate(submission.created_at)
    last = exam.appeals_until if exam and exam.appeals_until else received
    days = exam.appeal_days if exam else 15
    Appeal.objects.create(
        submission=submission, exam=exam, due_on=add_working_days(max(last, received), days)
    )


def _locked(appeal: Appeal, user, states) -> Appeal:
    found = (
        Appeal.objects.select_for_update(of=("self",))
        .select_related("submission__institution")
        .get(pk=appeal.pk)
    )
    if not is_officer(user, found.submission.institution_id):
        raise PermissionDenied
    if found.state not in states:
        raise ValidationError(
            _("This appeal is “%(state)s”.") % {"state": found.get_state_display()}, code="state"
        )
    return found


@sensitive_variables()
def appeal_read(*, appeal: Appeal, user, purpose: str) -> dict[str, Any]:
    """What was asked, after the reading is on record; who reads a new one takes it up."""
    answers = submission_read(submission=appeal.submission, user=user, purpose=purpose)
    Appeal.objects.filter(pk=appeal.pk, state=AppealState.RECEIVED).update(state=AppealState.MARKING)
    appeal.refresh_from_db(fields=["state"])
    return answers


@sensitive_variables()
def appeal_outcome(appeal: Appeal) -> str:
    """The outcome as it was written, for whom opened the appeal (`appeal_read`) or has both codes."""
    return appeal.unseal_field("sealed_outcome") or ""


@sensitive_variables("text")
def appeal_propose(*, appeal: Appeal, user, outcome: str, text: str, now: datetime | None = None) -> None:
    """Write the outcome; the candidate sees nothing of it yet."""
    if outcome not in APPEAL_OUTCOMES or not text.strip():
        raise ValidationError(_("Choose an outcome and write what the candidate reads."), code="outcome")
    with transaction.atomic():
        found = _locked(appeal, user, APPEAL_OPEN)
        submission_change(submission=found.submission, user=user, purpose=AccessPurpose.HANDLE)
        found.seal_field("sealed_outcome", text.strip())
        found.outcome, found.state = outcome, AppealState.PROPOSED
        found.proposed_by, found.proposed_at = user, now or timezone.now()
        found.save()
        officers_told(
            institution_id=found.submission.institution_id, what="appeal", pk=found.pk, without=(user.pk,)
        )


def appeal_return(*, appeal: Appeal, user) -> None:
    """The second person does not agree: it is marked once more."""
    with transaction.atomic():
        found = _locked(appeal, user, {AppealState.PROPOSED})
        submission_change(submission=found.submission, user=user, purpose=AccessPurpose.HANDLE)
        found.state, found.outcome = AppealState.MARKING, ""
        found.save(update_fields=["state", "outcome"])


def appeal_confirm(*, appeal: Appeal, user, now: datetime | None = None) -> None:
    """Confirm the outcome, which the candidate sees from now on. Raises ValidationError for whoever wrote it."""
    now = now or timezone.now()
    with transaction.atomic():
        found = _locked(appeal, user, {AppealState.PROPOSED})
        if found.proposed_by_id == user.pk:
            raise ValidationError(
                _("A second person confirms: you wrote this outcome."), code="second-person"
            )
        submission_change(submission=found.submission, user=user, purpose=AccessPurpose.ANSWER)
        found.state, found.decided_by, found.decided_at = found.outcome, user, now
        found.save(update_fields=["state", "decided_by", "decided_at"])
        submission_decide(submission=found.submission, on=timezone.localdate(now))
        submission_close(submission=found.submission, on=timezone.localdate(now))


@sensitive_variables()
def appeal_with_codes(*, institution: Institution, reference: str, secret: str) -> Appeal | None:
    """The appeal of both codes; a code that does not exist takes as long as a wrong secret."""
    found = (
        Appeal.objects.filter(
            submission__reference=codes.normalised_reference(reference), submission__institution=institution
        )
        .select_related("submission", "exam")
        .first()
    )
    is_right = doors.opens(secret, found.submission.secret_hash if found else None)
    return found if is_right else None


@sensitive_variables()
def appeal_shown(*, appeal: Appeal, now: datetime | None = None) -> str:
    """The confirmed outcome, for the candidate; "" before. The first look is kept."""
    if appeal.state not in APPEAL_OUTCOMES:
        return ""
    if appeal.seen_at is None:
        Appeal.objects.filter(pk=appeal.pk, seen_at__isnull=True).update(seen_at=now or timezone.now())
    return appeal_outcome(appeal)


def change_is_ahead(appeal: Appeal) -> bool:
    """Whether a score was changed after the list was published that look-ups answer from: they show the earlier one still."""
    if appeal.state != AppealState.CHANGED or appeal.exam is None or appeal.decided_at is None:
        return False
    return ResultVersion.objects.filter(
        exam__translation_key=appeal.exam.translation_key,
        state=VersionState.PUBLISHED,
        published_at__lt=appeal.decided_at,
    ).exists()
