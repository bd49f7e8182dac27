"""With whom an institution has agreed in writing: recipients of personal information, and those who process it for the
institution (P8.4, P16.3)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.models.activities import ProcessingActivity
from privacy.models.purposes import Recipient
from privacy.models.submissions import SealedFile


class AgreementQuerySet(models.QuerySet):
    def running(self, on: date):
        """Those that are signed and neither over nor ended before."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), signed_on__lte=on, valid_to__gte=on)

    def open(self, on: date):
        """Those that nobody has ended: running ones, and ones that ran out without anybody doing something."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on))


class Agreement(models.Model):
    """What every agreement has: its number, its days, and where the signed paper is kept."""

    number = models.CharField(
        _("number of the agreement"), max_length=120, help_text=_("As it stands on the signed paper.")
    )
    signed_on = models.DateField(_("signed on"))
    valid_to = models.DateField(
        _("valid until"), help_text=_("A letter reminds you 60, 30 and 7 days before.")
    )
    kept_at = models.CharField(
        _("where the signed paper is kept"),
        max_length=255,
        blank=True,
        help_text=_("For example: office, file 12."),
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)
    """When somebody was last reminded of its end."""
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        abstract = True

    kind_name: ClassVar[str] = ""
    """Its word in addresses and letters."""

    def is_running(self, on: date) -> bool:
        return self.signed_on <= on <= self.valid_to and (self.ended_on is None or self.ended_on > on)


class TransferAgreement(Agreement):
    """The agreement under which a recipient is given personal information, with the seven contents of decree 356/2025,
    article 7: purpose; people and kinds of information; how long; erasure; legal basis; protection by both sides; how both
    sides serve people's rights and answer for a breach."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="transfer_agreements")
    recipient = models.ForeignKey(
        Recipient, verbose_name=_("recipient"), on_delete=models.CASCADE, related_name="agreements"
    )
    purpose = models.TextField(_("1. purpose of the transfer"))
    data_types = models.TextField(_("2. whose information, and which kinds"))
    term = models.TextField(_("3. how long the recipient uses it"))
    deletion = models.TextField(_("4. how and when the recipient erases it"))
    basis = models.TextField(_("5. legal basis of the transfer"))
    protection = models.TextField(_("6. how both sides protect it"))
    responsibility = models.TextField(_("7. how both sides serve people's rights and answer for a breach"))
    is_sensitive = models.BooleanField(_("sensitive information is transferred"), default=False)
    is_encrypted = models.BooleanField(
        _("it is encrypted or made anonymous before it is transferred"),
        default=False,
        help_text=_("Required for sensitive information (decree 356/2025, article 7)."),
    )

    kind_name = "transfer"
    CONTENTS = ("purpose", "data_types", "term", "deletion", "basis", "protection", "responsibility")

    class Meta:
        verbose_name = _("transfer agreement")
        verbose_name_plural = _("transfer agreements")
        ordering = ["valid_to", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("signed_on")), name="transfer_days_in_order"),
            models.CheckConstraint(
                condition=Q(is_sensitive=False) | Q(is_encrypted=True), name="transfer_sensitive_encrypted"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} – {self.recipient}"

    def contents(self) -> list[tuple[str, str]]:
        """The seven contents as (label, text)."""
        return [(str(self._meta.get_field(name).verbose_name), getattr(self, name)) for name in self.CONTENTS]


class Processor(Agreement):
    """Somebody outside who handles personal information for the institution (host, builder of the site, sender of letters),
    with a commitment in writing (circular 25/2010, article 16; law 91/2025)."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="processors")
    name = models.CharField(_("name"), max_length=255)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    what_for = models.CharField(_("what it does for the institution"), max_length=500)
    what_for_en = models.CharField(_("what it does, in English"), max_length=500, blank=True)
    contact = models.CharField(
        _("contact"), max_length=255, blank=True, help_text=_("Post, telephone or e-mail; no private one.")
    )
    commitments = models.TextField(
        _("what it commits itself to"),
        help_text=_("Confidentiality, security, reports of incidents, return and erasure."),
    )
    subprocessors = models.TextField(_("whom it uses itself"), blank=True)
    leaves_country = models.BooleanField(_("information leaves the country"), default=False)
    activities = models.ManyToManyField(
        ProcessingActivity, verbose_name=_("processing activities"), blank=True, related_name="processors"
    )

    kind_name = "processor"

    class Meta:
        verbose_name = _("outside processor")
        verbose_name_plural = _("outside processors")
        ordering = ["valid_to", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("signed_on")), name="processor_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.name


class AgreementPaper(SealedFile):
    """The signed paper of an agreement, or a part of it, as it was scanned."""

    personal_data = PersonalData(
        fields={
            "sealed_meta": DataClass.PERSONAL,
            "sealed_key": DataClass.PERSONAL,
            "stored_as": DataClass.PERSONAL,
        },
        purpose=_("Proof of what was agreed; the paper names who signed it."),
        retention=_("Five years after the agreement has ended."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="agreement_papers")
    transfer = models.ForeignKey(
        TransferAgreement, null=True, on_delete=models.CASCADE, related_name="papers"
    )
    processor = models.ForeignKey(Processor, null=True, on_delete=models.CASCADE, related_name="papers")

    class Meta(SealedFile.Meta):
        abstract = False
        verbose_name = _("paper of an agreement")
        verbose_name_plural = _("papers of agreements")
        constraints = [
            models.CheckConstraint(
                condition=Q(transfer__isnull=True) ^ Q(processor__isnull=True), name="paper_of_one_agreement"
            ),
        ]

    @property
    def agreement(self) -> TransferAgreement | Processor:
        return self.transfer or self.processor
