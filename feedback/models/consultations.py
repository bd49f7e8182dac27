"""Consultations (W8.6, W9.5): the list, one issue with its drafts, and the result."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from common.models import BasePage
from common.personal_data import PersonalData
from editorial.models import AuthoredMixin
from feedback.choices import ConsultationState, DraftKind, ReplyKind
from network.selectors import institution_for_page
from privacy.models import FormBelowPage
from sections import tree
from sections.models import ItemPage, SectionPage
from sections.presentation import file_entries

CONSULTATION = "consultation"
"""Code of the form (``privacy.registry``)."""


class ConsultationQuerySet(PageQuerySet):
    def with_result(self):
        """Adds `has_result`: whether the result is published, in any language."""
        results = ConsultationResultPage.objects.filter(consultation=OuterRef("translation_key"), live=True)
        return self.annotate(has_result=Exists(results))

    def in_state(self, state: ConsultationState | str, now: datetime | None = None):
        """Those in one state at a moment; call `with_result` before."""
        now = now or timezone.now()
        return self.filter(
            {
                ConsultationState.UPCOMING: Q(opens_at__gt=now),
                ConsultationState.OPEN: Q(opens_at__lte=now, closes_at__gt=now),
                ConsultationState.CLOSED: Q(closes_at__lte=now, has_result=False),
                ConsultationState.RESULT: Q(closes_at__lte=now, has_result=True),
            }[ConsultationState(state)]
        )


class ConsultationsPage(SectionPage):
    """Issues open for consultation (W8.6, W9.5): open ones first, the nearest deadline on top."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["feedback.ConsultationPage"]
    item_order = ("-closes_at", "-path")
    template = "pages/feedback/consultations.html"

    class Meta:
        verbose_name = _("consultations")
        verbose_name_plural = _("consultations")

    def filtered_items(self, request):
        return consultations_listed(
            ConsultationPage.objects.child_of(self).live(),
            state=request.GET.get("state", ""),
            field=request.GET.get("field", ""),
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        for page in context["items"]:
            page.state_now = page.state_at(now)
        every = ConsultationPage.objects.child_of(self).live()
        fields = every.exclude(field="").order_by("field").values_list("field", flat=True).distinct()
        state = request.GET.get("state", "")
        context |= {
            "states": ConsultationState.choices,
            "state": state if state in ConsultationState.values else "",
            "fields": list(fields),
            "field": request.GET.get("field", ""),
        }
        shown_until(request, every, now)
        return context


def shown_until(request: HttpRequest, pages, now: datetime) -> None:
    """Tell the store of pages until which moment what is shown stays right: the next opening or closing among `pages`."""
    ahead = [
        moment
        for row in pages.filter(closes_at__gt=now).values_list("opens_at", "closes_at")
        for moment in row
        if moment > now
    ]
    request.shown_until = min(ahead, default=None)


def consultations_listed(pages, *, state: str = "", field: str = "", now: datetime | None = None):
    """The consultations that a reader asked for: open ones first, the nearest deadline on top, then the newest."""
    now = now or timezone.now()
    found = pages.with_result().prefetch_related("files__file")
    if state in ConsultationState.values:
        found = found.in_state(state, now)
    if field:
        found = found.filter(field=field[:80].replace("\x00", ""))
    is_open = models.Case(models.When(opens_at__lte=now, closes_at__gt=now, then=0), default=1)
    nearest = models.Case(models.When(opens_at__lte=now, closes_at__gt=now, then=models.F("closes_at")))
    return found.order_by(is_open, nearest, "-closes_at", "-path")


class ConsultationPage(FormBelowPage, ItemPage):
    """One issue open for consultation: what it is about, the drafts, who is asked, where answers go and until when. It opens
    and closes by the clock; people answer at an address below it, for each point or in general."""

    personal_data = tree.AUTHOR_DATA
    form_code = CONSULTATION
    form_slugs = {"vi": "gop-y", "en": "answer"}

    field = models.CharField(_("field"), max_length=80, blank=True, help_text=_("For example: admissions."))
    asked = models.CharField(
        _("who is asked"), max_length=300, help_text=_("For example: parents, teachers, communes, citizens.")
    )
    unit = models.CharField(
        _("unit in charge"), max_length=200, blank=True, help_text=_("The unit that writes the draft.")
    )
    opens_at = models.DateTimeField(_("opens"), default=timezone.now)
    closes_at = models.DateTimeField(_("deadline"))
    result_on = models.DateField(
        _("result published by"),
        null=True,
        blank=True,
        help_text=_("Empty: thirty days after the deadline, unless the installation says otherwise."),
    )
    paper_address = models.CharField(
        _("address for answers on paper"),
        max_length=300,
        blank=True,
        help_text=_("Empty: the address of the institution."),
    )
    answers_email = models.EmailField(
        _("e-mail for answers"), blank=True, help_text=_("Empty: the e-mail of the institution.")
    )

    parent_page_types = ["feedback.ConsultationsPage"]
    subpage_types = ["feedback.ConsultationResultPage"]
    template = "pages/feedback/consultation.html"

    objects = PageManager.from_queryset(ConsultationQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("result_on")]),
        FieldRowPanel([FieldPanel("asked"), FieldPanel("field"), FieldPanel("unit")]),
        InlinePanel("files", heading=_("Drafts and other files"), label=_("File")),
        FieldPanel("body"),
        InlinePanel("points", heading=_("Questions or articles to answer"), label=_("Point")),
        MultiFieldPanel(
            [FieldPanel("paper_address"), FieldPanel("answers_email")],
            heading=_("Answers on paper and by e-mail"),
        ),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("field"),
        index.SearchField("asked"),
        index.FilterField("closes_at"),
    ]

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    def clean(self):
        super().clean()
        errors = {}
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            errors["closes_at"] = _("The deadline is later than the opening.")
        if self.result_on and self.closes_at and self.result_on < timezone.localdate(self.closes_at):
            errors["result_on"] = _("The result is published after the deadline.")
        if errors:
            raise ValidationError(errors)

    @property
    def result_due(self) -> date:
        """The day by which the result is to be published."""
        days = timedelta(days=settings.EDUSITE_CONSULTATION_RESULT_DAYS)
        return self.result_on or timezone.localdate(self.closes_at) + days

    @cached_property
    def result(self) -> ConsultationResultPage | None:
        """The published result, in the page's language where there is one."""
        found = ConsultationResultPage.objects.filter(consultation=self.translation_key, live=True)
        by_locale = {page.locale_id: page for page in found.order_by("-path")}
        return by_locale.get(self.locale_id) or next(iter(by_locale.values()), None)

    def state_at(self, now: datetime | None = None) -> ConsultationState:
        """One query for the result, none where `with_result` was called."""
        now = now or timezone.now()
        if now < self.opens_at:
            return ConsultationState.UPCOMING
        if now < self.closes_at:
            return ConsultationState.OPEN
        has_result = self.has_result if hasattr(self, "has_result") else self.result is not None
        return ConsultationState.RESULT if has_result else ConsultationState.CLOSED

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        prefetch_related_objects([self], "files__file", "points")
        now = timezone.now()
        institution = institution_for_page(self)
        request.shown_until = next((m for m in (self.opens_at, self.closes_at) if m > now), None)
        return context | {
            "state": self.state_at(now),
            "states": ConsultationState,
            "result": self.result,
            "form_address": self.form_address(request),
            "paper_address": self.paper_address or (institution.address if institution else ""),
            "answers_email": self.answers_email or (institution.email if institution else ""),
            "phone": institution.phone if institution else "",
            "files": list(zip(self.files.all(), file_entries(self), strict=True)),
        }

    def form_refusal(self, request: HttpRequest) -> HttpResponse | None:
        state = self.state_at()
        if state == ConsultationState.OPEN:
            return None
        if request.method == "POST":
            response = TemplateResponse(
                request, "pages/feedback/consultation_over.html", self.get_context(request), status=410
            )
        else:
            response = redirect(self.get_url(request))
        response["Cache-Control"] = "no-store, private"
        return response

    def form_template(self, request: HttpRequest, name: str) -> str:
        if name == "questions":
            return "pages/feedback/consultation_form.html"
        return super().form_template(request, name)

    def question_forms(self):
        return type(self).forms_for(self)

    @staticmethod
    def forms_for(page: ConsultationPage):
        """The steps of questions; set by ``feedback.forms`` when the application starts."""
        raise NotImplementedError


