"""``manage.py resume_provisioning``: puts lists to work again that have lost their worker."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from network.services.jobs import job_resume_stale


class Command(BaseCommand):
    help = "Take up lists of institutions again whose worker was stopped; harmless at any time."

    def handle(self, *args, **options):
        for job in job_resume_stale():
            self.stdout.write(f"{job.pk}: {job.done}/{job.total}")
