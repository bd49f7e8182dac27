"""Administrative procedures (W8.4c)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from common.choice_sets import ChoiceSetField, having
from common.personal_data import DataClass, PersonalData
from common.translated import KEPT, same_in_every_language
from editorial.choices import ReuseTerms
from editorial.models import AuthoredMixin
from sections import tree
from sections.lists import Choice, Column, Listing, Words
from sections.models.base import BasePage, InformationPage, ItemPage, SectionPage
from sections.procedures import panels
from sections.procedures.blocks import CHANGES, CHANNELS, COMPONENTS, FEES, HANDLERS, LEGAL_BASIS, STEPS
from sections.procedures.choices import Audience, Category, Change, Level, OnlineLevel, Status
from sections.procedures.forms import ProcedureForm
from sections.procedures.querysets import ProcedureQuerySet, shown_until, status_badge

CODE = RegexValidator(
    r"^\d{1,2}\.\d{6}(\.[0-9A-Z.]{1,28})?$",
    _("A code has a figure, a point and six figures, such as 1.005142."),
)
ROWS = ("steps", "components", "channels", "fees", "handlers", "legal_basis", "changes")
"""The streams of a procedure; lists do not read them."""


class ProceduresPage(SectionPage):
    """Administrative procedures (W8.4c), by field; repealed ones stay, behind the others."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.ProcedurePage", "sections.InformationPage"]
    template = "pages/sections/procedures/list.html"

    listing = Listing(
        item="sections.ProcedurePage",
        columns=(
            Column("title", pgettext_lazy("procedure", "Procedure"), kind="title", sortable=True),
            Column("code", pgettext_lazy("procedure", "Code"), kind="symbol", sortable=True),
            Column("name", _("Full name"), hidden=True),
            Column("field", pgettext_lazy("subject", "Field"), sortable=True),
            Column("levels", pgettext_lazy("procedure", "Carried out at"), hidden=True),
            Column("audiences", pgettext_lazy("procedure", "For whom"), hidden=True),
            Column("time_limit", _("Time limit")),
            Column("recipient", _("Where to hand in"), hidden=True),
            Column("online_level", _("Online"), sortable=True),
            Column("online_url", _("Link to apply online"), kind="link", hidden=True),
            Column("status", pgettext_lazy("procedure", "Status"), kind="badge", read=status_badge),
            Column("decision", _("Decision"), kind="symbol", hidden=True),
            Column("effective_on", _("In force from"), kind="date", hidden=True),
            Column("repealed_on", _("Repealed from"), kind="date", hidden=True),
            Column("repeal_decision", _("Repealed by"), kind="symbol", hidden=True),
            Column("replaced_by_code", _("Replaced by (code)"), kind="symbol", hidden=True),
        ),
        filters=(
            Words("q", _("Words or code"), fields=("title", "full_name", "code", "summary")),
            Choice("field", pgettext_lazy("subject", "Field"), field="field"),
            Choice(
                "for",
                pgettext_lazy("procedure", "For whom"),
                choices=Audience,
                apply=lambda rows, v: rows.filter(having("audiences", v)),
            ),
            Choice(
                "level",
                pgettext_lazy("procedure", "Carried out at"),
                choices=Level,
                apply=lambda rows, v: rows.filter(having("levels", v)),
            ),
            Choice("online", _("Online"), field="online_level", choices=OnlineLevel),
            Choice(
                "status",
                pgettext_lazy("procedure", "Status"),
                choices=Status,
                apply=lambda rows, v: rows.in_status(v),
            ),
        ),
        default_order=("is_over", "field", "title"),
        download_name="thu-tuc-hanh-chinh",
        terms=ReuseTerms.STATE_TEXT,
        empty_text=_("No procedure was found."),
    )

    class Meta:
        verbose_name = _("administrative procedures")
        verbose_name_plural = _("administrative procedures")

    def items(self):
        """In force and coming ones first. What only the page of a procedure shows is not read."""
        return ProcedurePage.objects.child_of(self).live().last_repealed().defer("body", *ROWS)

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "records":
            return type(self).as_records(self, request)
        return super().serve(request, *args, **kwargs)

    @staticmethod
    def as_records(section: ProceduresPage, request: HttpRequest):
        """The answer to ``?format=records``; set by ``sections.procedures.views`` when the application starts."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        is_first = context["items"].number == 1 and not context["listing"].is_narrowed
        notes = InformationPage.objects.child_of(self).live().order_by("-date", "path")
        context["notes"] = list(notes.defer("body")) if is_first else []
        shown_until(request, ProcedurePage.objects.child_of(self).live())
        return context


class ProcedurePage(ItemPage):
    """One administrative procedure with all that W8.4c asks: steps, papers and forms, who receives and who handles them,
    time limit, fees and charges; where it stands (in force, repealed, replaced) follows from its dates."""

    personal_data = PersonalData(
        fields={**tree.AUTHOR_DATA.fields, "handlers": DataClass.PERSONAL},
        purpose=_(
            "To name the author, and who handles applications (circular 37/2020, articles 7.3 and 8.4c)."
        ),
        retention=_("As long as the page is published, and in its history."),
    )

    full_name = models.TextField(
        _("full name"),
        max_length=2000,
        blank=True,
        help_text=_("Only where the name in the decision is longer than the title, which takes 255 letters."),
    )
    code = models.CharField(
        pgettext_lazy("procedure", "code"),
        max_length=40,
        blank=True,
        validators=[CODE],
        help_text=_("In the national database of administrative procedures. For example: 1.005142."),
    )
    field = models.CharField(
        pgettext_lazy("subject", "field"),
        max_length=200,
        help_text=_("As the decision calls it. For example: Giáo dục trung học."),
    )
    category = models.CharField(
        pgettext_lazy("procedure", "kind"),
        max_length=16,
        choices=Category.choices,
        blank=True,
        help_text=_("As the national database says. May stay empty."),
    )
    levels = ChoiceSetField(
        pgettext_lazy("procedure", "carried out at"),
        choice_class=Level,
        help_text=_("For example: province level."),
    )
    audiences = ChoiceSetField(
        pgettext_lazy("procedure", "for whom"),
        choice_class=Audience,
        blank=True,
        help_text=_("For example: pupils and their parents."),
    )

    recipient = models.CharField(
        _("where to hand in"),
        max_length=300,
        blank=True,
        help_text=_(
            "The unit that takes applications. For example: Bộ phận Một cửa, Sở Giáo dục và Đào tạo."
        ),
    )
    recipient_address = models.CharField(
        _("address of that unit"),
        max_length=500,
        blank=True,
        help_text=_("Empty: the address of the institution. For example: số 12 phố Bến Sông."),
    )
    recipient_hours = models.CharField(
        _("hours"),
        max_length=255,
        blank=True,
        help_text=_("Empty: the opening hours of the institution. For example: thứ Hai–thứ Sáu, 7:30–11:30."),
    )
    handlers = StreamField(HANDLERS, verbose_name=_("who handles applications"), blank=True)

    authority = models.TextField(
        _("body that carries it out"),
        max_length=2000,
        blank=True,
        help_text=_("For example: Sở Giáo dục và Đào tạo; trường trung học phổ thông."),
    )
    competent_body = models.TextField(
        _("body that decides"), max_length=2000, blank=True, help_text=_("For example: Giám đốc Sở.")
    )
    delegated_body = models.TextField(
        _("body it is delegated to"), max_length=2000, blank=True, help_text=_("For example: none.")
    )
    coordinating_body = models.TextField(
        _("bodies that take part"), max_length=2000, blank=True, help_text=_("For example: Công an xã.")
    )

    time_limit = models.CharField(
        _("time limit"),
        max_length=300,
        blank=True,
        help_text=_("From a complete application on. For example: 3 working days."),
    )
    is_free = models.BooleanField(_("no fee and no charge"), default=False)
    fees = StreamField(FEES, verbose_name=_("fees and charges"), blank=True)
    result = models.TextField(
        pgettext_lazy("procedure", "what you get"),
        max_length=6000,
        blank=True,
        help_text=_("For example: decision on the change of school."),
    )
    requirements = models.TextField(
        _("requirements and conditions"),
        max_length=20000,
        blank=True,
        help_text=_("For example: the new school has a free place."),
    )

    steps = StreamField(STEPS, verbose_name=_("steps"), blank=True)
    components = StreamField(COMPONENTS, verbose_name=_("papers and forms"), blank=True)
    sets = models.PositiveSmallIntegerField(
        _("number of sets"),
        null=True,
        blank=True,
        help_text=_("Sets of the whole application. For example: 1."),
    )
    channels = StreamField(CHANNELS, verbose_name=_("ways to hand in"), blank=True)

    online_level = models.CharField(
        _("online level"),
        max_length=12,
        choices=OnlineLevel.choices,
        blank=True,
        help_text=_("Full: nobody has to come to the office. Empty: not online."),
    )
    online_url = models.URLField(
        _("link to apply online"),
        max_length=500,
        blank=True,
        help_text=_("For example: https://dichvucong.gov.vn/…"),
    )

    legal_basis = StreamField(LEGAL_BASIS, verbose_name=_("legal basis"), blank=True)
    change = models.CharField(
        _("what the decision did"),
        max_length=12,
        choices=Change.choices,
        blank=True,
        help_text=_("For example: newly issued."),
    )
    decision = models.CharField(
        _("decision that publishes it"),
        max_length=80,
        blank=True,
        help_text=_("Number and symbol. For example: 5252/QĐ-UBND."),
    )
    decided_on = models.DateField(
        _("date of the decision"), null=True, blank=True, help_text=_("For example: 26/12/2025.")
    )
    effective_on = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_("Empty: already in force. For example: 01/01/2026."),
    )
    changes = StreamField(CHANGES, verbose_name=_("earlier decisions"), blank=True)
    repealed_on = models.DateField(
        _("repealed from"),
        null=True,
        blank=True,
        help_text=_("The page stays and says so. For example: 03/09/2026."),
    )
    repeal_decision = models.CharField(
        _("decision that repeals it"),
        max_length=80,
        blank=True,
        help_text=_("Number and symbol. For example: 3509/QĐ-UBND."),
    )
    replaced_by_code = models.CharField(
        _("replaced by (code)"),
        max_length=40,
        blank=True,
        validators=[CODE],
        help_text=_("Code of the procedure that takes its place. For example: 1.005143."),
    )

    parent_page_types = ["sections.ProceduresPage"]
    override_translatable_fields = [
        *KEPT,
        *same_in_every_language("code", "decision", "repeal_decision", "replaced_by_code"),
    ]
    template = "pages/sections/procedures/procedure.html"
    base_form_class = ProcedureForm
    checklist_slugs = {"vi": "can-chuan-bi", "en": "checklist"}

    objects = PageManager.from_queryset(ProcedureQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        *panels.FACTS,
        *panels.APPLICATION,
        *panels.LEGAL,
        *AuthoredMixin.authorship_panels,
    ]

    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("full_name"),
        index.SearchField("code", boost=2),
        index.SearchField("field"),
        index.SearchField("result"),
        index.SearchField("steps"),
        index.SearchField("components"),
        index.FilterField("code"),
    ]

    class Meta:
        verbose_name = _("administrative procedure")
        verbose_name_plural = _("administrative procedures")
        indexes = [models.Index(fields=["code"], name="procedure_code")]

    def clean(self):
        super().clean()
        errors = {}
        if self.repealed_on and self.effective_on and self.repealed_on < self.effective_on:
            errors["repealed_on"] = _("A procedure cannot be repealed before it is in force.")
        if self.repealed_on and not self.repeal_decision:
            errors["repeal_decision"] = _("Name the decision that repeals it.")
        if self.repeal_decision and not self.repealed_on:
            errors["repealed_on"] = _("Give the day from which it is repealed.")
        if self.replaced_by_code and not self.repealed_on:
            errors.setdefault("repealed_on", _("Give the day from which it is repealed."))
        if self.replaced_by_code and self.replaced_by_code == self.code:
            errors["replaced_by_code"] = _("A procedure cannot take its own place.")
        if self.is_free and any(row.value.get("amount") for row in self.fees):
            errors["is_free"] = _("There is an amount below: take this tick or the amount out.")
        if errors:
            raise ValidationError(errors)

    @property
    def name(self) -> str:
        """The name in the decision."""
        return self.full_name or self.title

    def status_on(self, on: date | None = None) -> Status:
        on = on or timezone.localdate()
        if self.repealed_on and self.repealed_on <= on:
            return Status.REPEALED
        return Status.COMING if self.effective_on and self.effective_on > on else Status.IN_FORCE

    @property
    def feed_text(self) -> str:
        """Where it stands and by which decision, then what it is about."""
        parts = [self.status_on().label, self.repeal_decision or self.decision, self.time_limit, self.summary]
        return ". ".join(str(part).rstrip(".") for part in parts if part)

    @property
    def checklist_slug(self) -> str:
        return self.checklist_slugs.get(self.locale.language_code, self.checklist_slugs["en"])

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if path_components == [self.checklist_slug]:
            if not self.live:
                raise Http404("The page is not published")
            return RouteResult(self, kwargs={"at": "checklist"})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, at: str = "", **kwargs):
        request.procedure_view = at
        shown_until(request, type(self).objects.filter(pk=self.pk))
        if request.GET.get("format") == "json":
            return type(self).as_data(self, request)
        return super().serve(request, *args, **kwargs)

    @staticmethod
    def as_data(page: ProcedurePage, request: HttpRequest):
        """The answer to ``?format=json``; set by ``sections.procedures.views`` when the application starts."""
        raise NotImplementedError

    def get_template(self, request, *args, **kwargs):
        if getattr(request, "procedure_view", "") == "checklist":
            return "pages/sections/procedures/checklist.html"
        return self.template