class ConsultationPoint(Orderable):
    """A question, or an article of the draft, that is answered by itself. `key` is the same in every language."""

    personal_data = PersonalData.none()

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="points")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    label = models.CharField(
        _("article or topic"), max_length=160, help_text=_("For example: Article 5. Time of lessons.")
    )
    text = models.TextField(
        _("question"), blank=True, max_length=1500, help_text=_("What you would like to know.")
    )
    asks_stance = models.BooleanField(_("ask whether people agree"), default=True)

    panels = [FieldPanel("label"), FieldPanel("text"), FieldPanel("asks_stance")]

    class Meta(Orderable.Meta):
        verbose_name = _("point of a consultation")
        verbose_name_plural = _("points of a consultation")

    def __str__(self) -> str:
        return self.label


class ConsultationFile(Orderable):
    """A file of a consultation; of a draft, every version stays."""

    personal_data = PersonalData.none()

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(_("kind"), max_length=8, choices=DraftKind.choices, default=DraftKind.DRAFT)
    version = models.CharField(
        pgettext_lazy("draft", "version"), max_length=40, blank=True, help_text=_("For example: 2nd draft.")
    )
    dated_on = models.DateField(_("date"), null=True, blank=True)
    file = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("version"), FieldPanel("dated_on")]),
        FieldPanel("file"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a consultation")
        verbose_name_plural = _("files of a consultation")


class ConsultationResultPage(ItemPage):
    """What came of a consultation: how many answered, and for each group of opinions what is taken up, explained, or not taken
    up and why. Made on the desk, published through the approval chain."""

    personal_data = tree.AUTHOR_DATA

    consultation = models.UUIDField(null=True, editable=False, db_index=True)
    """Translation key of the page above: lists ask by it whether there is a result."""
    answers = models.PositiveIntegerField(_("answers"), default=0)
    on_paper = models.PositiveIntegerField(_("of these on paper or by e-mail"), default=0)
    unnamed = models.PositiveIntegerField(_("of these without a name"), default=0)
    organisations = models.PositiveIntegerField(_("of these from organisations"), default=0)

    parent_page_types = ["feedback.ConsultationPage"]
    max_count_per_parent = 1
    template = "pages/feedback/consultation_result.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("summary"),
        FieldRowPanel(
            [
                FieldPanel("answers"),
                FieldPanel("on_paper"),
                FieldPanel("unnamed"),
                FieldPanel("organisations"),
            ]
        ),
        InlinePanel("replies", heading=_("Opinions and replies"), label=_("Reply")),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]

    class Meta:
        verbose_name = _("result of a consultation")
        verbose_name_plural = _("results of consultations")

    def save(self, *args, **kwargs):
        if self.path:
            above = Page.objects.filter(path=self.path[: -self.steplen])
            self.consultation = above.values_list("translation_key", flat=True).first()
            if (names := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*names, "consultation"}
        super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], "replies")
        context = super().get_context(request, *args, **kwargs)
        replies = list(self.replies.all())
        counted = [(label, sum(r.kind == kind for r in replies)) for kind, label in ReplyKind.choices]
        return context | {
            "consultation": self.get_parent(),
            "replies": replies,
            "counted": [(label, number) for label, number in counted if number],
        }


class ConsultationReply(Orderable):
    """One group of opinions with the reply. The words are the board's own, no sender's."""

    personal_data = PersonalData.none()

    page = ParentalKey(ConsultationResultPage, on_delete=models.CASCADE, related_name="replies")
    point = models.CharField(_("article or topic"), max_length=160, blank=True)
    topic = models.CharField(_("topic"), max_length=160)
    summary = models.TextField(_("what people said"), max_length=3000)
    opinions = models.PositiveIntegerField(_("opinions"), default=0)
    kind = models.CharField(_("reply"), max_length=9, choices=ReplyKind.choices)
    reason = models.TextField(_("reason, or what was changed"), max_length=3000)

    panels = [
        FieldRowPanel([FieldPanel("point"), FieldPanel("topic"), FieldPanel("opinions")]),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind")]),
        FieldPanel("reason"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("reply to opinions")
        verbose_name_plural = _("replies to opinions")

    def __str__(self) -> str:
        return self.topic
