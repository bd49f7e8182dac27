"""Statistics (W8.8, W9.9): the section, the figures of a school year, and what is kept of them for adding up."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from common.personal_data import PersonalData
from editorial.models import AuthoredMixin, ReviewedMixin
from network.models import Institution
from network.selectors import institution_for_page
from sections import tree
from sections.models.base import BasePage, InformationPage, ItemPage, SectionPage
from sections.statistics.checks import cell_name
from sections.statistics.choices import Level
from sections.statistics.downloads import FORMATS, answer, years_in
from sections.statistics.figures import figures_of, notes_of
from sections.statistics.forms import StatisticsYearForm
from sections.statistics.indicators import source_for
from sections.statistics.overview import OWN, Overview, Series, YearFigures, series_of, year_tables
from sections.statistics.panels import FiguresPanel

FIRST_YEAR, LAST_YEAR = 1945, 2200
YEAR_VALIDATORS = [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]


class StatisticsPage(SectionPage):
    """At least five years of figures (W8.8, W9.9)."""

    personal_data = tree.SECTION_DATA

    first_school_year = models.PositiveSmallIntegerField(
        _("first school year"),
        null=True,
        blank=True,
        validators=YEAR_VALIDATORS,
        help_text=_(
            "Only for an institution that is younger than five years: the year in which its first school year began, for"
            " example 2023. Nobody asks for figures of the years before."
        ),
    )

    subpage_types = ["sections.StatisticsYearPage", "sections.InformationPage"]
    item_order = ("-school_year",)
    template = "pages/sections/statistics.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("first_school_year"),
        *ReviewedMixin.review_panels,
    ]

    class Meta:
        verbose_name = _("statistics")
        verbose_name_plural = _("statistics")

    def serve(self, request, *args, **kwargs):
        """The page, or all its figures as a file (``?format=csv``, ``xlsx``, ``json``)."""
        institution = institution_for_page(self)
        if request.GET.get("format") in FORMATS and institution is not None:
            years = years_in(series_of(institution))
            return answer(
                request, page=self, institution=institution, years=years, kind=request.GET["format"]
            )
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        institution = institution_for_page(self)
        series = series_of(institution) if institution is not None else Series()
        context["overview"] = Overview.read(series, request.GET)
        context["year_pages"] = {page.school_year: page for page in self.items()}
        # Entries of the kind that the section had before it knew figures.
        context["older"] = list(InformationPage.objects.child_of(self).live().order_by("-date", "-path"))
        return context


class StatisticsYearPage(ItemPage):
    """The figures of one school year (W8.8, W9.9): typed rows, entered in a grid, from a spreadsheet or from an official
    file. The title follows from the year."""

    personal_data = tree.AUTHOR_DATA

    school_year = models.PositiveSmallIntegerField(
        _("school year"),
        validators=YEAR_VALIDATORS,
        help_text=_("The year in which it begins: 2025 for the school year 2025–2026."),
    )
    counted_on = models.DateField(
        _("counted on"),
        null=True,
        blank=True,
        help_text=_("The day to which the figures apply, for example 30/09/2025."),
    )

    base_form_class = StatisticsYearForm
    parent_page_types = ["sections.StatisticsPage"]
    template = "pages/sections/statistics_year.html"

    content_panels = [
        FieldRowPanel([FieldPanel("school_year"), FieldPanel("counted_on")]),
        FiguresPanel(),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.FilterField("school_year")]

    class Meta:
        verbose_name = _("figures of a school year")
        verbose_name_plural = _("figures of school years")

    def _set_core_field_defaults(self):
        if self.school_year and self.locale_id:
            with override(self.locale.language_code):
                self.title = gettext("School year %(first)s–%(last)s") % {
                    "first": self.school_year,
                    "last": self.school_year + 1,
                }
        super()._set_core_field_defaults()

    def serve(self, request, *args, **kwargs):
        """The page, or its figures as a file."""
        institution = institution_for_page(self)
        if request.GET.get("format") in FORMATS and institution is not None:
            years = [YearFigures(self.school_year, figures_of(self), OWN)]
            return answer(
                request, page=self, institution=institution, years=years, kind=request.GET["format"]
            )
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        notes = notes_of(self)
        context["tables"] = year_tables(figures_of(self), notes)
        context["notes"] = [
            {"name": cell_name(cell), "text": text} for cell, text in notes.items() if text
        ] + [{"name": "", "text": row.reason} for row in self.confirmations.all()]
        context["indicators_by"] = source_for(self.school_year)
        return context

    @property
    def shown_on(self):
        return self.counted_on or super().shown_on


class StatisticsFigure(models.Model):
    """One figure: an indicator at a level. No value: it is known not to be available (".." in official tables), which is not
    the same as a figure that nobody entered, and not zero."""

    personal_data = PersonalData.none()

    page = ParentalKey(StatisticsYearPage, on_delete=models.CASCADE, related_name="figures")
    indicator = models.CharField(_("indicator"), max_length=40)
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    value = models.DecimalField(_("figure"), max_digits=16, decimal_places=2, null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(fields=["page", "indicator", "level"], name="statistics_figure_once")
        ]


class StatisticsConfirmation(models.Model):
    """Why a figure that looks wrong is right. `values` are the figures that were confirmed: others need a new reason."""

    personal_data = PersonalData.none()

    page = ParentalKey(StatisticsYearPage, on_delete=models.CASCADE, related_name="confirmations")
    finding = models.CharField(max_length=120)
    values = models.CharField(max_length=200)
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("confirmation of a figure")
        verbose_name_plural = _("confirmations of figures")


class StatisticsRecord(models.Model):
    """What an institution has published for a school year: the source of every sum.

    `figures` maps ``indicator/level`` to a number, or to None where it is known not to be available.
    """

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="statistics_records")
    school_year = models.PositiveSmallIntegerField()
    page_key = models.UUIDField()
    counted_on = models.DateField(null=True)
    figures = models.JSONField(default=dict)
    stored_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published figures of a school year")
        verbose_name_plural = _("published figures of school years")
        constraints = [
            models.UniqueConstraint(fields=["institution", "school_year"], name="statistics_record_once")
        ]


class StatisticsRollUp(models.Model):
    """The sum over all facilities below an authority for a school year, as of `refreshed_at`.

    `reported` of `expected` facilities have published figures; `counts` says how many of them gave each figure. `due_since`:
    something below has changed and is not in the sum yet.
    """

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="statistics_rollups")
    school_year = models.PositiveSmallIntegerField()
    figures = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    reported = models.PositiveIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)
    refreshed_at = models.DateTimeField()
    due_since = models.DateTimeField(null=True, db_index=True)

    class Meta:
        verbose_name = _("figures of the members for a school year")
        verbose_name_plural = _("figures of the members for school years")
        constraints = [
            models.UniqueConstraint(fields=["institution", "school_year"], name="statistics_rollup_once")
        ]
