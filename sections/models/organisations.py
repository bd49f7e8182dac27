"""Party, Youth Union, trade union and other organisations (W10.3)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from common.personal_data import PersonalData
from common.translated import KEPT, same_in_every_language
from editorial.models import AuthoredMixin
from sections import tree
from sections.community.choices import OrganisationKind
from sections.community.listings import ORGANISATIONS
from sections.entry_forms import InstitutionEntryForm
from sections.introduction.presentation import heads_shown
from sections.models.base import BasePage, ItemPage
from sections.models.offices import HEAD_DATA, AbstractHead, DutiesMixin
from sections.models.record_sections import RecordSection


class OrganisationsPage(RecordSection):
    """Party, Youth Union and other organisations (W10.3). Children: organisations."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.OrganisationPage", "sections.InformationPage"]
    listing = ORGANISATIONS

    class Meta:
        verbose_name = _("organisations")
        verbose_name_plural = _("organisations")


class OrganisationPage(DutiesMixin, ItemPage):
    """One organisation with its duties, its term and its heads. Parent: the section of organisations."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("organisation", "kind"),
        max_length=12,
        choices=OrganisationKind.choices,
        default=OrganisationKind.YOUTH_UNION,
    )
    phone = models.CharField(
        _("telephone"), max_length=100, blank=True, help_text=_("Example: 0299 3822 105.")
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Example: doantruong@hoason.edu.vn."))
    term_from = models.PositiveSmallIntegerField(
        _("term from"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1930), MaxValueValidator(2200)],
        help_text=_("Year or first year of the school year. Example: 2025."),
    )
    term_to = models.PositiveSmallIntegerField(
        _("term to"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1930), MaxValueValidator(2200)],
        help_text=_("Example: 2030."),
    )
    member_count = models.PositiveIntegerField(
        _("members"), null=True, blank=True, help_text=_("A number, no names. Example: 48.")
    )

    parent_page_types = ["sections.OrganisationsPage"]
    override_translatable_fields = [*KEPT, *same_in_every_language("phone")]
    template = "pages/sections/organisation.html"
    base_form_class = InstitutionEntryForm

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("member_count")]),
        FieldRowPanel([FieldPanel("term_from"), FieldPanel("term_to")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        *DutiesMixin.duties_panels,
        InlinePanel(
            "heads",
            heading=_("Heads"),
            label=pgettext_lazy("organisation", "Head"),
            help_text=_(
                "Name, title, e-mail and assignment, and nothing more. Parents and pupils are named only where they agreed."
            ),
        ),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, *DutiesMixin.duties_search, index.FilterField("kind")]

    class Meta:
        verbose_name = pgettext_lazy("society", "organisation")
        verbose_name_plural = pgettext_lazy("society", "organisations")

    def clean(self):
        super().clean()
        if self.term_from and self.term_to and self.term_to < self.term_from:
            raise ValidationError({"term_to": _("A term cannot end before it begins.")})

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], "heads__photo")
        return super().get_context(request, *args, **kwargs) | {"heads": heads_shown(self)}


class OrganisationHead(AbstractHead):
    """Somebody at the head of an organisation. Whoever holds no public office, as a parent, is named with consent."""

    personal_data = PersonalData(
        fields=dict(HEAD_DATA.fields) | {"named_with_consent_on": HEAD_DATA.fields["name"]},
        purpose=HEAD_DATA.purpose,
        retention=HEAD_DATA.retention,
    )

    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="heads")
    named_with_consent_on = models.DateField(
        _("the person agreed to be named on"),
        null=True,
        blank=True,
        help_text=_("Asked for parents and pupils, who hold no public office. Example: 12/09/2026."),
    )

    panels = [*AbstractHead.panels, FieldPanel("named_with_consent_on")]

    class Meta(AbstractHead.Meta):
        abstract = False
        verbose_name = _("head of an organisation")
        verbose_name_plural = _("heads of organisations")

    def clean(self):
        super().clean()
        kind = self.page.kind if self.page_id or getattr(self, "page", None) else ""
        if kind in PRIVATE_KINDS and self.name and self.is_in_office() and not self.named_with_consent_on:
            text = _(
                "Parents and pupils hold no public office: state the day on which the person agreed to be named."
            )
            raise ValidationError({"named_with_consent_on": text})


PRIVATE_KINDS = frozenset({OrganisationKind.PARENTS, OrganisationKind.STUDENTS})
"""Organisations whose heads are no officials."""
