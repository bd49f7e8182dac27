"""What stands on every page of a site for some time: a storm, a closed school, a changed date of an examination (W8.2, W9.2)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from editorial.models import AuthoredMixin
from sections import tree
from sections.models.base import BasePage, ItemPage
from sections.page_forms import AlertPageForm

LONGEST_AT_ONCE = timedelta(hours=72)
"""So long stands at the most what the head published without the chain."""
NOT_URGENT = _(
    "Only what is urgent is published at once; set the level to Urgent, or submit it for approval."
)
TOO_LONG = _(
    "What is published at once stands for 72 hours at the most; a longer one is submitted for approval."
)
ENDS_EARLY = _("The announcement cannot end before it begins.")


class AlertLevel(models.TextChoices):
    """How urgent, in words that readers know from weather reports; the order is that of the banner, from below."""

    INFO = "info", pgettext_lazy("level of an announcement", "Information")
    ATTENTION = "attention", pgettext_lazy("level of an announcement", "Attention")
    WARNING = "warning", pgettext_lazy("level of an announcement", "Warning")
    URGENT = "urgent", pgettext_lazy("level of an announcement", "Urgent")


class AlertScope(models.TextChoices):
    SITE = "site", _("This site")
    MEMBERS = "members", _("This site and those of all members")


class AlertQuerySet(PageQuerySet):
    def current(self, now: datetime | None = None):
        """Those whose time it is."""
        now = now or timezone.now()
        return self.live().filter(
            models.Q(shown_from__isnull=True) | models.Q(shown_from__lte=now), shown_until__gt=now
        )


class AlertPage(ItemPage):
    """An announcement on every page of a site or, an authority's, of all its members too, who cannot take it away.

    It goes through the approval chain like any page; in an emergency the head publishes it at once
    (``editorial.services.emergency``).
    """

    personal_data = tree.AUTHOR_DATA

    level = models.CharField(
        _("level"),
        max_length=10,
        choices=AlertLevel.choices,
        default=AlertLevel.INFO,
        help_text=_("Urgent is for danger to people, for example a flood on the way to school."),
    )
    scope = models.CharField(
        _("where it is shown"),
        max_length=8,
        choices=AlertScope.choices,
        default=AlertScope.SITE,
        help_text=_("An authority may speak on its members' sites; they cannot remove it."),
    )
    shown_from = models.DateTimeField(
        _("shown from"),
        null=True,
        blank=True,
        help_text=_("Left empty: from its publication. For example 04/09/2026 06:00."),
    )
    shown_until = models.DateTimeField(
        _("shown until"), db_index=True, help_text=_("It goes by itself. For example 05/09/2026 18:00.")
    )

    base_form_class = AlertPageForm
    parent_page_types = ["sections.NewsIndexPage"]
    template = "pages/sections/alert.html"

    objects = PageManager.from_queryset(AlertQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary", heading=_("What readers should know or do")),
        FieldRowPanel([FieldPanel("level"), FieldPanel("scope")]),
        FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")]),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]

    class Meta:
        verbose_name = _("announcement on every page")
        verbose_name_plural = _("announcements on every page")

    def clean(self):
        super().clean()
        if self.shown_from and self.shown_until and self.shown_until <= self.shown_from:
            raise ValidationError({"shown_until": ENDS_EARLY})


def not_urgent(page: AlertPage, now: datetime) -> str | Promise | None:
    """Why an announcement may not be published at once, or None."""
    if page.level != AlertLevel.URGENT:
        return NOT_URGENT
    return TOO_LONG if page.shown_until > now + LONGEST_AT_ONCE else None
