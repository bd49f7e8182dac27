"""What the worker does with a list of certificates: try it, or store it whole in one transaction."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.jobs import Progress, TakenOverError, carry_out
from common.spreadsheets import TableError
from enrolment.certificates.keys import number_digest
from enrolment.certificates.lists import Read, read_rows, table_of
from enrolment.choices import RegisterState
from enrolment.list_files import file_forget
from enrolment.models import Certificate, CertificateBatch
from enrolment.results.rows import Fault

SHOWN_FAULTS = 500
BATCH = 500


def batch_run(*, batch_id: int) -> bool:
    """Work on a list that waits, or that has lost its worker; False where there is nothing to do."""
    failures = {TableError: "", OSError: _("The stored list cannot be read. Upload it again.")}
    return carry_out(
        CertificateBatch,
        batch_id,
        lambda batch: _work(batch, Progress(batch)),
        related=("institution",),
        failures=failures,
    )


@sensitive_variables()
def _work(batch: CertificateBatch, progress: Progress) -> None:
    if batch.stores and batch.register_state != RegisterState.CHECKED:
        file_forget(batch)
        return
    with batch.file.storage.open(batch.file.name, "rb") as stored:
        read = read_rows(table_of(stored.file, batch.filename), today=timezone.localdate())
    digests = _unique(batch, read)
    total = len(read.rows) + read.wrong
    progress(total, total)
    faults = [
        fault.as_json() for fault in sorted(read.faults, key=lambda f: (f.row, f.column))[:SHOWN_FAULTS]
    ]
    mine = CertificateBatch.objects.filter(pk=batch.pk, runner=batch.runner)
    if not batch.stores or read.wrong:
        mine.update(wrong=read.wrong, faults=faults, is_checked=not read.wrong, rows_count=len(read.rows))
        if batch.stores:
            raise ValidationError(_("Some rows are wrong: nothing was stored."))
        return
    with transaction.atomic():
        _store(batch, read, digests)
        if not mine.update(register_state=RegisterState.READY, rows_count=len(read.rows)):
            raise TakenOverError
    file_forget(batch)


@sensitive_variables()
def _unique(batch: CertificateBatch, read: Read) -> list[str]:
    """The digest of each row that is right. A number that stands twice, or in the register already, is a mistake."""
    known = set(Certificate.objects.filter(institution=batch.institution).values_list("digest", flat=True))
    seen: set[str] = set()
    rows, digests = [], []
    for values in read.rows:
        found = number_digest(batch.institution_id, values["number"])
        if found in known or found in seen:
            text = (
                _("The number stands in the register already.")
                if found in known
                else _("The number stands in an earlier row as well.")
            )
            read.faults.append(Fault(values["row"], 0, text))
            read.wrong += 1
            continue
        seen.add(found)
        rows.append(values)
        digests.append(found)
    read.rows = rows
    return digests


@sensitive_variables()
def _store(batch: CertificateBatch, read: Read, digests: list[str]) -> None:
    rows = []
    for values, found in zip(read.rows, digests, strict=True):
        row = Certificate(
            institution=batch.institution,
            batch=batch,
            digest=found,
            kind=values["kind"],
            issued_on=values["issued_on"],
            decision=values["decision"],
            decided_on=values["decided_on"],
            status=values["status"],
            status_on=values["decided_on"],
        )
        row.seal_field(
            "sealed_body", {name: values[name] for name in ("number", "book_number", "name", "birth")}
        )
        rows.append(row)
    Certificate.objects.bulk_create(rows, batch_size=BATCH)
