"""What the worker does about assignments: compute, publish, take back."""

from __future__ import annotations

from common.jobs import Progress, carry_out
from enrolment.allocation.computing import compute
from enrolment.allocation.publishing import publish, take_back
from enrolment.choices import AllocationWork
from enrolment.models import AllocationJob

WORKS = {
    AllocationWork.COMPUTE: compute,
    AllocationWork.PUBLISH: publish,
    AllocationWork.TAKE_BACK: take_back,
}


def job_run(*, job_id: int) -> bool:
    """Work on a job that waits, or that has lost its worker; False where there is nothing to do."""
    return carry_out(
        AllocationJob,
        job_id,
        lambda job: WORKS[AllocationWork(job.work)](job, Progress(job)),
        related=("campaign", "allocation"),
    )
