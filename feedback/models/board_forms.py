"""Forms that a board builds without code (P5.3)."""

from __future__ import annotations

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from common.blocks import TEXT_FEATURES
from common.models import BasePage
from common.personal_data import PersonalData
from editorial.models import ReviewedMixin
from editorial.models.authorship import AuthoredPageForm
from feedback.board_forms import building, content
from feedback.board_forms.blocks import MAX_PURPOSES, PurposeBlock, RecipientBlock, StepBlock
from feedback.board_forms.faults import MOST_STEPS
from feedback.board_forms.keys import choices_put, keys_put
from feedback.board_forms.panels import ProcessingPanel
from network.models import Institution
from privacy.models import AbstractFormPage, Purpose
from sections import tree

FAMILY = "board-"
"""Beginning of the codes of built forms: the key of the page, shared by its translations, follows."""


class BoardFormForm(AuthoredPageForm):
    """Purposes and earlier questions are chosen by their words, and stored by what stays when they are moved or renamed."""

    def __init__(self, *args, **kwargs):
        page = kwargs.get("instance")
        if page is not None:
            keys_put(page)
        super().__init__(*args, **kwargs)
        choices_put(self, self.instance)

    def _post_clean(self):
        super()._post_clean()
        keys_put(self.instance)


class BoardFormPage(AbstractFormPage, ReviewedMixin):
    """A form of the board, in any section of its site. Purposes and recipients stand in the form and are approved in the
    register (``feedback.services.board_forms``); until they are in force the page is not published."""

    personal_data = tree.SECTION_DATA

    summary = models.CharField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, shown in lists and feeds."),
    )
    intro = RichTextField(
        _("introduction"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Why and for whom: it stands above the first question."),
    )
    subjects = models.CharField(
        _("for whom"),
        max_length=255,
        help_text=_("Whose information it asks for, for example: parents, pupils."),
    )
    includes_children = models.BooleanField(_("asks for information on children"), default=False)
    is_survey = models.BooleanField(
        _("survey"),
        default=False,
        help_text=_("When it is over only totals stay (circular 25/2010, article 13.2)."),
    )
    purposes = StreamField(
        StreamBlock([("purpose", PurposeBlock())], max_num=MAX_PURPOSES, required=False),
        verbose_name=_("purposes"),
        blank=True,
        help_text=_("For what the answers are used. The sender agrees to each on its own."),
    )
    recipients = StreamField(
        StreamBlock([("recipient", RecipientBlock())], max_num=5, required=False),
        verbose_name=_("recipients"),
        blank=True,
        help_text=_(
            "Only where answers are passed on outside the institution. The sender accepts or refuses each."
        ),
    )
    steps = StreamField(
        StreamBlock([("step", StepBlock())], max_num=MOST_STEPS, required=False),
        verbose_name=_("steps and questions"),
        blank=True,
    )
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    max_answers = models.PositiveIntegerField(
        _("most answers"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100_000)],
        help_text=_("The form closes by itself when so many have been received. Empty: no limit."),
    )
    receipt_text = models.TextField(
        _("what happens next"), blank=True, max_length=1000, help_text=_("Shown on the receipt.")
    )

    form_family = FAMILY
    base_form_class = BoardFormForm
    subpage_types: list[str] = []
    template = "pages/feedback/board_form.html"

    content_panels = [
        ProcessingPanel(),
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("intro"),
        FieldRowPanel(
            [
                FieldPanel("subjects", heading=pgettext_lazy("form", "For whom")),
                FieldPanel("includes_children"),
                FieldPanel("is_survey"),
            ]
        ),
        FieldPanel("purposes"),
        FieldPanel("steps"),
        FieldPanel("recipients"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("max_answers")]),
                FieldPanel("receipt_text"),
            ],
            heading=_("When it takes answers"),
        ),
        *ReviewedMixin.review_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("intro")]

    class Meta:
        verbose_name = _("form of the board")
        verbose_name_plural = _("forms of the board")

    @classmethod
    def clean_parent_page_models(cls):
        """Any section."""
        return [model for model in tree.section_types() if cls in model.clean_subpage_models()]

    @property
    def form_code(self) -> str:
        return f"{FAMILY}{self.translation_key.hex}"

    @property
    def shown_on(self):
        """Lists show no date: a form is open or it is not."""
        return None

    @cached_property
    def built_forms(self):
        return building.question_forms_of(self)

    def question_forms(self):
        return self.built_forms

    def purpose_codes(self) -> frozenset[str]:
        return frozenset(building.purpose_codes_of(self))

    def preview_purposes(self) -> list[Purpose]:
        rows = content.purposes_of(self, building.questions_of(self))
        return [Purpose(form=self.form_code, **row) for row in rows]

    def closed_text(self, now: datetime) -> str:
        if self.opens_at and now < self.opens_at:
            return gettext("This form opens at %(time)s.") % {"time": _moment(self.opens_at)}
        if self.closes_at and now >= self.closes_at:
            return gettext("This form was open until %(time)s. It takes no more answers.") % {
                "time": _moment(self.closes_at)
            }
        if self.max_answers is not None and FormTally.received_by(self.form_code) >= self.max_answers:
            return gettext("All places are taken: this form takes no more answers.")
        return ""

    @property
    def preview_modes(self):
        return [("", _("First step")), ("all", _("All questions on one page"))]

    def serve_preview(self, request, mode_name):
        if mode_name != "all":
            return super().serve_preview(request, mode_name)
        request.is_preview = True
        context = self.get_context(request) | {
            "forms": [form(auto_id=f"id_{number}_%s") for number, form in enumerate(self.built_forms)],
            "questions": building.questions_of(self),
            "purposes": self.preview_purposes(),
        }
        return TemplateResponse(request, "feedback/board_forms/all_questions.html", context)


def _moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"


class FormTally(models.Model):
    """How many answers a built form has received since it was made: a number that stays when the answers are erased, so that
    a place that was taken is not given again."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=64, unique=True)
    received = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number of answers to a form")
        verbose_name_plural = _("numbers of answers to forms")

    def __str__(self) -> str:
        return self.code

    @classmethod
    def received_by(cls, code: str) -> int:
        return cls.objects.filter(code=code).values_list("received", flat=True).first() or 0
