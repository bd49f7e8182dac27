"""The worker of django-tasks-db, which first takes up again what an earlier worker left unfinished."""

from __future__ import annotations

from django_tasks_db.management.commands import db_worker

from network.services.jobs import job_resume_stale


class Command(db_worker.Command):
    def handle(self, **options):
        job_resume_stale()
        return super().handle(**options)
