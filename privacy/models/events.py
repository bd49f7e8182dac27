"""What was done to the entries of the register and to the notices, by whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import ActivityChange, RegisterAct
from privacy.models.activities import ProcessingActivity
from privacy.models.notices import Notice


class RegisterEvent(models.Model):
    """One act. Who wrote something since it was last approved does not approve it where somebody else can."""

    personal_data = PersonalData(
        fields={"by": DataClass.PERSONAL},
        purpose=_("To know who wrote, handed in and approved what holds for personal information."),
        retention=_("Five years."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    activity = models.ForeignKey(
        ProcessingActivity, null=True, on_delete=models.CASCADE, related_name="events"
    )
    notice = models.ForeignKey(Notice, null=True, on_delete=models.CASCADE, related_name="events")
    act = models.CharField(_("act"), max_length=9, choices=RegisterAct.choices)
    what = models.CharField(max_length=16, blank=True)
    """What changed (``ActivityChange``)."""
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("act in the register of personal information")
        verbose_name_plural = _("acts in the register of personal information")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(activity__isnull=True, notice__isnull=False)
                | Q(activity__isnull=False, notice__isnull=True),
                name="register_event_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {timezone.localtime(self.at):%Y-%m-%d}"

    @property
    def what_label(self) -> str:
        return str(ActivityChange(self.what).label) if self.what in ActivityChange.values else self.what
