"""Documents (W8.3, W9.3)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable
from wagtail.search import index

from common.personal_data import PersonalData
from editorial.models import AuthoredMixin
from sections import tree
from sections.models.base import BasePage, ItemPage, SectionPage


class DocumentIndexPage(SectionPage):
    """Documents with number and symbol, the newest first; searched by words and filtered by type and year."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.DocumentPage"]
    item_order = ("-issued_on", "-path")
    template = "pages/sections/document_index.html"

    class Meta:
        verbose_name = pgettext_lazy("legal", "documents")
        verbose_name_plural = pgettext_lazy("legal", "documents")

    def filtered_items(self, request):
        found = self.items().prefetch_related("files__file")
        words, kind, year = (request.GET.get(name, "").strip() for name in ("q", "type", "year"))
        if words:
            found = found.filter(
                Q(title__icontains=words) | Q(number__icontains=words) | Q(summary__icontains=words)
            )
        if kind:
            found = found.filter(document_type=kind)
        if year.isdecimal() and len(year) == 4:
            found = found.filter(issued_on__year=int(year))
        return found

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        documents = DocumentPage.objects.child_of(self).live().order_by()
        context["types"] = (
            documents.values_list("document_type", flat=True).distinct().order_by("document_type")
        )
        context["years"] = [day.year for day in documents.dates("issued_on", "year", order="DESC")]
        context["filters"] = {name: request.GET.get(name, "") for name in ("q", "type", "year")}
        return context


class DocumentPage(ItemPage):
    """One document with its files."""

    personal_data = tree.AUTHOR_DATA

    number = models.CharField(
        _("number and symbol"), max_length=80, help_text=_("For example 1234/SGDĐT-GDTrH.")
    )
    document_type = models.CharField(
        _("type"), max_length=60, help_text=_("For example Công văn, Quyết định.")
    )
    field = models.CharField(_("field"), max_length=80, blank=True)
    issuer = models.CharField(_("issuer"), max_length=200)
    signer_title = models.CharField(_("signed by (title)"), max_length=120, blank=True)
    issued_on = models.DateField(_("issued on"))
    effective_on = models.DateField(_("effective from"), null=True, blank=True)
    expires_on = models.DateField(_("no longer effective from"), null=True, blank=True)

    parent_page_types = ["sections.DocumentIndexPage"]
    template = "pages/sections/document.html"

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number"), FieldPanel("document_type"), FieldPanel("field")]),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("signer_title")]),
        FieldRowPanel([FieldPanel("issued_on"), FieldPanel("effective_on"), FieldPanel("expires_on")]),
        FieldPanel("summary"),
        InlinePanel("files", heading=_("Files"), label=_("File")),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("number", boost=2),
        index.SearchField("document_type"),
        index.SearchField("issuer"),
        index.FilterField("issued_on"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("legal", "document")
        verbose_name_plural = pgettext_lazy("legal", "documents")

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], "files__file")
        return super().get_context(request, *args, **kwargs)

    @property
    def shown_on(self):
        return self.issued_on


class DocumentFile(Orderable):
    """A file of a document."""

    personal_data = PersonalData.none()

    page = ParentalKey(DocumentPage, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of a document")
