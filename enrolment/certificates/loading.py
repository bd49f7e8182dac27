"""What the worker does with a list of certificates: try it, or store it whole in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.jobs import Progress, TakenOverError, carry_out
from common.spreadsheets import TableError
from enrolment.certificates.keys import number_digest, number_digests
from enrolment.certificates.lists import SHOWN_FAULTS, Read, read_rows, table_of
from enrolment.choices import RegisterState
from enrolment.list_files import file_forget
from enrolment.models import Certificate, CertificateBatch
from enrolment.results.rows import Fault

BATCH = 500


def batch_run(*, batch_id: int) -> bool:
    """Work on a list that waits, or that has lost its worker; False where there is nothing to do."""
    failures = {
        TableError: "",
        OSError: _("The stored list cannot be read. Upload it again."),
        IntegrityError: _(
            "Another list brought one of its numbers at the same moment, and nothing was stored. Store it again: its mistakes "
            "are then named."
        ),
    }
    return carry_out(
        CertificateBatch,
        batch_id,
        lambda batch: _work(batch, _Way(batch)),
        related=("institution",),
        failures=failures,
    )


class _Way:
    """Progress over the stages of a list: opened, read, compared, and sealed where it is stored. Each call is a heartbeat, and
    ends the work of whoever has lost the job."""

    def __init__(self, batch: CertificateBatch) -> None:
        self.progress = Progress(batch)
        self.stages = 4 if batch.stores else 3

    def opened(self, number: int, expected: int) -> None:
        # The reader of workbooks takes every error for a damaged file; who has lost the job learns it from the next call.
        with suppress(TakenOverError):
            self.progress(number // self.stages, expected)

    def stage(self, stage: int, total: int) -> Callable[[int], None]:
        return lambda number: self.progress((stage * total + number) // self.stages, total)


@sensitive_variables()
def _work(batch: CertificateBatch, way: _Way) -> None:
    if batch.stores and batch.register_state != RegisterState.CHECKED:
        file_forget(batch)
        return
    with batch.file.storage.open(batch.file.name, "rb") as stored:
        table = table_of(stored.file, batch.filename, watch=way.opened)
    total = len(table.rows)
    read = read_rows(table, today=timezone.localdate(), watch=way.stage(1, total))
    digests = _unique(batch, read, way.stage(2, total))
    if not batch.stores or read.wrong:
        _tried(batch, read)
        if batch.stores:
            raise ValidationError(_("Some rows are wrong: nothing was stored."))
        return
    rows = list(_sealed(batch, read, digests, way.stage(3, total)))
    with transaction.atomic():
        # First of all: nobody takes over the job while its rows are written.
        _record(batch, register_state=RegisterState.READY, rows_count=len(rows), heartbeat_at=timezone.now())
        Certificate.objects.bulk_create(rows, batch_size=BATCH)
    file_forget(batch)


def _tried(batch: CertificateBatch, read: Read) -> None:
    faults = sorted(read.faults, key=lambda fault: (fault.row, fault.column))[:SHOWN_FAULTS]
    _record(
        batch,
        wrong=read.wrong,
        faults=[fault.as_json() for fault in faults],
        is_checked=not read.wrong,
        rows_count=len(read.rows),
    )


def _record(batch: CertificateBatch, **values) -> None:
    if not CertificateBatch.objects.filter(pk=batch.pk, runner=batch.runner).update(**values):
        raise TakenOverError


@sensitive_variables()
def _unique(batch: CertificateBatch, read: Read, watch: Callable[[int], None]) -> list[str]:
    """The digest of each row that is right. A number that stands twice, or in the register already, is a mistake."""
    seen: set[str] = set()
    rows, digests = [], []
    for start in range(0, len(read.rows), BATCH):
        part = read.rows[start : start + BATCH]
        known = _known(batch, [values["number"] for values in part])
        for values in part:
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
        watch(start + len(part))
    read.rows = rows
    return digests


@sensitive_variables()
def _known(batch: CertificateBatch, numbers: list[str]) -> set[str]:
    """Digests of those numbers that are in the register, under whichever key of the ring."""
    digests = {
        each: under[0]
        for number in numbers
        for under in [number_digests(batch.institution_id, number)]
        for each in under
    }
    rows = Certificate.objects.filter(institution=batch.institution, digest__in=list(digests))
    return {digests[found] for found in rows.values_list("digest", flat=True)}


@sensitive_variables()
def _sealed(
    batch: CertificateBatch, read: Read, digests: list[str], watch: Callable[[int], None]
) -> Iterator[Certificate]:
    for done, (values, found) in enumerate(zip(read.rows, digests, strict=True), start=1):
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
        watch(done)
        yield row
