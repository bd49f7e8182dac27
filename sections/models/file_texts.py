"""What stands in the files that documents offer, read once, in the background, for search."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from common.personal_data import DataClass, PersonalData


class FileText(models.Model):
    """The words of one published file. `problem` is a ``privacy.guard.findings.Unreadable``, empty where it was read."""

    personal_data = PersonalData(
        fields={"text": DataClass.PERSONAL},
        purpose=_("To find a published document by the words of its files (W12.4)."),
        retention=_("As long as the file is kept."),
    )

    file = models.OneToOneField(
        get_document_model_string(), on_delete=models.CASCADE, related_name="text_of_file", primary_key=True
    )
    digest = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=10, blank=True)
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self) -> str:
        return str(self.file_id)
