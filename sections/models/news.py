"""News and notices (W8.2, W9.2)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.search import index

from editorial.models import AuthoredMixin
from sections import tree
from sections.models.base import BasePage, ItemPage, SectionPage
from sections.presentation import with_pictures


class ArticleKind(models.TextChoices):
    NEWS = "news", _("News")
    NOTICE = "notice", pgettext_lazy("kind of article", "Notice")


class NewsIndexPage(SectionPage):
    """News and notices, the newest first."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.ArticlePage"]
    item_order = ("-date", "-first_published_at", "-path")
    template = "pages/sections/news_index.html"

    class Meta:
        verbose_name = _("news and notices")
        verbose_name_plural = _("news and notices")

    def filtered_items(self, request):
        items = with_pictures(self.items())
        kind = request.GET.get("kind", "")
        return items.filter(kind=kind) if kind in ArticleKind.values else items

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["kinds"] = ArticleKind.choices
        context["kind"] = request.GET.get("kind", "")
        return context


class ArticlePage(ItemPage):
    """An article or a notice."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(_("kind"), max_length=8, choices=ArticleKind.choices, default=ArticleKind.NEWS)
    topic = models.CharField(_("topic"), max_length=80, blank=True)
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("description of the picture"),
        max_length=250,
        blank=True,
        help_text=_("For readers who cannot see it. Left empty: the picture's own description."),
    )
    image_decorative = models.BooleanField(
        _("decorative picture"),
        default=False,
        help_text=_("It says nothing that the text does not say; screen readers pass over it."),
    )

    parent_page_types = ["sections.NewsIndexPage"]
    template = "pages/sections/article.html"

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date"), FieldPanel("topic")]),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_decorative")],
            heading=_("Picture"),
        ),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.FilterField("kind"), index.SearchField("topic")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
