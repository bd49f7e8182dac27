"""What people sent in, and what they are still writing: kept sealed (P12.3)."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy import codes, encryption
from privacy.choices import EndAction, ScanState, SubmissionState
from privacy.models.notices import Notice


class SealedModel(models.Model):
    """A record with fields that only the application can read. `sealed_fields` names them: key rotation goes
    through them."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    sealed_fields: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def sealed_context(self, field: str) -> str:
        """What binds a ciphertext to its place: ``model:uid:field``."""
        return self.sealed_place(self.uid, field)

    @classmethod
    def sealed_place(cls, uid: uuid.UUID, field: str) -> str:
        """The same for a record that stands only in the database."""
        return f"{cls._meta.label_lower}:{uid}:{field}"

    @sensitive_variables()
    def seal_field(self, field: str, value: Any) -> None:
        setattr(self, field, encryption.seal(value, context=self.sealed_context(field)))

    @sensitive_variables()
    def unseal_field(self, field: str) -> Any:
        """The value, None where nothing was sealed. Readers go through a service that records who read and
        why."""
        sealed = getattr(self, field)
        return encryption.unseal(sealed, context=self.sealed_context(field)) if sealed else None


class SealedFile(SealedModel):
    """A file whose bytes lie on the private storage in sealed pieces under a key of their own; that key, the name and the type
    are sealed here. Without this row nothing on the storage can be read."""

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
        abstract = True
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return str(self.uid)


class SubmissionQuerySet(models.QuerySet):
    def of(self, institutions):
        """Those sent to these institutions: every list and look-up of staff begins here."""
        return self.filter(institution__in=institutions)

    def expired(self, now=None):
        return self.filter(expires_at__lte=now or timezone.now())


class Submission(SealedModel):
    """What one person sent through one form: answers sealed, with the form as it was and the notice that was
    shown.

    The sender comes back with `reference` and a secret of which only a hash is stored.
    """

    personal_data = PersonalData(
        fields={
            "sealed_answers": DataClass.PRIVATE,
            "reference": DataClass.PERSONAL,
            "secret_hash": DataClass.PERSONAL,
        },
        purpose=_(
            "The purposes to which the sender agreed, or which a law names, kept with each submission."
        ),
        retention=_("Until the longest period of its purposes has passed; then erased by the daily job."),
    )

    reference = models.CharField(_("reference code"), max_length=24, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="submissions")
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    form = models.CharField(_("form"), max_length=64)
    language = models.CharField(max_length=8, default="vi")
    snapshot = models.JSONField(default=dict)
    """The form as the sender saw it: title, fields with class and necessity, purposes, recipients."""
    snapshot_sha256 = models.CharField(max_length=64)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="submissions")
    sealed_answers = models.TextField(editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=SubmissionState.choices, default=SubmissionState.ACTIVE
    )
    secret_hash = models.CharField(max_length=255, editable=False)
    draft_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001
    """Hash of the draft's token: the same form sent twice finds its submission. NULL for one that had no
    draft."""
    created_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    expires_at = models.DateTimeField(_("kept until"), db_index=True)
    """End of the longest period of its purposes; `at_end` says what is done then."""
    at_end = models.CharField(_("then"), max_length=9, choices=EndAction.choices, default=EndAction.ERASE)
    trim_at = models.DateTimeField(null=True, editable=False, db_index=True)
    """When the next of its shorter periods ends: answers that serve only that purpose go then."""

    sealed_fields = ("sealed_answers",)
    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["institution", "form", "-created_at"], name="submission_desk")]

    def __str__(self) -> str:
        return self.reference

    @sensitive_variables()
    def check_secret(self, secret: str) -> bool:
        return codes.secret_matches(secret, self.secret_hash)


class FormDraft(SealedModel):
    """Answers between the steps of a form: sealed on the server, found by the hash of a token in a hidden
    field. Nothing of them is in a session, a cookie or an address."""

    personal_data = PersonalData(
        fields={
            "sealed_data": DataClass.PRIVATE,
            "reference": DataClass.PERSONAL,
            "secret_hash": DataClass.PERSONAL,
            "sealed_ready": DataClass.PRIVATE,
            "claim": DataClass.PERSONAL,
        },
        purpose=_("To keep the answers while the sender goes through the steps of the form."),
        retention=_(
            "Two hours after the last step, a day at the most; where the sender asked to go on later, until the day that was "
            "told, at most fourteen days and never after the form closes. Erased at once when the form is sent."
        ),
    )

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=20)
    sealed_data = models.TextField(editable=False)
    sealed_ready = models.TextField(blank=True, default="", editable=False)
    """All that a submission is made of but the decisions of the last step (``privacy.services.sent``)."""
    ready = models.CharField(max_length=64, blank=True, default="", editable=False)
    """Names what was asked in the last step and decided before it; empty: something is missing yet."""
    ready_until = models.DateTimeField(null=True, editable=False)
    claim = models.CharField(max_length=64, blank=True, default="", editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    reference = models.CharField(max_length=24, unique=True, null=True, editable=False)  # noqa: DJ001
    """What the sender goes on with on another device, with a secret; NULL where nobody asked for it."""
    secret_hash = models.CharField(max_length=255, blank=True, editable=False)
    kept_until = models.DateTimeField(null=True, editable=False)

    sealed_fields = ("sealed_data", "sealed_ready")

    class Meta:
        verbose_name = _("unfinished form")
        verbose_name_plural = _("unfinished forms")

    def __str__(self) -> str:
        return str(self.uid)
