"""Campaigns: the frame that an authority sets for admission (W9.8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from common.models import BasePage
from common.translated import same_in_every_language
from editorial.models import AuthoredMixin
from enrolment.campaigns.states import CampaignQuerySet, state_at
from enrolment.choices import CampaignState, Grade, Ranking
from privacy.models import FormBelowPage
from sections import tree
from sections.entry_forms import InstitutionEntryForm
from sections.models import ItemPage

ADMISSION = "admission"
"""Code of the form (``privacy.registry``) by which an application is sent."""
DRAFTS_KEPT = timedelta(days=14)
"""So long an application that was not sent is kept on request, at most until the campaign closes."""
SCHOOL_YEAR = RegexValidator(
    r"^20\d\d-20\d\d$", _("Write the school year with both years, for example 2026-2027.")
)


def school_year_field() -> models.CharField:
    return models.CharField(
        pgettext_lazy("admission", "school year"),
        max_length=9,
        validators=[SCHOOL_YEAR],
        help_text=_("For which children apply, for example 2026-2027."),
    )


class CampaignPage(FormBelowPage, ItemPage):
    """One campaign of admission of an authority and its schools, or of one school: schedule, wishes, priority, and the form by
    which a child applies once. Applications belong to the page in the first language of the site (`source`)."""

    personal_data = tree.AUTHOR_DATA
    form_code = ADMISSION
    form_slugs = {"vi": "ho-so", "en": "application"}

    school_year = school_year_field()
    grade = models.CharField(
        pgettext_lazy("admission", "admission to"),
        max_length=12,
        choices=Grade.choices,
        default=Grade.GRADE_10,
        help_text=_("Example: Grade 10."),
    )
    opens_at = models.DateTimeField(
        _("applications from"), help_text=_("The moment at which the form opens: 01/06/2026 08:00.")
    )
    closes_at = models.DateTimeField(
        _("applications until"),
        help_text=_("Until then applications are sent, changed and withdrawn: 10/06/2026 17:00."),
    )
    dates_note = models.CharField(
        _("why the dates changed"),
        max_length=250,
        blank=True,
        help_text=_(
            "Required when an open campaign is extended; shown on the page. Example: decision 512/QĐ-SGDĐT after the flood."
        ),
    )
    wishes_most = models.PositiveSmallIntegerField(
        _("wishes of one child"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text=_("So many schools or classes may be named, in order, for example 3."),
    )
    ranking = models.CharField(
        _("order of the wishes for one school"),
        max_length=5,
        choices=Ranking.choices,
        default=Ranking.SCORE,
        help_text=_("Within one catchment group. Equal scores are put in order by lot."),
    )
    uses_catchment = models.BooleanField(
        _("children of the catchment area come first"),
        default=False,
        help_text=_("The schools name their communes in their notices."),
    )
    confirm_days = models.PositiveSmallIntegerField(
        _("days to confirm a place"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Counted from the publication of the results, for example 5."),
    )
    draw_source = models.CharField(
        _("public number for the lots"),
        max_length=250,
        blank=True,
        help_text=_(
            "A number that nobody knows when applications open and everybody can look up later, and where. "
            "Example: first prize of the lottery of the northern region of 12/06/2026."
        ),
    )
    asks_sex = models.BooleanField(
        _("the form asks for the child's sex"),
        default=False,
        help_text=_("Only where classes are made up by it, for example for a boarding house."),
    )
    eligibility = RichTextField(
        _("who may apply"),
        blank=True,
        features=["bold", "ol", "ul", "link"],
        help_text=_("Example: children born in 2020."),
    )
    components = RichTextField(
        _("what an application is made of"),
        blank=True,
        features=["bold", "ol", "ul", "link"],
        help_text=_("Example: copy of the birth certificate; proof of the place of residence."),
    )

    parent_page_types = ["enrolment.OnlineAdmissionPage"]
    template = "enrolment/campaigns/campaign.html"
    base_form_class = InstitutionEntryForm
    override_translatable_fields = same_in_every_language("school_year")

    objects = PageManager.from_queryset(CampaignQuerySet)()

    extra_parts: list[Callable[[CampaignPage, Any], dict[str, Any] | None]] = []
    """Parts of the page that others write: each answers None or ``{id, title, template, …}``; `template` is included with the
    mapping as ``part``. Filled with ``add_part`` in ``AppConfig.ready()``."""
    own_urls: list[Callable[[CampaignPage, Any], dict[str, str] | None]] = []
    """Ways to an application that was begun or sent: each answers None or ``{text, url}``. Filled with ``add_own_url``."""

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("school_year"), FieldPanel("grade")]),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
        FieldPanel("summary"),
        FieldPanel("eligibility"),
        FieldPanel("components"),
        InlinePanel(
            "evidence_parts", heading=_("Files of an application"), label=pgettext_lazy("admission", "File")
        ),
        FieldPanel("asks_sex"),
        FieldPanel("body"),
        InlinePanel("phases", heading=_("Schedule"), label=pgettext_lazy("admission", "Phase")),
        FieldPanel("dates_note"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("wishes_most"), FieldPanel("confirm_days")]),
                FieldPanel("ranking"),
                FieldPanel("uses_catchment"),
                FieldPanel("draw_source"),
            ],
            heading=_("Wishes and their order"),
        ),
        InlinePanel("priorities", heading=_("Priority"), label=pgettext_lazy("admission", "Category")),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("eligibility"),
        index.SearchField("components"),
        index.RelatedFields("priorities", [index.SearchField("name"), index.SearchField("evidence")]),
        index.FilterField("grade"),
        index.FilterField("school_year"),
    ]

    class Meta:
        verbose_name = _("campaign of admission")
        verbose_name_plural = _("campaigns of admission")

    def clean(self):
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Applications end after they begin.")})
        type(self).check_change(self)

    @staticmethod
    def check_change(page: CampaignPage) -> None:
        """Raises ValidationError where a change is not allowed any more; set by ``enrolment.campaigns``."""
        raise NotImplementedError

    @classmethod
    def add_part(cls, part: Callable[[CampaignPage, Any], dict[str, Any] | None]) -> None:
        if part not in cls.extra_parts:
            cls.extra_parts.append(part)

    @classmethod
    def add_own_url(cls, way: Callable[[CampaignPage, Any], dict[str, str] | None]) -> None:
        if way not in cls.own_urls:
            cls.own_urls.append(way)

    def state(self, now: datetime | None = None) -> CampaignState:
        return state_at(self.opens_at, self.closes_at, now or timezone.now())

    @property
    def source(self) -> CampaignPage:
        """The page that applications and notices belong to: the Vietnamese one of its translations, else the oldest; for a
        Vietnamese page itself, for another one query, kept on the page."""
        if self.locale.language_code == "vi":
            return self
        if not hasattr(self, "_source"):
            pages = CampaignPage.objects.filter(translation_key=self.translation_key)
            self._source = pages.order_by("-locale__language_code", "pk").first() or self
        return self._source

    def takes_applications(self, now: datetime) -> bool:
        return self.opens_at <= now < self.closes_at

    def closed_text(self, now: datetime) -> str:
        if self.takes_applications(now):
            return ""
        if now < self.opens_at:
            return gettext("Applications are taken from %(moment)s on.") % {"moment": _local(self.opens_at)}
        return gettext("Applications were taken until %(moment)s.") % {"moment": _local(self.closes_at)}

    def form_ends_at(self, now: datetime) -> datetime:
        return self.closes_at

    def drafts_until(self, now: datetime) -> datetime:
        return min(self.closes_at, now + DRAFTS_KEPT)

    def form_template(self, request, name: str) -> str:
        return type(self).template_of(self, name)

    @staticmethod
    def template_of(page: CampaignPage, name: str) -> str:
        """The template of a step; set by ``enrolment.applications`` when the application starts."""
        return f"privacy/form/{name}.html"

    def question_forms(self):
        return type(self).forms_for(self)

    @staticmethod
    def forms_for(page: CampaignPage):
        """The steps of questions; set by ``enrolment.applications`` when the application starts."""
        raise NotImplementedError

    @staticmethod
    def answer(page: CampaignPage, request):
        """A download, the calendar or the print view, where the address asks for one; set by ``enrolment.campaigns``."""
        raise NotImplementedError

    def serve(self, request, *args, at: str = "", **kwargs):
        if not at and (response := type(self).answer(self, request)) is not None:
            return response
        return super().serve(request, *args, at=at, **kwargs)

    @staticmethod
    def shown(page: CampaignPage, request) -> dict:
        """What the page shows besides its own fields; set by ``enrolment.campaigns`` when the application starts."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).shown(self, request)


def _local(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"
