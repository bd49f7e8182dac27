"""Press notices, interviews and official statements (W10.4)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from common.personal_data import DataClass, PersonalData
from editorial.models import AuthoredMixin
from editorial.models.sources import LinkField
from sections import tree
from sections.models.base import BasePage, InformationPage, ItemPage, SectionPage
from sections.page_forms import ItemPageForm


class PressKind(models.TextChoices):
    NOTICE = "notice", _("Press notice")
    INTERVIEW = "interview", _("Interview")
    STATEMENT = "statement", _("Official statement")


FEED_PARTS = {
    PressKind.NOTICE: "thong-cao",
    PressKind.INTERVIEW: "phong-van",
    PressKind.STATEMENT: "tuyen-bo",
}


class PressPage(SectionPage):
    """Press notices, interviews and official statements (W10.4)."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.PressItemPage", "sections.InformationPage"]
    item_order = ("-date", "-first_published_at", "-path")
    template = "pages/sections/press_index.html"

    class Meta:
        verbose_name = _("press")
        verbose_name_plural = _("press")

    def filtered_items(self, request):
        kind = request.GET.get("kind", "")
        return self.items().filter(kind=kind) if kind in PressKind.values else self.items()

    def others(self):
        """Entries from before the section had types of its own stay among the others."""
        found = super().others()
        known = {page.pk for page in found}
        older = InformationPage.objects.child_of(self).live().order_by("-date", "title")
        return found + [page for page in older if page.pk not in known]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        kind = request.GET.get("kind", "")
        context["kinds"] = PressKind.choices
        context["kind"] = kind if kind in PressKind.values else ""
        part = FEED_PARTS.get(context["kind"], "bao-chi")
        context["feed"] = reverse("news_part_feed", args=[part, "rss"])
        return context


class PressItemPage(ItemPage):
    """What an institution says to the press, or said in it."""

    personal_data = PersonalData(
        fields={**tree.AUTHOR_DATA.fields, "speaker": DataClass.PERSONAL, "contact": DataClass.PERSONAL},
        purpose=_("To name the author, and who speaks to the press for the institution."),
        retention=tree.AUTHOR_DATA.retention,
    )

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=PressKind.choices,
        default=PressKind.NOTICE,
        help_text=_(
            "An official statement answers a question of public concern, for example rumours about an examination."
        ),
    )
    speaker = models.CharField(
        _("who speaks"),
        max_length=160,
        blank=True,
        help_text=_("Name as signed, for example “Nguyễn Thị Hoà”."),
    )
    speaker_title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("For example “Giám đốc Sở”.")
    )
    outlet = models.CharField(
        _("newspaper or broadcaster"),
        max_length=160,
        blank=True,
        help_text=_("For an interview, for example “Báo Hoa Sơn”."),
    )
    outlet_url = LinkField(
        _("link to the interview"), blank=True, help_text=_("For example https://baohoason.vn/phong-van.")
    )
    contact = models.CharField(
        _("contact for the press"),
        max_length=200,
        blank=True,
        help_text=_("Office, e-mail and telephone of the institution, for example “Văn phòng, bao-chi@…”."),
    )

    base_form_class = ItemPageForm
    parent_page_types = ["sections.PressPage"]
    template = "pages/sections/press_item.html"

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("speaker"), FieldPanel("speaker_title")]),
                FieldRowPanel([FieldPanel("outlet"), FieldPanel("outlet_url")]),
                FieldPanel("contact"),
            ],
            heading=_("Who speaks, where, and whom the press asks"),
        ),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.FilterField("kind"),
        index.SearchField("speaker"),
        index.SearchField("outlet"),
    ]

    class Meta:
        verbose_name = _("entry for the press")
        verbose_name_plural = _("entries for the press")
