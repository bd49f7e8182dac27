"""What the worker does for this package."""

from __future__ import annotations

from django_tasks import task

from enrolment.allocation.waiting import campaign_move
from enrolment.allocation.working import job_run
from enrolment.campaigns.list_loading import list_run
from enrolment.certificates.loading import batch_run
from enrolment.models import CampaignPage
from enrolment.results.services.loading import import_run


@task()
def run_result_import(import_id: int) -> bool:
    """Work on a list of results; answers False where it is finished or in other hands."""
    return import_run(import_id=import_id)


@task()
def run_certificate_batch(batch_id: int) -> bool:
    """Work on a list of certificates; answers False where it is finished or in other hands."""
    return batch_run(batch_id=batch_id)


@task()
def run_school_list(list_id: int) -> bool:
    """Work on a list of schools; answers False where it is finished or in other hands."""
    return list_run(list_id=list_id)


@task()
def run_allocation(job_id: int) -> bool:
    """Work on an assignment of places; answers False where it is finished or in other hands."""
    return job_run(job_id=job_id)


@task()
def move_waiting_lists(campaign_id: int) -> int:
    """A place became free: offer it to whoever is next; answers how many places were offered."""
    campaign = CampaignPage.objects.filter(pk=campaign_id).first()
    return len(campaign_move(campaign=campaign)) if campaign else 0
