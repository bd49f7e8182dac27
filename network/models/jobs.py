"""A list of institutions on its way in: what was uploaded, how far it is, what became of each row."""

from __future__ import annotations

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.jobs import AbstractJob, JobState
from common.personal_data import DataClass, PersonalData
from network.choices import RowStatus
from network.models.institutions import Institution

__all__ = ["JobState", "ProvisioningJob", "ProvisioningRow", "private_storage"]


def private_storage():
    return storages["private"]


class ProvisioningJob(AbstractJob):
    """One upload of a list under one authority.

    Rows are taken one by one, each in a transaction of its own that also stores what became of it. So a job
    that was interrupted goes on after its last row, and its totals are right.
    """

    personal_data = PersonalData(
        fields={"file": DataClass.PERSONAL, "created_by": DataClass.PERSONAL},
        purpose=_("To give the institutions of a list their sites."),
        retention=_("90 days after the list was taken in."),
    )

    parent = models.ForeignKey(
        Institution,
        verbose_name=_("authority"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    file = models.FileField(_("list"), storage=private_storage, upload_to="provisioning/%Y/%m/")
    filename = models.CharField(max_length=255)
    mapping = models.JSONField(default=dict, blank=True)
    """``{"columns": {field: number of the column from 0}, "constants": {field: value}}``"""
    domain = models.CharField(_("address template"), max_length=255, default="{slug}.localhost")
    type_change = models.BooleanField(_("rows may change the type of an institution"), default=False)
    send_invitations = models.BooleanField(_("invite by e-mail"), default=True)
    dry_run = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("list of institutions")
        verbose_name_plural = _("lists of institutions")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "heartbeat_at"], name="provisioning_job_state")]

    def __str__(self) -> str:
        return self.filename


class ProvisioningRow(models.Model):
    """What became of one row of a list."""

    personal_data = PersonalData(
        fields={"messages": DataClass.PERSONAL},
        purpose=_("To tell the authority what became of each row of its list; a message may quote the row."),
        retention=_("90 days after the list was taken in."),
    )

    job = models.ForeignKey(ProvisioningJob, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    code = models.CharField(_("code"), max_length=255)
    name = models.CharField(_("name"), max_length=500)
    status = models.CharField(_("result"), max_length=10, choices=RowStatus.choices)
    host = models.CharField(_("address of the site"), max_length=255, blank=True)
    pages = models.PositiveIntegerField(_("pages"), default=0)
    messages = models.JSONField(_("remarks"), default=list)

    class Meta:
        verbose_name = _("row of a list")
        verbose_name_plural = _("rows of a list")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["job", "number"], name="provisioning_row_unique")]
        indexes = [models.Index(fields=["job", "status"], name="provisioning_row_status")]

    def __str__(self) -> str:
        return f"{self.number}: {self.code}"
