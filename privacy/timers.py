"""The timers of this package."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from privacy.flood import breaks_purge
from privacy.services import purge_expired


def register_all() -> None:
    register(
        Timer(
            "privacy.purge_expired",
            _("Erase submissions and forms whose time is over"),
            timedelta(days=1),
            purge,
            at=time(2, 20),
        )
    )
    register(
        Timer(
            "privacy.flood_breaks",
            _("Delete old breaks of forms"),
            timedelta(days=1),
            purge_breaks,
            at=time(2, 25),
        )
    )


def purge_breaks(now: datetime) -> str:
    return str(breaks_purge(now=now) or "")


def purge(now: datetime) -> str:
    return json.dumps(purge_expired(now=now).as_dict())
