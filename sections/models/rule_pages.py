"""Rules and procedures of examinations and certificates (W8.11, W8.12); their page types stand in ``enrolment``."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from sections.introduction.presentation import lines_of
from sections.models.base import BasePage, ItemPage
from sections.models.record_pages import RecordPage
from sections.registers.choices import Validity
from sections.registers.facts import Fact
from sections.registers.forms import RuleForm
from sections.registers.states import ValidityQuerySet, badge, validity

RELATED = [
    (
        "page",
        blocks.PageChooserBlock(
            page_type=["sections.ProcedurePage", "sections.DocumentPage", "sections.ServicePage"],
            label=_("Procedure, service or document of this site"),
            help_text=_("Example: the procedure “Copies from the register of degrees”."),
        ),
    ),
    (
        "link",
        blocks.StructBlock(
            [
                (
                    "title",
                    blocks.CharBlock(
                        max_length=200,
                        label=_("Words of the link"),
                        help_text=_("Example: Circular 21/2019."),
                    ),
                ),
                (
                    "url",
                    blocks.URLBlock(label=_("Web address"), help_text=_("Example: https://vbpl.vn/…")),
                ),
            ],
            label=_("Link to another site"),
            icon="link",
        ),
    ),
]


class AbstractRulePage(RecordPage):
    """A rule: for whom, from when until when, how one proceeds, and the procedures and documents that it rests on.

    Subclasses add ``kind`` with its choices, their parent and their data.
    """

    applies_to = models.CharField(
        _("applies to"),
        max_length=200,
        help_text=_("The examination or the kind of certificate. Example: Upper secondary graduation 2026."),
    )
    valid_from = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("Left empty: at once. Example: 01/02/2026.")
    )
    valid_until = models.DateField(
        _("in force until"), null=True, blank=True, help_text=_("The last day. Left empty: until replaced.")
    )
    who = models.TextField(
        _("who it is for"),
        blank=True,
        help_text=_("One group in each line. Example: Candidates of grade 12."),
    )
    steps = models.TextField(
        _("how it is done"),
        blank=True,
        help_text=_("One step in each line. Example: Hand in the application at the school."),
    )
    papers = models.TextField(
        _("what has to be handed in"),
        blank=True,
        help_text=_("One paper in each line. Example: Application form; copy of the identity card."),
    )
    time_limit = models.CharField(
        _("time limit"), max_length=200, blank=True, help_text=_("Example: within 15 days of publication.")
    )
    fee = models.CharField(
        _("fee"), max_length=200, blank=True, help_text=_("Example: no fee; or: 20 000 đồng for each copy.")
    )
    contact = models.CharField(
        _("who answers questions"),
        max_length=250,
        blank=True,
        help_text=_("The office with telephone or e-mail. Example: Division of Examinations, 0299 3822 106."),
    )
    related = StreamField(RELATED, verbose_name=_("procedures and documents"), blank=True)

    base_form_class = RuleForm
    state_fields = ("valid_from", "valid_until")

    objects = PageManager.from_queryset(ValidityQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("applies_to")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
        FieldPanel("who"),
        FieldPanel("steps"),
        FieldPanel("papers"),
        FieldRowPanel([FieldPanel("time_limit"), FieldPanel("fee"), FieldPanel("contact")]),
        FieldPanel("related"),
        *RecordPage.text_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("applies_to"),
        index.SearchField("steps"),
        index.SearchField("papers"),
    ]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("It cannot end before it begins.")})

    def state(self, now: datetime | None = None) -> Validity:
        return validity(self.valid_from, self.valid_until, timezone.localdate(now))

    def facts(self) -> list[Fact]:
        return [
            Fact(pgettext_lazy("rule", "Subject"), self.get_kind_display()),
            Fact(_("Applies to"), self.applies_to),
            Fact(pgettext_lazy("record", "State"), badge(self.state()), "badge"),
            Fact(pgettext_lazy("rule", "In force from"), self.valid_from, "day"),
            Fact(pgettext_lazy("rule", "In force until"), self.valid_until, "day"),
            Fact(_("Time limit"), self.time_limit),
            Fact(pgettext_lazy("rule", "Fee"), self.fee),
            Fact(_("Who answers questions"), self.contact),
        ]

    def get_template(self, request, *args, **kwargs):
        return "pages/sections/rule.html"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "who": lines_of(self.who),
            "steps": lines_of(self.steps),
            "papers": lines_of(self.papers),
            "related": self.related_links(),
        }

    def related_links(self) -> list[dict]:
        """Published pages, and links to other sites, in the order of the board; as many queries as there are types of pages."""
        chosen = [block.value.pk for block in self.related if block.block_type == "page" and block.value]
        pages = (
            {page.pk: page for page in Page.objects.filter(pk__in=chosen).live().specific()} if chosen else {}
        )
        found = []
        for block in self.related:
            if block.block_type == "link":
                found.append({"title": block.value["title"], "url": block.value["url"], "page": None})
            elif block.value is not None and (page := pages.get(block.value.pk)):
                number = getattr(page, "number", "") or getattr(page, "code", "")
                found.append({"title": f"{number} – {page.title}" if number else page.title, "page": page})
        return found
