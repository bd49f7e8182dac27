"""What officers do with one application: ask for evidence, find it valid, propose and confirm decisions (W9.4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.letters import tell_applicant
from enrolment.applications.states import StateError, application_locked, application_move, entry_add
from enrolment.choices import (
    DECIDED_BY_TWO,
    TRANSITIONS,
    AllocationState,
    ApplicationState,
    Entry,
    WishOutcome,
)
from enrolment.models import Allocation, Application, ApplicationEntry, CampaignPage, Wish
from enrolment.policies import may_work_on
from enrolment.processing.letters import tell_of_proposal
from enrolment.processing.selectors import quota_of
from privacy.calendar import add_working_days
from privacy.choices import AccessPurpose
from privacy.services import submission_change
from privacy.services.retention.periods import submission_close, submission_decide, submission_reopen

_S = ApplicationState
PROPOSED_SINGLY = frozenset({_S.INVALID, _S.ADMITTED})
"""Decisions about one application alone; all others come from an assignment of places."""
EVIDENCE_DAYS = 5
"""Working days that a request for evidence gives where nobody names a day."""
PLACE_TAKEN = (_S.ADMITTED, _S.CONFIRMED)


@transaction.atomic
def application_for(
    *, application: Application, user, states: Collection[str] = (), purpose: str = AccessPurpose.HANDLE
) -> Application:
    """The application, locked, for one of its officers, with the change on record; inside the caller's transaction.

    Raises PermissionDenied, StateError where it is in none of `states` or where a decision waits for a second person.
    """
    found = application_locked(application)
    if not may_work_on(user, found):
        raise PermissionDenied
    if states and found.state not in states:
        raise StateError(
            _("This application is “%(state)s”: that step does not follow.")
            % {"state": found.get_state_display()},
            code="state",
        )
    submission_change(submission=found.submission, user=user, purpose=purpose)
    return found


def _without_proposal(found: Application) -> None:
    if found.proposed_state:
        raise StateError(
            _("A decision waits for a second person: confirm or return it first."), code="proposed"
        )


def _worded(text: str, message: str) -> str:
    if not (text := text.strip()):
        raise ValidationError(message, code="text")
    return text


@sensitive_variables("text")
def evidence_ask(
    *, application: Application, user, text: str, due_on: date | None = None, now: datetime | None = None
) -> Application:
    """Ask the applicant for more evidence until a day; asking again while it is open gives a new text and day.

    `due_on`: empty for EVIDENCE_DAYS working days from today.
    """
    now = now or timezone.now()
    today = timezone.localdate(now)
    text = _worded(text, _("Write what is missing, in words that the applicant understands."))
    due_on = due_on or add_working_days(today, EVIDENCE_DAYS)
    if due_on <= today:
        raise ValidationError(_("Name a day after today."), code="due")
    with transaction.atomic():
        found = application_for(application=application, user=user, states=(_S.SUBMITTED, _S.VALID, _S.MORE))
        _without_proposal(found)
        if found.state != _S.MORE:
            return application_move(
                application=found, to=_S.MORE, user=user, text=text, kind=Entry.ASKED, due_on=due_on, now=now
            )
        found.due_on = due_on
        found.save(update_fields=["due_on"])
        entry = entry_add(
            application=found,
            kind=Entry.ASKED,
            user=user,
            text=text,
            is_shown=True,
            from_state=_S.MORE,
            to_state=_S.MORE,
            now=now,
        )
        tell_applicant(found, entry)
    return found


@sensitive_variables("text")
def application_accept(
    *, application: Application, user, text: str = "", now: datetime | None = None
) -> Application:
    """The application is valid."""
    with transaction.atomic():
        found = application_for(application=application, user=user, states=(_S.SUBMITTED, _S.MORE))
        _without_proposal(found)
        return application_move(application=found, to=_S.VALID, user=user, text=text.strip(), now=now)


@sensitive_variables("text")
def application_reopen(
    *, application: Application, user, text: str, now: datetime | None = None
) -> Application:
    """It is checked once more; the applicant reads why."""
    text = _worded(text, _("Write why it is checked again, in words that the applicant understands."))
    with transaction.atomic():
        found = application_for(application=application, user=user, states=(_S.MORE, _S.VALID, _S.INVALID))
        _without_proposal(found)
        if found.state == _S.INVALID:
            submission_reopen(submission=found.submission)
        return application_move(application=found, to=_S.SUBMITTED, user=user, text=text, now=now)


def proposals_for(application: Application) -> list[ApplicationState]:
    """The decisions that one officer can propose now; taking back after a lapse is `readmission_propose`."""
    if application.proposed_state:
        return []
    found = [state for state in PROPOSED_SINGLY if state in TRANSITIONS[application.state]]
    if _S.ADMITTED in found and not direct_wishes(application):
        found.remove(_S.ADMITTED)
    return sorted(found)


def direct_wishes(application: Application) -> list[Wish]:
    """The wishes for which the rules admit directly, before all others; none once an assignment has decided."""
    if application.state != _S.VALID:
        return []
    return list(application.wishes.filter(is_first=True).select_related("school").order_by("position"))


@sensitive_variables("text")
def decision_propose(
    *,
    application: Application,
    user,
    to: str,
    text: str,
    position: int | None = None,
    now: datetime | None = None,
) -> Application:
    """Propose that it is not valid, or admitted directly to the wish number `position`; `text`: what the applicant reads once a
    second person has confirmed it, stored sealed."""
    text = _worded(text, _("Write the reason, in words that the applicant understands."))
    with transaction.atomic():
        found = application_for(application=application, user=user)
        _without_proposal(found)
        if to not in proposals_for(found) or to not in DECIDED_BY_TWO:
            raise StateError(
                _("This application is “%(state)s”: that step does not follow.")
                % {"state": found.get_state_display()},
                code="state",
            )
        return _propose(found, user, to, text, position, now)


@sensitive_variables("text")
def readmission_propose(
    *, application: Application, user, text: str, now: datetime | None = None
) -> Application:
    """Propose to take back a child whose place lapsed because nobody confirmed it in time, into the class of that place while one
    is free there; `text` as in `decision_propose`."""
    text = _worded(text, _("Write the reason, in words that the applicant understands."))
    with transaction.atomic():
        found = application_for(application=application, user=user, states=(_S.LAPSED,))
        _without_proposal(found)
        wish = lapsed_wish(found)
        return _propose(found, user, _S.ADMITTED, text, wish.position if wish else None, now)


@sensitive_variables("text")
def _propose(
    found: Application, user, to: str, text: str, position: int | None, now: datetime | None
) -> Application:
    if to == _S.ADMITTED:
        _check_place(found, position)
    found.proposed_state, found.proposed_by, found.proposed_at = to, user, now or timezone.now()
    found.proposed_position = position if to == _S.ADMITTED else None
    found.save(update_fields=["proposed_state", "proposed_by", "proposed_at", "proposed_position"])
    entry_add(
        application=found,
        kind=Entry.PROPOSED,
        user=user,
        text=text,
        from_state=found.state,
        to_state=to,
        now=now,
    )
    tell_of_proposal(found, user)
    return found


def lapsed_wish(application: Application) -> Wish | None:
    """The wish whose place was not confirmed in time; those that were waiting beside it keep their number on the list."""
    if application.state != _S.LAPSED:
        return None
    rows = application.wishes.filter(outcome=WishOutcome.GIVEN_UP, waiting_number__isnull=True)
    return rows.select_related("school").order_by("position").first()


def _check_place(found: Application, position: int | None) -> Wish:
    """The wish, where the rules admit it directly, or its place lapsed, and the class has a place left."""
    if found.state == _S.LAPSED:
        wish = lapsed_wish(found)
        if wish is None or wish.position != position:
            raise ValidationError(_("It cannot be seen any more which place lapsed."), code="wish")
    else:
        wish = next((one for one in direct_wishes(found) if one.position == position), None)
    if wish is None:
        raise ValidationError(
            _("Choose a wish for which the rules admit directly, before all others."), code="wish"
        )
    quota = quota_of(found.campaign, wish.school_id, wish.track)
    taken = Wish.objects.filter(
        school=wish.school_id,
        track=wish.track,
        outcome=WishOutcome.ADMITTED,
        application__campaign=found.campaign_id,
        application__state__in=PLACE_TAKEN,
    ).count()
    if taken >= quota:
        raise ValidationError(
            _("All %(quota)s places of this class are given away.") % {"quota": quota}, code="quota"
        )
    return wish


@sensitive_variables()
def proposal_text(application: Application) -> str:
    """The reason that was proposed, for whom has opened the application."""
    entry = _proposal(application)
    return (entry.unseal_field("sealed_text") or "") if entry else ""


def _proposal(application: Application) -> ApplicationEntry | None:
    return application.entries.filter(kind=Entry.PROPOSED).order_by("-at", "-pk").first()


def _proposed(application: Application, user) -> Application:
    found = application_for(application=application, user=user)
    if not found.proposed_state:
        raise StateError(_("No decision waits: somebody has confirmed or returned it."), code="proposed")
    return found


@sensitive_variables("text")
def decision_confirm(*, application: Application, user, now: datetime | None = None) -> Application:
    """Confirm what another person proposed; the applicant reads it from now on. Raises ValidationError for whoever proposed it,
    whatever rights they have."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    with transaction.atomic():
        if application.proposed_state == _S.ADMITTED:
            CampaignPage.objects.select_for_update(of=("self",)).get(pk=application.campaign_id)
        found = _proposed(application, user)
        if found.proposed_by_id in (None, user.pk):
            raise ValidationError(
                _("A second person confirms: you proposed this decision.")
                if found.proposed_by_id
                else _("Whoever proposed this has no account any more: return it and propose it again."),
                code="second-person",
            )
        to, position, text, due_on = found.proposed_state, found.proposed_position, proposal_text(found), None
        if to == _S.ADMITTED:
            wish = _check_place(found, position)
            if found.state == _S.LAPSED:
                _take_back(found, wish)
            else:
                _admit(found, wish)
            due_on = add_working_days(today, found.campaign.confirm_days)
        moved = application_move(application=found, to=to, user=user, text=text, due_on=due_on, now=now)
        moved.decided_by, moved.proposed_position = user, None
        moved.save(update_fields=["decided_by", "proposed_position"])
        submission_decide(submission=moved.submission, on=today)
        if to == _S.INVALID:
            submission_close(submission=moved.submission, on=today)
    return moved


