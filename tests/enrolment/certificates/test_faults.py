"""Workers that are killed, given up or beside each other while they store a list of certificates (W8.12)."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from common.jobs import STALE_AFTER, JobState
from enrolment.certificates import loading, services
from enrolment.certificates.loading import batch_run
from enrolment.certificates.services import (
    batch_confirm,
    batch_create,
    batch_propose,
    batch_store,
    batches_resume,
)
from enrolment.choices import RegisterState
from enrolment.models import Certificate, CertificateBatch
from tests.enrolment.certificates.test_certificates import HEADER, list_of
from tests.enrolment.making import make_officers, workbook
from tests.factories import make_institution
from tests.support.killing import killed

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

COUNT, FATAL = 9, 6
ROWS = [
    f"B {n:07},2026/{n},Nguyễn Văn {n},05/09/2008,thpt,15/08/2026,1234/QĐ-SGDĐT,10/08/2026"
    for n in range(COUNT)
]


@pytest.fixture
def department():
    return make_institution()


@pytest.fixture
def officers(department):
    return make_officers(department)


@pytest.fixture
def batch(department, officers, monkeypatch):
    """A list that was tried and waits for the worker who stores it."""
    monkeypatch.setattr(loading, "BATCH", 2)
    return waiting(department, officers[0], list_of(*ROWS))


def waiting(department, user, file) -> CertificateBatch:
    batch = batch_create(file=file, institution=department, user=user)
    batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.is_checked) == (JobState.DONE, True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(services, "run_certificate_batch", SimpleNamespace(enqueue=lambda pk: None))
        batch_store(batch=batch, user=user)
    return batch


def lost(batch: CertificateBatch) -> None:
    """Its worker has not been heard of for a while."""
    past = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    assert CertificateBatch.objects.filter(pk=batch.pk, state=JobState.RUNNING).update(heartbeat_at=past)


def while_sealing(patch, blow) -> None:
    real, seen = Certificate.seal_field, []

    def seal(row, *args):
        seen.append(1)
        if len(seen) == FATAL:
            blow()
        real(row, *args)

    patch.setattr(Certificate, "seal_field", seal)


def while_writing(patch, blow) -> None:
    """Some of the rows have gone to the database."""
    rows = Certificate.objects.db_manager(None)
    real = type(rows).bulk_create

    def write(manager, objects, **values):
        real(manager, objects[:FATAL], **values)
        blow()

    patch.setattr(type(rows), "bulk_create", write)


@pytest.mark.parametrize("place", [while_sealing, while_writing])
def test_whoever_is_killed_leaves_nothing_and_another_stores_all(place, batch, officers, monkeypatch):
    killed(monkeypatch, place, lambda: batch_run(batch_id=batch.pk))

    batch.refresh_from_db()
    assert (batch.state, batch.register_state) == (JobState.RUNNING, RegisterState.CHECKED)
    assert not Certificate.objects.exists()
    assert batch_run(batch_id=batch.pk) is False, "its worker may still live"
    lost(batch)
    assert [found.pk for found in batches_resume()] == [batch.pk]
    batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.register_state, batch.file.name) == (JobState.DONE, RegisterState.READY, "")
    assert Certificate.objects.count() == batch.rows_count == COUNT
    batch_propose(batch=batch, user=officers[0])
    batch_confirm(batch=batch, user=officers[1])
    assert Certificate.objects.filter(is_confirmed=True).count() == COUNT


@pytest.mark.parametrize("stage", [1, 2, 3])
def test_a_worker_that_was_given_up_stops_and_writes_nothing(stage, batch, monkeypatch):
    monkeypatch.setattr("common.jobs.HEARTBEAT_SECONDS", 0)
    real, seen = loading._Way.stage, []

    def given_up(way, at, total):
        watch = real(way, at, total)

        def told(number):
            if at == stage and number == 4:
                CertificateBatch.objects.filter(pk=batch.pk).update(runner=None, state=JobState.QUEUED)
            seen.append((at, number))
            watch(number)

        return told

    with monkeypatch.context() as patch:
        patch.setattr(loading._Way, "stage", given_up)
        assert batch_run(batch_id=batch.pk) is False
    assert seen[-1] == (stage, 4), "it stops at once"
    batch.refresh_from_db()
    assert (batch.state, batch.register_state) == (JobState.QUEUED, RegisterState.CHECKED)
    assert not Certificate.objects.exists()
    assert batch_run(batch_id=batch.pk)
    assert Certificate.objects.count() == COUNT


def test_a_worker_that_is_given_up_at_the_last_moment_writes_nothing(batch, monkeypatch):
    """After its last heartbeat, before its transaction."""
    real = loading._sealed

    def given_up(*args):
        yield from real(*args)
        CertificateBatch.objects.filter(pk=batch.pk).update(runner=None, state=JobState.QUEUED)

    with monkeypatch.context() as patch:
        patch.setattr(loading, "_sealed", given_up)
        assert batch_run(batch_id=batch.pk) is False
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_progress_is_a_heartbeat_from_the_opening_on_and_never_goes_back(
    kind, department, officers, monkeypatch
):
    rows = [HEADER.split(","), *(row.split(",") for row in ROWS)]
    batch = waiting(department, officers[0], list_of(*ROWS) if kind == "csv" else workbook(rows))
    seen = []
    monkeypatch.setattr("common.jobs.HEARTBEAT_SECONDS", 0)
    real = loading.Progress._save
    monkeypatch.setattr(loading.Progress, "_save", lambda way, *said: (seen.append(said), real(way, *said)))
    assert batch_run(batch_id=batch.pk)
    done = [number for number, _total in seen]
    assert done == sorted(done)
    assert len(seen) > 3 * COUNT - 3
    assert seen[-1] == (COUNT, COUNT)


def test_of_two_lists_with_one_number_the_second_is_told(batch, department, officers, monkeypatch):
    other = waiting(department, officers[0], list_of(ROWS[0]))
    real = loading._sealed

    def meanwhile(*args):
        found = list(real(*args))
        with monkeypatch.context() as patch:
            patch.setattr(loading, "_sealed", real)
            assert batch_run(batch_id=other.pk)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(loading, "_sealed", meanwhile)
        assert batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.register_state, bool(batch.error)) == (
        JobState.FAILED,
        RegisterState.CHECKED,
        True,
    )
    assert Certificate.objects.get().batch_id == other.pk


def test_a_number_of_the_register_is_known_under_an_older_key(batch, department, officers, settings):
    assert batch_run(batch_id=batch.pk)
    settings.EDUSITE_FIELD_KEYS = [
        "new:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoyMzQ1Njc=",
        *settings.EDUSITE_FIELD_KEYS,
    ]
    again = batch_create(file=list_of(ROWS[3]), institution=department, user=officers[0])
    batch_run(batch_id=again.pk)
    again.refresh_from_db()
    assert (again.wrong, again.is_checked) == (1, False)
