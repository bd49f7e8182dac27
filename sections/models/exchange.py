"""Lists of pages on their way in, and what became of each row (see ``sections.exchange``)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.jobs import AbstractJob, JobState
from common.personal_data import DataClass, PersonalData
from network.models import Institution
from sections.exchange.choices import RowResult, Source, Work


def private_storage():
    return storages["private"]


class ImportBatch(AbstractJob):
    """One upload for one institution. Its rows become drafts, each in a transaction of its own that also stores what
    became of it; so what was interrupted goes on after its last row, and can be undone row by row."""

    personal_data = PersonalData(
        fields={
            "file": DataClass.PERSONAL,
            "files": DataClass.PERSONAL,
            "created_by": DataClass.PERSONAL,
            "acting": DataClass.PERSONAL,
        },
        purpose=_("To take over the lists and the former site of an institution as drafts."),
        retention=_("90 days after the list was last worked on."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.CASCADE, related_name="import_batches"
    )
    source = models.CharField(_("kind"), max_length=10, choices=Source.choices, default=Source.LIST)
    exchange = models.CharField(max_length=60, blank=True)
    """Name of the exchange of a list; a former site has pages of several."""
    section = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("section"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    file = models.FileField(_("list"), storage=private_storage, upload_to="exchange/%Y/%m/")
    filename = models.CharField(max_length=255)
    files = models.FileField(
        _("files of the former site"), storage=private_storage, upload_to="exchange/%Y/%m/", blank=True
    )
    mapping = models.JSONField(default=dict, blank=True)
    """``{"columns": {name: number of the column from 0}, "constants": {name: text}}``; of a former site
    ``{"sections": {kind of content: name of an exchange, or ""}}``."""
    work = models.CharField(_("step"), max_length=8, choices=Work.choices, default=Work.CHECK)
    acting = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    """Whoever asked for the present work: drafts, agreements and returns are theirs."""
    run = models.UUIDField(null=True, editable=False)
    """Drawn when work is asked for; a row that carries it is done, whichever worker goes on."""
    comment = models.TextField(blank=True)
    """With an agreement, or why the batch is returned."""
    applied_at = models.DateTimeField(_("drafts made"), null=True)
    submitted_at = models.DateTimeField(_("handed to the board"), null=True)
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("list of pages")
        verbose_name_plural = _("lists of pages")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["institution", "-created_at"], name="import_batch_institution"),
            models.Index(fields=["state", "heartbeat_at"], name="import_batch_state"),
        ]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_applied(self) -> bool:
        return self.applied_at is not None and self.undone_at is None

    @property
    def may_apply(self) -> bool:
        return not self.is_busy and self.state == JobState.DONE and self.work == Work.CHECK


class ImportedRow(models.Model):
    """What became of one row. Values are kept in the page only; a message may quote the cell that is wrong."""

    personal_data = PersonalData(
        fields={"title": DataClass.PERSONAL, "messages": DataClass.PERSONAL},
        purpose=_("To tell the board what became of each row of its list; a message may quote the row."),
        retention=_("90 days after the list was last worked on."),
    )

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    key = models.CharField(max_length=255, blank=True)
    """What identifies the row within the institution; of a former site the kind and number of the entry."""
    title = models.CharField(_("title"), max_length=255, blank=True)
    status = models.CharField(_("result"), max_length=10, choices=RowResult.choices)
    messages = models.JSONField(_("remarks"), default=list)
    """``[{"cell": "C7", "text": sentence}]``; "" where it concerns the whole row."""
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="imported_rows",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    """The version that this row made."""
    before = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    """The version that a changed page had."""
    media = models.JSONField(default=list, editable=False)
    """Pictures and files that this row brought along: ``["wagtailimages.image:7"]`` by label of the model and key."""
    was_clean = models.BooleanField(default=False)
    """Whether a changed page showed readers its latest version before."""
    workflow_state = models.ForeignKey(
        "wagtailcore.WorkflowState", null=True, on_delete=models.SET_NULL, related_name="imported_rows"
    )
    decided = models.UUIDField(null=True, editable=False)
    """The run of the batch that dealt with this row last; a run that goes on passes over it."""

    class Meta:
        verbose_name = _("row of a list of pages")
        verbose_name_plural = _("rows of a list of pages")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="imported_row_unique")]
        indexes = [models.Index(fields=["batch", "status"], name="imported_row_status")]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"
