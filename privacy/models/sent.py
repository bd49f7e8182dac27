"""Forms that were acknowledged and wait to be filed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.models.submissions import FormDraft, SealedModel


class SentForm(SealedModel):
    """A form whose sender has the receipt (decision 0027). Its draft holds what was entered, with the files, and cannot go while
    this row names it; the worker makes a submission of both, in order of arrival, each once.

    The row stays for a day, emptied, so that the same draft, and the same `claim`, are known again.
    """

    personal_data = PersonalData(
        fields={
            "reference": DataClass.PERSONAL,
            "secret_hash": DataClass.PERSONAL,
            "claim": DataClass.PERSONAL,
            "sealed_choices": DataClass.PRIVATE,
        },
        purpose=_("To take a form in at once when very many are sent, and to take none twice."),
        retention=_(
            "Until it is filed, mostly for seconds; emptied, it stays for another 25 hours. One that could not be taken is "
            "erased after 30 days."
        ),
    )

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False)
    draft = models.OneToOneField(FormDraft, null=True, on_delete=models.PROTECT, related_name="sent")
    form = models.CharField(_("form"), max_length=64)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    reference = models.CharField(_("reference code"), max_length=24, unique=True, editable=False)
    secret_hash = models.CharField(max_length=255, editable=False)
    claim = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001
    """What only one form may have at a time (``FormKind.claim``); NULL: nothing of that kind."""
    language = models.CharField(max_length=8, default="vi")
    sealed_choices = models.TextField(blank=True, editable=False)
    """The decisions of the last step."""
    sent_at = models.DateTimeField(_("received"), default=timezone.now)
    filed_at = models.DateTimeField(_("filed"), null=True, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    error = models.CharField(max_length=300, blank=True, editable=False)
    """Why it could not be filed: the name of the fault, or the sentence of `SubmissionRefusedError`."""
    refused_at = models.DateTimeField(_("refused"), null=True, editable=False)
    """When it turned out that it cannot be taken, such as a second one for the same child that came another way meanwhile; its
    sender is told with both codes."""

    sealed_fields = ("sealed_choices",)

    class Meta:
        verbose_name = _("acknowledged form")
        verbose_name_plural = _("acknowledged forms")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["id"], condition=Q(filed_at=None), name="sent_waiting"),
            models.Index(fields=["filed_at"], condition=~Q(filed_at=None), name="sent_filed"),
        ]

    def __str__(self) -> str:
        return self.reference
