"""A worker that is killed and a connection that is cut in the middle of a part: no half import is seen, and none stays.

On PostgreSQL the worker is a process and the cut is the server's own; SQLite has one writer, in this very process.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from common.jobs import JobState
from enrolment.choices import ResultWork, VersionState
from enrolment.models import ResultImport, ResultRow, ResultVersion
from enrolment.results import lookup
from enrolment.results.services import imports, loading
from enrolment.results.services.imports import import_start
from enrolment.results.services.loading import import_run
from tests.enrolment.making import ROWS, ask, make_exam, make_officers, published, taken_in
from tests.factories import make_institution
from tests.support.killing import KilledError, killed

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PART, FATAL, COUNT = 4, 7, 11
NEW = [f"{500 + n},05/09/2008,CODE-{n:04},{n % 10},,,,," for n in range(COUNT)]
KEYS = {"number": "00120001", "birth": "05/09/2008", "code": "ABCD-EFGH"}


@pytest.fixture
def department():
    return make_institution()


@pytest.fixture
def job(department, monkeypatch):
    """A second list on its way in, beside a version that answers."""
    exam, officers = make_exam(department), make_officers(department)
    published(exam, *officers)
    job = taken_in(exam, officers[0], *NEW)
    with monkeypatch.context() as patch:
        patch.setattr(imports, "run_result_import", SimpleNamespace(enqueue=lambda pk: None))
        import_start(job=job, work=ResultWork.LOAD, user=officers[0])
    monkeypatch.setattr(loading, "PART", PART)
    monkeypatch.setattr(loading, "STEP", 1)
    return job


def fatal(monkeypatch, blow: Callable[[], None]) -> None:
    """The blow falls when FATAL rows have gone to the database, in the middle of the second part."""
    real = loading._Sealer.rows
    seen = []

    def rows(sealer, source):
        for sealed in real(sealer, source):
            seen.append(1)
            if len(seen) == FATAL:
                blow()
            yield sealed

    monkeypatch.setattr(loading._Sealer, "rows", rows)


def by_signal(job: ResultImport, monkeypatch) -> None:
    """A worker dies by SIGKILL."""
    killed(monkeypatch, fatal, lambda: import_run(import_id=job.pk))


def cut(job: ResultImport, monkeypatch) -> None:
    """The server ends the connection of a worker."""

    def blow():
        if connection.vendor != "postgresql":
            raise OperationalError("the connection is lost")
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
        other.close()

    with monkeypatch.context() as patch:
        fatal(patch, blow)
        with pytest.raises(OperationalError):
            import_run(import_id=job.pk)
    connection.close()


@pytest.mark.parametrize("accident", [by_signal, cut])
def test_no_half_import_is_seen_and_another_worker_goes_on(accident, job, department, monkeypatch):
    accident(job, monkeypatch)

    job = ResultImport.objects.select_related("version", "exam").get(pk=job.pk)
    assert (job.state, job.loaded, job.version.state) == (JobState.RUNNING, PART, VersionState.LOADING)
    assert ResultRow.objects.filter(version=job.version).count() == PART
    lookup.answers_forget()
    assert "own-result" in ask(job.exam, department, **KEYS).content.decode()
    new = {"number": "500", "birth": "05/09/2008", "code": "CODE-0000"}
    assert "own-result" not in ask(job.exam, department, **new).content.decode()

    assert import_run(import_id=job.pk) is False
    ResultImport.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - timedelta(minutes=5))
    assert import_run(import_id=job.pk)
    job.refresh_from_db()
    version = ResultVersion.objects.get(pk=job.version_id)
    assert (job.state, job.file.name, version.state) == (JobState.DONE, "", VersionState.READY)
    assert ResultRow.objects.filter(version=version).count() == version.rows_count == COUNT
    assert sum(version.totals["subjects"]["toan"]["scores"].values()) == COUNT
    assert ResultRow.objects.exclude(version=version).count() == len(ROWS)


def test_a_worker_killed_before_it_forgot_the_file_leaves_none(job, monkeypatch):
    def dies(_job):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(loading, "file_forget", dies)
        with pytest.raises(KilledError):
            import_run(import_id=job.pk)
    job.refresh_from_db()
    storage, name = job.file.storage, job.file.name
    assert storage.exists(name)
    ResultImport.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - timedelta(minutes=5))
    assert import_run(import_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, job.file.name) == (JobState.DONE, "", "")
    assert not storage.exists(name)
    assert ResultRow.objects.filter(version=job.version_id).count() == COUNT
