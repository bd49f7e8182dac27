"""What all sections share: an intro, a body, items in order, somebody who answers for it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db import models
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from common.blocks import TEXT_FEATURES, BodyBlock
from common.models import BasePage
from editorial.models import AuthoredMixin, ReviewedMixin
from sections import tree
from sections.lists import Listing
from sections.lists.downloads import answer
from sections.lists.listing import FORMATS, PRINT_LIMIT
from sections.presentation import page_pictures_read

PAGE_SIZE = 12


class SectionPage(ReviewedMixin, BasePage):
    """A page directly below the home page that a clause names. Each site has one of each type at the most (see
    ``sections.rules``), and its place is decided by the catalogue, not by the class."""

    intro = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    max_count_per_parent = 1
    subpage_types: list[str] = ["sections.InformationPage"]
    item_order: tuple[str, ...] = ("path",)
    template = "pages/sections/section.html"
    listing: Listing | None = None
    """The list of the section's entries, where it has filters, an order and downloads (``sections.lists``)."""

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        *ReviewedMixin.review_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        abstract = True

    @classmethod
    def clean_parent_page_models(cls):
        """Sections stand below home pages; which ones, the home page types say."""
        return tree.home_types()

    @classmethod
    def clean_subpage_models(cls):
        """The section's own entries, then what may stand in any section that has entries."""
        own = super().clean_subpage_models()
        return own and [*own, *(model for model in tree.entry_types() if model not in own)]

    @classmethod
    def can_exist_under(cls, parent):
        """Wagtail knows types only; of two authorities a clause may bind the one and not the other (W8.16)."""
        return super().can_exist_under(parent) and tree.belongs_below(cls, parent)

    def get_template(self, request, *args, **kwargs):
        """Wagtail gives each class a template of its own name, whether there is one or not: where there is none, a section
        is shown with the one that sections share."""
        shared = "pages/sections/list.html" if self.listing else SectionPage.template
        own = super().get_template(request, *args, **kwargs)
        return [own, shared] if own != SectionPage.template else [shared]

    def serve(self, request, *args, **kwargs):
        """The page, or its whole list as a download or for paper."""
        if self.listing is None:
            return super().serve(request, *args, **kwargs)
        if request.GET.get("format") in FORMATS:
            return answer(self.listing.read(self, request), request.GET["format"])
        if request.GET.get("print") == "1":
            return self.print_view(request)
        return super().serve(request, *args, **kwargs)

    def print_view(self, request):
        """The whole filtered list on one page without the frame of the site, at most PRINT_LIMIT rows."""
        shown = self.listing.read(self, request)
        context = super().get_context(request) | {"listing": shown, "rows_limit": PRINT_LIMIT}
        context["items"] = list(shown.queryset[: PRINT_LIMIT + 1])
        context["cut"] = len(context["items"]) > PRINT_LIMIT
        response = TemplateResponse(request, "pages/sections/list_print.html", context)
        response["X-Robots-Tag"] = "noindex"
        return response

    def items(self):
        """The published items of the section, in its order."""
        model = self.listing.model if self.listing else self.item_model()
        return (
            model.objects.child_of(self).live().order_by(*self.item_order)
            if model
            else self.get_children().none()
        )

    def others(self) -> list:
        """The published pages of types that may stand in any section, by their title; one query."""
        types = [model for model in tree.entry_types() if model is not self.item_model()]
        if not types or not self.numchild:
            return []
        return list(self.get_children().live().type(*types).order_by("title"))

    @classmethod
    def item_model(cls) -> type[BasePage] | None:
        """The type of the section's items: the first of its subpage types."""
        models_ = cls.clean_subpage_models()
        return models_[0] if models_ else None

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.listing is not None:
            context["listing"] = self.listing.read(self, request)
        size = self.listing.page_size if self.listing else PAGE_SIZE
        found = context["listing"].queryset if self.listing else self.filtered_items(request)
        paginator = Paginator(found, size)
        context["items"] = paginator.get_page(request.GET.get("page"))
        context["others"] = self.others() if context["items"].number == 1 else []
        page_pictures_read(self)
        return context

    def filtered_items(self, request):
        """The items that the reader asked for; sections with filters of their own narrow them here."""
        return self.listing.read(self, request).queryset if self.listing else self.items()


class ItemPage(AuthoredMixin, BasePage):
    """An entry of a section, with author and source (W7.3)."""

    date = models.DateField(_("date"), null=True, blank=True)
    summary = models.CharField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, shown in lists and feeds."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    subpage_types: list[str] = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("author_name"),
        index.FilterField("date"),
    ]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        page_pictures_read(self)
        return super().get_context(request, *args, **kwargs)

    @property
    def shown_on(self):
        """The date a reader sees: the one the author gave, else the day of publication."""
        if self.date or not self.first_published_at:
            return self.date
        return timezone.localdate(self.first_published_at)


class InformationPage(ItemPage):
    """An entry of any section that has no type of entry of its own yet."""

    personal_data = tree.AUTHOR_DATA

    template = "pages/sections/item.html"

    class Meta:
        verbose_name = pgettext_lazy("section", "entry")
        verbose_name_plural = _("entries")

    @classmethod
    def clean_parent_page_models(cls):
        """Any section that accepts it."""
        return [model for model in tree.section_types() if cls in model.clean_subpage_models()]
