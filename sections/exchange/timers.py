"""What runs by itself for lists of pages."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from sections.exchange.services.batches import batch_purge, batch_resume_stale


def register_timers() -> None:
    register(
        Timer(
            "sections.resume_batches",
            _("Take up interrupted lists of pages"),
            timedelta(minutes=5),
            lambda now: str(len(batch_resume_stale()) or ""),
        )
    )
    register(
        Timer(
            "sections.purge_batches",
            _("Delete old lists of pages"),
            timedelta(days=1),
            purge,
            at=time(2, 25),
        )
    )


def purge(now: datetime) -> str:
    return str(batch_purge(now=now))
