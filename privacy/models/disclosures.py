"""What was passed on to whom, and who was told that it changed since (circular 25/2010, articles 7 and 8)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import DisclosureBasis, Method, RevisionKind, RevisionState
from privacy.models.proof import ConsentEvent
from privacy.models.purposes import Recipient
from privacy.models.submissions import SealedModel, Submission


class Disclosure(models.Model):
    """One handing over of one submission's fields to one recipient. `subject` is the submission's uid: it stays after the
    submission is erased, and then leads to nobody."""

    personal_data = PersonalData(
        fields={
            "submission": DataClass.PERSONAL,
            "subject": DataClass.PERSONAL,
            "sent_by": DataClass.PERSONAL,
        },
        purpose=_("To know who received what, so that they are told of corrections and erasures."),
        retention=_(
            "The link to a person ends with the submission; the entry two years after it was passed on."
        ),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="disclosures")
    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.SET_NULL, related_name="disclosures", editable=False
    )
    subject = models.UUIDField(editable=False, db_index=True)
    form = models.CharField(max_length=64)
    recipient = models.ForeignKey(
        Recipient,
        verbose_name=_("recipient"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recipient_name = models.CharField(_("name of the recipient"), max_length=255)
    fields = models.JSONField(_("fields"), default=list)
    """Names of the fields, never their content."""
    basis = models.CharField(_("basis"), max_length=7, choices=DisclosureBasis.choices)
    citation = models.CharField(_("article of the law"), max_length=255, blank=True)
    consent = models.ForeignKey(ConsentEvent, null=True, on_delete=models.DO_NOTHING, related_name="+")
    channel = models.CharField(_("how it was sent"), max_length=120, blank=True)
    is_encrypted = models.BooleanField(_("encrypted on the way"), default=False)
    sha256 = models.CharField(max_length=64, blank=True)
    """Of what was handed over, where it was a file."""
    sent_at = models.DateTimeField(_("passed on"), default=timezone.now, db_index=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("passed on by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("passing on")
        verbose_name_plural = _("passings on")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(basis=DisclosureBasis.CONSENT) | ~Q(citation=""), name="disclosure_law_cited"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_name} {timezone.localtime(self.sent_at):%d/%m/%Y}"


class RevisionNotice(SealedModel):
    """Tells one recipient that what they received was corrected, erased or must not be used any more; due within two working
    days, reminded until acknowledged (circular 25/2010, article 7, clause 4)."""

    personal_data = PersonalData(
        fields={"sealed_change": DataClass.PRIVATE, "reference": DataClass.PERSONAL},
        purpose=_("To tell who received something that it was corrected or erased."),
        retention=_("What changed goes when the notice is acknowledged; the notice two years later."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="revisions")
    request = models.ForeignKey(
        "privacy.SubjectRequest", null=True, on_delete=models.SET_NULL, related_name="revisions"
    )
    kind = models.CharField(_("what happened"), max_length=10, choices=RevisionKind.choices)
    reference = models.CharField(_("reference code"), max_length=24, blank=True)
    """Of the submission, by which the recipient finds the record; emptied once acknowledged."""
    fields = models.JSONField(default=list)
    sealed_change = models.TextField(blank=True, editable=False)
    """The corrected fields with label and new value."""
    state = models.CharField(
        _("state"), max_length=12, choices=RevisionState.choices, default=RevisionState.DUE, db_index=True
    )
    created_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(_("due on"), db_index=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True)
    escalated_at = models.DateTimeField(_("escalated"), null=True)
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True)
    acknowledged_how = models.CharField(max_length=5, choices=Method.choices, blank=True)

    sealed_fields = ("sealed_change",)

    class Meta:
        verbose_name = _("notice of revision")
        verbose_name_plural = _("notices of revision")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.disclosure} {self.get_kind_display()}"
