"""Online services (W8.4a, W8.4b): what is offered online, procedures and other services alike."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from common.choice_sets import ChoiceSetField
from common.models import site_path
from editorial.models import AuthoredMixin
from network.selectors import in_tree
from sections import tree
from sections.models.base import BasePage, InformationPage, ItemPage, SectionPage
from sections.models.procedures import ProcedurePage
from sections.procedures.blocks import STEPS
from sections.procedures.choices import Audience, OnlineLevel
from sections.procedures.querysets import shown_until


class OnlineServicesPage(SectionPage):
    """Provision of online public services and the list of them (W8.4a, W8.4b): made from the procedures that go online and
    from the services that are none."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.ServicePage", "sections.InformationPage"]
    item_order = ("title", "path")
    template = "pages/sections/procedures/services.html"

    class Meta:
        verbose_name = _("online services")
        verbose_name_plural = _("online services")

    def get_context(self, request, *args, **kwargs):
        """The list itself is read by the template; entries of before stay below it."""
        context = super().get_context(request, *args, **kwargs)
        notes = InformationPage.objects.child_of(self).live().order_by("-date", "path")
        context["notes"] = list(notes.defer("body"))
        shown_until(request, ProcedurePage.objects.filter(**in_tree(Page(path=site_path(self.path)))).live())
        return context

    def items(self):
        """Without texts that only the page of a service shows."""
        return super().items().defer("body", "steps")


class ServicePage(ItemPage):
    """An online service that is no administrative procedure, such as a look-up or a registration (W8.4b)."""

    personal_data = tree.AUTHOR_DATA

    online_url = models.URLField(
        _("link to the service"),
        max_length=500,
        blank=True,
        help_text=_("Where it is used. For example: https://tracuu.example.edu.vn/"),
    )
    online_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("or a page of this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For example: the page of the admission campaign."),
    )
    online_level = models.CharField(
        pgettext_lazy("online service", "level"),
        max_length=12,
        choices=OnlineLevel.choices,
        default=OnlineLevel.FULL,
        help_text=_("Full: nobody has to come to the office."),
    )
    field = models.CharField(
        pgettext_lazy("subject", "field"), max_length=200, blank=True, help_text=_("For example: Admission.")
    )
    audiences = ChoiceSetField(
        pgettext_lazy("procedure", "for whom"),
        choice_class=Audience,
        blank=True,
        help_text=_("For example: pupils and their parents."),
    )
    unit = models.CharField(
        _("unit in charge"), max_length=200, blank=True, help_text=_("For example: Phòng Khảo thí.")
    )
    contact = models.CharField(
        _("help"),
        max_length=200,
        blank=True,
        help_text=_("Telephone or e-mail of the office. For example: 0200 000 081."),
    )
    steps = StreamField(STEPS, verbose_name=_("how to use it"), blank=True)

    parent_page_types = ["sections.OnlineServicesPage"]
    template = "pages/sections/procedures/service.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("online_level"), FieldPanel("field")]),
                FieldPanel("online_url"),
                FieldPanel("online_page"),
            ],
            heading=_("Where it is used"),
        ),
        FieldPanel("audiences"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("contact")]),
        FieldPanel("steps"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.SearchField("field"), index.SearchField("steps")]

    class Meta:
        verbose_name = _("online service")
        verbose_name_plural = _("online services")

    def clean(self):
        super().clean()
        if self.online_url and self.online_page_id:
            raise ValidationError({"online_page": _("Give either a link or a page, not both.")})
