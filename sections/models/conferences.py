"""Web conferences (W8.14)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.personal_data import PersonalData
from editorial.models.sources import LinkField
from sections import tree
from sections.calendars.choices import EventState
from sections.models.base import BasePage, ItemPage
from sections.models.record_pages import RecordPage
from sections.models.record_sections import RecordSection, Register
from sections.registers.calendar import CALENDAR, KEPT, conferences_response
from sections.registers.choices import ConferenceKind, ConferencePhase, ConferenceSystem
from sections.registers.facts import Fact
from sections.registers.forms import ConferenceForm
from sections.registers.listings import CONFERENCES
from sections.registers.secrets import link_fault, text_fault
from sections.registers.states import ConferenceQuerySet, after, badge, nearest, shown_until

BEFORE = timedelta(days=1)
"""So long before the beginning the joining link is shown where the board says nothing else."""


class ConferencesPage(RecordSection):
    """Schedule and joining details of web conferences (W8.14), with a calendar to subscribe to."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.ConferencePage", "sections.InformationPage"]
    registers = (Register("", _("Web conferences"), CONFERENCES, feed="hoi-nghi"),)
    listing = CONFERENCES
    template = "pages/sections/conferences.html"

    class Meta:
        verbose_name = _("web conferences")
        verbose_name_plural = _("web conferences")

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == CALENDAR:
            return conferences_response(self.for_calendar(), request, name=self.title)
        return super().serve(request, *args, **kwargs)

    def for_calendar(self, now: datetime | None = None):
        """What comes, and what was in the past year; cancelled ones too, so that calendars learn of it."""
        since = (now or timezone.now()) - KEPT
        return self.items().filter(starts_at__gte=since).for_calendar().order_by("-starts_at", "path")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["calendar_url"] = f"{request.path}?format={CALENDAR}"
        return context


