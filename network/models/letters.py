"""The outbox: letters that wait, were sent, or could not be sent, and what each person wants to get."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from network.models.institutions import Institution


class LetterState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("letter", "Waiting")
    SENDING = "sending", pgettext_lazy("letter", "Being sent")
    HELD = "held", pgettext_lazy("letter", "Kept for the weekly letter")
    SENT = "sent", pgettext_lazy("letter", "Sent")
    DROPPED = "dropped", pgettext_lazy("letter", "Nothing to send")
    FAILED = "failed", pgettext_lazy("letter", "Given up")


UNSENT = (LetterState.WAITING, LetterState.SENDING, LetterState.HELD)


class Delivery(models.TextChoices):
    """What a person wants of one kind of letter."""

    AT_ONCE = "at_once", pgettext_lazy("letter", "At once")
    WEEKLY = "weekly", pgettext_lazy("letter", "In the weekly letter")
    NEVER = "never", pgettext_lazy("letter", "Not at all")


class LetterQuerySet(models.QuerySet):
    def unsent(self):
        return self.filter(state__in=UNSENT)


class Letter(models.Model):
    """One letter to one person. The row holds ids only; the text is made when it is sent.

    ``address`` is set only where the person has no account, and goes when the letter has been sent.
    ``key`` names kind, recipient and subject, so that the same letter does not wait twice.
    """

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "address": DataClass.PERSONAL},
        purpose=_("To send letters that nothing loses when the mail server is down."),
        retention=_("90 days; an address without an account until the letter has been sent."),
    )

    kind = models.CharField(max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("to")
    )
    address = models.EmailField(blank=True)
    institution = models.ForeignKey(
        Institution, null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("institution")
    )
    about = models.JSONField(default=dict)
    key = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=8, choices=LetterState.choices, default=LetterState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=120, blank=True)
    """Name of an exception's class, never its text: a mail server quotes the address."""
    created_at = models.DateTimeField()
    not_before = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    claim = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("post", "letter")
        verbose_name_plural = pgettext_lazy("post", "letters")
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(state__in=UNSENT), name="letter_unsent_once"),
            models.CheckConstraint(
                condition=Q(user__isnull=False, address="") | Q(user__isnull=True),
                name="letter_one_recipient",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "not_before"], name="letter_state_due"),
            models.Index(fields=["user", "state"], name="letter_user_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class LetterPreference(models.Model):
    """A choice that differs from the kind's own."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "delivery": DataClass.PERSONAL},
        purpose=_("To send each person only the letters that they want."),
        retention=_("As long as the account exists."),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letter_preferences"
    )
    kind = models.CharField(max_length=80)
    delivery = models.CharField(max_length=8, choices=Delivery.choices)

    class Meta:
        verbose_name = _("choice of letters")
        verbose_name_plural = _("choices of letters")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="letter_preference_unique")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.delivery}"
