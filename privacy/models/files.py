"""Files that people send with a form, and the keys by which a submission is found again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import LookupKind
from privacy.models.submissions import FormDraft, SealedFile, SealedModel, Submission


class SubmissionFile(SealedFile):
    """One file of a submission, or of a form that is still being filled in."""

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

    class Meta(SealedFile.Meta):
        abstract = False
        verbose_name = _("file of a submission")
        verbose_name_plural = _("files of submissions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(submission__isnull=True) ^ models.Q(draft__isnull=True),
                name="file_of_submission_or_draft",
            ),
        ]


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
