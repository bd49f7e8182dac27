"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from importlib import import_module

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from network.services.accounts import session_purge
from network.services.jobs import job_purge, job_resume_stale
from network.services.letters import letters_purge
from network.tasks import send_part
from network.timers import Timer, register

KEEP_DONE = timedelta(days=7)
KEEP_FAILED = timedelta(days=30)
DAY = timedelta(days=1)


def register_all() -> None:
    register(Timer("network.letters", _("Send letters"), timedelta(minutes=1), send_letters))
    register(
        Timer(
            "network.resume_provisioning", _("Take up interrupted lists"), timedelta(minutes=5), resume_lists
        )
    )
    nightly = (
        ("network.purge_letters", _("Delete old letters"), purge_letters, time(2, 0)),
        ("network.purge_provisioning_jobs", _("Delete old lists"), purge_lists, time(2, 5)),
        ("network.purge_tasks", _("Delete finished tasks"), purge_tasks, time(2, 10)),
        ("network.purge_sessions", _("Delete ended sessions"), purge_sessions, time(2, 15)),
    )
    for name, label, run, at in nightly:
        register(Timer(name, label, DAY, run, at=at))


def send_letters(now: datetime) -> str:
    counts = send_part()
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count)


def resume_lists(now: datetime) -> str:
    return str(len(job_resume_stale()) or "")


def purge_letters(now: datetime) -> str:
    return str(letters_purge(now=now))


def purge_lists(now: datetime) -> str:
    return str(job_purge(now=now))


def purge_tasks(now: datetime) -> str:
    """Finished tasks go after a week; those that failed stay a month for whoever looks into them."""
    done = DBTaskResult.objects.successful().filter(finished_at__lt=now - KEEP_DONE)
    failed = DBTaskResult.objects.failed().filter(finished_at__lt=now - KEEP_FAILED)
    return str(done.delete()[0] + failed.delete()[0])


def purge_sessions(now: datetime) -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    session_purge(now=now)
