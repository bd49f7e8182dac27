"""Files that people send with a form, and the keys by which a submission is found again."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import LookupKind, ScanState
from privacy.models.submissions import FormDraft, SealedModel, Submission


class SubmissionFile(SealedModel):
    """One file of a submission, or of a form that is still being filled in. Its bytes lie on the private storage in sealed
    pieces under a key of their own; that key, the name and the type are sealed here. Without this row nothing on the
    storage can be read."""

    personal_data = PersonalData(
        fields={
            "sealed_meta": DataClass.PRIVATE,
            "sealed_key": DataClass.PRIVATE,
            "stored_as": DataClass.PERSONAL,
        },
        purpose=_("The purposes of the submission that the file belongs to."),
        retention=_("As long as the submission; that of an unfinished form as long as the form."),
    )

    submission = models.ForeignKey(Submission, null=True, on_delete=models.CASCADE, related_name="files")
    draft = models.ForeignKey(FormDraft, null=True, on_delete=models.CASCADE, related_name="files")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=64)
    sealed_meta = models.TextField(editable=False)
    """Name, content type and size of what was sent."""
    sealed_key = models.TextField(editable=False)
    stored_as = models.CharField(max_length=120, unique=True, editable=False)
    """Where the sealed pieces lie on the private storage; says nothing about the file."""
    stored_size = models.PositiveIntegerField(editable=False)
    stored_sha256 = models.CharField(max_length=64, editable=False)
    """Of the sealed pieces: a copy or a backup is checked without a key."""
    scan = models.CharField(_("virus scan"), max_length=5, choices=ScanState.choices)
    created_at = models.DateTimeField(default=timezone.now)

    sealed_fields = ("sealed_meta", "sealed_key")

    class Meta:
        verbose_name = _("file of a submission")
        verbose_name_plural = _("files of submissions")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(submission__isnull=True) ^ models.Q(draft__isnull=True),
                name="file_of_submission_or_draft",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uid)


class LookupKey(SealedModel):
    """A value by which a submission is found without being stored readably: an HMAC of a telephone number or an e-mail address,
    different in each institution. The value itself is kept sealed beside it, so that a new key can index it anew."""

    personal_data = PersonalData(
        fields={"digest": DataClass.PERSONAL, "sealed_value": DataClass.PERSONAL},
        purpose=_("To find a submission again for a sender who has lost the reference code."),
        retention=_("As long as the submission."),
    )

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="lookup_keys")
    kind = models.CharField(max_length=8, choices=LookupKind.choices)
    digest = models.CharField(max_length=64, db_index=True, editable=False)
    sealed_value = models.TextField(editable=False)

    sealed_fields = ("sealed_value",)

    class Meta:
        verbose_name = _("look-up key")
        verbose_name_plural = _("look-up keys")
        constraints = [
            models.UniqueConstraint(fields=["submission", "kind", "digest"], name="lookup_once"),
        ]

    def __str__(self) -> str:
        return str(self.uid)
