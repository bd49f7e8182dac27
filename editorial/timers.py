"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from editorial.services.invitations import invitation_purge
from network.timers import Timer, register

DAY = timedelta(days=1)


def register_all() -> None:
    register(
        Timer(
            "editorial.purge_invitations", _("Delete old invitations"), DAY, purge_invitations, at=time(2, 25)
        )
    )


def purge_invitations(now: datetime) -> str:
    return str(invitation_purge(now=now))
