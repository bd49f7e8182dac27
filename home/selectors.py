"""What a home page and the navigation show, at a number of queries that does not depend on the number of sites or pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from wagtail.models import Page

from network.models import Institution
from sections.catalogue import NavGroup, Section, section_for_page_type
from sections.models import ArticlePage, DocumentPage, EventPage
from sections.models.news import ArticleKind
from sections.presentation import with_pictures

NEWS, NOTICES, DOCUMENTS, EVENTS, MEMBERS = 6, 5, 5, 4, 6


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
    page: Page
    url: str


def home_content(*, page: Page, institution: Institution | None) -> HomeContent:
    """Latest entries below a home page."""
    below = {"path__startswith": page.path, "live": True}
    articles = ArticlePage.objects.filter(**below).order_by("-date", "-first_published_at")
    content = HomeContent(
        news=list(with_pictures(articles.filter(kind=ArticleKind.NEWS))[:NEWS]),
        notices=list(articles.filter(kind=ArticleKind.NOTICE)[:NOTICES]),
        documents=list(DocumentPage.objects.filter(**below).order_by("-issued_on", "-path")[:DOCUMENTS]),
        events=list(EventPage.objects.filter(**below).coming().order_by("starts_at")[:EVENTS]),
    )
    if institution is not None and institution.is_authority:
        members = Institution.objects.members_of(institution).active().select_related("site")
        content.members = list(members.exclude(site=None)[:MEMBERS])
        content.member_count = institution.numchild
    return content


def section_links(*, home: Page, home_url: str, kind: str) -> list[SectionLink]:
    """The live sections of a site in one language, in the order of the tree; one query.

    `home_url`: address of the home page with its closing slash.
    """
    pages = Page.objects.child_of(home).live().order_by("path")
    links = []
    for page in pages:
        model = page.specific_class
        section = section_for_page_type(model, kind) if model else None
        if section:
            links.append(SectionLink(section, page, home_url + page.url_path[len(home.url_path) :]))
    return links


def navigation(links: list[SectionLink], *, current_path: str = "") -> list[dict]:
    """The links in the groups of the catalogue. `current_path`: tree path of the page that is shown."""
    groups: dict[str, list[dict]] = {group: [] for group in NavGroup.values}
    for link in links:
        current = bool(current_path) and current_path.startswith(link.page.path)
        groups[link.section.group].append({"title": link.page.title, "url": link.url, "current": current})
    result = []
    for key, items in groups.items():
        if len(items) == 1:
            result.append(items[0])
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
