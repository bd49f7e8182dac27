"""Scholarships, credit, career counselling and other support (W10.6)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from editorial.models import AuthoredMixin
from editorial.models.sources import LinkField
from sections import tree
from sections.community.choices import Audience, SupportKind, SupportState
from sections.community.deadlines import CALENDAR, deadlines_response
from sections.community.listings import SUPPORT
from sections.entry_forms import InstitutionEntryForm
from sections.introduction.presentation import lines_of
from sections.models.base import BasePage, ItemPage
from sections.models.record_sections import RecordSection


class SupportPage(RecordSection):
    """Scholarships, credit, career counselling and other support (W10.6). Children: programmes."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.SupportProgrammePage", "sections.InformationPage"]
    template = "pages/sections/support.html"
    listing = SUPPORT

    class Meta:
        verbose_name = _("scholarships and support")
        verbose_name_plural = _("scholarships and support")

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == CALENDAR:
            return deadlines_response(self.still_open(), request, name=self.title)
        return super().serve(request, *args, **kwargs)

    def still_open(self, on: date | None = None):
        """The programmes with a last day that has not passed, the next first."""
        found = self.items().filter(closes_on__gte=on or timezone.localdate())
        return found.defer_streamfields().order_by("closes_on", "path")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["calendar_url"] = f"{request.path}?format={CALENDAR}" if self.still_open().exists() else ""
        return context


class SupportQuerySet(PageQuerySet):
    def in_state(self, state: SupportState | str, on: date | None = None):
        """Programmes in a state on a day (today)."""
        on = on or timezone.localdate()
        state = SupportState(state)
        if state == SupportState.ALWAYS:
            return self.filter(opens_on__isnull=True, closes_on__isnull=True)
        if state == SupportState.PLANNED:
            return self.filter(opens_on__gt=on)
        if state == SupportState.CLOSED:
            return self.filter(closes_on__lt=on).exclude(opens_on__gt=on)
        found = self.exclude(opens_on__gt=on).exclude(closes_on__lt=on)
        return found.exclude(opens_on__isnull=True, closes_on__isnull=True)


class SupportProgrammePage(ItemPage):
    """One programme: who can apply, for how much, until when, how. Parent: the section of support.

    Whether applications are accepted follows from the days: nobody has to close it.
    """

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("support", "kind"),
        max_length=12,
        choices=SupportKind.choices,
        default=SupportKind.SCHOLARSHIP,
    )
    audience = models.CharField(
        _("for whom"), max_length=10, choices=Audience.choices, default=Audience.EVERYBODY
    )
    provider = models.CharField(
        _("who gives it"),
        max_length=200,
        help_text=_("Example: Association for promotion of learning of the province."),
    )
    who_can_apply = models.TextField(
        _("who can apply"),
        help_text=_("One condition in each line. Example: Pupils of poor households with good results."),
    )
    amount = models.PositiveBigIntegerField(
        _("amount in đồng"),
        null=True,
        blank=True,
        help_text=_("For one person, figures only. Example: 2000000."),
    )
    amount_note = models.CharField(
        _("what is given, in words"),
        max_length=200,
        blank=True,
        help_text=_("Example: for each school year; or: free counselling."),
    )
    places = models.PositiveIntegerField(
        _("how many"), null=True, blank=True, help_text=_("How many can get it. Example: 50.")
    )
    opens_on = models.DateField(
        _("applications from"), null=True, blank=True, help_text=_("Empty: since ever. Example: 01/09/2026.")
    )
    closes_on = models.DateField(
        _("last day of application"),
        null=True,
        blank=True,
        help_text=_(
            "Empty: all year round. After this day the site says that it is closed. Example: 15/10/2026."
        ),
    )
    papers = models.TextField(
        _("what has to be handed in"),
        blank=True,
        help_text=_("One paper in each line. Example: Application with the school's confirmation."),
    )
    how_to_apply = models.TextField(
        _("how to apply"),
        help_text=_("One step in each line. Example: Hand in the papers to the class teacher."),
    )
    apply_url = LinkField(
        _("link"), blank=True, help_text=_("Where one applies or reads more. Example: https://vbsp.org.vn/.")
    )
    phone = models.CharField(
        _("telephone for questions"), max_length=100, blank=True, help_text=_("Example: 0299 3822 105.")
    )
    email = models.EmailField(
        _("e-mail for questions"), blank=True, help_text=_("Example: khuyenhoc@hoason.edu.vn.")
    )

    parent_page_types = ["sections.SupportPage"]
    template = "pages/sections/support_programme.html"
    base_form_class = InstitutionEntryForm

    objects = PageManager.from_queryset(SupportQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("audience"), FieldPanel("provider")]),
        FieldPanel("who_can_apply"),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("amount_note"), FieldPanel("places")]),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
        MultiFieldPanel(
            [
                FieldPanel("papers"),
                FieldPanel("how_to_apply"),
                FieldRowPanel([FieldPanel("apply_url"), FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("How to apply"),
        ),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("provider"),
        index.SearchField("who_can_apply"),
        index.FilterField("kind"),
        index.FilterField("closes_on"),
    ]

    class Meta:
        verbose_name = _("programme of support")
        verbose_name_plural = _("programmes of support")

    def clean(self):
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("The last day comes before the first.")})

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == CALENDAR and self.closes_on:
            return deadlines_response([self], request, name=self.title)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        amount = number_format(self.amount, force_grouping=True) if self.amount is not None else ""
        return super().get_context(request, *args, **kwargs) | {
            "state": self.state(),
            "amount": amount,
            "calendar_url": f"{request.path}?format={CALENDAR}" if self.closes_on else "",
            "who": lines_of(self.who_can_apply),
            "papers": lines_of(self.papers),
            "steps": lines_of(self.how_to_apply),
        }

    def state(self, on: date | None = None) -> SupportState:
        """Where the programme stands on a day (today)."""
        on = on or timezone.localdate()
        if self.opens_on and self.opens_on > on:
            return SupportState.PLANNED
        if self.closes_on and self.closes_on < on:
            return SupportState.CLOSED
        return SupportState.OPEN if self.opens_on or self.closes_on else SupportState.ALWAYS
