"""What the worker does with a list of results: try it, or load it in parts.

A part is a transaction: its rows stand there together with the number of rows loaded so far, or nothing of it does. Whoever
takes up an interrupted list counts its first rows again and goes on behind them. No row answers anybody before its version is
published.
"""

from __future__ import annotations

import itertools
import struct
import uuid
from collections.abc import Iterable, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.jobs import Progress, TakenOverError, carry_out
from common.spreadsheets import TableError
from common.spreadsheets.table import column_letters
from enrolment.choices import ResultWork, VersionState
from enrolment.keyed_hash import KeyedHash
from enrolment.list_files import file_forget
from enrolment.models import ResultImport, ResultRow, ResultVersion
from enrolment.results.keys import nonces, row_key
from enrolment.results.lists import MOST_ROWS, Source, opened
from enrolment.results.rows import Fault, Reader, Wording, WrongCellError
from enrolment.results.versions import cipher_of, code_maker, keys_of

__all__ = ["PART", "SHOWN_FAULTS", "import_run"]

PART = 50_000
"""Rows of a transaction."""
STEP = 2_000
"""Rows that are sealed and handed to the database at once."""
SHOWN_FAULTS = 500
"""Mistakes that are kept of a list."""
_HEAD = b"PGCOPY\n\xff\r\n\x00" + struct.pack("!ii", 0, 0)
_ROW = struct.Struct("!hi16siqi")


def import_run(*, import_id: int) -> bool:
    """Work on a list that waits, or that has lost its worker; False where there is nothing to do."""
    failures = {
        TableError: "",
        OSError: _("The stored list cannot be read. Upload it again."),
        IntegrityError: _("A candidate number stands twice in the list."),
    }
    works = {ResultWork.CHECK: _check, ResultWork.LOAD: _load}
    return carry_out(
        ResultImport,
        import_id,
        lambda job: works[ResultWork(job.work)](job, Progress(job)),
        related=("exam", "institution", "version__code_book", "acting"),
        failures=failures,
    )


def _file_of(job: ResultImport):
    return job.file.storage.open(job.file.name, "rb")


def _reader(job: ResultImport) -> Reader:
    return Reader(job.columns, job.exam.subjects_used(), Wording.of(job.exam))


def _check(job: ResultImport, progress: Progress) -> None:
    reader, seen = _reader(job), set()
    faults: list[Fault] = []
    wrong = done = 0
    with _file_of(job) as file, opened(file.file, job.filename, reader.subjects) as source:
        _refuse_uncomputed(reader, source)
        for done, (row, cells) in enumerate(source.rows(), start=1):
            found = _faults_of(reader, row, reader.fitted(cells), seen)
            if found:
                wrong += 1
                faults += found[: max(SHOWN_FAULTS - len(faults), 0)]
            if done % STEP == 0:
                progress(done, max(job.total, done))
            if done > MOST_ROWS:
                raise ValidationError(
                    _("The list has more than %(limit)s rows. Split it into smaller lists.")
                    % {"limit": MOST_ROWS}
                )
    if not done:
        raise ValidationError(_("There are no rows below the headings."))
    progress(done, done)
    ResultImport.objects.filter(pk=job.pk, runner=job.runner).update(
        wrong=wrong, faults=[fault.as_json() for fault in faults], is_checked=not wrong
    )


def _refuse_uncomputed(reader: Reader, source: Source) -> None:
    """A formula without a result would be read as an empty cell, and that as “not taken”."""
    letters = {column_letters(place) for place in reader.columns.values()}
    if cell := next((name for name in source.uncomputed() if name.rstrip("0123456789") in letters), ""):
        text = _("The formula has no stored result. Open the list in Excel, save it and try again.")
        raise ValidationError(f"{cell}: {text}")


def _faults_of(reader: Reader, row: int, cells: Sequence[str], seen: set) -> list[Fault]:
    try:
        number, _birth, _code = reader.keys(cells)
        reader.values(cells)
    except WrongCellError:
        return reader.faults(row, cells)
    mark = int(number) if number.isdigit() else number
    if mark in seen:
        text = _(
            "The candidate number stands in an earlier row as well; leading zeros do not make it another."
        )
        return [Fault(row, reader.number_at, text)]
    seen.add(mark)
    return []


