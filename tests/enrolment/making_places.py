"""What tests of assignments need: a campaign that is over, classes at two schools, valid applications, two officers."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.allocation.lots import seed_draw
from enrolment.allocation.runs import job_start, run_propose
from enrolment.allocation.working import job_run
from enrolment.choices import AllocationWork, ApplicationState, Phase, WishOutcome
from enrolment.models import Allocation, AllocationJob, CampaignPage, CampaignPhase, Wish
from network.choices import InstitutionType
from tests.enrolment.making_applications import make_application, make_campaign, make_notice
from tests.factories import make_institution, make_member


def make_world(department, school, *, waits: bool = True, code: str = "HS02", **fields) -> SimpleNamespace:
    """Class ``a`` of the school has two places, class ``b`` of the other school three; the waiting phase begins in a week.

    `code` is that of the other school.
    """
    other = make_institution(code, "Trường Tiểu học Suối Cạn", InstitutionType.PRIMARY, department)
    campaign = make_campaign(department, opens=-20, closes=-1, **fields)
    make_notice(school, campaign, ("a", 2))
    make_notice(other, campaign, ("b", 3))
    if waits:
        now = timezone.now()
        CampaignPhase.objects.create(
            page=campaign,
            kind=Phase.WAITING,
            starts_at=now + timedelta(days=7),
            ends_at=now + timedelta(days=27),
        )
    campaign = CampaignPage.objects.get(pk=campaign.pk)
    seed_draw(campaign=campaign)
    return SimpleNamespace(
        department=department,
        school=school,
        other=other,
        campaign=campaign,
        editor=make_member(department, BoardRole.EDITOR),
        chief=make_member(department, BoardRole.CHIEF),
    )


def apply(world, score, *, wishes: str = "ab", state: str = ApplicationState.VALID, **fields):
    """A valid application; `wishes`: classes in order, `fields`: of every wish."""
    schools = {"a": world.school, "b": world.other}
    values = {"score": score} | fields
    return make_application(
        world.campaign, *((schools[one], one, values) for one in wishes), state=state, owner=world.department
    )


def worked(world, work: AllocationWork, user, **fields) -> AllocationJob:
    """A job that was put in the queue and worked on."""
    job = job_start(campaign=world.campaign, work=work, user=user, **fields)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    return job


def computed(world, **fields) -> Allocation:
    job = worked(world, AllocationWork.COMPUTE, world.editor, **fields)
    assert job.error == ""
    return job.allocation


def proposed(world, **fields) -> Allocation:
    run = computed(world, **fields)
    run_propose(allocation=run, user=world.editor)
    run.refresh_from_db()
    return run


def published(world, **fields) -> Allocation:
    run = proposed(world, **fields)
    job = worked(world, AllocationWork.PUBLISH, world.chief, allocation=run)
    assert job.error == ""
    run.refresh_from_db()
    return run


def places(world) -> dict[str, str]:
    """Lot code → class at which the child has a place."""

    rows = Wish.objects.filter(application__campaign=world.campaign, outcome=WishOutcome.ADMITTED)
    return dict(rows.values_list("application__lot_code", "track"))
