"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from resources.services.records import records_reconcile


def register_all() -> None:
    day = timedelta(days=1)
    register(
        Timer(
            "resources.records",
            _("Bring the index of digital resources up to date"),
            day,
            reconcile,
            at=time(1, 50),
        )
    )


def reconcile(now: datetime) -> str:
    written, withdrawn = records_reconcile(now=now)
    return f"written {written}, withdrawn {withdrawn}" if written or withdrawn else ""
