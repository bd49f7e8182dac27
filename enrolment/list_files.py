"""The files of lists on their way in: kept privately, forgotten at the end of the work or on their day (`ListJob`)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Greatest

from common.jobs import JobState
from enrolment.models.list_jobs import ListJob

JobType = TypeVar("JobType", bound=ListJob)
FILE_DAYS = timedelta(days=7)
"""So long after the last work on a list its file is kept."""


def file_keep(job: ListJob, file: File) -> None:
    """Put the file of a list into the private storage, under a name that tells nothing. The job is not saved."""
    job.file.save(f"list.{file.name.rpartition('.')[2].lower()[:5]}", file, save=False)


def file_forget(job: ListJob) -> None:
    """Its name goes last: whoever is killed before leaves a job that the next worker ends."""
    if job.file:
        job.file.storage.delete(job.file.name)
        type(job)._default_manager.filter(pk=job.pk).update(file="")


def remove_bytes(sender: type[ListJob], instance: ListJob, **kwargs: object) -> None:
    """``post_delete``: the file goes with its list, which goes with the page that it belongs to."""
    if instance.file:
        transaction.on_commit(partial(instance.file.storage.delete, instance.file.name))


def idle_since(model: type[JobType], moment: datetime) -> QuerySet[JobType]:
    """The lists that nobody has worked on since a moment."""
    last = Greatest("created_at", Coalesce("finished_at", "created_at"))
    rows = model._default_manager.alias(last=last).filter(last__lt=moment)
    return rows.exclude(state__in=[JobState.RUNNING, JobState.QUEUED])


def old_files(model: type[JobType], *, now: datetime) -> QuerySet[JobType]:
    """The lists whose files have had their time."""
    return idle_since(model, now - FILE_DAYS).exclude(file="")
