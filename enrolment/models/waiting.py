"""Waiting rooms: hours in which people are let in one after the other."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution
from privacy.models import FormDraft


class WaitingRoom(models.Model):
    """The waiting room before one campaign's form, or before the look-up of one examination.

    People get numbers from `opens_at`, and are let in from `starts_at`, so many a minute, in the order of their numbers. How far
    the door is at a moment follows from time and rate alone: ``base_position + per_minute / 60 × seconds since base_at``; a
    new rate begins at a new base. `last_number` and `last_position` are raised by one statement (``waiting_room.services``).
    """

    personal_data = PersonalData.none()

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="waiting_rooms")
    page_key = models.UUIDField(unique=True, editable=False)
    """The translation key of the campaign or examination, in whatever language it is read."""
    opens_at = models.DateTimeField(
        _("numbers from"),
        help_text=_(
            "From this moment visitors wait in the order in which they come, for example 01/07/2026 07:30."
        ),
    )
    starts_at = models.DateTimeField(
        _("people are let in from"),
        help_text=_("Mostly when the form or the look-up opens, for example 01/07/2026 08:00."),
    )
    closes_at = models.DateTimeField(
        _("until"), help_text=_("After this moment nobody waits any more, for example 01/07/2026 12:00.")
    )
    per_minute = models.PositiveIntegerField(
        _("people a minute"),
        validators=[MinValueValidator(1), MaxValueValidator(100_000)],
        help_text=_("As many as the servers can take, for example 300. It can be changed at any moment."),
    )
    last_number = models.PositiveBigIntegerField(default=0, editable=False)
    last_position = models.FloatField(default=0, editable=False)
    base_at = models.FloatField(default=0, editable=False)
    """Seconds since 1970."""
    base_position = models.FloatField(default=0, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("queue", "waiting room")
        verbose_name_plural = pgettext_lazy("queue", "waiting rooms")
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at__lte=F("starts_at")) & Q(starts_at__lt=F("closes_at")),
                name="waiting_room_hours",
            )
        ]

    def __str__(self) -> str:
        return str(self.key)

    def clean(self):
        super().clean()
        if not (self.opens_at and self.starts_at and self.closes_at):
            return
        if self.starts_at < self.opens_at:
            raise ValidationError({"starts_at": gettext("People are let in after numbers are given out.")})
        if self.closes_at <= self.starts_at:
            raise ValidationError({"closes_at": gettext("The hours end after they begin.")})

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now < self.closes_at


class SpentTicket(models.Model):
    """A number that let somebody in, with the one form that was begun with it."""

    personal_data = PersonalData.none()

    room = models.ForeignKey(WaitingRoom, on_delete=models.CASCADE, related_name="spent")
    number = models.PositiveBigIntegerField()
    draft = models.ForeignKey(FormDraft, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "number"], name="ticket_spent_once")]

    def __str__(self) -> str:
        return f"{self.room_id}:{self.number}"
