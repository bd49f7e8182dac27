"""Which page of a site answers a required clause."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution


class SectionSlot(models.Model):
    """(institution, key of a required section) → translation key of its page.

    One row covers the page in every language, because translations share the key; copies and aliases get a new one, so
    they are never mistaken for the required section. The home page has the key ``W2.1``.
    """

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="section_slots")
    key = models.CharField(_("section"), max_length=32)
    translation_key = models.UUIDField(unique=True)

    class Meta:
        verbose_name = _("required section")
        verbose_name_plural = _("required sections")
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="section_slot_unique")]

    def __str__(self) -> str:
        return f"{self.institution} – {self.key}"
