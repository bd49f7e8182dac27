"""Guidance on policy, regulations and law (W8.5)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.search import index

from common.personal_data import PersonalData
from editorial.models import AuthoredMixin
from sections import tree
from sections.disclosure.choices import GuidanceAudience, GuidanceKind
from sections.models.base import BasePage, ItemPage
from sections.models.documents import DocumentPage
from sections.page_forms import ItemPageForm


class GuidancePage(ItemPage):
    """How a policy, a regulation or a law is followed: for whom, step by step, in questions and answers, with the texts that it
    rests on (circular 37/2020, article 8.5)."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("guidance", "kind"),
        max_length=12,
        choices=GuidanceKind.choices,
        default=GuidanceKind.REGULATION,
        help_text=_("What is explained, for example a regulation."),
    )
    subject = models.CharField(
        pgettext_lazy("guidance", "subject"),
        max_length=80,
        help_text=_("What part of the work it belongs to, for example Học phí."),
    )
    audience = models.CharField(
        pgettext_lazy("guidance", "for whom"),
        max_length=16,
        choices=GuidanceAudience.choices,
        default=GuidanceAudience.EVERYBODY,
        help_text=_("Whose question it answers, for example parents."),
    )

    base_form_class = ItemPageForm
    parent_page_types = ["sections.PublicInformationPage"]
    template = "pages/sections/guidance.html"

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("subject"), FieldPanel("audience")]),
        FieldPanel("date"),
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("steps", heading=_("Step by step"), label=pgettext_lazy("guidance", "Step")),
        InlinePanel(
            "questions", heading=_("Questions and answers"), label=pgettext_lazy("guidance", "Question")
        ),
        InlinePanel("bases", heading=_("Legal basis"), label=pgettext_lazy("guidance", "Text")),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("subject"),
        index.SearchField("questions_text"),
        index.FilterField("kind"),
        index.FilterField("audience"),
    ]

    class Meta:
        verbose_name = _("guidance")
        verbose_name_plural = pgettext_lazy("several", "guidance")

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], "bases__document")
        return super().get_context(request, *args, **kwargs)

    @property
    def bases_text(self) -> str:
        return "; ".join(base.text for base in self.bases.all())

    def questions_text(self) -> str:
        """Questions, answers and steps for the search index."""
        rows = [f"{row.question} {row.answer}" for row in self.questions.all()]
        return "\n".join([*rows, *(row.text for row in self.steps.all())])

    @classmethod
    def get_indexed_objects(cls):
        return super().get_indexed_objects().prefetch_related("questions", "steps")


class GuidanceStep(Orderable):
    """One thing to do."""

    personal_data = PersonalData.none()

    page = ParentalKey(GuidancePage, on_delete=models.CASCADE, related_name="steps")
    text = models.TextField(
        pgettext_lazy("guidance", "step"),
        max_length=1000,
        help_text=_("One thing to do, for example Nộp đơn và giấy xác nhận hộ nghèo cho nhà trường."),
    )

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("step of guidance")
        verbose_name_plural = _("steps of guidance")


class GuidanceQuestion(Orderable):
    """A question as people ask it, and its answer."""

    personal_data = PersonalData.none()

    page = ParentalKey(GuidancePage, on_delete=models.CASCADE, related_name="questions")
    question = models.CharField(
        _("question"), max_length=300, help_text=_("As people ask it, for example Ai được miễn học phí?")
    )
    answer = models.TextField(
        _("answer"),
        max_length=4000,
        help_text=_(
            "In plain words; an empty line begins a new paragraph. For example: Học sinh tiểu học trường công lập."
        ),
    )

    panels = [FieldPanel("question"), FieldPanel("answer")]

    class Meta(Orderable.Meta):
        verbose_name = _("question of guidance")
        verbose_name_plural = _("questions of guidance")


class GuidanceBasis(Orderable):
    """A text that the guidance rests on: a document of the site, or its number and symbol."""

    personal_data = PersonalData.none()

    page = ParentalKey(GuidancePage, on_delete=models.CASCADE, related_name="bases")
    document = models.ForeignKey(
        DocumentPage,
        verbose_name=_("document of this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose it, or name it beside."),
    )
    number = models.CharField(
        _("or its number and symbol"),
        max_length=120,
        blank=True,
        help_text=_("For example Nghị định 81/2021/NĐ-CP."),
    )
    article = models.CharField(
        _("articles"), max_length=120, blank=True, help_text=_("For example khoản 1 Điều 15.")
    )

    panels = [
        PageChooserPanel("document", "sections.DocumentPage"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("article")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("legal basis of guidance")
        verbose_name_plural = _("legal bases of guidance")

    def clean(self):
        super().clean()
        if self.document is None and not self.number.strip():
            raise ValidationError({"number": _("Choose a document or write its number and symbol.")})

    @property
    def name(self) -> str:
        """The number and symbol, that of the document where one is chosen."""
        return self.number or (
            f"{self.document.document_type} {self.document.number}" if self.document else ""
        )

    @property
    def text(self) -> str:
        return f"{self.article} {self.name}".strip()
