"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from editorial.services.idle import idle_accounts_disable, idle_accounts_warn, records_purge
from editorial.services.invitations import invitation_purge
from editorial.services.mandates import mandates_end_due
from editorial.services.page_reviews import reviews_purge
from editorial.services.reminders import reminders_queue
from editorial.services.routing import reroute_run
from network.timers import Timer, register

DAY = timedelta(days=1)


def register_all() -> None:
    register(
        Timer(
            "editorial.end_mandates",
            _("End the authority's acts on members' sites"),
            timedelta(minutes=5),
            end_mandates,
        )
    )
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
    for name, label, run, at in (
        (
            "editorial.idle_warning",
            _("Write to people whose account is about to be closed"),
            warn_idle,
            time(7, 10),
        ),
        ("editorial.idle_accounts", _("Close accounts that nobody uses"), close_idle, time(2, 45)),
        ("editorial.purge_board_events", _("Delete old records of boards"), purge_records, time(2, 50)),
    ):
        register(Timer(name, label, DAY, run, at=at))
    register(Timer("editorial.reminders", _("Remind of reviews"), DAY, remind, at=time(6, 30)))
    register(Timer("editorial.purge_reviews", _("Delete old reminders"), DAY, purge_reviews, at=time(2, 30)))


def remind(now: datetime) -> str:
    return str(reminders_queue(now=now))


def purge_reviews(now: datetime) -> str:
    return str(reviews_purge(now=now))


def end_mandates(now: datetime) -> str:
    return str(mandates_end_due(now=now))


def purge_invitations(now: datetime) -> str:
    return str(invitation_purge(now=now))


def warn_idle(now: datetime) -> str:
    return str(idle_accounts_warn(now=now))


def close_idle(now: datetime) -> str:
    return str(idle_accounts_disable(now=now))


def purge_records(now: datetime) -> str:
    return str(records_purge(now=now))
