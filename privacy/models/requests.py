"""Requests of people about their own information, with their clocks and history (law 91/2025, article 4; decree 356/2025,
article 5; circular 25/2010, articles 7 and 8)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import Actor, Method, RequestKind, RequestState, RequestStep
from privacy.models.proof import AppendOnlyError, AppendOnlyQuerySet
from privacy.models.submissions import SealedModel, Submission

OPEN_STATES = (RequestState.RECEIVED, RequestState.ACCEPTED)


def past_its_day(on: date) -> Q:
    """An open request without a reply after the day of the reply, or not closed after the day of the end."""
    return Q(replied_at__isnull=True, reply_due__lt=on) | Q(fulfil_due__lt=on)


class SubjectRequestQuerySet(models.QuerySet):
    def of(self, institutions):
        """Those made to these institutions: every list and look-up of staff begins here."""
        return self.filter(institution__in=institutions)

    def waiting(self):
        """Those that are not closed yet."""
        return self.filter(state__in=OPEN_STATES)

    def overdue(self, on: date):
        """Those that are not closed yet and past their day."""
        return self.waiting().filter(past_its_day(on))


class SubjectRequest(SealedModel):
    """One request. What the person wrote is sealed; `rule` and `citation` are those that held on the day it came."""

    personal_data = PersonalData(
        fields={
            "sealed_detail": DataClass.PRIVATE,
            "sealed_reply": DataClass.PRIVATE,
            "reference": DataClass.PERSONAL,
            "secret_hash": DataClass.PERSONAL,
            "submission": DataClass.PERSONAL,
            "subject": DataClass.PERSONAL,
            "decided_by": DataClass.PERSONAL,
        },
        purpose=_("To carry out requests of people about their information and to prove that it was done."),
        retention=_("What was written, 90 days after the end; the entry, two years after it."),
    )

    reference = models.CharField(_("reference code"), max_length=24, unique=True, editable=False)
    secret_hash = models.CharField(max_length=255, blank=True, editable=False)
    """Of the secret with which the state of the request is looked up; empty where it belongs to a submission."""
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="subject_requests")
    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.SET_NULL, related_name="requests", editable=False
    )
    subject = models.UUIDField(null=True, editable=False, db_index=True)
    kind = models.CharField(_("what is asked for"), max_length=8, choices=RequestKind.choices)
    method = models.CharField(_("how it came"), max_length=5, choices=Method.choices, default=Method.WEB)
    actor = models.CharField(_("who asks"), max_length=14, choices=Actor.choices, default=Actor.SELF)
    language = models.CharField(max_length=8, default="vi")
    sealed_detail = models.TextField(blank=True, editable=False)
    sealed_reply = models.TextField(blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=8, choices=RequestState.choices, default=RequestState.RECEIVED, db_index=True
    )
    is_immediate = models.BooleanField(default=False, editable=False)
    """Carried out by the system at once, when the person asked."""
    rule = models.CharField(max_length=40, editable=False)
    citation = models.CharField(_("article of the law"), max_length=255, blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    reply_due = models.DateField(_("reply due on"))
    fulfil_due = models.DateField(_("to be carried out by"), db_index=True)
    replied_at = models.DateTimeField(_("answered"), null=True)
    has_third_party = models.BooleanField(_("a processor or recipient has to act as well"), default=False)
    extended_at = models.DateTimeField(_("extended"), null=True)
    extension_reason = models.CharField(_("reason of the extension"), max_length=500, blank=True)
    ground = models.CharField(_("ground of the refusal"), max_length=40, blank=True)
    ground_citation = models.CharField(max_length=255, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("closed"), null=True)
    told_head_at = models.DateTimeField(null=True, editable=False)
    told_authority_at = models.DateTimeField(null=True, editable=False)

    sealed_fields = ("sealed_detail", "sealed_reply")
    objects = SubjectRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal information")
        verbose_name_plural = _("requests about personal information")
        ordering = ["fulfil_due", "pk"]
        indexes = [models.Index(fields=["institution", "state", "fulfil_due"], name="request_desk")]
        constraints = [
            models.CheckConstraint(
                condition=Q(fulfil_due__gte=F("reply_due")) | Q(is_immediate=True),
                name="request_clocks_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.REFUSED) | ~Q(ground=""), name="request_refusal_has_ground"
            ),
            models.CheckConstraint(
                condition=Q(extended_at__isnull=True) | ~Q(extension_reason=""),
                name="request_extension_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class RequestEvent(SealedModel):
    """One step in the history of a request: only ever added to."""

    personal_data = PersonalData(
        fields={"sealed_note": DataClass.PRIVATE, "user": DataClass.PERSONAL},
        purpose=_("To prove how a request was handled, when and by whom."),
        retention=_("As long as the request."),
    )

    request = models.ForeignKey(SubjectRequest, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(_("when"), default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    action = models.CharField(_("what"), max_length=16)
    sealed_note = models.TextField(blank=True, editable=False)

    sealed_fields = ("sealed_note",)
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a request")
        verbose_name_plural = _("steps of requests")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.action} {timezone.localtime(self.at):%d/%m/%Y}"

    @property
    def label(self) -> str:
        return str(RequestStep(self.action).label)

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Entries that are proof do not change.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError("Entries that are proof are not removed.")


class Certificate(models.Model):
    """That a certificate of what is stored was issued (circular 25/2010, article 8, clause 3). The file itself is not kept:
    its hash is."""

    personal_data = PersonalData(
        fields={"submission": DataClass.PERSONAL},
        purpose=_("To say whether a certificate is genuine and still holds."),
        retention=_(
            "The link to a person ends with the submission; the entry two years after it was issued."
        ),
    )

    serial = models.CharField(_("serial number"), max_length=24, unique=True)
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.SET_NULL, related_name="certificates", editable=False
    )
    sha256 = models.CharField(max_length=64)
    content_sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField(_("issued"), default=timezone.now)
    ended_at = models.DateTimeField(_("no longer holds since"), null=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at", "-pk"]

    def __str__(self) -> str:
        return self.serial
