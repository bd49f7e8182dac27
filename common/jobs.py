"""Work that goes on behind the screens: taken by one worker at a time, with progress, taken up again after a kill.

A package derives its model from `AbstractJob` and gives `carry_out` the function that does the work. Whatever is done is
done in small transactions that also record what became of each row, so an interrupted job goes on after its last one.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

__all__ = [
    "HEARTBEAT_SECONDS",
    "LOST_IN_QUEUE",
    "MAX_ATTEMPTS",
    "STALE_AFTER",
    "AbstractJob",
    "JobState",
    "Progress",
    "TakenOverError",
    "carry_out",
    "queue",
    "resume_stale",
]

STALE_AFTER = timedelta(seconds=60)
"""A running job that has not been heard of for so long has lost its worker; a row takes a fraction of a second."""
LOST_IN_QUEUE = timedelta(minutes=10)
HEARTBEAT_SECONDS = 1.0
MAX_ATTEMPTS = 5


class TakenOverError(Exception):
    """Another worker runs the job now."""


class JobState(models.TextChoices):
    UPLOADED = "uploaded", gettext_lazy("Uploaded")
    MAPPED = "mapped", gettext_lazy("Columns confirmed")
    QUEUED = "queued", gettext_lazy("Waiting")
    RUNNING = "running", gettext_lazy("Running")
    DONE = "done", gettext_lazy("Done")
    FAILED = "failed", gettext_lazy("Failed")


class AbstractJob(models.Model):
    """How far a job is, and who runs it."""

    language = models.CharField(max_length=5, default="vi")
    """Language of the messages about the rows."""
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.UPLOADED)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    error = models.CharField(max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    runner = models.UUIDField(null=True, editable=False)
    """Drawn by whoever runs the job; another value means that somebody else has taken over."""
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=gettext_lazy("created by"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 0

    @property
    def is_busy(self) -> bool:
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    def as_status(self) -> dict[str, Any]:
        """What the bar of a screen is told while the job is under way."""
        return {
            "state": self.state,
            "label": str(self.get_state_display()),
            "done": self.done,
            "total": max(self.total, self.done),
            "percent": min(self.percent, 100),
            "busy": self.is_busy,
        }


JobType = TypeVar("JobType", bound=AbstractJob)


def queue(job: AbstractJob, task: Any, *, is_small: bool = False, **values: Any) -> None:
    """Put a job to work from its first row, once the running transaction is committed. `values` are further fields. `is_small`:
    whoever calls carries it out at once; the worker takes it up only where that is cut short (`resume_stale`)."""
    fresh = {"state": JobState.QUEUED, "done": 0, "seconds": 0, "attempts": 0, "error": ""}
    fresh |= {"heartbeat_at": timezone.now(), "finished_at": None, "runner": None}
    for name, value in (fresh | values).items():
        setattr(job, name, value)
    job.save()
    if not is_small:
        transaction.on_commit(lambda: task.enqueue(job.pk))


def resume_stale(model: type[JobType], task: Any, job: JobType | None = None) -> list[JobType]:
    """Put to work again what has lost its worker, or its place in the queue; answers these jobs. `job`: only
    this one.

    A job whose worker may still live is looked at again when that is certain. Two tasks for one job do no
    harm: the second finds it taken.
    """
    now = timezone.now()
    resumed = []
    candidates = model._default_manager.filter(state__in=[JobState.QUEUED, JobState.RUNNING])
    for found in candidates.filter(pk=job.pk) if job else candidates:
        last = found.heartbeat_at or found.created_at
        is_running = found.state == JobState.RUNNING
        if last < now - (STALE_AFTER if is_running else LOST_IN_QUEUE):
            # A worker that lives after all sees that the job is no longer its own.
            same = candidates.filter(pk=found.pk, state=found.state, heartbeat_at=found.heartbeat_at)
            if same.update(state=JobState.QUEUED, heartbeat_at=now, runner=None):
                task.enqueue(found.pk)
                resumed.append(found)
        elif job is None and is_running and task.get_backend().supports_defer:
            task.using(run_after=last + STALE_AFTER + timedelta(seconds=5)).enqueue(found.pk)
    return resumed


@dataclass
class Progress:
    """Called after each row; writes at the most once a second. Raises TakenOverError where the job is another's now."""

    job: AbstractJob
    started: float = field(default_factory=time.monotonic)
    last: float = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self.last >= HEARTBEAT_SECONDS:
            self.last = now
            self._save(done, total)

    def _save(self, done: int, total: int) -> None:
        mine = type(self.job)._default_manager.filter(pk=self.job.pk, runner=self.job.runner)
        seconds = self.job.seconds + time.monotonic() - self.started
        if not mine.update(heartbeat_at=timezone.now(), seconds=seconds, done=done, total=total):
            raise TakenOverError


def carry_out(
    model: type[JobType],
    job_id: int,
    work: Callable[[JobType], None],
    *,
    related: tuple[str, ...] = (),
    failures: Mapping[type[Exception], str] | None = None,
) -> bool:
    """Run a job that waits, or that has lost its worker; False where there is nothing to do.

    An error of the list (ValidationError, and `failures`: type → sentence, "" for the error's own) ends the job as
    failed. Anything else leaves it as it is, to be taken up again, at most MAX_ATTEMPTS times.
    """
    job = _claim(model, job_id, related)
    if job is None:
        return False
    if job.attempts > MAX_ATTEMPTS:
        _finish(
            job,
            JobState.FAILED,
            error=_("The list was interrupted too often. Please tell the administrator."),
        )
        return False
    try:
        with translation.override(job.language):
            work(job)
    except TakenOverError:
        return False
    except ValidationError as error:
        _finish(job, JobState.FAILED, error=" ".join(error.messages))
    except tuple(failures or ()) as error:
        text = next((t for kind, t in (failures or {}).items() if isinstance(error, kind)), "")
        _finish(job, JobState.FAILED, error=str(text) or str(error))
    else:
        _finish(job, JobState.DONE)
    return True


def _claim(model: type[JobType], job_id: int, related: tuple[str, ...]) -> JobType | None:
    """Take the job, or None where another worker is quicker: the update of one row decides."""
    now, runner = timezone.now(), uuid.uuid4()
    lost = Q(state=JobState.RUNNING, heartbeat_at__lt=now - STALE_AFTER)
    taken = model._default_manager.filter(Q(state=JobState.QUEUED) | lost, pk=job_id).update(
        state=JobState.RUNNING, runner=runner, heartbeat_at=now, attempts=F("attempts") + 1
    )
    if not taken:
        return None
    return model._default_manager.select_related("created_by", *related).get(pk=job_id)


def _finish(job: AbstractJob, state: JobState, error: str = "") -> None:
    type(job)._default_manager.filter(pk=job.pk, runner=job.runner).update(
        state=state, error=error[:500], finished_at=timezone.now(), heartbeat_at=timezone.now()
    )
