"""The English text of a page as a job of the board (W8.15)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution


class EnglishText(models.Model):
    """The work on one page: Wagtail Localize keeps the parts of the text and their translations, this row keeps when the
    published Vietnamese page said something new and when the English draft took it over."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="english_texts")
    translation = models.OneToOneField(
        "wagtail_localize.Translation", on_delete=models.CASCADE, related_name="english_text"
    )
    translation_key = models.UUIDField(unique=True)
    changed_at = models.DateTimeField(_("the Vietnamese page changed"))
    taken_at = models.DateTimeField(_("the English draft took it over"), null=True, blank=True)

    class Meta:
        verbose_name = _("English text")
        verbose_name_plural = _("English texts")

    def __str__(self) -> str:
        return str(self.translation_key)

    @property
    def is_behind(self) -> bool:
        """Whether the English draft lacks what the published Vietnamese page says now."""
        return self.taken_at is None or self.taken_at < self.changed_at
