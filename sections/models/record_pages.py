"""What the records of W8.10–W8.14 and W8.16 share: a page of facts with a state that follows from its days."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail_localize.fields import SynchronizedField

from editorial.models import AuthoredMixin
from sections.entry_forms import InstitutionEntryForm
from sections.models.base import ItemPage
from sections.registers.facts import Fact, known
from sections.registers.states import badge, shown_until

SHARED_TEMPLATE = "pages/sections/record.html"
AMOUNT_LIMIT = 10**16
"""Amounts are whole đồng; more than ten million billion is a slip of the keyboard."""


class RecordPage(ItemPage):
    """A record: its facts, then what the board writes about it. Subclasses say ``state(now)`` and ``facts()``."""

    base_form_class = InstitutionEntryForm

    text_panels = [FieldPanel("summary"), FieldPanel("body"), *AuthoredMixin.authorship_panels]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """Wagtail gives each class a template of its own name; where there is none, a record is shown with the shared one."""
        return [super().get_template(request, *args, **kwargs), SHARED_TEMPLATE]

    def get_context(self, request, *args, **kwargs):
        now = timezone.now()
        if self.pk:
            shown_until(request, type(self).objects.filter(pk=self.pk).next_change(now))
        return super().get_context(request, *args, **kwargs) | {
            "state": badge(self.state(now)),
            "facts": known(self.facts()),
        }

    def state(self, now: datetime | None = None) -> Any:
        """Where the record stands at a moment (now), a member of its choices."""
        raise NotImplementedError

    def facts(self) -> list[Fact]:
        raise NotImplementedError


class DecisionMixin(models.Model):
    """The decision that a record rests on: a document of the site, or its number, day and issuer where it is not here.

    What the document says is not asked again.
    """

    decision_page = models.ForeignKey(
        "sections.DocumentPage",
        verbose_name=_("decision among the documents of this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Number, day and issuer are then taken from it where they are empty here."),
    )
    decision_number = models.CharField(
        _("number and symbol of the decision"),
        max_length=80,
        blank=True,
        help_text=_("Example: 512/QĐ-SGDĐT."),
    )
    decision_on = models.DateField(
        _("day of the decision"), null=True, blank=True, help_text=_("Example: 20/05/2026.")
    )
    decision_issuer = models.CharField(
        _("issuer of the decision"),
        max_length=200,
        blank=True,
        help_text=_("Example: Department of Education and Training."),
    )

    decision_panels = [
        MultiFieldPanel(
            [
                PageChooserPanel("decision_page", "sections.DocumentPage"),
                FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decision_on")]),
                FieldPanel("decision_issuer"),
            ],
            heading=_("Decision"),
        )
    ]
    decision_synchronized = [SynchronizedField("decision_page"), SynchronizedField("decision_number")]

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        self.take_from_document()
        super().full_clean(*args, **kwargs)

    def take_from_document(self) -> None:
        document = self.decision_page
        if document is not None:
            self.decision_number = self.decision_number or document.number
            self.decision_on = self.decision_on or document.issued_on
            self.decision_issuer = self.decision_issuer or document.issuer

    def decision_facts(self) -> list[Fact]:
        document = self.decision_page if self.decision_page_id else None
        shown = document if document is not None and document.live else None
        number = (
            Fact(_("Decision"), shown, "page", self.decision_number or shown.number)
            if shown
            else Fact(_("Decision"), self.decision_number)
        )
        return [
            number,
            Fact(_("Day of the decision"), self.decision_on, "day"),
            Fact(_("Issued by"), self.decision_issuer),
        ]
