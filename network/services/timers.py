"""Runs the timers that are due: each by one worker at a time, again when its worker died, once for many
missed turns. What it does must bear being done twice.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from network.models import TimerRun, WorkerBeat
from network.models.timers import TimerOutcome
from network.timers import Timer, timers

__all__ = ["SILENT_AFTER", "due_at", "timer_rows", "timer_run", "timers_run_due", "worker_beat", "worker_end"]

logger = logging.getLogger(__name__)

SILENT_AFTER = timedelta(minutes=2)
"""A worker that has not been heard of for so long is dead; it beats every 15 seconds."""
FORGET_WORKER = timedelta(days=1)


@dataclass(frozen=True)
class Ran:
    name: str
    ok: bool
    note: str = ""
    error: str = ""


def worker_beat(*, worker: str, now: datetime | None = None) -> None:
    """A worker says that it lives."""
    now = now or timezone.now()
    if not WorkerBeat.objects.filter(worker=worker).update(seen_at=now):
        WorkerBeat.objects.get_or_create(worker=worker, defaults={"started_at": now, "seen_at": now})
        WorkerBeat.objects.filter(seen_at__lt=now - FORGET_WORKER).delete()


def worker_end(*, worker: str) -> None:
    """A worker goes; what it had claimed is free at once."""
    WorkerBeat.objects.filter(worker=worker).delete()


def timer_rows(now: datetime) -> dict[str, TimerRun]:
    """The rows of all registered timers, by name; made where a timer is new."""
    rows = TimerRun.objects.in_bulk([timer.name for timer in timers()])
    new = [TimerRun(name=timer.name, known_since=now) for timer in timers() if timer.name not in rows]
    if not new:
        return rows
    TimerRun.objects.bulk_create(new, ignore_conflicts=True)
    return TimerRun.objects.in_bulk([timer.name for timer in timers()])


def due_at(timer: Timer, row: TimerRun, now: datetime) -> datetime:
    """When a timer runs next; after failures earlier than its turn."""
    due = timer.due_at(row.started_at, now, known_since=row.known_since)
    if row.failures and row.started_at:
        return min(due, timer.retry_at(row.started_at, row.failures))
    return due


def timers_run_due(*, worker: str, now: datetime | None = None) -> list[Ran]:
    """Run what is due, what waits longest first; answers what ran."""
    at = now or timezone.now()
    rows = timer_rows(at)
    living = _living(at)
    due = [(due_at(timer, rows[timer.name], at), timer.name, timer) for timer in timers()]
    waiting = [timer for moment, _name, timer in sorted(due, key=lambda item: item[:2]) if moment <= at]
    free = [timer for timer in waiting if _is_free(rows[timer.name], worker, living)]
    done = [timer_run(timer=timer, worker=worker, row=rows[timer.name], now=now) for timer in free]
    return [ran for ran in done if ran is not None]


def timer_run(
    *, timer: Timer, worker: str, row: TimerRun | None = None, now: datetime | None = None
) -> Ran | None:
    """Run one timer whether it is due or not; None where another worker has it."""
    at = now or timezone.now()
    row = row or timer_rows(at)[timer.name]
    worker_beat(worker=worker, now=now)
    if not _claim(row, worker, at):
        return None
    clock, note, error = time.monotonic(), "", ""
    try:
        note = timer.run(at) or ""
    except Exception as failure:
        error = type(failure).__name__
        logger.error("network.timer_failed", extra={"timer": timer.name, "error": error})
    _record(row, worker, at, seconds=time.monotonic() - clock, note=note, error=error, now=now)
    return Ran(timer.name, not error, note, error)


def _living(now: datetime) -> set[str]:
    beats = WorkerBeat.objects.filter(seen_at__gte=now - SILENT_AFTER)
    return set(beats.values_list("worker", flat=True))


def _is_free(row: TimerRun, worker: str, living: Iterable[str]) -> bool:
    """A worker runs one timer at a time: what it claimed before and still has is a run that was not recorded."""
    return row.worker in ("", worker) or row.worker not in living


def _claim(row: TimerRun, worker: str, now: datetime) -> bool:
    """Take the timer as it was read; the update of one row decides between two workers."""
    if not _is_free(row, worker, _living(now)):
        return False
    seen = TimerRun.objects.filter(name=row.name, worker=row.worker, started_at=row.started_at)
    return bool(seen.update(worker=worker, started_at=now, finished_at=None, outcome=TimerOutcome.RUNNING))


def _record(
    row: TimerRun,
    worker: str,
    started: datetime,
    *,
    seconds: float,
    note: str,
    error: str,
    now: datetime | None,
) -> None:
    finished = now or timezone.now()
    values = {
        "worker": "",
        "finished_at": finished,
        "seconds": round(seconds, 2),
        "note": note[:255],
        "error": error[:120],
        "outcome": TimerOutcome.FAILED if error else TimerOutcome.DONE,
        "failures": row.failures + 1 if error else 0,
    }
    if not error:
        values["succeeded_at"] = finished
    TimerRun.objects.filter(name=row.name, worker=worker, started_at=started).update(**values)
