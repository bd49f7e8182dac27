"""Publishing an assignment and taking it back: each one transaction, so that a kill leaves all of it or nothing (W9.4)."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.jobs import Progress
from enrolment.allocation.computing import input_digest, locked, noted, parts_of, refuse_same_person
from enrolment.allocation.lots import seed_opened
from enrolment.allocation.reading import input_of, waiting_phase
from enrolment.choices import AllocationState, ApplicationState, Entry, WishOutcome
from enrolment.models import (
    Allocation,
    AllocationJob,
    AllocationRow,
    Application,
    ApplicationEntry,
    CampaignPage,
    LotSeed,
    Wish,
)
from enrolment.policies import campaign_institution
from enrolment.refreshed import announce
from privacy.calendar import add_working_days
from privacy.models import Submission

__all__ = ["entries_write", "publish", "take_back"]

_S, _A, _W = ApplicationState, AllocationState, WishOutcome
PART = 1_000
GIVEN = (_S.ADMITTED, _S.WAITING, _S.NOT_ADMITTED)
ANSWERED = (_S.CONFIRMED, _S.DECLINED, _S.LAPSED)


def entries_write(
    applications: QuerySet[Application], before: str, *, text: str = "", user, now: datetime
) -> int:
    """A line in the record of each of these applications about the state that it is in now; one statement for 1,000."""
    count = 0
    for part in parts_of(applications.order_by("pk").values_list("pk", "state").iterator(PART), PART):
        entries = [
            ApplicationEntry(
                application_id=pk,
                kind=Entry.STATE,
                user=user,
                at=now,
                from_state=before,
                to_state=state,
                is_shown=True,
            )
            for pk, state in part
        ]
        for entry in entries if text else ():
            entry.seal_field("sealed_text", text)
        ApplicationEntry.objects.bulk_create(entries)
        count += len(part)
    return count


def _campaign_locked(campaign_id: int) -> CampaignPage:
    CampaignPage.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    return CampaignPage.objects.get(pk=campaign_id)


@transaction.atomic
def publish(job: AllocationJob, progress: Progress, *, now: datetime | None = None) -> None:
    """Give the places: outcomes of all wishes, states of all applications, one line in each record. Raises ValidationError for
    whoever computed or proposed it, and where an application changed since it was computed. A second run changes nothing."""
    now = now or timezone.now()
    campaign = _campaign_locked(job.campaign_id)
    if job.allocation is None:
        raise ValidationError(_("This assignment is gone."), code="gone")
    if job.allocation.state == _A.PUBLISHED:
        return
    run = locked(job.allocation, job.created_by, _A.PROPOSED)
    refuse_same_person(run, job.created_by)
    salt = seed_opened(LotSeed.objects.get(campaign=campaign)).salt
    if input_digest(input_of(campaign), salt) != run.input_sha256:
        raise ValidationError(
            _(
                "Applications or quotas changed since this assignment was computed: return it and compute again."
            ),
            code="changed",
        )
    until = add_working_days(timezone.localdate(now), campaign.confirm_days)
    _outcomes_write(campaign, run)
    _states_write(campaign, until, now)
    moved = Application.objects.filter(campaign=campaign, state__in=GIVEN, state_at=now)
    entries_write(moved, _S.VALID, user=job.created_by, now=now)
    _decided_write(moved, timezone.localdate(now))
    run.state, run.published_by, run.published_at, run.confirm_until = (
        _A.PUBLISHED,
        job.created_by,
        now,
        until,
    )
    run.save(update_fields=["state", "published_by", "published_at", "confirm_until"])
    noted(run, "publish", job.created_by)
    announce(campaign_institution(campaign))


def _outcomes_write(campaign: CampaignPage, run: Allocation) -> None:
    own = AllocationRow.objects.filter(allocation=run, wish=OuterRef("pk"))
    Wish.objects.filter(application__campaign=campaign, application__state=_S.VALID).update(
        outcome=Subquery(own.values("outcome")), waiting_number=Subquery(own.values("waiting"))
    )


def _states_write(campaign: CampaignPage, until: date, now: datetime) -> None:
    rows = Application.objects.filter(campaign=campaign, state=_S.VALID)
    for outcome, state, due_on in (
        (_W.ADMITTED, _S.ADMITTED, until),
        (_W.WAITING, _S.WAITING, None),
        (None, _S.NOT_ADMITTED, None),
    ):
        found = rows
        if outcome:
            named = Wish.objects.filter(outcome=outcome, application__campaign=campaign)
            found = rows.filter(pk__in=named.values("application"))
        found.update(state=state, state_at=now, due_on=due_on)


def _decided_write(applications: QuerySet[Application], on: date | None) -> None:
    """Their ends are counted anew when the matter is closed (``applications.services.closing``)."""
    Submission.objects.filter(pk__in=applications.values("submission")).update(decided_on=on)


def _refuse_late(campaign: CampaignPage, run: Allocation, now: datetime) -> None:
    """Taking back is for what was wrong from the beginning, seen before anybody relied on it."""
    answered = (
        Application.objects.filter(
            campaign=campaign, state__in=ANSWERED, wishes__allocation_rows__allocation=run
        )
        .distinct()
        .count()
    )
    if answered:
        text = ngettext(
            "%(number)s family has answered already: correct single applications instead.",
            "%(number)s families have answered already: correct single applications instead.",
            answered,
        )
        raise ValidationError(text % {"number": answered}, code="answered")
    phase = waiting_phase(campaign)
    if run.waiting_ended_at or (phase and now >= phase[0]):
        raise ValidationError(_("The waiting lists move already."), code="waiting")


@transaction.atomic
def take_back(job: AllocationJob, progress: Progress, *, now: datetime | None = None) -> None:
    """Undo a publication before anybody has answered; applications are “valid” again and the applicants read why. The seed is
    known from then on: lots stay as they were."""
    now = now or timezone.now()
    campaign = _campaign_locked(job.campaign_id)
    if job.allocation is None:
        raise ValidationError(_("This assignment is gone."), code="gone")
    if job.allocation.state == _A.DROPPED:
        return
    run = locked(job.allocation, job.created_by, _A.PUBLISHED)
    _refuse_late(campaign, run, now)
    given = Application.objects.filter(
        campaign=campaign, state__in=GIVEN, wishes__allocation_rows__allocation=run
    ).distinct()
    text = _("The assignment of places was taken back: %(reason)s") % {"reason": job.reason}
    for state in GIVEN:
        pks = list(given.filter(state=state).values_list("pk", flat=True))
        for part in parts_of(pks, PART):
            own = Application.objects.filter(pk__in=part)
            Wish.objects.filter(application__in=part).update(outcome=_W.OPEN, waiting_number=None)
            own.update(state=_S.VALID, state_at=now, due_on=None)
            entries_write(own, state, text=text, user=job.created_by, now=now)
            _decided_write(own, None)
    run.state, run.reason = _A.DROPPED, job.reason
    run.save(update_fields=["state", "reason"])
    noted(run, "take_back", job.created_by, reason=job.reason)
    announce(campaign_institution(campaign))
