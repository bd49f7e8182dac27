"""Calendar of events (W8.2, W9.2)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from editorial.models import AuthoredMixin
from sections import tree
from sections.models.base import BasePage, ItemPage, SectionPage


class EventIndexPage(SectionPage):
    """Coming events first, the nearest on top; past ones on request."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.EventPage"]
    item_order = ("starts_at", "path")
    template = "pages/sections/event_index.html"

    class Meta:
        verbose_name = _("calendar of events")
        verbose_name_plural = _("calendars of events")

    def filtered_items(self, request):
        events = EventPage.objects.child_of(self).live()
        if request.GET.get("past"):
            return events.past().order_by("-starts_at", "path")
        return events.coming().order_by(*self.item_order)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["past"] = bool(request.GET.get("past"))
        return context


class EventQuerySet(PageQuerySet):
    def coming(self):
        """Events that are not over; one without an end is over at the end of its day."""
        now = timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return self.filter(models.Q(ends_at__gte=now) | models.Q(ends_at__isnull=True, starts_at__gte=today))

    def past(self):
        now = timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return self.filter(models.Q(ends_at__lt=now) | models.Q(ends_at__isnull=True, starts_at__lt=today))


class EventPage(ItemPage):
    """An event with time, place and audience."""

    personal_data = tree.AUTHOR_DATA

    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    audience = models.CharField(_("for whom"), max_length=200, blank=True)

    parent_page_types = ["sections.EventIndexPage"]
    template = "pages/sections/event.html"

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("audience")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.SearchField("place"), index.FilterField("starts_at")]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("An event cannot end before it begins.")})
