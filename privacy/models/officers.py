"""Who was appointed in writing to protect personal information (law 91/2025, article 33)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution


class PrivacyOfficerQuerySet(models.QuerySet):
    def in_office(self, on: date):
        """Those appointed by `on` whose term has not ended."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), appointed_on__lte=on)


class PrivacyOfficer(models.Model):
    """One appointment: it ends, it is not deleted, since what was decided under it refers to it."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL},
        purpose=_(
            "To know who is responsible for the protection of personal information (law 91/2025, article 33)."
        ),
        retention=_("Five years after the appointment ends."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="privacy_officers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    decision = models.CharField(
        _("decision of appointment"), max_length=255, help_text=_("Number and date of the decision.")
    )
    appointed_on = models.DateField(_("appointed on"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = PrivacyOfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("officer for personal information")
        verbose_name_plural = _("officers for personal information")
        ordering = ["institution", "-appointed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("appointed_on")),
                name="officer_term_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.institution}"
