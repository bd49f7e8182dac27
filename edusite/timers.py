"""The timers of the whole installation. What takes long is handed to the queue of tasks, so that no timer waits for it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from edusite.tasks import update_search_index
from network.timers import Timer, register


def register_all() -> None:
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
