"""Answers to “was this page useful?”: numbers for each page and day, nothing about anybody."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from feedback.choices import NotUseful
from network.models import Institution


class UsefulCount(models.Model):
    """How often readers of one page, in all its languages, said yes or no on one day. `reason` only beside a no."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    page_key = models.UUIDField()
    day = models.DateField()
    is_useful = models.BooleanField()
    reason = models.CharField(max_length=8, choices=NotUseful.choices, blank=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("answers about a page")
        verbose_name_plural = _("answers about pages")
        constraints = [
            models.UniqueConstraint(
                fields=["page_key", "day", "is_useful", "reason"], name="useful_count_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(is_useful=False) | models.Q(reason=""), name="useful_reason_beside_no"
            ),
        ]
        indexes = [models.Index(fields=["institution", "day"], name="useful_count_period")]

    def __str__(self) -> str:
        return f"{self.page_key} {self.day}"
