"""The home page as its template takes it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from home.frame import LOGO, Frame
from home.selectors import HomeContent, SectionLink
from network.models import Institution
from network.site_roots import public_origin
from sections.presentation import HERO_RENDITIONS, RENDITIONS, entries, pictures_read

ICONS = {
    "W8.1a": "building",
    "W9.1a": "building",
    "W8.1b": "place",
    "W9.1b": "place",
    "W8.2": "news",
    "W9.2": "news",
    "W8.2.events": "calendar",
    "W9.2.events": "calendar",
    "W8.3": "file",
    "W9.3": "file",
    "W4.2": "mail",
    "W8.4a": "form",
    "W8.4c": "list",
    "W8.4c.admission": "cap",
    "W9.4": "cap",
    "W9.8": "cap",
    "W8.5": "scales",
    "W9.7": "scales",
    "W8.6": "question",
    "W9.5": "question",
    "W8.8": "chart",
    "W9.9": "chart",
    "W8.9": "book",
    "W9.10": "book",
    "W11.2": "people",
}
FIRST_DOORS = ("W9.8", "W8.4a", "W9.4", "W8.4c", "W8.11", "W8.2.events", "W9.2.events", "W4.2", "W9.7")
"""What most visitors come for, in this order; the first four that a site has stand beside the news."""
ON_HOME_ALREADY = ("W8.2", "W9.2", "W8.1b", "W9.1b", "W4.2")


def home_context(
    *, page: Any, institution: Institution, content: HomeContent, frame: Frame, request: HttpRequest
) -> dict[str, Any]:
    """Everything that ``pages/home/home.html`` shows; one query beyond those of `content` and `frame`, for the pictures."""
    pictures_read(
        [institution.logo, institution.hero_image, *(article.image for article in content.news)],
        [LOGO, *HERO_RENDITIONS, *RENDITIONS],
    )
    news = entries(content.news, request, "card")
    news_url = frame.section_url("W8.2", "W9.2")
    links = {link.section.key: link for link in frame.sections}
    doors = [_door(links[key]) for key in FIRST_DOORS if key in links][:4]
    return {
        "hero_title": page.tagline or institution.local_name,
        "hero_text": page.search_description or _about(institution),
        "hero_image": institution.hero_image,
        "primary": _button(links, "W8.1a", "W9.1a"),
        "secondary": _button(links, "W9.8", "W8.4a", "W9.4"),
        "lead": news[0] if news else None,
        "articles": news[1:],
        "news_url": news_url,
        "notices": entries(content.notices, request, "card"),
        "notices_url": f"{news_url}?kind=notice" if news_url else "",
        "links": doors,
        "documents": [_document(page, request) for page in content.documents],
        "documents_url": frame.section_url("W8.3", "W9.3"),
        "events": entries(content.events, request, "event"),
        "events_url": frame.section_url("W8.2.events", "W9.2.events"),
        "sections": [
            _tile(link, frame.home_language)
            for link in frame.sections
            if link.section.key not in ON_HOME_ALREADY
        ],
        "members": [member_entry(member) for member in content.members],
        "member_count": content.member_count,
        "members_url": reverse("members"),
    }


def member_entry(member: Institution) -> dict[str, Any]:
    return {
        "name": member.local_name,
        "url": public_origin(member.site.hostname) + "/",
        "type": member.get_type_display(),
        "address": member.address,
    }


def _document(page: Any, request: HttpRequest) -> dict[str, Any]:
    (entry,) = entries([page], request, "card")
    return entry | {"number": page.number, "type": page.document_type, "date": page.issued_on}


def _about(institution: Institution) -> str:
    if institution.address:
        return _("%(type)s, %(address)s") % {
            "type": institution.get_type_display(),
            "address": institution.address,
        }
    return institution.get_type_display()


def _button(links: dict[str, SectionLink], *keys: str) -> dict[str, str] | None:
    return next(({"title": links[key].title, "url": links[key].url} for key in keys if key in links), None)


def _door(link: SectionLink) -> dict[str, str]:
    return {"title": link.title, "url": link.url, "icon": ICONS.get(link.section.key, "link")}


def _tile(link: SectionLink, language: str) -> dict[str, str]:
    return _door(link) | {"summary": link.section.intro(language)}
