"""Foreign-language and computer centres (W8.16)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.personal_data import DataClass, PersonalData
from editorial.models.sources import LinkField
from sections import tree
from sections.introduction.presentation import lines_of
from sections.models.base import BasePage, ItemPage
from sections.models.record_pages import RecordPage
from sections.models.record_sections import RecordSection, Register
from sections.registers.choices import CentreKind, CentreState
from sections.registers.facts import Fact
from sections.registers.forms import CentreForm
from sections.registers.listings import CENTRES
from sections.registers.states import SOON, CentreQuerySet, badge


class CentresPage(RecordSection):
    """Licensed foreign-language and computer centres (W8.16): a department's register."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.CentrePage", "sections.InformationPage"]
    registers = (Register("", _("Licensed centres"), CENTRES, feed="trung-tam"),)
    listing = CENTRES

    class Meta:
        verbose_name = _("language and computer centres")
        verbose_name_plural = _("language and computer centres")


class CentrePage(RecordPage):
    """One centre: what it teaches, on which licence, where, who heads it, and where one complains."""

    personal_data = PersonalData(
        fields={**tree.AUTHOR_DATA.fields, "head_name": DataClass.PERSONAL},
        purpose=_(
            "To name the author, and who answers for a licensed centre (circular 37/2020, article 8.16)."
        ),
        retention=tree.AUTHOR_DATA.retention,
    )

    kind = models.CharField(
        pgettext_lazy("centre", "kind"),
        max_length=10,
        choices=CentreKind.choices,
        default=CentreKind.LANGUAGE,
    )
    licence_number = models.CharField(
        _("number of the licence"), max_length=80, help_text=_("Example: 318/QĐ-SGDĐT.")
    )
    licence_on = models.DateField(_("licensed on"), help_text=_("Example: 14/08/2024."))
    licence_issuer = models.CharField(
        _("licence issued by"),
        max_length=200,
        help_text=_("Example: Department of Education and Training of Hòa Sơn."),
    )
    valid_until = models.DateField(
        _("licence valid until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day. Half a year before, the site says that it expires soon. Example: 13/08/2029."
        ),
    )
    suspended_from = models.DateField(
        _("suspended from"), null=True, blank=True, help_text=_("Only where teaching was suspended.")
    )
    suspended_until = models.DateField(
        _("suspended until"),
        null=True,
        blank=True,
        help_text=_("The last day. Left empty: until further notice."),
    )
    closed_on = models.DateField(
        _("dissolved or licence withdrawn on"), null=True, blank=True, help_text=_("Example: 01/07/2026.")
    )
    address = models.CharField(_("address"), max_length=250, help_text=_("Example: 24 Cầu Đất street."))
    commune = models.CharField(
        _("commune or ward"), max_length=100, blank=True, help_text=_("Example: Đông Hòa ward.")
    )
    programmes = models.TextField(
        _("programmes"), help_text=_("One in each line. Example: English for children, levels A1 to B1.")
    )
    head_name = models.CharField(
        _("head of the centre"),
        max_length=120,
        blank=True,
        help_text=_("Full name and nothing more. Example: Lò Thị Thanh."),
    )
    head_title = models.CharField(
        _("title of the head"), max_length=120, blank=True, help_text=_("Example: Director.")
    )
    phone = models.CharField(
        _("telephone"), max_length=100, blank=True, help_text=_("Of the centre. Example: 0299 3822 105.")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Of the centre. Example: vanphong@ttnn.example.")
    )
    website = LinkField(_("website"), blank=True, help_text=_("Example: https://ttnn.example/."))
    complaints = models.CharField(
        _("complaints about the centre to"),
        max_length=250,
        blank=True,
        help_text=_(
            "Office with telephone or e-mail. Left empty: the address for complaints of this site is shown."
        ),
    )

    parent_page_types = ["sections.CentresPage"]
    template = "pages/sections/centre.html"
    base_form_class = CentreForm

    objects = PageManager.from_queryset(CentreQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("commune")]),
        FieldPanel("address"),
        FieldPanel("programmes"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("licence_number"), FieldPanel("licence_on")]),
                FieldRowPanel([FieldPanel("licence_issuer"), FieldPanel("valid_until")]),
                FieldRowPanel(
                    [FieldPanel("suspended_from"), FieldPanel("suspended_until"), FieldPanel("closed_on")]
                ),
            ],
            heading=_("Licence"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("head_name"), FieldPanel("head_title")]),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")]),
                FieldPanel("complaints"),
            ],
            heading=_("Head and contact"),
        ),
        *RecordPage.text_panels,
    ]
    override_translatable_fields = [
        SynchronizedField(name) for name in ("licence_number", "head_name", "phone", "email", "website")
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("programmes"),
        index.SearchField("address"),
        index.SearchField("licence_number"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("licensed", "centre")
        verbose_name_plural = pgettext_lazy("licensed", "centres")

    def clean(self):
        super().clean()
        names = ("licence_on", "valid_until", "suspended_from", "suspended_until", "closed_on", "head_name")
        if faults := self.faults({name: getattr(self, name) for name in names}):
            raise ValidationError(faults)

    @staticmethod
    def faults(values: dict) -> dict:
        """What does not fit together, by field."""
        found = {}
        licensed = values.get("licence_on")
        for name in ("valid_until", "closed_on"):
            if licensed and values.get(name) and values[name] < licensed:
                found[name] = _("This cannot be before the day of the licence.")
        first, last = values.get("suspended_from"), values.get("suspended_until")
        if last and not first:
            found["suspended_from"] = _("Say from which day teaching is suspended.")
        elif first and last and last < first:
            found["suspended_until"] = _("It cannot end before it begins.")
        if any(letter.isdigit() for letter in values.get("head_name") or ""):
            found["head_name"] = _("A name has no figures: no birth date and no telephone belong here.")
        return found

    def state(self, now: datetime | None = None) -> CentreState:
        on = timezone.localdate(now)
        if self.closed_on and self.closed_on <= on:
            return CentreState.CLOSED
        has_resumed = self.suspended_until and self.suspended_until < on
        if self.suspended_from and self.suspended_from <= on and not has_resumed:
            return CentreState.SUSPENDED
        if self.valid_until and self.valid_until < on:
            return CentreState.EXPIRED
        return (
            CentreState.EXPIRING if self.valid_until and self.valid_until - SOON <= on else CentreState.ACTIVE
        )

    def facts(self) -> list[Fact]:
        head = ", ".join(part for part in (self.head_name, self.head_title) if part)
        place = ", ".join(part for part in (self.address, self.commune) if part)
        return [
            Fact(pgettext_lazy("centre", "Kind"), self.get_kind_display()),
            Fact(pgettext_lazy("record", "State"), badge(self.state()), "badge"),
            Fact(_("Address"), place),
            Fact(_("Programmes"), lines_of(self.programmes), "lines"),
            Fact(_("Number of the licence"), self.licence_number),
            Fact(_("Licensed on"), self.licence_on, "day"),
            Fact(_("Licence issued by"), self.licence_issuer),
            Fact(_("Licence valid until"), self.valid_until, "day"),
            Fact(_("Suspended from"), self.suspended_from, "day"),
            Fact(_("Suspended until"), self.suspended_until, "day"),
            Fact(_("Dissolved or licence withdrawn on"), self.closed_on, "day"),
            Fact(_("Head of the centre"), head),
            Fact(_("Telephone"), self.phone),
            Fact(pgettext_lazy("label", "E-mail"), self.email, "mail"),
            Fact(_("Website"), self.website, "link"),
        ]
