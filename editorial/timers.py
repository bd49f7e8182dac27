"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from editorial.services.invitations import invitation_purge
from editorial.services.routing import reroute_run
from network.timers import Timer, register

DAY = timedelta(days=1)


def register_all() -> None:
    register(
        Timer(
            "editorial.purge_invitations", _("Delete old invitations"), DAY, purge_invitations, at=time(2, 25)
        )
    )
    register(
        Timer(
            "editorial.reroute", _("Pass on the steps that nobody can take"), timedelta(hours=1), reroute_run
        )
    )


def purge_invitations(now: datetime) -> str:
    return str(invitation_purge(now=now))
