"""Assignments of places on their way: work put in the queue, handed to a second person, returned, dropped (W9.4)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common.jobs import queue, resume_stale
from enrolment.allocation.computing import (
    locked,
    noted,
    refuse_compute,
    refuse_same_person,
    refuse_strangers,
    runs_forget,
)
from enrolment.allocation.letters import tell_second
from enrolment.choices import AllocationState, AllocationWork
from enrolment.models import Allocation, AllocationJob, CampaignPage
from enrolment.tasks import run_allocation

__all__ = ["job_start", "jobs_resume", "run_drop", "run_propose", "run_return"]

_S = AllocationState


@transaction.atomic
def job_start(
    *,
    campaign: CampaignPage,
    work: AllocationWork,
    user,
    allocation: Allocation | None = None,
    leaves_out: bool = False,
    reason: str = "",
    language: str = "vi",
    now: datetime | None = None,
) -> AllocationJob:
    """Put work on an assignment in the queue. What can be seen to fail is refused at once; the job asks everything again."""
    CampaignPage.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    refuse_strangers(campaign, user)
    if any(job.is_busy for job in AllocationJob.objects.filter(campaign=campaign)[:5]):
        raise ValidationError(_("Work on this campaign is going on; wait until it is done."), code="busy")
    if work == AllocationWork.COMPUTE:
        refuse_compute(campaign, leaves_out=leaves_out, now=now or timezone.now())
    elif work == AllocationWork.PUBLISH:
        refuse_same_person(locked(allocation, user, _S.PROPOSED), user)
    elif not reason.strip():
        raise ValidationError(_("Say why."), code="reason")
    else:
        locked(allocation, user, _S.PUBLISHED)
    job = AllocationJob(
        campaign=campaign,
        allocation=allocation,
        work=work,
        leaves_out=leaves_out,
        reason=reason.strip()[:300],
        created_by=user,
        language=language,
    )
    queue(job, run_allocation)
    return job


def jobs_resume(*, job: AllocationJob | None = None) -> list[AllocationJob]:
    """Put to work again what has lost its worker, or its place in the queue."""
    return resume_stale(AllocationJob, run_allocation, job)


@transaction.atomic
def run_propose(*, allocation: Allocation, user, now: datetime | None = None) -> None:
    """Hand a computed run to a second person."""
    found = locked(allocation, user, _S.COMPUTED)
    found.state, found.proposed_by, found.proposed_at = _S.PROPOSED, user, now or timezone.now()
    found.reason = ""
    found.save(update_fields=["state", "proposed_by", "proposed_at", "reason"])
    noted(found, "propose", user)
    tell_second(found)


@transaction.atomic
def run_return(*, allocation: Allocation, user, reason: str) -> None:
    """The second person does not agree."""
    if not reason.strip():
        raise ValidationError(_("Say why."), code="reason")
    found = locked(allocation, user, _S.PROPOSED)
    found.state, found.reason = _S.COMPUTED, reason.strip()[:300]
    found.save(update_fields=["state", "reason"])
    noted(found, "return", user)


@transaction.atomic
def run_drop(*, allocation: Allocation, user) -> None:
    """Nobody will publish it."""
    found = locked(allocation, user, _S.COMPUTED)
    runs_forget([found])
    noted(found, "drop", user)
