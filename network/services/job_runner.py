"""Runs one job: takes its list in, row by row, and goes on where an interrupted run stopped."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from common.spreadsheets import Table, TableError, read_table
from network.models import ProvisioningJob, ProvisioningRow
from network.models.jobs import JobState
from network.provisioning import ProvisioningRun
from network.provisioning.columns import HEADER_NAMES, ColumnMapping, MappingError
from network.provisioning.outcomes import RowOutcome
from network.services.provisioning import list_provision

__all__ = ["STALE_AFTER", "job_mapping", "job_run", "job_table"]

STALE_AFTER = timedelta(seconds=60)
"""A running job that has not been heard of for so long has lost its worker; a row takes a fraction of a
second.
"""
HEARTBEAT_SECONDS = 1.0
MAX_ATTEMPTS = 5


class TakenOverError(Exception):
    """Another worker runs the job now."""


def job_table(job: ProvisioningJob) -> Table:
    """Read the stored list. Raises TableError and OSError."""
    with job.file.open("rb") as file:
        return read_table(file, filename=job.filename, header_names=HEADER_NAMES)


def job_mapping(job: ProvisioningJob, table: Table) -> ColumnMapping:
    """The columns as they were confirmed. Raises MappingError."""
    return ColumnMapping.from_choice(
        table.header,
        columns=job.mapping.get("columns", {}),
        constants=job.mapping.get("constants", {}),
    )


def job_run(*, job_id: int) -> bool:
    """Run a job that waits, or that has lost its worker; False where there is nothing to do.

    An error of the list ends the job as failed. Anything else leaves it as it is, to be taken up again, at
    most MAX_ATTEMPTS times.
    """
    job = _claim(job_id)
    if job is None:
        return False
    if job.attempts > MAX_ATTEMPTS:
        _finish(
            job,
            JobState.FAILED,
            error=_("The list was interrupted too often. Please tell the administrator."),
        )
        return False
    try:
        with translation.override(job.language):
            _take_rows(job)
    except TakenOverError:
        return False
    except (TableError, MappingError) as error:
        _finish(job, JobState.FAILED, error=str(error))
    except ValidationError as error:
        _finish(job, JobState.FAILED, error=" ".join(error.messages))
    except OSError:
        _finish(job, JobState.FAILED, error=_("The stored list cannot be read. Upload it again."))
    else:
        _finish(job, JobState.DONE)
    return True


def _claim(job_id: int) -> ProvisioningJob | None:
    """Take the job, or None where another worker is quicker: the update of one row decides."""
    now, runner = timezone.now(), uuid.uuid4()
    lost = Q(state=JobState.RUNNING, heartbeat_at__lt=now - STALE_AFTER)
    taken = ProvisioningJob.objects.filter(Q(state=JobState.QUEUED) | lost, pk=job_id).update(
        state=JobState.RUNNING, runner=runner, heartbeat_at=now, attempts=F("attempts") + 1
    )
    if not taken:
        return None
    return ProvisioningJob.objects.select_related("parent", "created_by").get(pk=job_id)


@dataclass
class _Progress:
    job: ProvisioningJob
    started: float = field(default_factory=time.monotonic)
    last: float = 0.0

    def __call__(self, done: int, total: int, outcome: RowOutcome) -> None:
        now = time.monotonic()
        if done == total or now - self.last >= HEARTBEAT_SECONDS:
            self.last = now
            self.save(done=done, total=total)

    def save(self, **values: int) -> None:
        spent = time.monotonic() - self.started
        mine = ProvisioningJob.objects.filter(pk=self.job.pk, runner=self.job.runner)
        seconds = self.job.seconds + spent
        if not mine.update(heartbeat_at=timezone.now(), seconds=seconds, **values):
            raise TakenOverError


def _take_rows(job: ProvisioningJob) -> None:
    table = job_table(job)
    run = ProvisioningRun(
        domain=job.domain,
        user=job.created_by,
        send_invitations=job.send_invitations,
        language=job.language,
    )
    taken = [
        RowOutcome(row.number, row.code, row.name, row.status, row.messages, row.host, row.pages)
        for row in job.rows.all()
    ]
    list_provision(
        table=table,
        mapping=job_mapping(job, table),
        parent_code=job.parent.code if job.parent else None,
        run=run,
        dry_run=job.dry_run,
        type_change=job.type_change,
        within="" if job.created_by and job.created_by.is_superuser else job.parent.path,
        taken=taken,
        record=lambda outcome: _record(job, outcome),
        progress=_Progress(job),
    )


def _record(job: ProvisioningJob, outcome: RowOutcome) -> None:
    ProvisioningRow.objects.create(
        job=job,
        number=outcome.row,
        code=outcome.code[:255],
        name=outcome.name[:500],
        status=outcome.status,
        host=outcome.host,
        pages=outcome.pages,
        messages=outcome.messages,
    )


def _finish(job: ProvisioningJob, state: JobState, error: str = "") -> None:
    ProvisioningJob.objects.filter(pk=job.pk, runner=job.runner).update(
        state=state, error=error[:500], finished_at=timezone.now(), heartbeat_at=timezone.now()
    )
