"""Projects, investment, bidding and public procurement (W8.13)."""

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
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.personal_data import DataClass, PersonalData
from editorial.models.sources import LinkField
from sections import tree
from sections.introduction.presentation import DECISION_RELATIONS, decisions_shown
from sections.models.base import BasePage, ItemPage
from sections.models.offices import AbstractDecision
from sections.models.record_pages import AMOUNT_LIMIT, RecordPage
from sections.models.record_sections import RecordSection, Register
from sections.registers.choices import (
    BiddingForm,
    BiddingWay,
    CapitalSource,
    PackageKind,
    ProjectDecisionKind,
    ProjectGroup,
    ProjectState,
    TenderState,
)
from sections.registers.facts import Fact, rate
from sections.registers.forms import ProjectForm, TenderForm
from sections.registers.listings import PROJECTS, TENDERS
from sections.registers.states import ProjectQuerySet, TenderQuerySet, badge

EGP = "https://muasamcong.mpi.gov.vn/"
"""The national bidding network (law on bidding 22/2023/QH15, articles 50 and 51)."""


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
        tenders = TenderPage.objects.filter(project=self).live() if self.pk else TenderPage.objects.none()
        context["tenders"] = list(tenders.defer_streamfields().order_by("-invited_on", "-path"))
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


class TenderPage(RecordPage):
    """One package of procurement from its plan to its result. What the national bidding network says of it holds; the link
    leads there."""

    personal_data = PersonalData(
        fields={**tree.AUTHOR_DATA.fields, "winner": DataClass.PERSONAL},
        purpose=_(
            "To name the author, and who was selected, which the law on bidding 22/2023/QH15, article 7, makes public."
        ),
        retention=tree.AUTHOR_DATA.retention,
    )

    code = models.CharField(
        _("code of the invitation"),
        max_length=40,
        blank=True,
        help_text=_("As the national bidding network gives it. Example: IB2600123456."),
    )
    plan_code = models.CharField(
        _("code of the selection plan"), max_length=40, blank=True, help_text=_("Example: PL2600045678.")
    )
    project = models.ForeignKey(
        ProjectPage,
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only where the package belongs to a project of this site."),
    )
    buyer = models.CharField(
        _("procuring entity"), max_length=200, help_text=_("Example: Chu Văn An upper secondary school.")
    )
    kind = models.CharField(
        pgettext_lazy("procurement", "field"),
        max_length=10,
        choices=PackageKind.choices,
        default=PackageKind.GOODS,
    )
    form = models.CharField(
        _("form of selection"), max_length=12, choices=BiddingForm.choices, default=BiddingForm.OPEN
    )
    way = models.CharField(
        _("way of selection"), max_length=3, choices=BiddingWay.choices, blank=True, default=""
    )
    price = models.PositiveBigIntegerField(
        _("price of the package in đồng"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(AMOUNT_LIMIT)],
        help_text=_("Figures only. Example: 1850000000."),
    )
    capital_source = models.CharField(
        _("source of capital"), max_length=8, choices=CapitalSource.choices, default=CapitalSource.LOCAL
    )
    invited_on = models.DateField(
        _("invitation published on"), null=True, blank=True, help_text=_("Example: 05/10/2026.")
    )
    closes_at = models.DateTimeField(
        _("bids close at"),
        null=True,
        blank=True,
        help_text=_("Day and hour. Example: 26/10/2026 09:00."),
    )
    national_url = LinkField(
        _("on the national bidding network"),
        blank=True,
        help_text=_("Link to the notice. Example: https://muasamcong.mpi.gov.vn/…"),
    )
    result_on = models.DateField(
        _("result approved on"), null=True, blank=True, help_text=_("Example: 18/11/2026.")
    )
    result_number = models.CharField(
        _("decision on the result"), max_length=80, blank=True, help_text=_("Example: 901/QĐ-SGDĐT.")
    )
    winner = models.CharField(
        _("selected contractor"),
        max_length=200,
        blank=True,
        help_text=_("The name of the business. Example: Bến Gỗ Equipment Company."),
    )
    winning_price = models.PositiveBigIntegerField(
        _("winning price in đồng"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(AMOUNT_LIMIT)],
        help_text=_("Figures only. Example: 1792000000."),
    )
    cancelled_on = models.DateField(
        _("cancelled on"), null=True, blank=True, help_text=_("Only where the package was cancelled.")
    )
    cancelled_why = models.CharField(
        _("why it was cancelled"), max_length=300, blank=True, help_text=_("Example: no bid was received.")
    )

    parent_page_types = ["sections.ProjectsPage"]
    base_form_class = TenderForm

    objects = PageManager.from_queryset(TenderQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("code"), FieldPanel("plan_code")]),
        FieldRowPanel([FieldPanel("buyer"), PageChooserPanel("project", "sections.ProjectPage")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("form"), FieldPanel("way")]),
        FieldRowPanel([FieldPanel("price"), FieldPanel("capital_source")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("invited_on"), FieldPanel("closes_at")]),
                FieldPanel("national_url"),
            ],
            heading=_("Invitation"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("result_on"), FieldPanel("result_number")]),
                FieldRowPanel([FieldPanel("winner"), FieldPanel("winning_price")]),
                FieldRowPanel([FieldPanel("cancelled_on"), FieldPanel("cancelled_why")]),
            ],
            heading=pgettext_lazy("tender", "Result"),
        ),
        *RecordPage.text_panels,
    ]
    override_translatable_fields = [
        SynchronizedField(name) for name in ("code", "plan_code", "project", "result_number", "national_url")
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("code"),
        index.SearchField("buyer"),
        index.SearchField("winner"),
        index.FilterField("closes_at"),
    ]

    class Meta:
        verbose_name = _("package of procurement")
        verbose_name_plural = _("packages of procurement")

    def clean(self):
        super().clean()
        faults = self.faults({name: getattr(self, name) for name in TENDER_CHECKED})
        if faults:
            raise ValidationError(faults)

    @staticmethod
    def faults(values: dict) -> dict:
        """What does not fit together, by field."""
        found = {}
        invited, closes, result = (values.get(name) for name in ("invited_on", "closes_at", "result_on"))
        if invited and closes and timezone.localdate(closes) < invited:
            found["closes_at"] = _("Bids cannot close before the invitation.")
        if closes and not invited:
            found["invited_on"] = _("Say when the invitation was published.")
        if closes and result and result < timezone.localdate(closes):
            found["result_on"] = _("There is no result before bids close.")
        if (values.get("winner") or values.get("winning_price") is not None) and not result:
            found["result_on"] = _("Say on which day the result was approved.")
        if result and not values.get("winner") and not values.get("cancelled_on"):
            found["winner"] = _("Name the selected contractor, or say that the package was cancelled.")
        return found

    def state(self, now: datetime | None = None) -> TenderState:
        now = now or timezone.now()
        on = timezone.localdate(now)
        if self.cancelled_on and self.cancelled_on <= on:
            return TenderState.CANCELLED
        if self.result_on and self.result_on <= on:
            return TenderState.AWARDED
        if self.closes_at and self.closes_at <= now:
            return TenderState.JUDGED
        return TenderState.OPEN if self.invited_on and self.invited_on <= on else TenderState.PLANNED

    def facts(self) -> list[Fact]:
        project = self.project if self.project_id and self.project.live else None
        return [
            Fact(_("Code of the invitation"), self.code),
            Fact(_("Code of the selection plan"), self.plan_code),
            Fact(pgettext_lazy("record", "State"), badge(self.state()), "badge"),
            Fact(_("Project"), project, "page", project.title if project else ""),
            Fact(_("Procuring entity"), self.buyer),
            Fact(pgettext_lazy("procurement", "Field"), self.get_kind_display()),
            Fact(_("Form of selection"), self.get_form_display()),
            Fact(_("Way of selection"), self.get_way_display()),
            Fact(_("Price of the package"), self.price, "money"),
            Fact(_("Source of capital"), self.get_capital_source_display()),
            Fact(_("Invitation published on"), self.invited_on, "day"),
            Fact(_("Bids close at"), self.closes_at, "moment"),
            Fact(_("National bidding network"), self.national_url, "link", self.code),
            Fact(_("Result approved on"), self.result_on, "day"),
            Fact(_("Decision on the result"), self.result_number),
            Fact(_("Selected contractor"), self.winner),
            Fact(_("Winning price"), self.winning_price, "money"),
            Fact(_("Cancelled on"), self.cancelled_on, "day"),
            Fact(_("Why it was cancelled"), self.cancelled_why),
        ]


TENDER_CHECKED = ("invited_on", "closes_at", "result_on", "winner", "winning_price", "cancelled_on")
