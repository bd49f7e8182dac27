"""The timers of this package."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from feedback.services.polls import polls_end_due
from network.timers import Timer, register


def register_all() -> None:
    register(Timer("feedback.polls", _("End polls and erase their marks"), timedelta(minutes=10), end_polls))


def end_polls(now: datetime) -> str:
    return str(polls_end_due(now=now) or "")
