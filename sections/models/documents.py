"""Documents (W8.3, W9.3)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from common.personal_data import DataClass, PersonalData
from common.translated import KEPT, same_in_every_language
from editorial.choices import ReuseTerms
from editorial.models import AuthoredMixin
from sections import tree
from sections.documents.choices import CHANGING, DocumentStatus, RelationKind
from sections.documents.forms import DocumentForm
from sections.documents.queries import DocumentQuerySet, RelationQuerySet
from sections.documents.rows import quick_facts, status_badge, with_file_texts
from sections.documents.symbols import clean_symbol, clean_type, holds_year, type_of
from sections.lists import Choice, Column, Days, Listing, Words, Year
from sections.models.base import BasePage, ItemPage, SectionPage
from sections.presentation import file_entries

TEXT_IN_INDEX = 200_000
"""Letters of the texts of a document's files that the search index takes."""
TEXT_ON_PAGE = 60_000
"""Letters of the text of a file that its page shows."""


class DocumentIndexPage(SectionPage):
    """Documents with number and symbol, the newest first; found by words, also of their files, and by each of their facts."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.DocumentPage"]
    item_order = ("-issued_on", "-path")
    template = "pages/sections/list.html"
    listing = Listing(
        item="sections.DocumentPage",
        columns=(
            Column("number", _("Number and symbol"), kind="symbol", sortable=True),
            Column("title", pgettext_lazy("document", "Title"), kind="title", sortable=True),
            Column("document_type", pgettext_lazy("document", "Type"), sortable=True),
            Column("field", pgettext_lazy("document", "Field"), hidden=True),
            Column("issuer", _("Issued by"), hidden=True),
            Column("signer_name", _("Signed by (name)"), hidden=True),
            Column("signer_title", _("Signed by (title)"), hidden=True),
            Column("issued_on", _("Date of issue"), kind="date", sortable=True),
            Column("effective_on", _("Effective from"), kind="date", sortable=True, hidden=True),
            Column("expires_on", _("No longer effective from"), kind="date", hidden=True),
            Column(
                "status",
                pgettext_lazy("document", "Status"),
                kind="badge",
                read=lambda page: status_badge(page),
            ),
            Column("summary", _("Summary"), hidden=True),
            Column("files", _("Files"), kind="files", read=file_entries),
        ),
        filters=(
            Words("q", _("Words or number"), apply=lambda items, text: with_file_texts(items, text)),
            Choice("type", pgettext_lazy("document", "Type"), field="document_type"),
            Choice("field", pgettext_lazy("document", "Field"), field="field"),
            Choice("issuer", _("Issued by"), field="issuer"),
            Choice(
                "status",
                pgettext_lazy("document", "Status"),
                choices=DocumentStatus,
                apply=lambda items, status: items.in_status(status, on=timezone.localdate()),
            ),
            Year("year", _("Year of issue"), field="issued_on"),
            Words("signer", _("Signed by"), fields=("signer_name", "signer_title")),
            Days("issued", _("Date of issue"), field="issued_on"),
            Days("effective", _("Effective from"), field="effective_on"),
        ),
        default_order=("-issued_on", "-path"),
        download_name="van-ban",
        prefetch=("files__file",),
        complete=lambda pages: DocumentRelation.objects.read_onto(pages, on=timezone.localdate()),
        details=quick_facts,
        terms=ReuseTerms.STATE_TEXT,
        empty_text=_("No document was found."),
        main_filters=3,
    )

    class Meta:
        verbose_name = pgettext_lazy("legal", "documents")
        verbose_name_plural = pgettext_lazy("legal", "documents")


class DocumentPage(ItemPage):
    """One document with its files, as article 8 of decree 30/2020/NĐ-CP lays a document out. Whether it holds is computed from
    its dates and from what other documents of the section do to it."""

    personal_data = PersonalData(
        fields={**tree.AUTHOR_DATA.fields, "signer_name": DataClass.PERSONAL},
        purpose=_(
            "To name the author (circular 37/2020, article 7.3) and who signed the document (article 8.1)."
        ),
        retention=tree.AUTHOR_DATA.retention,
    )

    number = models.CharField(
        _("number and symbol"), max_length=80, help_text=_("For example 1234/SGDĐT-GDTrH.")
    )
    document_type = models.CharField(
        _("type"),
        max_length=60,
        blank=True,
        help_text=_(
            "For example Công văn, Quyết định. Left empty: as the number and symbol says (QĐ: Quyết định)."
        ),
    )
    field = models.CharField(
        pgettext_lazy("document", "field"),
        max_length=80,
        blank=True,
        help_text=_("What it is about, for example Tuyển sinh. Fields that were used before are offered."),
    )
    issuer = models.CharField(_("issuer"), max_length=200, help_text=_("For example Bộ Giáo dục và Đào tạo."))
    signer_name = models.CharField(
        _("signed by (name)"), max_length=120, blank=True, help_text=_("For example Nguyễn Văn A.")
    )
    signer_title = models.CharField(
        _("signed by (title)"),
        max_length=120,
        blank=True,
        help_text=_("For example KT. Giám đốc, Phó Giám đốc."),
    )
    issued_on = models.DateField(_("issued on"), help_text=_("The day in its head, for example 05/09/2025."))
    effective_on = models.DateField(
        _("effective from"),
        null=True,
        blank=True,
        help_text=_("For example 20/10/2025. Left empty: from the day of issue."),
    )
    expires_on = models.DateField(
        _("no longer effective from"),
        null=True,
        blank=True,
        help_text=_(
            "Only where the document itself names a day, for example 31/12/2026. What another document replaces or "
            "repeals is entered there."
        ),
    )

    parent_page_types = ["sections.DocumentIndexPage"]
    override_translatable_fields = [*KEPT, *same_in_every_language("number", "signer_name")]
    template = "pages/sections/document.html"
    base_form_class = DocumentForm

    objects = PageManager.from_queryset(DocumentQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number"), FieldPanel("document_type"), FieldPanel("field")]),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("signer_name"), FieldPanel("signer_title")]),
        FieldRowPanel([FieldPanel("issued_on"), FieldPanel("effective_on"), FieldPanel("expires_on")]),
        FieldPanel("summary"),
        InlinePanel("files", heading=_("Files"), label=_("File")),
        InlinePanel(
            "relations",
            heading=_("What this document does to others"),
            label=_("Other document"),
            help_text=_(
                "For example: replaces decision 12/QĐ-SGDĐT of 05/01/2024. The status of the other follows."
            ),
        ),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("number", boost=2),
        index.SearchField("document_type"),
        index.SearchField("field"),
        index.SearchField("issuer"),
        index.SearchField("signer_name"),
        index.SearchField("files_text"),
        index.FilterField("issued_on"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("legal", "document")
        verbose_name_plural = pgettext_lazy("legal", "documents")

    def get_context(self, request, *args, **kwargs):
        prefetch_related_objects([self], "files__file__text_of_file")
        context = super().get_context(request, *args, **kwargs)
        DocumentRelation.objects.read_onto([self], on=timezone.localdate())
        context["links"] = DocumentRelation.objects.links_of(self)
        context["texts"] = [
            {"title": file.title, "text": file.text_of_file.text[:TEXT_ON_PAGE]}
            for file in (entry.file for entry in self.files.all())
            if getattr(file, "text_of_file", None) is not None and file.text_of_file.text
        ]
        return context

    def full_clean(self, *args, **kwargs):
        self.number = clean_symbol(self.number)
        self.document_type = clean_type(self.document_type) or type_of(self.number)
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.number and not self.document_type:
            raise ValidationError({"document_type": _("The number does not show the type: name it.")})
        if self.issued_on and self.expires_on and self.expires_on < (self.effective_on or self.issued_on):
            raise ValidationError({"expires_on": _("A document cannot end before it begins.")})

    @property
    def shown_on(self):
        return self.issued_on

    @property
    def begins_on(self) -> date:
        return self.effective_on or self.issued_on

    @classmethod
    def get_indexed_objects(cls):
        return super().get_indexed_objects().prefetch_related("files__file__text_of_file")

    def files_text(self) -> str:
        """What stands in the files, for the search index."""
        texts = (getattr(entry.file, "text_of_file", None) for entry in self.files.all())
        return "\n".join(found.text for found in texts if found is not None)[:TEXT_IN_INDEX]


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


class DocumentRelation(Orderable):
    """What a document does to another, which stands in the same section or is named by its number and symbol alone."""

    personal_data = PersonalData.none()

    page = ParentalKey(DocumentPage, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(
        _("this document"), max_length=8, choices=RelationKind.choices, default=RelationKind.REPLACES
    )
    target = models.ForeignKey(
        DocumentPage,
        verbose_name=_("document of this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose it, or name it beside."),
    )
    target_number = models.CharField(
        _("or its number and symbol"),
        max_length=80,
        blank=True,
        db_index=True,
        help_text=_("For example 36/2017/TT-BGDĐT."),
    )
    target_issued_on = models.DateField(
        _("issued on"),
        null=True,
        blank=True,
        help_text=_("For example 05/01/2024; needed where the number has no year."),
    )
    is_partial = models.BooleanField(
        _("in part"), default=False, help_text=_("Only some of its articles are replaced or repealed.")
    )
    extent = models.CharField(
        _("which parts"), max_length=200, blank=True, help_text=_("For example khoản 2 Điều 5, Điều 7.")
    )
    from_on = models.DateField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("Left empty: from the day on which this document takes effect."),
    )

    objects = models.Manager.from_queryset(RelationQuerySet)()

    panels = [
        FieldPanel("kind"),
        PageChooserPanel("target", "sections.DocumentPage"),
        FieldRowPanel([FieldPanel("target_number"), FieldPanel("target_issued_on")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("is_partial"), FieldPanel("extent"), FieldPanel("from_on")])]
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("relation of documents")
        verbose_name_plural = _("relations of documents")

    def clean(self):
        super().clean()
        self.target_number = clean_symbol(self.target_number)
        if self.target is not None:
            self.target_number, self.target_issued_on = self.target.number, self.target.issued_on
            if self.target_id == self.page_id:
                raise ValidationError({"target": _("A document has no relation to itself.")})
        if not self.target_number:
            raise ValidationError({"target_number": _("Choose a document or write its number and symbol.")})
        if self.kind in CHANGING and not (self.target_issued_on or holds_year(self.target_number)):
            raise ValidationError(
                {"target_issued_on": _("Such numbers begin anew each year: write the day of issue as well.")}
            )
