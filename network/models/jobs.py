"""A list of institutions on its way in: what was uploaded, how far it is, what became of each row."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models.institutions import Institution


class JobState(models.TextChoices):
    UPLOADED = "uploaded", _("Uploaded")
    MAPPED = "mapped", _("Columns confirmed")
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


def private_storage():
    return storages["private"]


class ProvisioningJob(models.Model):
    """One upload of a list under one authority. Rows are taken one by one, each in a transaction of its own;
    after a restart the job goes on at ``done`` (taking a row twice changes nothing).
    """

    personal_data = PersonalData(
        fields={"file": DataClass.PERSONAL, "report": DataClass.PERSONAL, "created_by": DataClass.PERSONAL},
        purpose=_("To give the institutions of a list their sites."),
        retention=_("90 days after the list was taken in."),
    )

    parent = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    file = models.FileField(storage=private_storage, upload_to="provisioning/%Y/%m/")
    filename = models.CharField(max_length=255)
    mapping = models.JSONField(default=dict, blank=True)
    """``{"columns": {field: column header}, "constants": {field: value}}``"""
    domain = models.CharField(max_length=255, default="{slug}.localhost")
    dry_run = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.UPLOADED)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=list, blank=True)
    summary = models.JSONField(default=dict, blank=True)
    error = models.CharField(max_length=500, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("list of institutions")
        verbose_name_plural = _("lists of institutions")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.filename

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 0
