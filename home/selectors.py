"""What a home page and the navigation show, at a number of queries that does not depend on the number of sites or pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Window
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from common.compiled import CompiledQuery
from network.models import Institution
from network.selectors import in_tree
from sections.calendars.listing import next_events
from sections.catalogue import NavGroup, Section, registered_page_types, sections_for
from sections.models import ArticlePage, DocumentPage, EventPage, ItemPage
from sections.models.news import ArticleKind

NEWS, NOTICES, DOCUMENTS, EVENTS, MEMBERS = 6, 5, 5, 4, 6
NEWEST = ("-date", "-first_published_at", "-path")


@dataclass
class HomeContent:
    """Lists in the order in which they are shown; empty where a site has nothing yet."""

    news: list[ArticlePage] = field(default_factory=list)
    notices: list[ArticlePage] = field(default_factory=list)
    documents: list[DocumentPage] = field(default_factory=list)
    events: list[EventPage] = field(default_factory=list)
    members: list[Institution] = field(default_factory=list)
    member_count: int = 0


@dataclass
class SectionLink:
    """A section of a site as the navigation shows it."""

    section: Section
    title: str
    path: str
    url: str
    place: tuple[Decimal, Decimal] | None = None
    """Latitude and longitude, of a contact page that states them."""


def restricted_paths(path: str) -> list[str]:
    """Tree paths at and below `path` that not everybody may read, usually none; one query. An alias is as restricted as
    its source. Wagtail's own ``public()`` reads the restrictions of all sites."""
    return _RESTRICTED.rows(**in_tree(Page(path=path)))


def _restricted(path__gte: str, path__lt: str) -> QuerySet:
    restrictions = PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page=OuterRef("alias_of")))
    pages = Page.objects.filter(Exists(restrictions), path__gte=path__gte, path__lt=path__lt)
    return pages.values_list("path", flat=True)


_RESTRICTED = CompiledQuery(_restricted, path__gte=str, path__lt=str)


def visible(pages: QuerySet, *, home: Page, restricted: list[str]) -> QuerySet:
    """The published pages of a site that everybody may read. `restricted`: see ``restricted_paths``."""
    pages = pages.filter(**in_tree(home), live=True)
    for path in restricted:
        pages = pages.exclude(path__startswith=path)
    return pages


def latest_items(model: type[ItemPage], *, home: Page, restricted: list[str]) -> QuerySet:
    """The published entries of one type, the newest first, without their texts."""
    found = visible(model.objects.defer_streamfields(), home=home, restricted=restricted)
    return found.order_by(*NEWEST)


def _news(pages: QuerySet) -> QuerySet:
    return pages.filter(kind=ArticleKind.NEWS).order_by(*NEWEST).select_related("image")[:NEWS]


def _notices(pages: QuerySet) -> QuerySet:
    return pages.filter(kind=ArticleKind.NOTICE).order_by(*NEWEST)[:NOTICES]


def _documents(pages: QuerySet) -> QuerySet:
    return pages.order_by("-issued_on", "-path")[:DOCUMENTS]


def _in_range(model: type[Page], narrow: Callable[[QuerySet], QuerySet]) -> CompiledQuery:
    """The live pages of one type in a tree that nothing restricts."""
    return CompiledQuery(
        lambda path__gte, path__lt: narrow(
            model.objects.defer_streamfields().filter(path__gte=path__gte, path__lt=path__lt, live=True)
        ),
        path__gte=str,
        path__lt=str,
    )


_NEWS = _in_range(ArticlePage, _news)
_NOTICES = _in_range(ArticlePage, _notices)
_DOCUMENTS = _in_range(DocumentPage, _documents)


def _latest(query: CompiledQuery, narrow: Callable, home: Page, restricted: list[str]) -> list:
    if not restricted:
        return query.rows(**in_tree(home))
    model = DocumentPage if query is _DOCUMENTS else ArticlePage
    return list(narrow(visible(model.objects.defer_streamfields(), home=home, restricted=restricted)))


