"""What is kept of postings and of reminders of disclosure (W8.5, W9.7)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution


class DisclosureRecord(models.Model):
    """What was posted for an item and period, and when; it outlives the page. `withdrawn_on` with its `reason`: the page went off
    the site; it is forgotten when it is posted again."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="disclosure_records")
    item = models.CharField(max_length=40)
    period = models.PositiveSmallIntegerField()
    page_key = models.UUIDField(db_index=True)
    posted_on = models.DateField()
    late_from = models.DateField(null=True)
    kept_until = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("posting of a disclosure report")
        verbose_name_plural = _("postings of disclosure reports")
        constraints = [
            models.UniqueConstraint(fields=["institution", "item", "period"], name="disclosure_record_once")
        ]


class DisclosureReminder(models.Model):
    """A board was written to about what is due on a day; `stage` is the number of days before it, 0 from that day on."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    late_from = models.DateField()
    stage = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder of disclosure")
        verbose_name_plural = _("reminders of disclosure")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "late_from", "stage"], name="disclosure_reminder_once"
            )
        ]
