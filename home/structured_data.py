"""What a page says to machines: JSON-LD of schema.org and the properties of the Open Graph. No query beyond those of the page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from common.blocks import figures_in
from common.pictures import alt_text
from common.structured_data import maker, rights, without_blanks
from enrolment.structured import admission_programme
from home.frame import Frame
from network.choices import InstitutionType
from network.site_roots import public_origin
from resources.models import ResourcePage
from resources.structured import learning_resource
from sections.calendars.choices import EventState
from sections.introduction.hours import schema_hours
from sections.models import (
    ArticlePage,
    ContactPage,
    DocumentPage,
    EventPage,
    ItemPage,
    ProcedurePage,
    UnitPage,
)
from sections.presentation import SHARED_RENDITION
from sections.procedures.data import government_service
from sections.registers import structured as records

PROCEDURES = "W8.4c"
KINDS = {
    InstitutionType.DEPARTMENT: "GovernmentOrganization",
    InstitutionType.AGENCY: "GovernmentOrganization",
    InstitutionType.KINDERGARTEN: "Preschool",
    InstitutionType.PRESCHOOL: "Preschool",
    InstitutionType.PRIMARY: "ElementarySchool",
    InstitutionType.LOWER_SECONDARY: "MiddleSchool",
    InstitutionType.UPPER_SECONDARY: "HighSchool",
    InstitutionType.UNIVERSAL: "School",
}
LOCALES = {"vi": "vi_VN", "en": "en_US"}


def structured_data(frame: Frame) -> dict[str, Any]:
    """The institution, the way to the page, and the page itself."""
    graph = [organisation(frame)]
    if frame.breadcrumb:
        graph.append(breadcrumb(frame))
    page = frame.page
    if page is None:
        return _graph(graph)
    if page.depth <= frame.home.depth:
        graph.append(_website(frame))
    elif isinstance(page, ItemPage):
        graph.append(without_blanks(_entry(page, frame)))
    else:
        graph.append(without_blanks(_page(page, frame) | {"@type": "CollectionPage", "name": page.title}))
    return _graph(graph)


def _graph(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@graph": items}


def _organisation_id(frame: Frame) -> dict[str, str]:
    return {"@id": f"{frame.origin}/#institution"}


def organisation(frame: Frame) -> dict[str, Any]:
    institution, parent = frame.institution, frame.institution.parent
    address = {"@type": "PostalAddress", "streetAddress": institution.address, "addressCountry": "VN"}
    return without_blanks(
        _organisation_id(frame)
        | {
            "@type": KINDS.get(institution.type, "EducationalOrganization"),
            "name": institution.name,
            "alternateName": [name for name in (institution.short_name, institution.english_name) if name],
            "url": f"{frame.origin}/",
            "logo": _full(frame, frame.logo_url),
            "telephone": institution.phone,
            "email": institution.email,
            "address": address if institution.address else "",
            "parentOrganization": _parent(parent) if parent else "",
            **_place(frame),
        }
    )


def _place(frame: Frame) -> dict[str, Any]:
    """Hours and coordinates, on the contact page, which has read them."""
    page = frame.page
    if not isinstance(page, ContactPage):
        return {}
    found = schema_hours(page)
    if page.latitude is not None and page.longitude is not None:
        geo = {
            "@type": "GeoCoordinates",
            "latitude": f"{page.latitude:f}",
            "longitude": f"{page.longitude:f}",
        }
        found["geo"] = geo
    return found


def _parent(parent) -> dict[str, Any]:
    url = public_origin(parent.site.hostname) + "/" if parent.site_id else ""
    return without_blanks({"@type": KINDS.get(parent.type, "Organization"), "name": parent.name, "url": url})


def breadcrumb(frame: Frame) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            without_blanks(
                {
                    "@type": "ListItem",
                    "position": place,
                    "name": item["title"],
                    "item": _full(frame, item["url"]),
                }
            )
            for place, item in enumerate(frame.breadcrumb, start=1)
        ],
    }


def _website(frame: Frame) -> dict[str, Any]:
    target = f"{frame.origin}{reverse('search')}?q={{search_term_string}}"
    return {
        "@type": "WebSite",
        "url": frame.address,
        "name": frame.institution.local_name,
        "inLanguage": frame.home_language,
        "publisher": _organisation_id(frame),
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }


def _page(page: Any, frame: Frame) -> dict[str, Any]:
    """What every page states. A section speaks for its institution."""
    return {
        "url": frame.address,
        "inLanguage": frame.home_language,
        "description": page.search_description or getattr(page, "summary", ""),
        "datePublished": _moment(page.first_published_at),
        "dateModified": _moment(page.last_published_at),
        "publisher": _organisation_id(frame),
        "image": [picture(image, frame, words) for image, words in shown_pictures(page)],
    }


def _entry(page: ItemPage, frame: Frame) -> dict[str, Any]:
    work = _page(page, frame) | rights(page)
    if page.author_name:
        work["author"] = maker(page.author_name)
    if isinstance(page, EventPage):
        return _event(page, frame)
    if isinstance(page, ResourcePage):
        return work | learning_resource(page, frame.origin)
    if isinstance(page, UnitPage):
        return _unit(page, frame)
    if isinstance(page, DocumentPage):
        return work | _document(page, frame)
    if (record := records.record(page, frame.address)) is not None:
        return record
    if (programme := admission_programme(page, frame.address, _organisation_id(frame))) is not None:
        return programme
    if isinstance(page, ProcedurePage):
        return government_service(page, provider=_organisation_id(frame), url=frame.address)
    if any(link.section.key == PROCEDURES and page.path.startswith(link.path) for link in frame.sections):
        return {
            "@type": "GovernmentService",
            "name": page.title,
            "description": page.summary,
            "url": frame.address,
            "provider": _organisation_id(frame),
            "serviceType": _("Administrative procedure"),
        }
    is_news = isinstance(page, ArticlePage)
    return work | {
        "@type": "NewsArticle" if is_news else "Article",
        "headline": page.title,
        "mainEntityOfPage": frame.address,
        "articleSection": page.topic if is_news else "",
    }


EVENT_STATUS = {
    EventState.PLANNED: "EventScheduled",
    EventState.MOVED: "EventRescheduled",
    EventState.CANCELLED: "EventCancelled",
}


def _event(page: EventPage, frame: Frame) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "streetAddress": page.place, "addressCountry": "VN"}
    return {
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "url": frame.address,
        "inLanguage": frame.home_language,
        "startDate": _moment(page.starts_at),
        "endDate": _moment(page.ends_at),
        "eventStatus": f"https://schema.org/{EVENT_STATUS[page.state]}",
        "previousStartDate": _moment(page.formerly_at) if page.state == EventState.MOVED else "",
        "location": {"@type": "Place", "name": page.place, "address": address} if page.place else "",
        "audience": {"@type": "Audience", "audienceType": page.audience} if page.audience else "",
        "organizer": _organisation_id(frame) | {"name": frame.institution.name, "url": f"{frame.origin}/"},
        "image": [picture(image, frame, words) for image, words in shown_pictures(page)],
    }


def _unit(page: UnitPage, frame: Frame) -> dict[str, Any]:
    """A unit is a part of its institution. Its heads are named on the page; machines are given the unit only."""
    return {
        "@type": "Organization",
        "name": page.title,
        "url": frame.address,
        "description": page.summary,
        "telephone": page.phone,
        "email": page.email,
        "parentOrganization": _organisation_id(frame),
    }


def _document(page: DocumentPage, frame: Frame) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument",
        "name": page.title,
        "identifier": page.number,
        "genre": page.document_type,
        "datePublished": page.issued_on.isoformat() if page.issued_on else "",
        "author": {"@type": "Organization", "name": page.issuer},
        "encoding": [_file(row.file, frame) for row in page.files.all()],
    }


def _file(document: Any, frame: Frame) -> dict[str, Any]:
    size = document.file_size
    return without_blanks(
        {
            "@type": "MediaObject",
            "name": document.title,
            "contentUrl": _full(frame, document.url),
            "encodingFormat": document.content_type,
            "contentSize": f"{size} B" if size else "",
        }
        | rights(document)
    )


def shown_pictures(page: Any) -> list[tuple[Any, str]]:
    """The pictures that mean something, with their words: the page's own first, then those of its text."""
    found = []
    if image := getattr(page, "image", None):
        found.append((image, alt_text(image, page.image_alt, decorative=page.image_decorative)))
    for _place, figure in figures_in(getattr(page, "body", None)):
        if image := figure["image"]:
            found.append((image, alt_text(image, figure["alt"] or "", decorative=bool(figure["decorative"]))))
    return [(image, words) for image, words in found if words]


