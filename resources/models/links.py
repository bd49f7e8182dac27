"""Addresses outside the site that published pages lead to, and what is known of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import PersonalData
from network.models import Institution
from resources.choices import LinkFault, LinkState


class CheckedLink(models.Model):
    """One address, asked once for all pages that lead to it. Only a second failure a day after the first makes it broken."""

    personal_data = PersonalData.none()

    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the address: addresses are longer than an index may be."""
    url = models.CharField(_("address"), max_length=2000)
    host = models.CharField(_("host name"), max_length=255)
    state = models.CharField(_("state"), max_length=8, choices=LinkState.choices, default=LinkState.NEW)
    fault = models.CharField(_("reason"), max_length=8, choices=LinkFault.choices, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    """HTTP status of the last answer."""
    failures = models.PositiveSmallIntegerField(default=0)
    failed_since = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(_("checked at"), null=True)
    due_at = models.DateTimeField()

    class Meta:
        verbose_name = _("checked link")
        verbose_name_plural = _("checked links")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=LinkState.BROKEN) | Q(failures__gte=2), name="broken_link_failed_twice"
            )
        ]
        indexes = [
            models.Index(fields=["due_at"], name="checked_link_due"),
            models.Index(fields=["state"], name="checked_link_state"),
        ]

    def __str__(self) -> str:
        return self.url


class LinkPlace(models.Model):
    """A published page that leads to an address."""

    personal_data = PersonalData.none()

    link = models.ForeignKey(CheckedLink, on_delete=models.CASCADE, related_name="places")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    is_accepted = models.BooleanField(default=False)
    """The board looked at it and keeps it as it is, although it does not answer."""

    class Meta:
        verbose_name = _("place of a link")
        verbose_name_plural = _("places of links")
        constraints = [models.UniqueConstraint(fields=["link", "page"], name="link_place_unique")]
        indexes = [models.Index(fields=["institution", "is_accepted"], name="link_place_institution")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.link_id}"
