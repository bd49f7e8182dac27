"""The worker of django-tasks-db, with the timers beside its tasks."""

from __future__ import annotations

from django_tasks_db.management.commands import db_worker

from network.services.clock import Clock
from network.services.jobs import job_resume_stale


class Command(db_worker.Command):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--no-timers", action="store_true", help="leave the timers to another worker")

    def handle(self, *, no_timers: bool = False, batch: bool = False, worker_id: str = "", **options):
        # What an earlier worker left unfinished is taken up first.
        job_resume_stale()
        clock = None if no_timers or batch else Clock(worker_id)
        if clock:
            clock.start()
        try:
            return super().handle(batch=batch, worker_id=worker_id, **options)
        finally:
            if clock:
                clock.stop()