class ConferencePage(RecordPage):
    """One meeting, conference, seminar or training online. The joining link stands on the page only between two moments, and
    nowhere else; a password is never published."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("web conference", "kind"),
        max_length=10,
        choices=ConferenceKind.choices,
        default=ConferenceKind.CONFERENCE,
    )
    starts_at = models.DateTimeField(
        pgettext_lazy("web conference", "begins at"), help_text=_("Day and hour. Example: 12/10/2026 08:00.")
    )
    ends_at = models.DateTimeField(
        pgettext_lazy("web conference", "ends at"),
        null=True,
        blank=True,
        help_text=_("Left empty: at the end of the day. Example: 12/10/2026 11:00."),
    )
    host = models.CharField(
        _("chaired by"),
        max_length=200,
        help_text=_("The unit or office, not a private person. Example: Division of Secondary Education."),
    )
    participants = models.TextField(
        _("participants"),
        help_text=_("One group in each line. Example: Principals of lower secondary schools."),
    )
    place = models.CharField(
        _("main place and connecting points"),
        max_length=250,
        blank=True,
        help_text=_("Example: Hall A of the department; the offices of the schools."),
    )
    system = models.CharField(
        _("whose system"),
        max_length=10,
        choices=ConferenceSystem.choices,
        default=ConferenceSystem.OWN,
        help_text=_("Of the Ministry where this is a connecting point of its conference."),
    )
    platform = models.CharField(
        _("software or line"), max_length=120, blank=True, help_text=_("Example: Zoom, Microsoft Teams.")
    )
    test_at = models.DateTimeField(
        _("test of the connection"), null=True, blank=True, help_text=_("Example: 11/10/2026 15:00.")
    )
    join_url = LinkField(
        _("joining link"),
        blank=True,
        max_length=500,
        help_text=_("Without a password in it. It is shown on the page only between the two moments below."),
    )
    join_from = models.DateTimeField(
        _("shown from"), null=True, blank=True, help_text=_("Left empty: one day before it begins.")
    )
    join_until = models.DateTimeField(
        _("shown until"), null=True, blank=True, help_text=_("Left empty: until it ends.")
    )
    access_note = models.CharField(
        _("how to get in"),
        max_length=300,
        blank=True,
        help_text=_(
            "How those invited get the password. Never write the password itself. Example: it is in the invitation, document "
            "812/SGDĐT-VP."
        ),
    )
    help_contact = models.CharField(
        _("help with the connection"),
        max_length=200,
        blank=True,
        help_text=_("Telephone or e-mail of the office. Example: 0299 3822 105."),
    )
    recording_url = LinkField(
        _("recording"), blank=True, help_text=_("Once it is over, where it may be shown to everybody.")
    )
    change = models.CharField(
        _("takes place"),
        max_length=10,
        choices=EventState.choices,
        default=EventState.PLANNED,
        help_text=_("Do not withdraw one that is cancelled: mark it, so that everybody learns of it."),
    )
    change_note = models.CharField(
        _("why, and what now"),
        max_length=250,
        blank=True,
        help_text=_("Example: moved to 19 October because of the storm."),
    )

    parent_page_types = ["sections.ConferencesPage"]
    template = "pages/sections/conference.html"
    base_form_class = ConferenceForm

    objects = PageManager.from_queryset(ConferenceQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("host")]),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("participants"),
        FieldPanel("place"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("system"), FieldPanel("platform"), FieldPanel("test_at")]),
                FieldPanel("join_url"),
                FieldRowPanel([FieldPanel("join_from"), FieldPanel("join_until")]),
                FieldPanel("access_note"),
                FieldPanel("help_contact"),
            ],
            heading=_("Connection"),
        ),
        InlinePanel("files", heading=_("Materials"), label=_("File")),
        FieldPanel("recording_url"),
        MultiFieldPanel(
            [FieldPanel("change"), FieldPanel("change_note")],
            heading=_("Moved or cancelled"),
            classname="collapsed",
        ),
        *RecordPage.text_panels,
    ]
    override_translatable_fields = [SynchronizedField("join_url"), SynchronizedField("recording_url")]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("host"),
        index.SearchField("participants"),
        index.FilterField("starts_at"),
    ]

    class Meta:
        verbose_name = _("web conference")
        verbose_name_plural = _("web conferences")

    def clean(self):
        super().clean()
        names = ("starts_at", "ends_at", "join_from", "join_until", "join_url", "summary", "access_note")
        faults = self.faults({name: getattr(self, name) for name in (*names, "change_note")})
        texts = (getattr(block.value, "source", block.value) for block in self.body)
        if fault := text_fault("\n".join(text for text in texts if isinstance(text, str))):
            faults["body"] = fault
        if faults:
            raise ValidationError(faults)

    @staticmethod
    def faults(values: dict) -> dict:
        """What does not fit together or may not be published, by field."""
        found = {}
        for first, last in (("starts_at", "ends_at"), ("join_from", "join_until")):
            if values.get(first) and values.get(last) and values[last] < values[first]:
                found[last] = _("It cannot end before it begins.")
        if fault := link_fault(values.get("join_url") or ""):
            found["join_url"] = fault
        for name in ("summary", "access_note", "change_note"):
            if fault := text_fault(values.get(name) or ""):
                found[name] = fault
        return found

    @property
    def closing(self) -> datetime:
        return self.ends_at or after(timezone.localdate(self.starts_at))

    def state(self, now: datetime | None = None) -> ConferencePhase:
        now = now or timezone.now()
        if self.change == EventState.CANCELLED:
            return ConferencePhase.CANCELLED
        if self.closing <= now:
            return ConferencePhase.OVER
        return ConferencePhase.NOW if self.starts_at <= now else ConferencePhase.COMING

    def join_times(self) -> tuple[datetime, datetime]:
        """From when until when the joining link is shown."""
        return self.join_from or self.starts_at - BEFORE, self.join_until or self.closing

    def is_joinable(self, now: datetime | None = None) -> bool:
        first, last = self.join_times()
        is_on = self.change != EventState.CANCELLED and bool(self.join_url)
        return is_on and first <= (now or timezone.now()) < last

    def facts(self) -> list[Fact]:
        return [
            Fact(pgettext_lazy("web conference", "Kind"), self.get_kind_display()),
            Fact(pgettext_lazy("record", "State"), badge(self.state()), "badge"),
            Fact(pgettext_lazy("web conference", "Begins at"), self.starts_at, "moment"),
            Fact(pgettext_lazy("web conference", "Ends at"), self.ends_at, "moment"),
            Fact(_("Chaired by"), self.host),
            Fact(
                _("Participants"), [line for line in self.participants.splitlines() if line.strip()], "lines"
            ),
            Fact(_("Main place and connecting points"), self.place),
            Fact(_("Whose system"), self.get_system_display()),
            Fact(_("Software or line"), self.platform),
            Fact(_("Test of the connection"), self.test_at, "moment"),
            Fact(_("How to get in"), self.access_note),
            Fact(_("Help with the connection"), self.help_contact),
            Fact(_("Recording"), self.recording_url, "link"),
        ]

    def get_context(self, request, *args, **kwargs):
        now = timezone.now()
        context = super().get_context(request, *args, **kwargs)
        first, last = self.join_times()
        shown_until(request, nearest([first, last], now) if self.join_url else None)
        return context | {
            "join_url": self.join_url if self.is_joinable(now) else "",
            "join_from": first if self.join_url and now < first and self.change != "cancelled" else None,
            "calendar_url": f"{request.path}?format={CALENDAR}",
        }

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == CALENDAR:
            found = type(self).objects.filter(pk=self.pk).for_calendar()
            return conferences_response(found, request, name=self.title)
        return super().serve(request, *args, **kwargs)


class ConferenceFile(Orderable):
    """A programme, a report or slides of a conference."""

    personal_data = PersonalData.none()

    page = ParentalKey(ConferencePage, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a conference")
        verbose_name_plural = _("files of a conference")
