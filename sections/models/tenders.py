"""Bidding and public procurement (W8.13)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.personal_data import DataClass, PersonalData
from editorial.models.sources import LinkField
from sections import tree
from sections.models.base import BasePage, ItemPage
from sections.models.projects import ProjectPage
from sections.models.record_pages import AMOUNT_LIMIT, RecordPage
from sections.registers.choices import (
    BiddingForm,
    BiddingWay,
    CapitalSource,
    PackageKind,
    TenderState,
)
from sections.registers.facts import Fact
from sections.registers.forms import TenderForm
from sections.registers.states import TenderQuerySet, badge

EGP = "https://muasamcong.mpi.gov.vn/"
"""The national bidding network (law on bidding 22/2023/QH15, articles 50 and 51)."""


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
        related_name="tenders",
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