def _admit(found: Application, wish: Wish) -> None:
    found.wishes.exclude(pk=wish.pk).update(outcome=WishOutcome.NOT_NEEDED)
    found.wishes.filter(pk=wish.pk).update(outcome=WishOutcome.ADMITTED)


def _take_back(found: Application, wish: Wish) -> None:
    """The place is the child's again; where the lists still move, it waits for its earlier wishes as before."""
    submission_reopen(submission=found.submission)
    found.wishes.filter(pk=wish.pk).update(outcome=WishOutcome.ADMITTED)
    published = Allocation.objects.filter(campaign=found.campaign_id, state=AllocationState.PUBLISHED)
    if published.filter(waiting_ended_at=None).exists():
        found.wishes.filter(outcome=WishOutcome.GIVEN_UP, waiting_number__isnull=False).update(
            outcome=WishOutcome.WAITING
        )


@sensitive_variables("reason")
def decision_return(
    *, application: Application, user, reason: str, now: datetime | None = None
) -> Application:
    """The proposal is not followed, or taken back by whoever made it; the reason is for the officers only."""
    reason = _worded(reason, _("Write why the proposal is returned."))
    with transaction.atomic():
        found = _proposed(application, user)
        to, found.proposed_state = found.proposed_state, ""
        found.proposed_by = found.proposed_at = found.proposed_position = None
        found.save(update_fields=["proposed_state", "proposed_by", "proposed_at", "proposed_position"])
        entry_add(
            application=found,
            kind=Entry.RETURNED,
            user=user,
            text=reason,
            from_state=found.state,
            to_state=to,
            now=now,
        )
    return found


@dataclass(frozen=True)
class RecordLine:
    """A line of an application's record with its words; "" before it was opened."""

    entry: ApplicationEntry
    text: str


@sensitive_variables()
def record_of(application: Application, *, opened: bool) -> list[RecordLine]:
    """What was done with it, the first first; `opened`: for whom has opened the application with a purpose. One query."""
    rows = application.entries.select_related("user")
    return [RecordLine(row, (row.unseal_field("sealed_text") or "") if opened else "") for row in rows]
