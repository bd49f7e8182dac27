"""Records that prove what was decided and who read: only ever added to, each bound to the one before (P4.3,
P8.2, P17)."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import AccessPurpose, Actor, AuditAction, Decision, Method
from privacy.models.notices import Notice
from privacy.models.purposes import Purpose, Recipient
from privacy.models.submissions import Submission

FIRST = "0" * 64
"""What stands for the hash before the first entry of a chain."""


class AppendOnlyError(Exception):
    """An attempt to change or remove an entry that is proof of something."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise AppendOnlyError("Entries that are proof do not change.")

    def delete(self):
        raise AppendOnlyError("Entries that are proof are not removed.")

    def bulk_update(self, objs, fields, batch_size=None):
        raise AppendOnlyError("Entries that are proof do not change.")


class ChainedEntry(models.Model):
    """An entry in the chain of one institution. `hash` covers the entry and the hash before it: an entry that
    was edited, left out or put in shows (``privacy.selectors.broken_links``)."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField(editable=False)
    occurred_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    prev_hash = models.CharField(max_length=64, editable=False)
    hash = models.CharField(max_length=64, editable=False)

    hashed_fields: tuple[str, ...] = ()
    may_end: ClassVar[bool] = False
    """Whether old entries are removed when their time is over: the chain may then begin late, or have a gap."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["institution", "number"]

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Entries that are proof do not change.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError("Entries that are proof are not removed.")

    def link(self, previous: ChainedEntry | None) -> None:
        """Take the place after `previous`."""
        self.number = previous.number + 1 if previous else 1
        self.prev_hash = previous.hash if previous else FIRST
        self.hash = self.expected_hash()

    def expected_hash(self) -> str:
        """SHA-256 over the hash before and the entry as canonical JSON."""
        payload: dict[str, Any] = {name: getattr(self, name) for name in self.hashed_fields}
        payload |= {
            "model": self._meta.label_lower,
            "institution": self.institution_id,
            "number": self.number,
            "occurred_at": self.occurred_at.astimezone(UTC).isoformat(),
        }
        text = json.dumps(payload, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
        return hashlib.sha256(f"{self.prev_hash}{text}".encode()).hexdigest()


class ConsentEvent(ChainedEntry):
    """One decision about one purpose or recipient, with the words that were shown. `subject` is the
    submission's uid: it stays after the submission is erased, and then leads to nobody."""

    personal_data = PersonalData(
        fields={"subject": DataClass.PERSONAL, "submission": DataClass.PERSONAL},
        purpose=_(
            "To prove what was asked and decided (law 91/2025, article 9; decree 356/2025, article 6)."
        ),
        retention=_("The link to a person ends with the submission; the entry itself names nobody."),
    )

    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.SET_NULL, related_name="consents", editable=False
    )
    subject = models.UUIDField(editable=False, db_index=True)
    form = models.CharField(max_length=64)
    purpose = models.ForeignKey(Purpose, null=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Recipient, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(_("decision"), max_length=9, choices=Decision.choices)
    wording = models.TextField(_("wording shown"))
    wording_sha256 = models.CharField(max_length=64)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+")
    notice_sha256 = models.CharField(max_length=64)
    step = models.CharField(max_length=20)
    actor = models.CharField(max_length=14, choices=Actor.choices, default=Actor.SELF)
    method = models.CharField(max_length=5, choices=Method.choices, default=Method.WEB)
    language = models.CharField(max_length=8, default="vi")

    hashed_fields = (
        "subject",
        "form",
        "purpose_id",
        "recipient_id",
        "decision",
        "wording",
        "wording_sha256",
        "notice_id",
        "notice_sha256",
        "step",
        "actor",
        "method",
        "language",
    )

    class Meta(ChainedEntry.Meta):
        verbose_name = _("decision on personal information")
        verbose_name_plural = _("decisions on personal information")
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="consent_number_unique"),
            models.CheckConstraint(
                condition=models.Q(purpose__isnull=True) | models.Q(recipient__isnull=True),
                name="consent_purpose_or_recipient",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.decision}"


class PrivacyAudit(ChainedEntry):
    """Who read, changed or exported personal information, when and for what. `user` is empty where the sender
    acted.

    There is no database constraint on `user`, so that the entry outlives the account.
    """

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL},
        purpose=_("To answer for each reading of personal information (decree 356/2025; circular 25/2010)."),
        retention=_("Twelve months."),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    action = models.CharField(_("action"), max_length=8, choices=AuditAction.choices)
    purpose = models.CharField(_("purpose"), max_length=8, choices=AccessPurpose.choices, blank=True)
    object_ref = models.CharField(_("object"), max_length=120)
    """``model:uid``, or the code of a form for an export."""
    count = models.PositiveIntegerField(_("records"), default=1)

    may_end = True
    hashed_fields = ("user_id", "action", "purpose", "object_ref", "count")

    class Meta(ChainedEntry.Meta):
        verbose_name = _("access to personal information")
        verbose_name_plural = _("access to personal information")
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="audit_number_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.action} {self.object_ref}"
