"""Lists in the background: kept, interrupted, taken up again, purged."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command, get_commands, load_command_class
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from common import jobs
from common.spreadsheets import TableError
from network.models import Institution, ProvisioningJob
from network.models.jobs import JobState
from network.services import job_runner
from network.services.job_runner import STALE_AFTER, job_run
from network.services.jobs import (
    job_create,
    job_map,
    job_purge,
    job_result,
    job_resume_stale,
    job_start,
    job_totals,
)
from tests.factories import make_superuser, make_user
from tests.network.lists import ALL, DEPARTMENT, PRIMARY, institution, take, text_of
from tests.support.migrated import migrated_copy

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = {
    name: n
    for n, name in enumerate(
        ["code", "name", "type", "parent", "address", "phone", "email", "head", "domain"]
    )
}


def make_job(*rows: str, user=None, parent: Institution | None = None, **fields) -> ProvisioningJob:
    file = ContentFile(text_of(*rows).encode(), name="Danh sách trường.csv")
    job = job_create(
        file=file,
        parent=parent,
        domain="{slug}.hs.example.edu.vn",
        user=user or make_superuser(),
        send_invitations=False,
        **fields,
    )
    job_map(job=job, columns=COLUMNS, constants={})
    return job


def queued(job: ProvisioningJob, *, dry_run: bool = False) -> ProvisioningJob:
    """The job as it waits for a worker; the task itself is left out."""
    ProvisioningJob.objects.filter(pk=job.pk).update(
        state=JobState.QUEUED, dry_run=dry_run, heartbeat_at=timezone.now()
    )
    return ProvisioningJob.objects.get(pk=job.pk)


def grow_stale(job: ProvisioningJob) -> None:
    long_ago = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    ProvisioningJob.objects.filter(pk=job.pk).update(heartbeat_at=long_ago)


class Killed(BaseException):
    """What a worker that is stopped looks like from inside."""


@pytest.fixture
def killed_after(monkeypatch):
    """Let the worker die after so many rows."""
    original = job_runner._record

    def install(count: int) -> None:
        left = [count]

        def record(job, outcome) -> None:
            if not left[0]:
                raise Killed
            left[0] -= 1
            original(job, outcome)

        monkeypatch.setattr(job_runner, "_record", record)

    install.undo = lambda: monkeypatch.setattr(job_runner, "_record", original)
    return install


@pytest.mark.django_db
class TestRun:
    def test_a_dry_run_reports_each_row_and_writes_no_institution(self, django_capture_on_commit_callbacks):
        job = make_job(*ALL)
        with django_capture_on_commit_callbacks(execute=True):
            job_start(job=job, dry_run=True)
        job.refresh_from_db()
        assert (job.state, job.done, job.total) == (JobState.DONE, 4, 4)
        assert job_totals(job)["created"] == 4
        assert not Institution.objects.exists()

    def test_the_real_run_replaces_the_report_of_the_dry_run(self, django_capture_on_commit_callbacks):
        job = make_job(*ALL)
        for dry_run in (True, False):
            with django_capture_on_commit_callbacks(execute=True):
                job_start(job=job, dry_run=dry_run)
            job.refresh_from_db()
        assert job.rows.count() == 4
        assert set(job.rows.values_list("status", flat=True)) == {"created"}
        assert job.rows.get(code="HS01").host == "th-le-loi.hs.example.edu.vn"
        assert Institution.objects.count() == 4

    def test_the_report_is_that_of_the_command(self):
        job = queued(make_job(*ALL))
        job_run(job_id=job.pk)
        lines = job_result(job).report().decode("utf-8-sig").splitlines()
        assert len(lines) == 5
        assert '"HS01"' in lines[3]

    def test_a_list_that_cannot_be_right_fails_with_its_reason(self):
        job = queued(make_job(PRIMARY))
        ProvisioningJob.objects.filter(pk=job.pk).update(domain="khong-co-cho-trong.vn")
        job_run(job_id=job.pk)
        job.refresh_from_db()
        assert job.state == JobState.FAILED
        assert "khong-co-cho-trong.vn" in job.error

    def test_a_stored_list_that_is_gone_fails_with_its_reason(self):
        job = queued(make_job(PRIMARY))
        job.file.storage.delete(job.file.name)
        job_run(job_id=job.pk)
        job.refresh_from_db()
        assert job.state == JobState.FAILED
        assert job.error

    def test_a_list_of_somebody_below_reaches_nothing_outside_the_authority(self):
        take(*ALL)
        job = queued(make_job(PRIMARY.replace("Lê Lợi", "Khác"), user=make_user(), parent=institution("HSP")))
        job_run(job_id=job.pk)
        assert job.rows.get().status == "rejected"
        assert institution("HS01").name == "Trường Tiểu học Lê Lợi"

    def test_an_unreadable_file_is_refused_and_not_kept(self):
        with pytest.raises(TableError):
            job_create(
                file=ContentFile(b"", name="trong.csv"), parent=None, domain="{slug}.vn", user=make_user()
            )
        assert not ProvisioningJob.objects.exists()


@pytest.mark.django_db
class TestInterruption:
    def test_a_stopped_job_goes_on_after_its_last_row_with_right_totals(self, killed_after):
        job = queued(make_job(*ALL))
        killed_after(2)
        with pytest.raises(Killed):
            job_run(job_id=job.pk)
        assert job.rows.count() == Institution.objects.count() == 2
        killed_after.undo()
        grow_stale(job)
        assert job_resume_stale() == [job]
        job.refresh_from_db()
        assert job.state == JobState.DONE
        assert job_totals(job)["created"] == job_totals(job)["rows"] == 4
        assert Institution.objects.count() == 4
        assert job.attempts == 2

    def test_a_living_job_is_left_alone(self, killed_after):
        job = queued(make_job(*ALL))
        killed_after(1)
        with pytest.raises(Killed):
            job_run(job_id=job.pk)
        assert job_resume_stale() == []
        assert job_run(job_id=job.pk) is False

    def test_two_tasks_for_one_job_do_its_work_once(self):
        job = queued(make_job(*ALL))
        assert job_run(job_id=job.pk) is True
        assert job_run(job_id=job.pk) is False
        assert job.rows.count() == 4

    def test_a_worker_that_lost_its_job_stops(self, monkeypatch):
        job = queued(make_job(*ALL))
        original = job_runner._record

        def record(current, outcome) -> None:
            original(current, outcome)
            ProvisioningJob.objects.filter(pk=job.pk).update(runner=None)

        monkeypatch.setattr(job_runner, "_record", record)
        monkeypatch.setattr(jobs, "HEARTBEAT_SECONDS", 0)
        assert job_run(job_id=job.pk) is False
        assert job.rows.count() == 1

    def test_a_job_that_is_interrupted_again_and_again_fails_in_the_end(self, killed_after):
        job = queued(make_job(*ALL))
        killed_after(0)
        for _attempt in range(job_runner.MAX_ATTEMPTS):
            with pytest.raises(Killed):
                job_run(job_id=job.pk)
            grow_stale(job)
        job_run(job_id=job.pk)
        job.refresh_from_db()
        assert job.state == JobState.FAILED

    def test_a_worker_takes_up_what_another_left_when_it_starts(self, killed_after, monkeypatch):
        job = queued(make_job(*ALL))
        killed_after(1)
        with pytest.raises(Killed):
            job_run(job_id=job.pk)
        killed_after.undo()
        grow_stale(job)
        monkeypatch.setattr(db_worker.Command, "handle", lambda self, **options: None)
        assert get_commands()["db_worker"] == "network"
        load_command_class("network", "db_worker").handle(no_timers=True)
        job.refresh_from_db()
        assert job.state == JobState.DONE

    def test_the_command_names_what_it_takes_up(self, killed_after, capsys):
        job = queued(make_job(*ALL))
        killed_after(1)
        with pytest.raises(Killed):
            job_run(job_id=job.pk)
        killed_after.undo()
        grow_stale(job)
        call_command("resume_provisioning")
        assert capsys.readouterr().out.startswith(f"{job.pk}:")


SETUP = """
import sys, time
import django
django.setup()
from django.contrib.auth import get_user_model
from django.core.files import File
from django.core.management import call_command
from wagtail.models import Page
from network.models import Institution, ProvisioningJob
from network.services import job_runner, jobs
"""
CHILD = f"""{SETUP}
call_command("migrate", verbosity=0)
user = get_user_model().objects.create_superuser("chu", "chu@example.edu.vn", "x")
job = jobs.job_create(file=File(open(sys.argv[1], "rb"), name="list.csv"), parent=None, user=user,
                      domain="{{slug}}.example.edu.vn", send_invitations=False)
