"""Projects and investment, with the section that lists them beside bidding (W8.13)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.personal_data import PersonalData
from sections import tree
from sections.introduction.presentation import DECISION_RELATIONS, decisions_shown
from sections.models.base import BasePage, ItemPage
from sections.models.offices import AbstractDecision
from sections.models.record_pages import AMOUNT_LIMIT, RecordPage
from sections.models.record_sections import RecordSection, Register
from sections.registers.choices import (
    CapitalSource,
    ProjectDecisionKind,
    ProjectGroup,
    ProjectState,
)
from sections.registers.facts import Fact, rate
from sections.registers.forms import ProjectForm
from sections.registers.listings import PROJECTS, TENDERS
from sections.registers.states import ProjectQuerySet, badge


class ProjectsPage(RecordSection):
    """Projects, investment, bidding and public procurement (W8.13): two lists."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.ProjectPage", "sections.TenderPage", "sections.InformationPage"]
    registers = (
        Register("", _("Projects and investment"), PROJECTS, feed="du-an"),
        Register("dau-thau", _("Bidding and procurement"), TENDERS, feed="dau-thau"),
    )
    listing = PROJECTS

    class Meta:
        verbose_name = _("projects, investment and bidding")
        verbose_name_plural = _("projects, investment and bidding")


class ProjectPage(RecordPage):
    """One project or investment: who owns it, what it costs, from which money, when, where, how far it is."""

    personal_data = tree.AUTHOR_DATA

    code = models.CharField(
        _("code of the project"), max_length=40, blank=True, help_text=_("Example: 7904512.")
    )
    group = models.CharField(
        _("class of the project"),
        max_length=10,
        choices=ProjectGroup.choices,
        default=ProjectGroup.NONE,
    )
    investor = models.CharField(
        _("investor (owner)"), max_length=200, help_text=_("Example: Department of Education and Training.")
    )
    place = models.CharField(
        pgettext_lazy("project", "place"), max_length=200, blank=True, help_text=_("Example: Cồn Sẻ commune.")
    )
    capital = models.PositiveBigIntegerField(
        _("total investment in đồng"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(AMOUNT_LIMIT)],
        help_text=_("Figures only. Example: 28500000000."),
    )
    capital_source = models.CharField(
        _("source of capital"), max_length=8, choices=CapitalSource.choices, default=CapitalSource.LOCAL
    )
    capital_note = models.CharField(
        _("capital in detail"),
        max_length=300,
        blank=True,
        help_text=_("Example: local budget 80 %, contributions 20 %."),
    )
    starts_on = models.DateField(_("begins on"), null=True, blank=True, help_text=_("Example: 01/03/2026."))
    ends_on = models.DateField(
        _("planned to end on"),
        null=True,
        blank=True,
        help_text=_("After this day it counts as behind its schedule. Example: 31/12/2027."),
    )
    finished_on = models.DateField(
        _("completed on"), null=True, blank=True, help_text=_("Day of acceptance. Example: 20/11/2027.")
    )
    stopped_on = models.DateField(
        _("stopped on"), null=True, blank=True, help_text=_("Only where it does not go on.")
    )
    progress = models.PositiveSmallIntegerField(
        _("progress in per cent"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
        help_text=_("Of the work, not of the money. Example: 45."),
    )
    progress_on = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("The day of the two figures. Example: 30/09/2026.")
    )
    paid = models.PositiveBigIntegerField(
        _("disbursed in đồng"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(AMOUNT_LIMIT)],
        help_text=_("So far. Example: 12400000000."),
    )

    parent_page_types = ["sections.ProjectsPage"]
    template = "pages/sections/project.html"
    base_form_class = ProjectForm

    objects = PageManager.from_queryset(ProjectQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("code"), FieldPanel("group")]),
        FieldRowPanel([FieldPanel("investor"), FieldPanel("place")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("capital"), FieldPanel("capital_source")]),
                FieldPanel("capital_note"),
            ],
            heading=_("Capital"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel([FieldPanel("finished_on"), FieldPanel("stopped_on")]),
                FieldRowPanel([FieldPanel("progress"), FieldPanel("paid"), FieldPanel("progress_on")]),
            ],
            heading=_("Period and progress"),
        ),
        InlinePanel(
            "decisions", heading=_("Decisions on the project"), label=pgettext_lazy("legal", "Decision")
        ),
        *RecordPage.text_panels,
    ]
    override_translatable_fields = [SynchronizedField("code")]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("code"),
        index.SearchField("investor"),
        index.SearchField("place"),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def clean(self):
        super().clean()
        faults = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("It cannot end before it begins.")
        if self.starts_on and self.finished_on and self.finished_on < self.starts_on:
            faults["finished_on"] = _("It cannot end before it begins.")
        if (self.progress is not None or self.paid is not None) and not self.progress_on:
            faults["progress_on"] = _("Say of which day the progress is.")
        if faults:
            raise ValidationError(faults)

    def state(self, now: datetime | None = None) -> ProjectState:
        on = timezone.localdate(now)
        if self.finished_on and self.finished_on <= on:
            return ProjectState.DONE
        if self.stopped_on and self.stopped_on <= on:
            return ProjectState.STOPPED
        if self.ends_on and self.ends_on < on:
            return ProjectState.LATE
        return ProjectState.RUNNING if self.starts_on and self.starts_on <= on else ProjectState.PREPARING

    def facts(self) -> list[Fact]:
        return [
            Fact(_("Code of the project"), self.code),
            Fact(pgettext_lazy("record", "State"), badge(self.state()), "badge"),
            Fact(_("Class of the project"), self.get_group_display() if self.group != "none" else ""),
            Fact(_("Investor (owner)"), self.investor),
            Fact(pgettext_lazy("project", "Place"), self.place),
            Fact(_("Total investment"), self.capital, "money"),
            Fact(_("Source of capital"), self.get_capital_source_display()),
            Fact(_("Capital in detail"), self.capital_note),
            Fact(pgettext_lazy("project", "Begins on"), self.starts_on, "day"),
            Fact(_("Planned to end on"), self.ends_on, "day"),
            Fact(_("Completed on"), self.finished_on, "day"),
            Fact(_("Stopped on"), self.stopped_on, "day"),
            Fact(pgettext_lazy("project", "Progress"), self.progress, "percent"),
            Fact(_("Disbursed"), self.paid, "money"),
            Fact(_("Share of the capital that is disbursed"), rate(self.paid, self.capital), "percent"),
            Fact(pgettext_lazy("figures", "As of"), self.progress_on, "day"),
        ]

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], *DECISION_RELATIONS)
        context = super().get_context(request, *args, **kwargs)
        context["decisions"] = decisions_shown(self, request)
        # The preview of a project that was never saved has no packages.
        tenders = self.tenders.live().defer_streamfields().order_by("-invited_on", "-path") if self.pk else ()
        context["tenders"] = list(tenders)
        return context


class ProjectDecision(AbstractDecision):
    """A decision on a project."""

    personal_data = PersonalData.none()

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(
        pgettext_lazy("decision", "kind"),
        max_length=12,
        choices=ProjectDecisionKind.choices,
        default=ProjectDecisionKind.APPROVAL,
    )

    class Meta(AbstractDecision.Meta):
        abstract = False
        verbose_name = _("decision on a project")
        verbose_name_plural = _("decisions on projects")
