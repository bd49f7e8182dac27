"""What the timers did, and which workers live."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import PersonalData


class TimerOutcome(models.TextChoices):
    NEVER = "", pgettext_lazy("timer", "Not yet run")
    RUNNING = "running", pgettext_lazy("timer", "Running now")
    DONE = "done", pgettext_lazy("timer", "Done")
    FAILED = "failed", pgettext_lazy("timer", "Failed")


class TimerRun(models.Model):
    """The last run of one timer. ``error`` is the name of an exception's class: its text may name a person."""

    personal_data = PersonalData.none()

    name = models.CharField(max_length=80, primary_key=True)
    known_since = models.DateTimeField(default=timezone.now)
    """From when on a time of day that passed counts as missed."""
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    succeeded_at = models.DateTimeField(_("last done"), null=True)
    outcome = models.CharField(max_length=8, choices=TimerOutcome.choices, blank=True, default="")
    error = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=255, blank=True)
    seconds = models.FloatField(default=0)
    failures = models.PositiveIntegerField(default=0)
    """Runs that failed one after another since the last that was done."""
    worker = models.CharField(max_length=64, blank=True)
    """Who runs it now; empty where nobody does."""

    class Meta:
        verbose_name = _("run of a timer")
        verbose_name_plural = _("runs of timers")

    def __str__(self) -> str:
        return self.name


class WorkerBeat(models.Model):
    """A worker that lives says so every few seconds; what a silent one had claimed is taken over."""

    personal_data = PersonalData.none()

    worker = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField(_("started"))
    seen_at = models.DateTimeField(_("last seen"))

    class Meta:
        verbose_name = _("sign of life of a worker")
        verbose_name_plural = _("signs of life of workers")

    def __str__(self) -> str:
        return self.worker
