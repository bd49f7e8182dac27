"""Runs one job: takes its list in, row by row, and goes on where an interrupted run stopped."""

from __future__ import annotations

from django.utils.translation import gettext as _

from common.jobs import MAX_ATTEMPTS, STALE_AFTER, Progress, carry_out
from common.spreadsheets import Table, TableError, read_table
from network.models import ProvisioningJob, ProvisioningRow
from network.provisioning import ProvisioningRun
from network.provisioning.columns import HEADER_NAMES, ColumnMapping, MappingError
from network.provisioning.outcomes import RowOutcome
from network.services.provisioning import list_provision

__all__ = ["MAX_ATTEMPTS", "STALE_AFTER", "job_mapping", "job_run", "job_table"]


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
    """Run a job that waits, or that has lost its worker; False where there is nothing to do."""
    failures = {
        TableError: "",
        MappingError: "",
        OSError: _("The stored list cannot be read. Upload it again."),
    }
    return carry_out(ProvisioningJob, job_id, _take_rows, related=("parent",), failures=failures)


def _take_rows(job: ProvisioningJob) -> None:
    table, progress = job_table(job), Progress(job)
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
        progress=lambda done, total, outcome: progress(done, total),
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
