"""Public disclosure (W8.5, W9.7): the sections, a report of one item and period, and what is kept of its posting."""

from __future__ import annotations

from datetime import datetime, time

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, prefetch_related_objects
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable
from wagtail.search import index

from common.personal_data import PersonalData
from editorial.choices import ReuseTerms
from editorial.models import AuthoredMixin
from network.selectors import institution_for_page
from sections import tree
from sections.disclosure import known  # noqa: F401
from sections.disclosure.choices import GuidanceAudience, GuidanceKind, Status
from sections.disclosure.forms import ReportForm
from sections.disclosure.items import Item, item_choices, item_named
from sections.disclosure.matrix import Matrix, matrix_of
from sections.disclosure.matrix_files import FORMATS, matrix_answer
from sections.disclosure.presentation import (
    figure_lines,
    figure_tables,
    known_facts,
    status_badge,
    with_records,
)
from sections.lists import Choice, Column, Days, Listing, Words
from sections.models.base import ItemPage
from sections.models.disclosure_records import DisclosureRecord
from sections.models.record_sections import RecordSection, Register
from sections.models.statistics import StatisticsPage
from sections.presentation import file_entries
from sections.registers.states import shown_until

FIRST_YEAR, LAST_YEAR = 1990, 2200


class DisclosureSection(RecordSection):
    """A section with the table of what is to be made public, and what was when."""

    class Meta:
        abstract = True

    def matrix(self) -> Matrix | None:
        """Four queries at any number of reports; None on a page outside the site of an institution."""
        institution = institution_for_page(self)
        if institution is None:
            return None
        reports = DisclosureReportPage.objects.child_of(self).live().defer_streamfields()
        return matrix_of(institution, reports, on=timezone.localdate(), first=first_year_of(self))

    def serve(self, request, *args, **kwargs):
        """The page, its list as a file (``?format=``), or the table as a file (``?table=csv``, ``xlsx``, ``json``)."""
        if request.GET.get("table") in FORMATS and (matrix := self.matrix()) is not None:
            return matrix_answer(request, page=self, matrix=matrix, kind=request.GET["table"])
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["matrix"] = matrix = self.matrix() if self.register is None else None
        if matrix is not None and (day := matrix.next_change()):
            shown_until(request, timezone.make_aware(datetime.combine(day, time())))
        return context


def first_year_of(section: DisclosureSection) -> int:
    """What the board has said in statistics: the first school year of a young institution; one query."""
    parent_path = section.path[: -section.steplen]
    found = StatisticsPage.objects.filter(path__startswith=parent_path, depth=section.depth)
    return found.values_list("first_school_year", flat=True).first() or 0


GUIDANCE = Listing(
    item="sections.GuidancePage",
    columns=(
        Column("title", pgettext_lazy("document", "Title"), kind="title", sortable=True),
        Column("kind", pgettext_lazy("guidance", "Kind"), sortable=True),
        Column("subject", pgettext_lazy("guidance", "Subject"), sortable=True),
        Column("audience", pgettext_lazy("guidance", "For whom"), sortable=True),
        Column("date", _("Date"), kind="date", sortable=True),
        Column("summary", _("Summary"), hidden=True),
        Column("bases_text", _("Legal basis"), hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "subject")),
        Choice("subject", pgettext_lazy("guidance", "Subject"), field="subject"),
        Choice("kind", pgettext_lazy("guidance", "Kind"), field="kind", choices=GuidanceKind),
        Choice("audience", pgettext_lazy("guidance", "For whom"), field="audience", choices=GuidanceAudience),
    ),
    default_order=("-date", "-path"),
    prefetch=("bases__document",),
    download_name="huong-dan",
    terms=ReuseTerms.STATE_TEXT,
    empty_text=_("No guidance was found."),
)


