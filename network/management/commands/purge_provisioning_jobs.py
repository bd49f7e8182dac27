"""``manage.py purge_provisioning_jobs``: deletes uploaded lists and their reports after 90 days."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from network.services.jobs import job_purge


class Command(BaseCommand):
    help = "Delete uploaded lists of institutions, with their reports, 90 days after they were taken in."

    def handle(self, *args, **options):
        self.stdout.write(str(job_purge()))
