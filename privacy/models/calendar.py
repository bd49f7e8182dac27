"""Days on which nobody works, and days on which people work although it is a weekend: what the clocks of requests count by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from privacy.choices import DayKind


class Holiday(models.Model):
    """One day that differs from its weekday. The dates are decided anew each year (labour code 45/2019/QH14, article 112), so
    they are data: `source` names the decision, `is_provisional` that it has not been taken yet."""

    personal_data = PersonalData.none()

    day = models.DateField(_("day"), unique=True)
    kind = models.CharField(_("kind"), max_length=7, choices=DayKind.choices, default=DayKind.OFF)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    source = models.CharField(
        _("source"), max_length=255, help_text=_("The law or the announcement that names the day.")
    )
    is_provisional = models.BooleanField(
        _("not announced yet"),
        default=False,
        help_text=_("Counted as it stands until the announcement of the year is entered."),
    )

    class Meta:
        verbose_name = _("day in the calendar")
        verbose_name_plural = _("days in the calendar")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"

    @property
    def local_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name
