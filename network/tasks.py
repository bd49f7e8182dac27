"""What the worker does for this package."""

from __future__ import annotations

from django_tasks import task

from network.services.job_runner import job_run


@task()
def run_provisioning_job(job_id: int) -> bool:
    """Take a list in; answers False where the job is finished or in other hands."""
    return job_run(job_id=job_id)