jobs.job_map(job=job, columns={COLUMNS!r}, constants={{}})
ProvisioningJob.objects.filter(pk=job.pk).update(state="queued", dry_run=False)
original = job_runner._record
def record(job, outcome):
    original(job, outcome)
    if outcome.row > 3:
        print("inside a row", flush=True)
        time.sleep(60)
job_runner._record = record
job_runner.job_run(job_id=job.pk)
"""
SUCCESSOR = f"""{SETUP}
import datetime
def look():
    job = ProvisioningJob.objects.get()
    states = set(job.rows.values_list("status", flat=True))
    print(job.state, job.rows.count(), Institution.objects.count(), len(states),
          Page.find_problems() == ([], [], [], [], []))
look()
ProvisioningJob.objects.update(heartbeat_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
job_runner.job_run(job_id=ProvisioningJob.objects.get().pk)
look()
"""


def test_a_killed_process_leaves_whole_rows_only(tmp_path):
    """A real process on a database file of its own, killed in the middle of a row's transaction, and another after it."""
    settings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "edusite.settings.demo",
        "EDUSITE_DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/job.sqlite3",
    }
    migrated_copy(tmp_path / "job.sqlite3")
    list_path = tmp_path / "list.csv"
    list_path.write_text(text_of(*ALL), encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(list_path)],
        cwd=ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout.readline().strip() == "inside a row"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=30)
        child.stdout.close()
    command = [sys.executable, "-c", SUCCESSOR]
    found = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=300)
    assert found.returncode == 0, found.stderr[-2000:]
    assert found.stdout.splitlines()[-2:] == ["running 2 2 1 True", "done 4 4 1 True"]


@pytest.mark.django_db
class TestPurge:
    def test_lists_go_ninety_days_after_they_were_taken_in_with_file_and_report(self, capsys):
        old, recent = queued(make_job(DEPARTMENT)), queued(make_job(DEPARTMENT))
        for job in (old, recent):
            job_run(job_id=job.pk)
        path, storage = old.file.name, old.file.storage
        then = timezone.now() - timedelta(days=91)
        ProvisioningJob.objects.filter(pk=old.pk).update(created_at=then, finished_at=then)
        call_command("purge_provisioning_jobs")
        assert capsys.readouterr().out.strip() == "1"
        assert list(ProvisioningJob.objects.all()) == [recent]
        assert not storage.exists(path)
        assert recent.file.storage.exists(recent.file.name)

    def test_a_job_at_work_is_not_purged(self):
        job = queued(make_job(DEPARTMENT))
        ProvisioningJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
        assert job_purge(now=timezone.now() + timedelta(days=200)) == 0