REPORTS = Listing(
    item="sections.DisclosureReportPage",
    columns=(
        Column("title", pgettext_lazy("document", "Title"), kind="title", sortable=True),
        Column("item", _("Item"), hidden=True),
        Column("period_label", _("Year"), sortable=True, sort="period"),
        Column("reference", _("Legal basis"), hidden=True),
        Column("form_name", _("Form"), hidden=True),
        Column("posted_on", _("Posted on"), kind="date", sortable=True, sort="first_published_at"),
        Column("kept_until", _("Kept until"), kind="date"),
        Column(
            "status",
            pgettext_lazy("disclosure", "Status"),
            kind="badge",
            read=lambda page: status_badge(page),
        ),
        Column("summary", _("Summary"), hidden=True),
        Column("figures", _("Figures"), hidden=True, read=lambda page: "; ".join(figure_lines(page))),
        Column("files", _("Files"), kind="files", read=file_entries),
    ),
    filters=(
        Words("q", fields=("title", "summary")),
        Choice("item", _("Item"), field="item"),
        Choice("year", _("Year (2025 for the school year 2025–2026)"), field="period"),
        Choice(
            "status",
            pgettext_lazy("disclosure", "Status"),
            choices=((Status.POSTED, Status.POSTED.label), (Status.LATE, Status.LATE.label)),
            apply=lambda items, value: in_status(items, value),
        ),
        Days("posted", _("Posted on"), field="first_published_at"),
    ),
    default_order=("-period", "item", "-path"),
    prefetch=("files__file", "figures"),
    complete=lambda pages: with_records(pages, DisclosureRecord),
    download_name="cong-khai",
    empty_text=_("No report was found."),
    main_filters=3,
)
"""The list of reports, of schools and of authorities."""


