"""Feeds of each site (W12.5): RSS 2.0, Atom and JSON Feed of news and notices, with author and source (W7.3)."""

from __future__ import annotations

import json

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.frame import Frame, frame_for
from network.selectors import institution_for_request
from sections.models import ArticlePage

LENGTH = 20


class SourceRss(Rss201rev2Feed):
    """RSS with the Dublin Core element for the source that W7.3 asks for."""

    def root_attributes(self):
        return super().root_attributes() | {"xmlns:dcterms": "http://purl.org/dc/terms/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item.get("source_name"):
            handler.addQuickElement("dcterms:source", item["source_name"])


class NewsFeed(Feed):
    """News and notices of the site of the request, in the language of the address."""

    feed_type = SourceRss

    def __call__(self, request, *args, **kwargs):
        self.request = request
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest) -> Frame:
        institution = institution_for_request(request)
        if institution is None:
            raise Http404
        return frame_for(request, institution)

    def title(self, frame: Frame) -> str:
        return _("%(name)s – News") % {"name": frame.institution.local_name}

    def description(self, frame: Frame) -> str:
        return _("News and notices of %(name)s") % {"name": frame.institution.local_name}

    def link(self, frame: Frame) -> str:
        return frame.origin + frame.home_url

    def feed_url(self, frame: Frame) -> str:
        return frame.canonical_url

    def items(self, frame: Frame):
        articles = ArticlePage.objects.filter(path__startswith=frame.home.path, live=True)
        return articles.order_by("-date", "-first_published_at")[:LENGTH]

    def item_title(self, item: ArticlePage) -> str:
        return item.title

    def item_description(self, item: ArticlePage) -> str:
        return item.summary

    def item_link(self, item: ArticlePage) -> str:
        return item.get_full_url(self.request)

    def item_author_name(self, item: ArticlePage) -> str:
        return item.author_name

    def item_pubdate(self, item: ArticlePage):
        return localtime(item.first_published_at) if item.first_published_at else None

    def item_updateddate(self, item: ArticlePage):
        return localtime(item.last_published_at) if item.last_published_at else None

    def item_categories(self, item: ArticlePage):
        return [name for name in (item.get_kind_display(), item.topic) if name]

    def item_copyright(self, item: ArticlePage) -> str:
        return str(item.get_reuse_terms_display())

    def item_extra_kwargs(self, item: ArticlePage) -> dict[str, str]:
        return {"source_name": item.source_name}


class NewsAtomFeed(NewsFeed):
    feed_type = Atom1Feed

    def subtitle(self, frame: Frame) -> str:
        return self.description(frame)


rss, atom = NewsFeed(), NewsAtomFeed()


@require_safe
def json_feed(request: HttpRequest) -> HttpResponse:
    """JSON Feed 1.1."""
    feed = NewsFeed()
    feed.request = request
    frame = feed.get_object(request)
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title(frame),
        "home_page_url": feed.link(frame),
        "feed_url": frame.canonical_url,
        "language": frame.home_language,
        "items": [_json_item(feed, article) for article in feed.items(frame)],
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False), content_type="application/feed+json; charset=utf-8"
    )


def _json_item(feed: NewsFeed, article: ArticlePage) -> dict:
    published = feed.item_pubdate(article)
    return {
        "id": feed.item_link(article),
        "url": feed.item_link(article),
        "title": article.title,
        "summary": article.summary,
        "content_text": article.summary,
        "date_published": published.isoformat() if published else None,
        "authors": [{"name": article.author_name}],
        "tags": [str(name) for name in feed.item_categories(article)],
        "_source": {"name": article.source_name, "url": article.source_url},
    }


@require_safe
def news_feed(request: HttpRequest, kind: str) -> HttpResponse:
    views = {"rss": rss, "atom": atom, "json": json_feed}
    if kind not in views:
        raise Http404
    return views[kind](request)
