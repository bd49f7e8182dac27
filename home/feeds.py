"""Feeds of each site (W12.5): RSS 2.0, Atom and JSON Feed of news and notices, with author and source (W7.3)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.functional import Promise
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from common.text import clean_line
from enrolment.models import AdmissionNoticePage, CampaignPage, CertificateRulePage, ExaminationRulePage
from home.frame import Frame, frame_or_404
from home.selectors import latest_items
from sections.models import (
    AlbumPage,
    AlertPage,
    ArticlePage,
    CentrePage,
    ConferencePage,
    DisclosureReportPage,
    DocumentPage,
    GuidancePage,
    ItemPage,
    PressItemPage,
    ProcedurePage,
    ProjectPage,
    QualityRecordPage,
    TenderPage,
    UniversalisationPage,
)
from sections.models.news import ArticleKind
from sections.models.press import PressKind

LENGTH = 20


@dataclass(frozen=True)
class Part:
    """What a feed of one kind holds. `kind` narrows a page type that knows kinds. `by_change`: the last changed first."""

    """What a feed of one kind holds. `kind` narrows a page type that knows kinds; `order` where it is not by ``date``."""

    title: Promise
    model: type[ItemPage]
    kind: str = ""
    by_change: bool = False
    order: tuple[str, ...] = ()


PARTS = {
    "": Part(gettext_lazy("News"), ArticlePage),
    "tin": Part(gettext_lazy("News without notices"), ArticlePage, ArticleKind.NEWS),
    "thong-bao": Part(gettext_lazy("Notices"), ArticlePage, ArticleKind.NOTICE),
    "hinh-anh": Part(gettext_lazy("Photo albums"), AlbumPage),
    "canh-bao": Part(gettext_lazy("Announcements on every page"), AlertPage),
    "bao-chi": Part(gettext_lazy("Press"), PressItemPage),
    "thong-cao": Part(gettext_lazy("Press notices"), PressItemPage, PressKind.NOTICE),
    "phong-van": Part(gettext_lazy("Interviews"), PressItemPage, PressKind.INTERVIEW),
    "van-ban": Part(gettext_lazy("Documents"), DocumentPage, order=("-issued_on", "-path")),
    "tuyen-bo": Part(gettext_lazy("Official statements"), PressItemPage, PressKind.STATEMENT),
    "cong-khai": Part(
        gettext_lazy("Public disclosure"), DisclosureReportPage, order=("-first_published_at", "-path")
    ),
    "huong-dan": Part(gettext_lazy("Guidance"), GuidancePage),
    "thu-tuc": Part(gettext_lazy("Administrative procedures"), ProcedurePage, by_change=True),
    "kiem-dinh": Part(
        gettext_lazy("Quality accreditation and national standard"), QualityRecordPage, by_change=True
    ),
    "pho-cap": Part(gettext_lazy("Universalisation and literacy"), UniversalisationPage, by_change=True),
    "du-an": Part(gettext_lazy("Projects and investment"), ProjectPage, by_change=True),
    "dau-thau": Part(gettext_lazy("Bidding and procurement"), TenderPage, by_change=True),
    "hoi-nghi": Part(gettext_lazy("Web conferences"), ConferencePage, by_change=True),
    "trung-tam": Part(gettext_lazy("Licensed centres"), CentrePage, by_change=True),
    "quy-che-thi": Part(gettext_lazy("Rules of examinations"), ExaminationRulePage, by_change=True),
    "tuyen-sinh": Part(gettext_lazy("Notices of admission"), AdmissionNoticePage, by_change=True),
    "dot-tuyen-sinh": Part(gettext_lazy("Campaigns of admission"), CampaignPage, by_change=True),
    "van-bang": Part(gettext_lazy("Rules on certificates and degrees"), CertificateRulePage, by_change=True),
}
"""Part of the address of a feed → what it holds; "" is the feed of all news and notices."""
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

    def __init__(self, request: HttpRequest, part: str = ""):
        self.request, self.part = request, PARTS[part]

    def get_object(self, request: HttpRequest, *args, **kwargs) -> Frame:
        return frame_or_404(request)

    def title(self, frame: Frame) -> str:
        name = frame.institution.local_name
        if self.part is PARTS[""]:
            return _("%(name)s – News") % {"name": name}
        return _("%(name)s – %(part)s") % {"name": name, "part": self.part.title}

    def description(self, frame: Frame) -> str:
        name = frame.institution.local_name
        if self.part is PARTS[""]:
            return _("News and notices of %(name)s") % {"name": name}
        return _("%(part)s of %(name)s") % {"name": name, "part": self.part.title}

    def link(self, frame: Frame) -> str:
        return frame.origin + frame.home_url

    def feed_url(self, frame: Frame) -> str:
        return frame.address

    def items(self, frame: Frame):
        found = latest_items(self.part.model, home=frame.home, restricted=frame.restricted)
        if self.part.by_change:
            found = found.order_by(F("last_published_at").desc(nulls_last=True), "-path")
        if self.part.order:
            found = found.order_by(*self.part.order)
        return (found.filter(kind=self.part.kind) if self.part.kind else found)[:LENGTH]

    def item_title(self, item: ItemPage) -> str:
        """A document is known by its number and symbol."""
        number = getattr(item, "number", "")
        return f"{number} – {clean_line(item.title)}" if number else clean_line(item.title)

    def item_description(self, item: ItemPage) -> str:
        return clean_line(getattr(item, "feed_text", item.summary))

    def item_link(self, item: ItemPage) -> str:
        return item.get_full_url(self.request)

    def item_guid(self, item: ItemPage) -> str:
        """Stays when the article moves or its address changes."""
        return f"urn:uuid:{item.translation_key}"

    def item_author_name(self, item: ItemPage) -> str:
        return clean_line(item.author_name)

    def item_pubdate(self, item: ItemPage):
        if item.first_published_at:
            return localtime(item.first_published_at)
        return make_aware(datetime.combine(item.date, time())) if item.date else None

    def item_updateddate(self, item: ItemPage):
        return localtime(item.last_published_at) if item.last_published_at else None

    def item_categories(self, item: ItemPage) -> list[str]:
        kind = item.get_kind_display() if hasattr(item, "kind") else self.part.title
        more = [clean_line(getattr(item, name, "")) for name in ("topic", "document_type", "field")]
        return [str(name) for name in (kind, *more) if name]

    def item_copyright(self, item: ItemPage) -> str:
        return str(item.terms.label) if item.terms else ""

    def item_extra_kwargs(self, item: ItemPage) -> dict[str, str]:
        return {
            "source_name": clean_line(item.source_name),
            "source_url": item.source_url,
            "rights": self.item_copyright(item),
            "license": item.terms.url if item.terms else "",
        }


class NewsAtomFeed(NewsFeed):
    feed_type = SourceAtom
    subtitle = NewsFeed.description


def json_feed(request: HttpRequest, part: str = "") -> HttpResponse:
    """JSON Feed 1.1."""
    feed, frame = NewsFeed(request, part), frame_or_404(request)
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


def _json_item(feed: NewsFeed, article: ItemPage, frame: Frame) -> dict[str, Any]:
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
    "rss": lambda request, part: NewsFeed(request, part)(request),
    "atom": lambda request, part: NewsAtomFeed(request, part)(request),
    "json": json_feed,
}


@require_safe
def news_feed(request: HttpRequest, kind: str, part: str = "") -> HttpResponse:
    """`part` is a key of `PARTS`; "" for all news and notices."""
    if kind not in FEEDS or part not in PARTS:
        raise Http404
    return FEEDS[kind](request, part)