class PublicInformationPage(DisclosureSection):
    """Publicised information and guidance on policy and law (W8.5): guidance is listed, what the authority makes public about
    itself stands in the table."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.GuidancePage", "sections.DisclosureReportPage", "sections.InformationPage"]
    item_order = ("-date", "path")
    template = "pages/sections/disclosure.html"
    listing = GUIDANCE
    registers = (
        Register("", _("Guidance on policy, regulations and law"), GUIDANCE, "huong-dan"),
        Register("bai-cong-khai", pgettext_lazy("disclosure", "Reports"), REPORTS, "cong-khai"),
    )

    class Meta:
        verbose_name = _("public information and guidance")
        verbose_name_plural = _("public information and guidance")


class DisclosurePage(DisclosureSection):
    """What a facility discloses, with deadlines (W9.7)."""

    personal_data = tree.SECTION_DATA

    registers = (Register("", pgettext_lazy("disclosure", "Reports"), REPORTS, "cong-khai"),)
    subpage_types = ["sections.DisclosureReportPage", "sections.InformationPage"]
    item_order = ("-period", "path")
    template = "pages/sections/disclosure.html"
    listing = REPORTS

    class Meta:
        verbose_name = _("public disclosure")
        verbose_name_plural = _("public disclosure")


def in_status(items: models.QuerySet, value: str) -> models.QuerySet:
    """Reports posted in time or late."""
    late = DisclosureRecord.objects.filter(
        page_key=models.OuterRef("translation_key"), posted_on__gte=F("late_from")
    )
    return items.filter(models.Exists(late) if value == Status.LATE else ~models.Exists(late))


class DisclosureReportPage(ItemPage):
    """One item for one school year or year (W9.7, circular 09/2024/TT-BGDĐT; W8.5 for authorities). Title, form, legal basis,
    deadline, day of posting and the day until which it stays follow from item and year; figures that the site has in its
    statistics are shown by themselves."""

    personal_data = tree.AUTHOR_DATA

    item = models.CharField(
        _("item"),
        max_length=40,
        choices=item_choices,
        help_text=_(
            "What is made public, for example “Thu, chi tài chính”. What is asked for stands below, once it is saved."
        ),
    )
    period = models.PositiveSmallIntegerField(
        _("year"),
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_(
            "The year in which it begins: 2025 for the school year 2025–2026, 2025 for the year 2025."
        ),
    )

    parent_page_types = ["sections.DisclosurePage", "sections.PublicInformationPage"]
    template = "pages/sections/disclosure_report.html"
    base_form_class = ReportForm

    content_panels = [
        FieldRowPanel([FieldPanel("item"), FieldPanel("period")]),
        FieldPanel("summary"),
        InlinePanel(
            "figures",
            heading=_("Figures"),
            label=_("Figure"),
            help_text=_(
                "For example: Thu – Học phí – 120.000.000 – đồng. Figures of classes, pupils, staff and rooms that the section"
                " “Statistics” has for this school year are shown by themselves; do not type them again."
            ),
        ),
        InlinePanel("files", heading=_("Files"), label=_("File")),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.FilterField("item"), index.FilterField("period")]

    class Meta:
        verbose_name = _("disclosure report")
        verbose_name_plural = _("disclosure reports")

    def _set_core_field_defaults(self):
        if (item := item_named(self.item)) and self.period and self.locale_id:
            with override(self.locale.language_code):
                self.title = item.title_for(self.period)
        super()._set_core_field_defaults()

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], "files__file")
        with_records([self], DisclosureRecord)
        context = super().get_context(request, *args, **kwargs)
        institution = institution_for_page(self)
        context["disclosed"] = self.known_item
        context["institution_facts"] = known_facts(self.known_item, institution)
        context["tables"] = figure_tables(self, institution)
        return context

    @cached_property
    def known_item(self) -> Item | None:
        return item_named(self.item)

    @property
    def institution_type(self) -> str:
        institution = institution_for_page(self)
        return institution.type if institution else ""

    @property
    def period_label(self) -> str:
        return self.known_item.period_label(self.period) if self.known_item else str(self.period)

    @property
    def reference(self) -> str:
        return self.known_item.reference_for(self.institution_type) if self.known_item else ""

    @property
    def form_name(self) -> str:
        return self.known_item.form_for(self.institution_type) if self.known_item else ""

    @property
    def last_day(self):
        return self.known_item.last_day(self.period) if self.known_item else None

    @property
    def posted_on(self):
        """The day of the first publication, as it was kept; never typed."""
        record = getattr(self, "record", None)
        if record is not None:
            return record.posted_on
        return timezone.localdate(self.first_published_at) if self.first_published_at else None

    @property
    def kept_until(self):
        record = getattr(self, "record", None)
        if record is not None:
            return record.kept_until
        posted = self.posted_on
        return self.known_item.kept_until(posted) if self.known_item and posted else None

    @property
    def shown_on(self):
        return self.posted_on


class DisclosureFigure(Orderable):
    """One figure of a report: a number, or words where it is none."""

    personal_data = PersonalData.none()

    page = ParentalKey(DisclosureReportPage, on_delete=models.CASCADE, related_name="figures")
    heading = models.CharField(
        _("part"),
        max_length=120,
        blank=True,
        help_text=_("Figures of one part stand in one table, for example Thu."),
    )
    name = models.CharField(_("what"), max_length=200, help_text=_("For example Học phí."))
    value = models.DecimalField(
        _("figure"),
        max_digits=18,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("For example 120000000."),
    )
    unit = models.CharField(_("unit"), max_length=40, blank=True, help_text=_("For example đồng, người, %."))
    words = models.CharField(
        _("or in words"),
        max_length=200,
        blank=True,
        help_text=_("Where it is no number, for example Mức độ 2."),
    )
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For example chưa quyết toán.")
    )

    panels = [
        FieldRowPanel([FieldPanel("heading"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("words"), FieldPanel("note")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("figure of a disclosure report")
        verbose_name_plural = _("figures of a disclosure report")


class DisclosureFile(Orderable):
    """A file of a report, for example the signed and sealed form."""

    personal_data = PersonalData.none()

    page = ParentalKey(DisclosureReportPage, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a disclosure report")
        verbose_name_plural = _("files of a disclosure report")