def picture(image: Any, frame: Frame, words: str) -> dict[str, Any]:
    shown = image.get_rendition(SHARED_RENDITION)
    return without_blanks(
        {
            "@type": "ImageObject",
            "contentUrl": _full(frame, shown.url),
            "width": shown.width,
            "height": shown.height,
            "caption": words,
            "acquireLicensePage": image.source_url or frame.address,
        }
        | rights(image)
    )


def open_graph(frame: Frame) -> list[tuple[str, str]]:
    """Name and content of each property, in order; what a link to the page looks like in a message."""
    page = frame.page
    if page is None or not frame.canonical_url:
        return []
    is_article = isinstance(page, ArticlePage)
    found = [
        ("og:title", page.seo_title or page.title),
        ("og:type", "article" if is_article else "website"),
        ("og:url", frame.canonical_url),
        ("og:site_name", frame.institution.local_name),
        ("og:locale", LOCALES[frame.home_language]),
        ("og:description", page.search_description or getattr(page, "summary", "")),
        *_shared_picture(page, frame),
    ]
    if is_article:
        found += [
            ("article:published_time", _moment(page.first_published_at)),
            ("article:modified_time", _moment(page.last_published_at)),
            ("article:author", page.author_name),
        ]
    return [(name, content) for name, content in found if content]


def _shared_picture(page: Any, frame: Frame) -> list[tuple[str, str]]:
    pictures = shown_pictures(page)
    if not pictures:
        return [("og:image", _full(frame, frame.logo_url))]
    image, words = pictures[0]
    shown = image.get_rendition(SHARED_RENDITION)
    return [
        ("og:image", _full(frame, shown.url)),
        ("og:image:width", str(shown.width)),
        ("og:image:height", str(shown.height)),
        ("og:image:alt", words),
    ]


def _full(frame: Frame, url: str) -> str:
    return frame.origin + url if url.startswith("/") else url


def _moment(value: datetime | None) -> str:
    return localtime(value).isoformat(timespec="seconds") if value else ""
