"""Contact between an institution and the public (W8.1b, W9.1b, W4.2)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page, Site, TranslatableMixin

from common.personal_data import PersonalData
from editorial.models import ReviewedMixin
from network.selectors import in_tree
from sections import tree
from sections.introduction.choices import Desk, Direction, Weekday
from sections.introduction.places import contact_shown, place_faults
from sections.models.base import BasePage, SectionPage
from sections.models.introduction import UnitPage


class ContactPage(SectionPage):
    """Address, telephone and the two public e-mail addresses stand in the institution's record and are shown from
    there, so that they are right on every page at once; the board adds how to get there and when somebody is in.

    The plan is a picture of the board's own or a drawing from distances and directions; nothing of a third party is loaded. The
    opening hours, once published, become those of the institution's record as well.
    """

    personal_data = tree.SECTION_DATA

    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Example: 21.028511."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Example: 105.804817."),
    )
    plan = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("plan or map of your own"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "A drawing that you made yourselves or may use. Its description says in words how to get there."
        ),
    )
    keeps_holidays = models.BooleanField(
        _("closed on public holidays"),
        default=True,
        help_text=_("The holidays and the working days made up come from the calendar of the installation."),
    )

    subpage_types: list[str] = []
    template = "pages/sections/contact.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                InlinePanel(
                    "opening_periods",
                    label=pgettext_lazy("opening hours", "Hours"),
                    help_text=_(
                        "One row for each stretch: morning and afternoon are two rows. Once published, the hours stand on "
                        "every page of the site."
                    ),
                ),
                FieldPanel("keeps_holidays"),
                InlinePanel("closed_periods", label=_("Days closed")),
            ],
            heading=_("Opening hours"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("plan"),
                InlinePanel(
                    "landmarks",
                    label=_("Landmark"),
                    help_text=_("Two to eight things that people know. The site draws a plan from them."),
                    max_num=8,
                ),
            ],
            heading=_("Place"),
            help_text=_("Opens the reader's own map; no map of a third party is loaded."),
        ),
        FieldPanel("body"),
        *ReviewedMixin.review_panels,
    ]

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def clean(self):
        super().clean()
        if faults := place_faults(self.latitude, self.longitude):
            raise ValidationError(faults)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | contact_shown(self)
        return context | {"directory": self.directory(request)}

    def directory(self, request) -> list[dict[str, str]]:
        """The published units of the site that can be reached by themselves, in the order of the tree; one query."""
        home = Page(path=self.path[: -self.steplen], depth=self.depth - 1)
        units = UnitPage.objects.filter(**in_tree(home), live=True).exclude(phone="", email="")
        site = Site.find_for_request(request)
        return [
            {
                "title": unit.title,
                "url": unit.get_url(request=request, current_site=site) or "",
                "phone": unit.phone,
                "email": unit.email,
                "place": unit.place,
            }
            for unit in units.defer_streamfields().order_by("path")
        ]


class OpeningPeriod(TranslatableMixin, Orderable):
    """When something is open, on a range of days of the week."""

    personal_data = PersonalData.none()

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="opening_periods")
    desk = models.CharField(
        pgettext_lazy("opening hours", "for"), max_length=10, choices=Desk.choices, default=Desk.OFFICE
    )
    first_weekday = models.PositiveSmallIntegerField(
        _("from day"), choices=Weekday.choices, default=Weekday.MONDAY
    )
    last_weekday = models.PositiveSmallIntegerField(
        _("to day"), choices=Weekday.choices, default=Weekday.FRIDAY
    )
    opens = models.TimeField(pgettext_lazy("opening hours", "opens"), help_text=_("Example: 07:30."))
    closes = models.TimeField(pgettext_lazy("opening hours", "closes"), help_text=_("Example: 11:30."))
    note = models.CharField(
        _("remark"), max_length=160, blank=True, help_text=_("Example: room 101; please bring your papers.")
    )

    panels = [
        FieldRowPanel([FieldPanel("desk"), FieldPanel("first_weekday"), FieldPanel("last_weekday")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes"), FieldPanel("note")]),
    ]

    class Meta(Orderable.Meta, TranslatableMixin.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self) -> str:
        return f"{self.first_weekday}–{self.last_weekday} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self):
        super().clean()
        faults = {}
        if None not in (self.first_weekday, self.last_weekday) and self.last_weekday < self.first_weekday:
            faults["last_weekday"] = _("The last day comes before the first: write two rows.")
        if self.opens and self.closes and self.closes <= self.opens:
            faults["closes"] = _("It cannot close before it opens.")
        if faults:
            raise ValidationError(faults)


class ClosedPeriod(TranslatableMixin, Orderable):
    """Days on which the institution is closed beside the public holidays."""

    personal_data = PersonalData.none()

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="closed_periods")
    first = models.DateField(_("first day closed"), help_text=_("Example: 01/07/2026."))
    last = models.DateField(
        _("last day closed"), null=True, blank=True, help_text=_("Empty for a single day.")
    )
    reason = models.CharField(_("reason"), max_length=160, help_text=_("Example: Summer holidays."))

    panels = [FieldRowPanel([FieldPanel("first"), FieldPanel("last"), FieldPanel("reason")])]

    class Meta(Orderable.Meta, TranslatableMixin.Meta):
        verbose_name = _("days closed")
        verbose_name_plural = _("days closed")

    def __str__(self) -> str:
        return f"{self.first} {self.reason}"

    def clean(self):
        super().clean()
        if self.first and self.last and self.last < self.first:
            raise ValidationError({"last": _("The last day comes before the first.")})


class Landmark(TranslatableMixin, Orderable):
    """Something near the institution that people know, by distance and direction."""

    personal_data = PersonalData.none()

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="landmarks")
    name = models.CharField(
        pgettext_lazy("landmark", "name"), max_length=80, help_text=_("Example: Bus stop Cầu Đá, line 3.")
    )
    distance = models.PositiveIntegerField(
        _("distance in metres"),
        validators=[MinValueValidator(1), MaxValueValidator(20000)],
        help_text=_("As the crow flies, roughly. Example: 300."),
    )
    direction = models.CharField(
        _("direction"),
        max_length=2,
        choices=Direction.choices,
        help_text=_("Where it stands, seen from the institution."),
    )

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("distance"), FieldPanel("direction")])]

    class Meta(Orderable.Meta, TranslatableMixin.Meta):
        verbose_name = _("landmark")
        verbose_name_plural = _("landmarks")

    def __str__(self) -> str:
        return self.name
