"""Calendar of events (W8.2, W9.2)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from common.personal_data import PersonalData
from editorial.models import AuthoredMixin
from editorial.models.sources import LinkField
from sections import tree
from sections.calendars.choices import EventState, Repeats
from sections.calendars.ical import ics_response
from sections.calendars.listing import coming_of, past_of
from sections.calendars.month import month_of, shown_month
from sections.calendars.occurrences import end_of_day, next_of, start_of_day
from sections.models.base import BasePage, ItemPage, SectionPage
from sections.page_forms import EventPageForm

ICS = "lich-ics"
"""Last part of the address of an event's own iCalendar file."""
LONGEST = timedelta(days=3 * 366)
ENDS_EARLY = _("An event cannot end before it begins.")
UNTIL_MISSING = _("Say until when the event is repeated.")
UNTIL_EARLY = _("The repetition cannot end before the event begins.")
UNTIL_LATE = _("An event is repeated for three years at the most; add it again then.")
ONCE_ONLY = _(
    "Only an event that is repeated has a last day of repetition. Choose how often, or empty this field."
)


class EventIndexPage(SectionPage):
    """The calendar: the coming events, the nearest on top; past ones; a month as a table."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.EventPage"]
    item_order = ("starts_at", "path")
    template = "pages/sections/event_index.html"

    class Meta:
        verbose_name = _("calendar of events")
        verbose_name_plural = _("calendars of events")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        month = shown_month(request.GET)
        context |= {"past": bool(request.GET.get("past")) and month is None, "month": None}
        context |= {"view": "month" if month else "past" if context["past"] else "list"}
        context["ics_url"] = reverse("calendar_ics")
        if month:
            context["month"] = month_of(self.events(), month, today=timezone.localdate())
        return context

    def events(self):
        return EventPage.objects.child_of(self).live()

    def filtered_items(self, request):
        """Times of events, not events: one that repeats stands where it comes next."""
        if shown_month(request.GET) is not None:
            return []
        find = past_of if request.GET.get("past") else coming_of
        return find(self.events(), timezone.now())


class EventQuerySet(PageQuerySet):
    def coming(self, now: datetime | None = None):
        """Events that are not over; one without an end is over at the end of its day, one that repeats after its last
        day."""
        now = now or timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return self.filter(
            Q(repeats="", ends_at__gte=now)
            | Q(repeats="", ends_at__isnull=True, starts_at__gte=today)
            | (~Q(repeats="") & Q(repeat_until__gte=today.date()))
        )

    def past(self, now: datetime | None = None):
        """Events that began before today and are over or have been held at least once."""
        now = now or timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return self.filter(
            Q(repeats="", ends_at__lt=now)
            | Q(repeats="", ends_at__isnull=True, starts_at__lt=today)
            | (~Q(repeats="") & Q(starts_at__lt=now))
        )

    def for_calendar(self):
        """With the days left out and, as `versions`, how often each was published; two queries."""
        published = Count("publications", filter=Q(publications__published_at__isnull=False))
        return self.prefetch_related("skips").annotate(versions=published)


class EventPage(ItemPage):
    """An event with time, place and audience. One that does not take place stays, marked as cancelled, so that the calendars
    that fetched it are told; only a mistake is withdrawn."""

    personal_data = tree.AUTHOR_DATA

    starts_at = models.DateTimeField(
        _("begins"), help_text=_("For example 05/09/2026 07:00; for a whole day the day is enough.")
    )
    ends_at = models.DateTimeField(
        _("ends"),
        null=True,
        blank=True,
        help_text=_("For an event of several days its last day, for example 07/09/2026 11:00."),
    )
    all_day = models.BooleanField(
        _("whole days"), default=False, help_text=_("The hours are not shown, for example for a holiday.")
    )
    repeats = models.CharField(
        _("is repeated"),
        max_length=10,
        blank=True,
        choices=[choice for choice in Repeats.choices if choice[0]],
        default="",
        help_text=_("For example every week for the flag ceremony."),
    )
    repeat_until = models.DateField(
        _("last day of the repetition"), null=True, blank=True, help_text=_("For example 31/05/2027.")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=EventState.choices,
        default=EventState.PLANNED,
        help_text=_("Do not withdraw an event that is cancelled: mark it, so that everybody learns of it."),
    )
    state_note = models.CharField(
        _("why, and what now"),
        max_length=250,
        blank=True,
        help_text=_("For example “Hoãn vì mưa bão; lịch mới báo trước ba ngày”."),
    )
    formerly_at = models.DateTimeField(
        _("was to begin"),
        null=True,
        blank=True,
        help_text=_("Left empty for an event that moved: the time that was published before."),
    )
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("For example “Hội trường A, tầng 2”.")
    )
    link = LinkField(
        _("link to take part online"), blank=True, help_text=_("For example https://hop.hoason.edu.vn/ptdt.")
    )
    audience = models.CharField(
        _("for whom"), max_length=200, blank=True, help_text=_("For example “Cha mẹ học sinh khối 6”.")
    )
    organiser = models.CharField(
        _("organiser"), max_length=200, blank=True, help_text=_("For example “Tổ Ngữ văn”.")
    )

    base_form_class = EventPageForm
    parent_page_types = ["sections.EventIndexPage"]
    template = "pages/sections/event.html"

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("all_day")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("link")]),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("organiser")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("repeats"), FieldPanel("repeat_until")]),
                InlinePanel("skips", heading=_("Days left out"), label=_("Day")),
            ],
            heading=_("Repetition"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("state"), FieldPanel("formerly_at")]), FieldPanel("state_note")],
            heading=_("Moved or cancelled"),
            classname="collapsed",
        ),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.SearchField("place"), index.FilterField("starts_at")]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        if self.starts_at and self.all_day:
            self.starts_at = start_of_day(self.starts_at)
            self.ends_at = end_of_day(self.ends_at) if self.ends_at else None
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": ENDS_EARLY})
        self._check_repetition()

    def _check_repetition(self) -> None:
        if not self.repeats:
            if self.repeat_until:
                raise ValidationError({"repeat_until": ONCE_ONLY})
            return
        if not self.starts_at:
            return
        first = timezone.localdate(self.starts_at)
        if self.repeat_until is None:
            raise ValidationError({"repeat_until": UNTIL_MISSING})
        if self.repeat_until < first:
            raise ValidationError({"repeat_until": UNTIL_EARLY})
        if self.repeat_until - first > LONGEST:
            raise ValidationError({"repeat_until": UNTIL_LATE})

    def skipped_days(self) -> frozenset:
        return frozenset(skip.day for skip in self.skips.all())

    def route(self, request, path_components):
        if self.live and path_components == [ICS]:
            return RouteResult(self, kwargs={"as_file": True})
        return super().route(request, path_components)

    def serve(self, request, as_file: bool = False):
        if not as_file:
            return super().serve(request)
        page = EventPage.objects.filter(pk=self.pk).for_calendar().first()
        return ics_response([page], request, name=self.title, file_name=f"{self.slug}.ics")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["next"] = next_of(self, timezone.now(), skipped=self.skipped_days()) if self.repeats else None
        address = self.get_url(request)
        context["ics_url"] = f"{address}{ICS}/" if address and self.live else ""
        return context


class EventSkip(Orderable):
    """A day on which an event that repeats does not happen: a holiday, an examination."""

    personal_data = PersonalData.none()

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="skips")
    day = models.DateField(_("day"), help_text=_("For example 02/09/2026."))

    panels = [FieldPanel("day")]

    class Meta(Orderable.Meta):
        verbose_name = _("day left out")
        verbose_name_plural = _("days left out")
