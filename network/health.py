"""How the installation is: what runs by itself, what waits, what failed. Numbers and times, no personal data; the
same for the page of the admin and for monitoring, in a fixed number of queries."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import Count, Max, Min, Q, TextChoices
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django_tasks_db.models import DBTaskResult

from network.models import Letter, ProvisioningJob, TimerRun, WorkerBeat
from network.models.letters import LetterState
from network.models.timers import TimerOutcome
from network.services.timers import SILENT_AFTER, due_at, timer_rows
from network.timers import Timer, timers

__all__ = ["Check", "Health", "Level", "TimerLine", "health_read", "register_check"]

SLOW_DATABASE_MS = 500
TASKS_LATE = timedelta(minutes=15)
LETTERS_LATE = timedelta(hours=1)
TIMER_LATE = timedelta(minutes=15)
TASKS_FAILED_SINCE = timedelta(days=7)
LITTLE_SPACE, NO_SPACE = 0.10, 0.03


class Level(TextChoices):
    OK = "ok", pgettext_lazy("health", "In order")
    WARN = "warn", pgettext_lazy("health", "Look into it")
    FAIL = "fail", pgettext_lazy("health", "Out of order")


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: a sentence for people, numbers for monitoring."""

    name: str
    label: str | Promise
    level: Level
    text: str
    numbers: dict[str, float | int | str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class TimerLine:
    timer: Timer
    run: TimerRun
    due_at: datetime
    level: Level
    text: str


@dataclass(frozen=True)
class Health:
    at: datetime
    checks: list[Check]
    timers: list[TimerLine]

    @property
    def level(self) -> Level:
        order = list(Level)
        return max((one.level for one in (*self.checks, *self.timers)), key=order.index, default=Level.OK)

    def as_dict(self) -> dict:
        """For monitoring: names, levels, numbers."""
        return {
            "status": self.level.value,
            "at": self.at.isoformat(),
            "checks": {c.name: {"status": c.level.value, **c.numbers} for c in self.checks},
            "timers": {
                line.timer.name: {
                    "status": line.level.value,
                    "last_start": _iso(line.run.started_at),
                    "last_done": _iso(line.run.succeeded_at),
                    "next_due": _iso(line.due_at),
                    "seconds": line.run.seconds,
                    "failures": line.run.failures,
                    "error": line.run.error,
                }
                for line in self.timers
            },
        }


Look = Callable[[datetime], tuple[Level, str, dict]]
_added: dict[str, tuple[str | Promise, Look]] = {}


def register_check(name: str, label: str | Promise, look: Look) -> None:
    """Have something of a higher package looked at: ``look(now)`` answers level, sentence and numbers, no personal data, in a
    fixed number of queries. A second one of a name is a programming error."""
    if name in _added and _added[name][1] is not look:
        raise ValueError(f"A check named {name!r} is registered already.")
    _added[name] = label, look


def health_read(*, now: datetime | None = None) -> Health:
    """Look at everything. A part that cannot be looked at is out of order and hides no other."""
    now = now or timezone.now()
    parts: tuple[tuple[str, str | Promise, Callable[[datetime], Check]], ...] = (
        ("database", gettext_lazy("Database"), _database),
        ("cache", pgettext_lazy("health", "Cache"), _cache),
        ("worker", pgettext_lazy("health", "Worker"), _worker),
        ("tasks", pgettext_lazy("health", "Tasks"), _tasks),
        ("letters", pgettext_lazy("health", "Letters"), _letters),
        ("storage", pgettext_lazy("health", "Disk space"), _storage),
        ("provisioning", pgettext_lazy("health", "Lists of institutions"), _provisioning),
    )
    added = tuple((name, *_added[name]) for name in sorted(_added))
    return Health(now, [_looked_at(*part, now) for part in (*parts, *added)], _timers(now))


def _looked_at(name: str, label, look: Callable[[datetime], tuple], now: datetime) -> Check:
    try:
        level, text, numbers = look(now)
    except Exception as error:
        kind = type(error).__name__
        return Check(
            name, label, Level.FAIL, _("Cannot be reached (%(error)s).") % {"error": kind}, {"error": kind}
        )
    return Check(name, label, level, text, numbers)


def _database(now: datetime) -> tuple:
    started = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    spent = max(round((time.monotonic() - started) * 1000), 1)
    level = Level.WARN if spent > SLOW_DATABASE_MS else Level.OK
    return level, _("Answers after %(count)s milliseconds.") % {"count": spent}, {"milliseconds": spent}


def _cache(now: datetime) -> tuple:
    cache.set("health", now.isoformat(), 30)
    if cache.get("health") != now.isoformat():
        return Level.FAIL, _("Forgets what it is given."), {}
    return Level.OK, _("Keeps what it is given."), {}


def _worker(now: datetime) -> tuple:
    seen = WorkerBeat.objects.aggregate(
        last=Max("seen_at"), living=Count("pk", filter=Q(seen_at__gte=now - SILENT_AFTER))
    )
    numbers = {"living": seen["living"], "last_seen": _iso(seen["last"])}
    if not seen["living"]:
        text = _("No worker runs: nothing is sent, published on schedule or reminded of. Start `db_worker`.")
        return Level.FAIL, text, numbers
    text = ngettext("%(count)s worker runs.", "%(count)s workers run.", seen["living"])
    return Level.OK, text % {"count": seen["living"]}, numbers


def _tasks(now: datetime) -> tuple:
    ready = Q(status="READY", run_after__lte=now) | Q(status="READY", run_after__year=9999)
    failed = Q(status="FAILED", finished_at__gte=now - TASKS_FAILED_SINCE)
    found = DBTaskResult.objects.aggregate(
        waiting=Count("pk", filter=ready),
        oldest=Min("enqueued_at", filter=ready),
        running=Count("pk", filter=Q(status="RUNNING")),
        failed=Count("pk", filter=failed),
    )
    is_late = found["oldest"] is not None and found["oldest"] < now - TASKS_LATE
    text = _("%(waiting)s wait, %(running)s run, %(failed)s failed in seven days.") % found
    if found["oldest"]:
        text += " " + _("The oldest waits since %(time)s.") % {"time": _clock(found["oldest"])}
    level = Level.WARN if is_late or found["failed"] else Level.OK
    return level, text, found | {"oldest": _iso(found["oldest"])}


def _letters(now: datetime) -> tuple:
    waiting = Q(state__in=(LetterState.WAITING, LetterState.SENDING), not_before__lte=now) | Q(
        state=LetterState.WAITING, attempts__gt=0
    )
    found = Letter.objects.aggregate(
        waiting=Count("pk", filter=waiting),
        oldest=Min("created_at", filter=waiting),
        held=Count("pk", filter=Q(state=LetterState.HELD)),
        failed=Count("pk", filter=Q(state=LetterState.FAILED)),
        last_sent=Max("sent_at"),
    )
    is_late = found["oldest"] is not None and found["oldest"] < now - LETTERS_LATE
    text = _("%(waiting)s wait, %(held)s are kept for the weekly letter, %(failed)s were given up.") % found
    if found["oldest"]:
        text += " " + _("The oldest waits since %(time)s.") % {"time": _clock(found["oldest"])}
    level = Level.WARN if is_late or found["failed"] else Level.OK
    return level, text, found | {"oldest": _iso(found["oldest"]), "last_sent": _iso(found["last_sent"])}


def _storage(now: datetime) -> tuple:
    places = {"data": settings.DATA_DIR, "media": settings.MEDIA_ROOT}
    usage = {name: shutil.disk_usage(path) for name, path in places.items() if path and _is_there(path)}
    if not usage:
        return Level.WARN, _("There is no data folder yet."), {}
    worst = min(usage.values(), key=lambda disk: disk.free / disk.total)
    share = worst.free / worst.total
    level = Level.FAIL if share < NO_SPACE else Level.WARN if share < LITTLE_SPACE else Level.OK
    text = _("%(free)s GB of %(total)s GB are free.") % {
        "free": round(worst.free / 1e9, 1),
        "total": round(worst.total / 1e9, 1),
    }
    return level, text, {f"{name}_free_bytes": disk.free for name, disk in usage.items()}


def _is_there(path) -> bool:
    try:
        shutil.disk_usage(path)
    except FileNotFoundError:
        return False
    return True


def _provisioning(now: datetime) -> tuple:
    job = ProvisioningJob.objects.filter(dry_run=False).order_by("-created_at").first()
    if job is None:
        return Level.OK, _("No list was taken in yet."), {}
    numbers = {"state": job.state, "rows": job.total, "done": job.done, "started": _iso(job.created_at)}
    text = _("The last list, of %(time)s: %(state)s, %(done)s of %(total)s rows.") % {
        "time": _clock(job.created_at),
        "state": job.get_state_display(),
        "done": job.done,
        "total": job.total,
    }
    return Level.WARN if job.state == "failed" else Level.OK, text, numbers


def _timers(now: datetime) -> list[TimerLine]:
    rows = timer_rows(now)
    return [_timer_line(timer, rows[timer.name], now) for timer in timers()]


def _timer_line(timer: Timer, run: TimerRun, now: datetime) -> TimerLine:
    due = due_at(timer, run, now)
    if run.failures:
        level = Level.WARN if run.failures < 3 else Level.FAIL
        text = _("Failed %(count)s times in a row (%(error)s).") % {"count": run.failures, "error": run.error}
    elif due + TIMER_LATE < now and run.outcome != TimerOutcome.RUNNING:
        level, text = Level.WARN, _("Late by %(time)s.") % {"time": timesince(due, now)}
    else:
        level, text = Level.OK, str(TimerOutcome(run.outcome).label)
    return TimerLine(timer, run, due, level, text)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _clock(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%d/%m/%Y %H:%M")
