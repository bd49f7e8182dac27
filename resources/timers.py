"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from resources.models import CheckedLink
from resources.services.links import links_reconcile
from resources.services.records import records_reconcile
from resources.tasks import check_links

LOOK_BACK = timedelta(days=3)
"""Pages that were published in these days are read again; a night that passed while nothing ran is made up for."""


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
    register(Timer("resources.links", _("Read the links of changed pages"), day, read_links, at=time(3, 10)))
    if settings.EDUSITE_LINK_CHECK:
        register(Timer("resources.link_check", _("Check links"), timedelta(minutes=10), check))


def reconcile(now: datetime) -> str:
    written, withdrawn = records_reconcile(now=now)
    return f"written {written}, withdrawn {withdrawn}" if written or withdrawn else ""


def read_links(now: datetime) -> str:
    return str(links_reconcile(since=now - LOOK_BACK, now=now) or "")


def check(now: datetime) -> None:
    if CheckedLink.objects.filter(due_at__lte=now).exists():
        check_links.enqueue()
