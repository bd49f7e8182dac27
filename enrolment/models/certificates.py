"""The register of issued certificates and degrees, sealed (W8.12)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from enrolment.choices import CertificateKind, CertificateStatus, RegisterState
from enrolment.models.list_jobs import ListJob, private_storage
from enrolment.models.people import person
from network.models import Institution
from privacy.models import SealedModel


class CertificateBatch(ListJob):
    """One list of certificates. It is stored whole or not at all, and answers nobody before a second person has confirmed it."""

    personal_data = PersonalData(
        fields={
            "file": DataClass.PRIVATE,
            "faults": DataClass.PERSONAL,
            "created_by": DataClass.PERSONAL,
            "acting": DataClass.PERSONAL,
            "proposed_by": DataClass.PERSONAL,
            "confirmed_by": DataClass.PERSONAL,
        },
        purpose=_("To enter certificates in the register and to say which rows are wrong."),
        retention=_(
            "The file goes as soon as it is stored, at the latest after seven days; the record of the list stays."
        ),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    file = models.FileField(_("list"), storage=private_storage, upload_to="certificates/%Y/%m/", blank=True)
    stores = models.BooleanField(default=False)
    """Whether the present work stores the rows; otherwise it is a dry run."""
    is_checked = models.BooleanField(default=False)
    register_state = models.CharField(
        _("register"), max_length=9, choices=RegisterState.choices, default=RegisterState.CHECKED
    )
    rows_count = models.PositiveIntegerField(_("number of rows"), default=0)
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(null=True)
    confirmed_by = person(_("confirmed by"))
    confirmed_at = models.DateTimeField(null=True)

    class Meta(ListJob.Meta):
        verbose_name = _("list of certificates")
        verbose_name_plural = _("lists of certificates")
        indexes = [models.Index(fields=["state", "heartbeat_at"], name="certificate_batch_state")]


class Certificate(SealedModel):
    """One certificate or degree. `digest` is the blind index of its number within the institution; number, name and date of
    birth are sealed. `uid` stands in the QR code: it opens nothing without the holder's date of birth."""

    personal_data = PersonalData(
        fields={
            "sealed_body": DataClass.PRIVATE,
            "digest": DataClass.PERSONAL,
            "decision": DataClass.PERSONAL,
            "issued_on": DataClass.PERSONAL,
        },
        purpose=_("To confirm to whoever holds a certificate that it is in the register, and its status."),
        retention=_(
            "As long as the register of certificates is kept by law; a list that is refused goes at once."
        ),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="certificates")
    batch = models.ForeignKey(CertificateBatch, on_delete=models.PROTECT, related_name="certificates")
    digest = models.CharField(max_length=64)
    sealed_body = models.TextField(editable=False)
    """``{"number", "book_number", "name", "birth"}``."""
    kind = models.CharField(
        pgettext_lazy("certificate", "kind"), max_length=10, choices=CertificateKind.choices
    )
    issued_on = models.DateField(_("issued on"))
    decision = models.CharField(_("number of the decision"), max_length=80)
    decided_on = models.DateField(_("date of the decision"))
    status = models.CharField(
        _("status"), max_length=9, choices=CertificateStatus.choices, default=CertificateStatus.ISSUED
    )
    status_on = models.DateField(_("status since"))
    is_confirmed = models.BooleanField(default=False)

    sealed_fields = ("sealed_body",)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "digest"], name="certificate_number_once")
        ]

    def __str__(self) -> str:
        return str(self.uid)


class CertificateChange(models.Model):
    """A change of a certificate's status by a decision; one person proposes it, another confirms it."""

    personal_data = PersonalData(
        fields={
            "proposed_by": DataClass.PERSONAL,
            "confirmed_by": DataClass.PERSONAL,
            "reason": DataClass.PERSONAL,
        },
        purpose=_("To know by which decision a certificate was corrected, issued again or revoked."),
        retention=_("As long as the certificate stands in the register."),
    )

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="changes")
    status = models.CharField(_("new status"), max_length=9, choices=CertificateStatus.choices)
    decision = models.CharField(_("number of the decision"), max_length=80)
    decided_on = models.DateField(_("date of the decision"))
    reason = models.CharField(_("reason"), max_length=300)
    state = models.CharField(
        _("state"), max_length=9, choices=RegisterState.choices, default=RegisterState.PROPOSED
    )
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(default=timezone.now)
    confirmed_by = person(_("confirmed by"))
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("change of a certificate")
        verbose_name_plural = _("changes of certificates")
        ordering = ["-proposed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.certificate_id}: {self.status}"