def _load(job: ResultImport, progress: Progress) -> None:
    version = job.version
    if version is None or version.state != VersionState.LOADING:
        if version and job.file and job.loaded == version.rows_count:
            file_forget(job)
            return
        raise ValidationError(_("This list is loaded already."))
    maker = code_maker(version.code_book) if job.draws_codes else None
    reader = Reader(job.columns, version.subject_list, Wording.of(job.exam), draws=maker)
    with _file_of(job) as file, opened(file.file, job.filename, reader.subjects) as source:
        rows = source.rows()
        done = _pass_over(job, reader, rows, progress)
        sealer = _Sealer(version, reader)
        while part := next(rows, None):
            done += _store_part(job, sealer, itertools.chain([part], itertools.islice(rows, PART - 1)), done)
            progress(done, max(job.total, done))
    _finish(job, reader, done)


def _pass_over(
    job: ResultImport, reader: Reader, rows: Iterator[tuple[int, Sequence[str]]], progress: Progress
) -> int:
    """Count what an interrupted run has loaded already; of a large workbook that takes minutes, so it is heard of."""
    for passed, (_row, cells) in enumerate(itertools.islice(rows, job.loaded), start=1):
        reader.values(reader.fitted(cells))
        if passed % STEP == 0:
            progress(job.loaded, max(job.total, job.loaded))
    return job.loaded


class _Sealer:
    """Turns rows of a list into rows of the table."""

    def __init__(self, version: ResultVersion, reader: Reader):
        self.version, self.reader = version, reader
        self.cipher, self.index = cipher_of(version), KeyedHash(keys_of(version)[1])

    @sensitive_variables()
    def rows(self, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[bytes, bytes]]:
        reader, seal, index = self.reader, self.cipher.seal, self.index
        for nonce, (row, cells) in zip(_drawn(), rows, strict=False):
            fitted = reader.fitted(cells)
            try:
                found = row_key(index, *reader.keys(fitted))
                values = reader.values(fitted)
            except WrongCellError as error:
                text = _("Row %(row)s is wrong: %(reason)s") % {"row": row, "reason": error}
                raise ValidationError(text) from error
            yield found, seal(found, [cells[reader.number_at].strip(), *values], nonce)


def _drawn() -> Iterator[bytes]:
    while True:
        yield from nonces(STEP)


def _store_part(
    job: ResultImport, sealer: _Sealer, rows: Iterable[tuple[int, Sequence[str]]], done: int
) -> int:
    """Store the rows of a part; answers how many there were."""
    with transaction.atomic():
        sealed = sealer.rows(rows)
        count = (
            _copy(job.version_id, sealed)
            if connection.vendor == "postgresql"
            else _create(job.version_id, sealed)
        )
        mine = ResultImport.objects.filter(pk=job.pk, runner=job.runner)
        if not mine.update(loaded=done + count, heartbeat_at=timezone.now()):
            raise TakenOverError
    return count


def _copy(version_id: int, rows: Iterator[tuple[bytes, bytes]]) -> int:
    """COPY in the binary form: no text is made of what is bytes already."""
    table = connection.ops.quote_name(ResultRow._meta.db_table)
    count = 0
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} (digest, version_id, sealed) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.write(_HEAD)
        pack = _ROW.pack
        while step := [pack(3, 16, d, 8, version_id, len(s)) + s for d, s in itertools.islice(rows, STEP)]:
            count += len(step)
            copy.write(b"".join(step))
        copy.write(b"\xff\xff")
    return count


def _create(version_id: int, rows: Iterator[tuple[bytes, bytes]]) -> int:
    count = 0
    while step := [
        ResultRow(digest=uuid.UUID(bytes=d), version_id=version_id, sealed=s)
        for d, s in itertools.islice(rows, STEP)
    ]:
        ResultRow.objects.bulk_create(step, batch_size=max(STEP // 4, 1))
        count += len(step)
    return count


def _finish(job: ResultImport, reader: Reader, done: int) -> None:
    """The version is whole: it may be proposed. The file goes, and only then is its name forgotten: whoever is killed in
    between leaves a job that the next worker ends."""
    with transaction.atomic():
        if not ResultImport.objects.filter(pk=job.pk, runner=job.runner).update(done=done, total=done):
            raise TakenOverError
        ResultVersion.objects.filter(pk=job.version_id, state=VersionState.LOADING).update(
            state=VersionState.READY, rows_count=done, totals={"subjects": reader.totals()}
        )
    file_forget(job)
