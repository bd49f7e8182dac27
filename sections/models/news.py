"""News and notices (W8.2, W9.2)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string
from wagtail.models import Orderable
from wagtail.search import index

from common.personal_data import PersonalData
from common.text import clean_line, fold, slug
from editorial.models import AuthoredMixin
from sections import tree
from sections.models.base import BasePage, ItemPage, SectionPage
from sections.page_forms import ArticlePageForm, TopicInput
from sections.presentation import with_covers, with_pictures


class ArticleKind(models.TextChoices):
    NEWS = "news", _("News")
    NOTICE = "notice", pgettext_lazy("kind of article", "Notice")


class NewsView(models.TextChoices):
    """What the section shows one at a time, beside everything."""

    NEWS = "news", _("News")
    NOTICE = "notice", pgettext_lazy("kind of article", "Notices")
    ALBUM = "album", _("Photo albums")
    ALERT = "alert", _("Announcements on every page")


FEED_PARTS = {
    NewsView.NEWS: "tin",
    NewsView.NOTICE: "thong-bao",
    NewsView.ALBUM: "hinh-anh",
    NewsView.ALERT: "canh-bao",
}
"""What the section shows → the part of the address of its feed (``home.feeds``)."""


class NewsIndexPage(SectionPage):
    """News and notices, the newest first; photo albums and what was announced on every page."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.ArticlePage", "sections.AlbumPage", "sections.AlertPage"]
    item_order = ("-date", "-first_published_at", "-path")
    template = "pages/sections/news_index.html"

    class Meta:
        verbose_name = _("news and notices")
        verbose_name_plural = _("news and notices")

    def filtered_items(self, request):
        """`kind` is one of `NewsView`, `topic` the address form of a topic; what is unknown is ignored."""
        view = self.view_of(request)
        if view in (NewsView.ALBUM, NewsView.ALERT):
            types = {model.__name__: model for model in type(self).clean_subpage_models()}
            model = types["AlbumPage" if view == NewsView.ALBUM else "AlertPage"]
            found = model.objects.child_of(self).live().order_by(*self.item_order)
            return with_covers(found) if view == NewsView.ALBUM else found
        items = with_pictures(self.items())
        if view:
            items = items.filter(kind=view)
        names = [name for name, address in self.topics() if address == request.GET.get("topic", "")]
        return items.filter(topic__in=names) if names else items

    def view_of(self, request) -> str:
        view = request.GET.get("kind", "")
        return view if view in NewsView.values else ""

    def topics(self) -> list[tuple[str, str]]:
        """The topics of the published articles with their address forms, the most used first; one query, kept."""
        if not hasattr(self, "_topics"):
            found = ArticlePage.objects.child_of(self).live().exclude(topic="").order_by()
            rows = found.values_list("topic").annotate(number=models.Count("pk")).order_by("-number", "topic")
            self._topics = [(name, slug(name, fallback="khac")) for name, _number in rows]
        return self._topics

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["kinds"] = NewsView.choices
        context["kind"] = self.view_of(request)
        context["topics"] = [] if context["kind"] in (NewsView.ALBUM, NewsView.ALERT) else self.topics()
        context["topic"] = request.GET.get("topic", "")
        part = FEED_PARTS.get(context["kind"])
        context["feed"] = reverse("news_part_feed", args=[part, "rss"]) if part else ""
        return context


class ArticlePage(ItemPage):
    """An article or a notice. One that was taken over from another board keeps whose it is (`taken_from`)."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=ArticleKind.choices,
        default=ArticleKind.NEWS,
        help_text=_(
            "A notice tells readers to do or to know something by a day, for example “Lịch nghỉ Tết”."
        ),
    )
    topic = models.CharField(
        _("topic"),
        max_length=80,
        blank=True,
        help_text=_("Choose one that the site has or write a new one, for example “Chuyển đổi số”."),
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose one or upload a new one, for example a photo of the ceremony."),
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
    taken_from = models.ForeignKey(
        "sections.OfferAnswer",
        verbose_name=_("taken over from"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="articles",
    )

    base_form_class = ArticlePageForm
    parent_page_types = ["sections.NewsIndexPage"]
    template = "pages/sections/article.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_decorative")],
            heading=_("Picture"),
        ),
        FieldPanel("body"),
        MultipleChooserPanel(
            "files", chooser_field_name="file", heading=_("Files to download"), label=_("File")
        ),
        FieldRowPanel(
            [FieldPanel("kind"), FieldPanel("topic", widget=TopicInput), FieldPanel("date")],
            heading=_("Kind, topic and date"),
        ),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.FilterField("kind"), index.SearchField("topic")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def clean(self):
        super().clean()
        self.topic = known_topic(self)


class ArticleFile(Orderable):
    """A file that belongs to an article: an annex, a form, a programme."""

    personal_data = PersonalData.none()

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of an article")
        verbose_name_plural = _("files of an article")


def known_topic(article: ArticlePage) -> str:
    """The topic as the site writes it already, where it differs in capitals, diacritics or spaces only; one query."""
    topic = clean_line(article.topic)
    parent = article.path[: -article.steplen] if article.path else ""
    if not topic or not parent:
        return topic
    siblings = ArticlePage.objects.filter(path__gt=parent, path__lt=ArticlePage(path=parent)._inc_path())
    names = siblings.exclude(topic="").exclude(pk=article.pk).values_list("topic", flat=True).distinct()
    return next((name for name in names if fold(name) == fold(topic)), topic)
