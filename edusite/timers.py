"""The timers of the whole installation. What takes long is handed to the queue of tasks, so that no timer waits for it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.utils.translation import gettext_lazy as _

from edusite.tasks import update_search_index
from network.timers import Timer, register

SIGN_IN_LOG = timedelta(days=365)


def register_all() -> None:
    register(
        Timer(
            "edusite.purge_sign_in_log",
            _("Delete the old log of sign-ins"),
            timedelta(days=1),
            purge_sign_in_log,
            at=time(2, 35),
        )
    )
    register(
        Timer(
            "edusite.search_index",
            _("Bring the search index up to date"),
            timedelta(days=1),
            search_index,
            at=time(1, 30),
        )
    )


def search_index(now: datetime) -> None:
    update_search_index.enqueue()


def purge_sign_in_log(now: datetime) -> str:
    """Sign-ins and failures are kept for twelve months (decree 330/2026 asks for ninety days)."""
    limit = now - SIGN_IN_LOG
    logs = (AccessLog, AccessFailureLog, AccessAttempt)
    return str(sum(model.objects.filter(attempt_time__lt=limit).delete()[0] for model in logs))
