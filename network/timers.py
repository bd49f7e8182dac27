"""What runs by itself, and how often. The registry is here; every package registers its own timers in
``AppConfig.ready()``; ``network.services.timers`` runs them.

``run(now)`` is idempotent, costs no more than its work, and answers a short note without personal data, or None::

    timers.register(Timer("editorial.drafts", _("Delete old drafts"), timedelta(days=1), drafts_purge_run, at=time(2, 0)))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise

__all__ = ["Timer", "register", "timer_named", "timers"]

RETRY_FIRST = timedelta(minutes=5)


@dataclass(frozen=True)
class Timer:
    """A piece of work that is due again and again.

    ``name`` is "package.work"; ``label`` is what the health page shows. Without ``at`` the work is due
    ``every`` after its last start. With ``at`` (local time) it is due once a day, with ``weekday`` (Monday
    is 0) once a week, from that time on; a time that passed while nothing ran is made up for once.
    """

    name: str
    label: Promise | str
    every: timedelta
    run: Callable[[datetime], str | None]
    at: time | None = None
    weekday: int | None = None

    def due_at(self, last_start: datetime | None, now: datetime, *, known_since: datetime) -> datetime:
        """When the next run is due: in the past or now where it is due already. ``known_since`` is when the
        timer came into being: a time of day before that was not missed."""
        if self.at is None:
            return known_since if last_start is None else last_start + self.every
        moment = self._moment(now)
        return moment if (last_start or known_since) < moment else moment + self._step

    def retry_at(self, last_start: datetime, failures: int) -> datetime:
        """When a run that failed ``failures`` times in a row is tried again: growing, at most ``every``."""
        return last_start + min(self.every, RETRY_FIRST * 3 ** min(failures - 1, 8))

    @property
    def _step(self) -> timedelta:
        return timedelta(days=1 if self.weekday is None else 7)

    def _moment(self, now: datetime) -> datetime:
        """The last moment up to now that ``at`` and ``weekday`` name. The local zone has no summer time."""
        local = timezone.localtime(now)
        moment = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)
        if self.weekday is not None:
            moment -= timedelta(days=(local.weekday() - self.weekday) % 7)
        return moment if moment <= local else moment - self._step


_timers: dict[str, Timer] = {}


def register(timer: Timer) -> None:
    """Add a timer. Raises ValueError for another one of the same name."""
    if _timers.get(timer.name, timer) != timer:
        raise ValueError(f"A timer named {timer.name!r} is registered already.")
    _timers[timer.name] = timer


def timers() -> list[Timer]:
    """All timers, by name."""
    return [_timers[name] for name in sorted(_timers)]


def timer_named(name: str) -> Timer:
    """Raises KeyError."""
    return _timers[name]
