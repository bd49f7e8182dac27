"""What a home page and the navigation show, at a number of queries that does not depend on the number of sites or pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from wagtail.models import Page

from network.models import Institution
from sections.catalogue import NavGroup, section_for_page_type
from sections.models import ArticlePage, DocumentPage, EventPage
from sections.models.news import ArticleKind

NEWS, NOTICES, DOCUMENTS, EVENTS, MEMBERS = 7, 6, 6, 5, 9


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
class NavigationItem:
    title: str
    url: str
    current: bool = False


@dataclass
class NavigationGroup:
    title: str
    items: list[NavigationItem]

    @property
    def url(self) -> str | None:
        """A group of one section is a plain link."""
        return self.items[0].url if len(self.items) == 1 else None

    @property
    def current(self) -> bool:
        return any(item.current for item in self.items)


def home_content(*, page: Page, institution: Institution | None) -> HomeContent:
    """Latest entries below a home page."""
    below = {"path__startswith": page.path, "live": True}
    articles = (
        ArticlePage.objects.filter(**below).select_related("image").order_by("-date", "-first_published_at")
    )
    content = HomeContent(
        news=list(articles.filter(kind=ArticleKind.NEWS)[:NEWS]),
        notices=list(articles.filter(kind=ArticleKind.NOTICE)[:NOTICES]),
        documents=list(DocumentPage.objects.filter(**below).order_by("-issued_on", "-path")[:DOCUMENTS]),
        events=list(EventPage.objects.filter(**below).coming().order_by("starts_at")[:EVENTS]),
    )
    if institution is not None and institution.is_authority:
        members = Institution.objects.members_of(institution).active().select_related("site")
        content.members = list(members[:MEMBERS])
        content.member_count = (
            Institution.objects.below(institution).active().count() if content.members else 0
        )
    return content


def navigation(*, home: Page, home_url: str, kind: str, current_path: str = "") -> list[NavigationGroup]:
    """The sections of a site in the groups of the catalogue; one query.

    `home_url`: address of the home page with its closing slash; `current_path`: tree path of the page that is shown.
    """
    pages = Page.objects.child_of(home).live().select_related("content_type").order_by("path")
    groups: dict[str, list[NavigationItem]] = {group: [] for group in NavGroup.values}
    for page in pages:
        model = page.specific_class
        section = section_for_page_type(model, kind) if model else None
        if section:
            is_current = bool(current_path) and current_path.startswith(page.path)
            groups[section.group].append(
                NavigationItem(page.title, home_url + page.url_path[len(home.url_path) :], is_current)
            )
    return [NavigationGroup(str(NavGroup(key).label), items) for key, items in groups.items() if items]
