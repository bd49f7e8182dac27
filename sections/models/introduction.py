"""Introduction of an institution: its units, its heads, its history, the decisions it stands on (W8.1a, W9.1a)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from common.personal_data import PersonalData
from editorial.models import AuthoredMixin, ReviewedMixin
from network.selectors import in_tree
from sections import tree
from sections.entry_forms import InstitutionEntryForm
from sections.introduction.choices import UnitKind
from sections.introduction.presentation import introduction_shown, unit_shown
from sections.models.base import BasePage, ItemPage, SectionPage
from sections.models.offices import HEAD_DATA, AbstractDecision, AbstractHead, DutiesMixin

HEADS_HELP = _(
    "Name, title, e-mail and assignment, and nothing more. Whoever leaves gets a last day and is no longer shown after it."
)
DECISIONS_HELP = _("Choose the document on this site; number, day and issuer then stand here by themselves.")


class IntroductionPage(DutiesMixin, SectionPage):
    """Organisation, functions, tasks, powers, heads, history and decisions (W8.1a, W9.1a).

    Parents: home pages. Children: units, and entries from before there were units. The chart and the list of units are made from
    the tree below the page; the head is the one of the institution's record.
    """

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.UnitPage", "sections.InformationPage"]
    template = "pages/sections/introduction.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        *DutiesMixin.duties_panels,
        InlinePanel(
            "heads", heading=_("Heads"), label=pgettext_lazy("institution", "Head"), help_text=HEADS_HELP
        ),
        InlinePanel(
            "milestones",
            heading=_("History of establishment and development"),
            label=_("Milestone"),
            help_text=_("In any order: the site puts them in the order of time."),
        ),
        InlinePanel(
            "decisions",
            heading=_("Decisions on establishment and appointment"),
            label=pgettext_lazy("legal", "Decision"),
            help_text=DECISIONS_HELP,
        ),
        FieldPanel("body"),
        *ReviewedMixin.review_panels,
    ]
    search_fields = [*SectionPage.search_fields, *DutiesMixin.duties_search]

    class Meta:
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | introduction_shown(self, request)

    def units(self):
        """The published units below, in the order of the tree; three queries with their heads."""
        return units_below(self)

    def items(self):
        """Entries that are no units: those stand in the chart and the list."""
        return self.get_children().live().not_type(UnitPage).order_by("path")


class Leader(AbstractHead):
    """Somebody at the head of the institution."""

    personal_data = HEAD_DATA

    page = ParentalKey(IntroductionPage, on_delete=models.CASCADE, related_name="heads")
    is_institution_head = models.BooleanField(
        _("is the head of the institution"),
        default=False,
        help_text=_(
            "Name and title then come from the record of the institution, which shows them on every page; here only e-mail and "
            "assignment are asked."
        ),
    )

    panels = [FieldPanel("is_institution_head"), *AbstractHead.panels]

    class Meta(AbstractHead.Meta):
        abstract = False
        verbose_name = pgettext_lazy("institution", "head")
        verbose_name_plural = _("heads")

    @property
    def takes_name_from_record(self) -> bool:
        return self.is_institution_head


class Milestone(TranslatableMixin, Orderable):
    """Something that happened in the history of an institution, as exactly as it is known: a year, a month, a day."""

    personal_data = PersonalData.none()

    page = ParentalKey(IntroductionPage, on_delete=models.CASCADE, related_name="milestones")
    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=[MinValueValidator(1000), MaxValueValidator(2200)],
        help_text=_("Example: 1985."),
    )
    month = models.PositiveSmallIntegerField(
        _("month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("1 to 12, if it is known."),
    )
    day = models.PositiveSmallIntegerField(
        pgettext_lazy("of a month", "day"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("1 to 31, if it is known."),
    )
    title = models.CharField(
        _("what happened"), max_length=200, help_text=_("Example: The school is founded with six classes.")
    )
    text = models.TextField(
        _("more on it"), blank=True, help_text=_("One or two sentences, without names of pupils.")
    )

    panels = [
        FieldRowPanel([FieldPanel("year"), FieldPanel("month"), FieldPanel("day")]),
        FieldPanel("title"),
        FieldPanel("text"),
    ]

    class Meta(Orderable.Meta, TranslatableMixin.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.year}: {self.title}"

    @property
    def machine_date(self) -> str:
        """As HTML writes a day, a month or a year."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def clean(self):
        super().clean()
        if self.day and not self.month:
            raise ValidationError({"month": _("A day needs its month.")})
        if self.year and self.month and self.day:
            try:
                date(self.year, self.month, self.day)
            except ValueError as error:
                raise ValidationError({"day": _("This day does not exist.")}) from error


class InstitutionDecision(AbstractDecision):
    """A decision on the institution."""

    personal_data = PersonalData.none()

    page = ParentalKey(IntroductionPage, on_delete=models.CASCADE, related_name="decisions")

    class Meta(AbstractDecision.Meta):
        abstract = False
        verbose_name = _("decision on the institution")
        verbose_name_plural = _("decisions on the institution")


class UnitPage(DutiesMixin, ItemPage):
    """A division, office, subject group, council or team, with what it does and who heads it (W8.1a, W9.1a).

    Parents: the introduction, or another unit; children: units below it. Their order is the order of the tree.
    """

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("unit", "kind"), max_length=14, choices=UnitKind.choices, default=UnitKind.DIVISION
    )
    phone = models.CharField(
        _("telephone"), max_length=100, blank=True, help_text=_("Example: 0299 3822 105.")
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Example: phongtrunghoc@hoason.edu.vn."))
    place = models.CharField(
        pgettext_lazy("unit", "room"), max_length=160, blank=True, help_text=_("Example: Room 204, house A.")
    )

    parent_page_types = ["sections.IntroductionPage", "sections.UnitPage"]
    subpage_types = ["sections.UnitPage"]
    template = "pages/sections/unit.html"
    base_form_class = InstitutionEntryForm

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("place")]),
        *DutiesMixin.duties_panels,
        InlinePanel("heads", heading=_("Heads"), label=pgettext_lazy("unit", "Head"), help_text=HEADS_HELP),
        InlinePanel(
            "decisions",
            heading=_("Decisions on establishment and appointment"),
            label=pgettext_lazy("legal", "Decision"),
            help_text=DECISIONS_HELP,
        ),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, *DutiesMixin.duties_search, index.FilterField("kind")]

    class Meta:
        verbose_name = pgettext_lazy("organisation", "unit")
        verbose_name_plural = _("units")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | unit_shown(self, request)

    def units(self):
        """The published units below this one, in the order of the tree."""
        return units_below(self)


def units_below(page):
    found = UnitPage.objects.filter(**in_tree(page), live=True).exclude(pk=page.pk)
    return found.defer_streamfields().prefetch_related("heads").order_by("path")


class UnitHead(AbstractHead):
    """Somebody at the head of a unit."""

    personal_data = HEAD_DATA

    page = ParentalKey(UnitPage, on_delete=models.CASCADE, related_name="heads")

    class Meta(AbstractHead.Meta):
        abstract = False
        verbose_name = _("head of a unit")
        verbose_name_plural = _("heads of units")


class UnitDecision(AbstractDecision):
    """A decision on a unit."""

    personal_data = PersonalData.none()

    page = ParentalKey(UnitPage, on_delete=models.CASCADE, related_name="decisions")

    class Meta(AbstractDecision.Meta):
        abstract = False
        verbose_name = _("decision on a unit")
        verbose_name_plural = _("decisions on units")
