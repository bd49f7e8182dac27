"""Feeds of each site (W12.5): RSS 2.0, Atom and JSON Feed of news and notices, with author and source (W7.3)."""

from __future__ import annotations

import json
from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.text import clean_line
from home.frame import Frame, frame_or_404
from home.selectors import latest_articles
from sections.models import ArticlePage

LENGTH = 20
DCTERMS = "http://purl.org/dc/terms/"


def add_sources(handler, item) -> None:
    """Dublin Core: the source by its name and address, the licence by its address."""
    for name, value in (("source", "source_name"), ("source", "source_url"), ("license", "license")):
        if item.get(value):
            handler.addQuickElement(f"dcterms:{name}", item[value])


class SourceRss(Rss201rev2Feed):
    """RSS with the Dublin Core element for the source that W7.3 asks for."""

    def root_attributes(self):
        return super().root_attributes() | {"xmlns:dcterms": DCTERMS}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        add_sources(handler, item)
        if item.get("rights"):
            handler.addQuickElement("dcterms:rights", item["rights"])


class SourceAtom(Atom1Feed):
    """Atom with the same element."""

    def root_attributes(self):
        return super().root_attributes() | {"xmlns:dcterms": DCTERMS}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        add_sources(handler, item)
        if item.get("license"):
            handler.addQuickElement("link", None, {"rel": "license", "href": item["license"]})
        if item.get("source_url"):
            handler.addQuickElement("link", None, {"rel": "via", "href": item["source_url"]})


class NewsFeed(Feed):
    """News and notices of the site of the request, in the language of the address. One instance answers one request."""

    feed_type = SourceRss
    item_guid_is_permalink = False

    def __init__(self, request: HttpRequest):
        self.request = request

    def get_object(self, request: HttpRequest, *args, **kwargs) -> Frame:
        return frame_or_404(request)

    def title(self, frame: Frame) -> str:
        return _("%(name)s – News") % {"name": frame.institution.local_name}

    def description(self, frame: Frame) -> str:
        return _("News and notices of %(name)s") % {"name": frame.institution.local_name}

    def link(self, frame: Frame) -> str:
        return frame.origin + frame.home_url

    def feed_url(self, frame: Frame) -> str:
        return frame.address

    def items(self, frame: Frame):
        return latest_articles(home=frame.home, restricted=frame.restricted)[:LENGTH]

    def item_title(self, item: ArticlePage) -> str:
        return clean_line(item.title)

    def item_description(self, item: ArticlePage) -> str:
        return clean_line(item.summary)

    def item_link(self, item: ArticlePage) -> str:
        return item.get_full_url(self.request)

    def item_guid(self, item: ArticlePage) -> str:
        """Stays when the article moves or its address changes."""
        return f"urn:uuid:{item.translation_key}"

    def item_author_name(self, item: ArticlePage) -> str:
        return clean_line(item.author_name)

    def item_pubdate(self, item: ArticlePage):
        if item.first_published_at:
            return localtime(item.first_published_at)
        return make_aware(datetime.combine(item.date, time())) if item.date else None

    def item_updateddate(self, item: ArticlePage):
        return localtime(item.last_published_at) if item.last_published_at else None

    def item_categories(self, item: ArticlePage) -> list[str]:
        return [str(name) for name in (item.get_kind_display(), clean_line(item.topic)) if name]

    def item_copyright(self, item: ArticlePage) -> str:
        return str(item.terms.label) if item.terms else ""

    def item_extra_kwargs(self, item: ArticlePage) -> dict[str, str]:
        return {
            "source_name": clean_line(item.source_name),
            "source_url": item.source_url,
            "rights": self.item_copyright(item),
            "license": item.terms.url if item.terms else "",
        }


class NewsAtomFeed(NewsFeed):
    feed_type = SourceAtom
    subtitle = NewsFeed.description


def json_feed(request: HttpRequest) -> HttpResponse:
    """JSON Feed 1.1."""
    feed, frame = NewsFeed(request), frame_or_404(request)
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title(frame),
        "description": feed.description(frame),
        "home_page_url": feed.link(frame),
        "feed_url": feed.feed_url(frame),
        "language": frame.home_language,
        "items": [_json_item(feed, article, frame) for article in feed.items(frame)],
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False), content_type="application/feed+json; charset=utf-8"
    )


def _json_item(feed: NewsFeed, article: ArticlePage, frame: Frame) -> dict[str, Any]:
    item = {
        "id": feed.item_guid(article),
        "url": feed.item_link(article),
        "title": feed.item_title(article),
        "summary": feed.item_description(article),
        "content_text": feed.item_description(article),
        "authors": [{"name": feed.item_author_name(article)}],
        "tags": feed.item_categories(article),
        "language": frame.home_language,
        "_source": {"name": clean_line(article.source_name), "url": article.source_url},
        "_rights": feed.item_copyright(article),
        "_license": article.terms.url if article.terms else "",
    }
    if article.is_republished and article.source_url:
        item["external_url"] = article.source_url
    moments = {
        "date_published": feed.item_pubdate(article),
        "date_modified": feed.item_updateddate(article),
    }
    return item | {name: moment.isoformat() for name, moment in moments.items() if moment}


FEEDS = {
    "rss": lambda request: NewsFeed(request)(request),
    "atom": lambda request: NewsAtomFeed(request)(request),
    "json": json_feed,
}


@require_safe
def news_feed(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in FEEDS:
        raise Http404
    return FEEDS[kind](request)