def home_content(*, page: Page, institution: Institution, restricted: list[str]) -> HomeContent:
    """Latest entries below a home page. `restricted`: see ``restricted_paths``."""
    events = visible(EventPage.objects.all(), home=page, restricted=restricted)
    content = HomeContent(
        news=_latest(_NEWS, _news, page, restricted),
        notices=_latest(_NOTICES, _notices, page, restricted),
        documents=_latest(_DOCUMENTS, _documents, page, restricted),
        events=next_events(events, timezone.now(), EVENTS),
    )
    if institution.is_authority:
        found = members(institution).annotate(total=Window(Count("pk"))).order_by("depth", "path")
        content.members = list(found[:MEMBERS])
        content.member_count = content.members[0].total if content.members else 0
    return content


def site_pages(*, homes: list[Page]) -> list[Page]:
    """Address, language and date of every page of a site that everybody may read, in all its languages."""
    found = []
    for home in homes:
        pages = visible(Page.objects.all(), home=home, restricted=restricted_paths(home.path))
        fields = ("url_path", "translation_key", "locale_id", "last_published_at", "depth", "path")
        found += pages.only(*fields).order_by("path")
    return found


def _sections(path__gte: str, path__lt: str, depth: int) -> QuerySet:
    pages = Page.objects.filter(path__gte=path__gte, path__lt=path__lt, depth=depth, live=True)
    return pages.order_by("path").values_list(
        "title", "path", "url_path", "content_type_id", "contactpage__latitude", "contactpage__longitude"
    )


_SECTIONS = CompiledQuery(_sections, path__gte=str, path__lt=str, depth=int)


def home_pages(home_key: UUID) -> list[Page]:
    """The live home pages of a site, one a language, with their languages; one query."""
    return _HOMES.rows(home_key=home_key)


_HOMES = CompiledQuery(
    lambda home_key: Page.objects.filter(translation_key=home_key, live=True).select_related("locale"),
    home_key=UUID,
)


def section_links(*, home: Page, home_url: str, kind: str) -> list[SectionLink]:
    """The live sections of a site in one language, in the order of the tree, with the place of the contact page; one query.

    `home_url`: address of the home page with its closing slash.
    """
    rows = _SECTIONS.rows(**in_tree(home), depth=home.depth + 1)
    types = registered_page_types()
    by_type = {types[section.key]: section for section in sections_for(kind) if section.key in types}
    links = []
    for title, path, url_path, type_id, latitude, longitude in rows:
        model = ContentType.objects.get_for_id(type_id).model_class()
        section = by_type.get(model)
        if section:
            place = (latitude, longitude) if latitude is not None and longitude is not None else None
            links.append(SectionLink(section, title, path, home_url + url_path[len(home.url_path) :], place))
    return links


def navigation(links: list[SectionLink], *, current_path: str = "") -> list[dict]:
    """The links in the groups of the catalogue. `current_path`: tree path of the page that is shown."""
    groups: dict[str, list[dict]] = {group: [] for group in NavGroup.values}
    for link in links:
        current = bool(current_path) and current_path.startswith(link.path)
        groups[link.section.group].append({"title": link.title, "url": link.url, "current": current})
    result = []
    for key, items in groups.items():
        if len(items) == 1:
            result.append(items[0] | {"items": []})
        elif items:
            current = any(item["current"] for item in items)
            result.append({"title": NavGroup(key).label, "url": None, "items": items, "current": current})
    return result


def members(institution: Institution, *, words: str = "", type_: str = ""):
    """The institutions below an authority that have a site, searched by name and place, with or without diacritics."""
    found = Institution.objects.below(institution).active().exclude(site=None).select_related("site")
    if words:
        found = found.named_like(words)
    if type_:
        found = found.filter(type=type_)
    return found.order_by("path")
