"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from feedback.services.cases import cases_remind
from feedback.services.polls import polls_end_due
from feedback.services.usefulness import useful_purge
from network.timers import Timer, register


def register_all() -> None:
    register(Timer("feedback.polls", _("End polls and erase their marks"), timedelta(minutes=10), end_polls))
    day = timedelta(days=1)
    register(Timer("feedback.due", _("Remind of feedback that is due"), day, remind, at=time(7, 10)))
    register(
        Timer("feedback.useful", _("Delete old numbers of useful pages"), day, purge_useful, at=time(2, 30))
    )


def remind(now: datetime) -> str:
    return str(cases_remind(now=now) or "")


def purge_useful(now: datetime) -> str:
    return str(useful_purge(on=timezone.localdate(now)) or "")


def end_polls(now: datetime) -> str:
    return str(polls_end_due(now=now) or "")
