"""When a form takes nothing for a while, because far more comes than people send."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution


class FloodBreak(models.Model):
    """One break of one form. It begins by itself when more is sent within an hour than the limit, and ends by itself; the board
    is told once."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="flood_breaks")
    form = models.CharField(_("form"), max_length=64)
    began_at = models.DateTimeField(_("began"), default=timezone.now)
    until = models.DateTimeField(_("until"), db_index=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    """Set when the next break of the form begins, or when the board opens the form again."""

    class Meta:
        verbose_name = _("break of a form")
        verbose_name_plural = _("breaks of forms")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "form"], condition=Q(ended_at__isnull=True), name="flood_break_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.form} {timezone.localtime(self.began_at):%d/%m/%Y %H:%M}"
