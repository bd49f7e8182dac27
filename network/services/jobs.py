"""Lists that were uploaded: stored, confirmed, put to work, taken up again after a restart, purged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db.models import Count, Sum
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from common.jobs import JobState, queue, resume_stale
from network.choices import RowStatus
from network.models import Institution, ProvisioningJob
from network.provisioning.outcomes import ProvisioningResult, RowOutcome
from network.services.job_runner import job_table
from network.tasks import run_provisioning_job

__all__ = [
    "job_create",
    "job_map",
    "job_purge",
    "job_result",
    "job_resume_stale",
    "job_start",
    "job_totals",
]

KEEP = timedelta(days=90)


def job_create(
    *,
    file: File,
    parent: Institution | None,
    domain: str,
    user,
    language: str = "vi",
    type_change: bool = False,
    send_invitations: bool = True,
) -> ProvisioningJob:
    """Store a list in the private storage. Raises TableError where it cannot be read at all; nothing is
    stored then.
    """
    job = ProvisioningJob(
        parent=parent,
        filename=file.name[-255:],
        domain=domain,
        created_by=user,
        language=language,
        type_change=type_change,
        send_invitations=send_invitations,
    )
    job.file.save(f"list.{file.name.rpartition('.')[2].lower()[:5]}", file, save=False)
    try:
        job.total = len(job_table(job).rows)
    except Exception:
        job.file.delete(save=False)
        raise
    job.save()
    return job


def job_map(*, job: ProvisioningJob, columns: Mapping[str, int], constants: Mapping[str, str]) -> None:
    """Confirm which column or constant gives each field. What an earlier dry run said is forgotten."""
    _refuse_busy(job)
    job.mapping = {"columns": dict(columns), "constants": dict(constants)}
    job.state = JobState.MAPPED
    job.rows.all().delete()
    job.save(update_fields=["mapping", "state"])


def job_start(*, job: ProvisioningJob, dry_run: bool) -> None:
    """Put the job to work from its first row, once the running transaction is committed."""
    _refuse_busy(job)
    if not job.mapping:
        raise ValidationError(_("Confirm the columns first."), code="not-mapped")
    job.rows.all().delete()
    queue(job, run_provisioning_job, dry_run=dry_run)


def job_resume_stale(*, job: ProvisioningJob | None = None) -> list[ProvisioningJob]:
    """Put to work again what has lost its worker, or its place in the queue; answers these jobs. `job`: only
    this one.
    """
    return resume_stale(ProvisioningJob, run_provisioning_job, job)


def job_totals(job: ProvisioningJob) -> dict[str, float]:
    """The totals of a job as the command prints them; one query."""
    counts = dict.fromkeys(RowStatus.values, 0)
    pages = 0
    rows = job.rows.order_by().values_list("status").annotate(count=Count("pk"), made=Sum("pages"))
    for status, count, made in rows:
        counts[status] = count
        pages += made or 0
    return {"rows": sum(counts.values()), **counts, "pages": pages, "seconds": round(job.seconds, 2)}


def job_result(job: ProvisioningJob) -> ProvisioningResult:
    """The outcomes of all rows, for the report."""
    outcomes = [
        RowOutcome(row.number, row.code, row.name, row.status, row.messages, row.host, row.pages)
        for row in job.rows.iterator()
    ]
    return ProvisioningResult(outcomes, job.seconds)


def job_purge(*, now=None) -> int:
    """Delete lists with their files and reports, 90 days after they were taken in; answers how many."""
    limit = (now or timezone.now()) - KEEP
    jobs: Iterable[ProvisioningJob] = ProvisioningJob.objects.alias(
        last=Greatest("created_at", Coalesce("finished_at", "created_at"))
    ).filter(last__lt=limit)
    count = 0
    for job in jobs.exclude(state=JobState.RUNNING):
        job.file.delete(save=False)
        job.delete()
        count += 1
    return count


def _refuse_busy(job: ProvisioningJob) -> None:
    if job.is_busy:
        raise ValidationError(_("The list is being taken in; wait until it is done."), code="busy")
