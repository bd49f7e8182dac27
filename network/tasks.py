"""What the worker does for this package."""

from __future__ import annotations

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from network.services.job_runner import job_run
from network.services.letters import PART, letters_send


@task()
def run_provisioning_job(job_id: int) -> bool:
    """Take a list in; answers False where the job is finished or in other hands."""
    return job_run(job_id=job_id)


@task()
def send_letters() -> dict[str, int]:
    """Send what waits; answers how many were sent, dropped, put off."""
    return send_part()


def send_part() -> dict[str, int]:
    """Send the first letters that wait, the rest is a task of its own; answers counts."""
    counts = letters_send(most=PART)
    if sum(counts.values()) >= PART:
        wake_letters()
    return counts


def wake_letters() -> None:
    """Have the letters sent now and not only at the next turn of their timer; one task for any number."""
    if not DBTaskResult.objects.ready().filter(task_path=send_letters.module_path).exists():
        send_letters.enqueue()
