"""Feeds of the consultations of a site (W8.6, W9.5, W12.5): RSS 2.0, Atom and JSON Feed of openings and results; the
deadlines as a calendar that people subscribe to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.text import clean_line
from feedback.models import ConsultationPage, ConsultationsPage, consultations_listed, shown_until
from network.models import Institution
from network.selectors import home_pages, in_tree, institution_for_request

LENGTH = 40
FOLD_AT = 74
"""Octets of a line after which RFC 5545, 3.1, folds it."""


class ConsultationFeed(Feed):
    """The consultations of the site of the request, in the language of the address, the newest opening first."""

    item_guid_is_permalink = False

    def __init__(self, request: HttpRequest):
        self.request = request

    def get_object(self, request: HttpRequest, *args, **kwargs) -> ConsultationsPage:
        return _section_or_404(request)[1]

    def title(self, section: ConsultationsPage) -> str:
        return _("%(name)s – Consultations") % {"name": _section_or_404(self.request)[0].local_name}

    def description(self, section: ConsultationsPage) -> str:
        return _("Issues open for consultation, and their results")

    def link(self, section: ConsultationsPage) -> str:
        return section.get_full_url(self.request)

    def feed_url(self, section: ConsultationsPage) -> str:
        return self.request.build_absolute_uri(self.request.path)

    def items(self, section: ConsultationsPage) -> list[ConsultationPage]:
        return _listed(section, timezone.now())

    def item_title(self, item: ConsultationPage) -> str:
        return clean_line(item.title)

    def item_description(self, item: ConsultationPage) -> str:
        told = _("%(state)s. Deadline: %(deadline)s.") % {
            "state": item.state_at().label,
            "deadline": f"{timezone.localtime(item.closes_at):%H:%M %d/%m/%Y}",
        }
        return clean_line(f"{told} {item.summary}")

    def item_link(self, item: ConsultationPage) -> str:
        return item.get_full_url(self.request)

    def item_guid(self, item: ConsultationPage) -> str:
        return f"urn:uuid:{item.translation_key}"

    def item_author_name(self, item: ConsultationPage) -> str:
        return clean_line(item.author_name)

    def item_pubdate(self, item: ConsultationPage) -> datetime:
        return timezone.localtime(item.opens_at)

    def item_updateddate(self, item: ConsultationPage) -> datetime | None:
        """The last thing that happened: publication, opening or closing."""
        moments = (item.last_published_at, item.opens_at, item.closes_at)
        return timezone.localtime(max(m for m in moments if m and m <= timezone.now()))

    def item_categories(self, item: ConsultationPage) -> list[str]:
        return [str(name) for name in (item.state_at().label, clean_line(item.field)) if name]


class ConsultationAtomFeed(ConsultationFeed):
    feed_type = Atom1Feed
    subtitle = ConsultationFeed.description


def _section_or_404(request: HttpRequest) -> tuple[Institution, ConsultationsPage]:
    if not hasattr(request, "_edusite_consultations"):
        institution = institution_for_request(request)
        section = _section_of(institution, get_language()) if institution else None
        if section is None or not section.live:
            raise Http404("No consultations here")
        request._edusite_consultations = (institution, section)
    return request._edusite_consultations


def _section_of(institution: Institution, language: str | None) -> ConsultationsPage | None:
    for home in home_pages(institution):
        if home.locale.language_code == language:
            return ConsultationsPage.objects.filter(**in_tree(home)).first()
    return None


def _listed(section: ConsultationsPage, now: datetime) -> list[ConsultationPage]:
    pages = ConsultationPage.objects.child_of(section).live().public().filter(opens_at__lte=now)
    return list(consultations_listed(pages, now=now).order_by("-opens_at", "-path")[:LENGTH])


def _json_feed(request: HttpRequest) -> HttpResponse:
    """JSON Feed 1.1, with the deadline as an extension."""
    feed, (_institution, section) = ConsultationFeed(request), _section_or_404(request)
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title(section),
        "description": feed.description(section),
        "home_page_url": feed.link(section),
        "feed_url": feed.feed_url(section),
        "language": get_language(),
        "items": [
            {
                "id": feed.item_guid(item),
                "url": feed.item_link(item),
                "title": feed.item_title(item),
                "content_text": feed.item_description(item),
                "authors": [{"name": feed.item_author_name(item)}],
                "tags": feed.item_categories(item),
                "date_published": feed.item_pubdate(item).isoformat(),
                "date_modified": feed.item_updateddate(item).isoformat(),
                "_consultation": {
                    "state": item.state_at().value,
                    "opens": timezone.localtime(item.opens_at).isoformat(),
                    "deadline": timezone.localtime(item.closes_at).isoformat(),
                },
            }
            for item in feed.items(section)
        ],
    }
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, content_type="application/feed+json; charset=utf-8")


FEEDS = {
    "rss": lambda request: ConsultationFeed(request)(request),
    "atom": lambda request: ConsultationAtomFeed(request)(request),
    "json": _json_feed,
}


@require_safe
def consultation_feed(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in FEEDS:
        raise Http404("No such feed")
    section = _section_or_404(request)[1]
    shown_until(request, ConsultationPage.objects.child_of(section).live(), timezone.now())
    return FEEDS[kind](request)


@require_safe
def consultation_calendar(request: HttpRequest) -> HttpResponse:
    """The deadlines of consultations as iCalendar (RFC 5545), with a reminder a day before."""
    institution, section = _section_or_404(request)
    pages = ConsultationPage.objects.child_of(section).live().public().order_by("-closes_at", "path")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//edusite//consultations//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(_('%(name)s – Consultations') % {'name': institution.local_name})}",
    ]
    for page in pages[:LENGTH]:
        lines += _event(page, request)
    lines.append("END:VCALENDAR")
    text = "\r\n".join(part for line in lines for part in _folded(line)) + "\r\n"
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="thoi-han-gop-y.ics"'},
    )


def _event(page: ConsultationPage, request: HttpRequest) -> Iterable[str]:
    title = _("Deadline: %(title)s") % {"title": clean_line(page.title)}
    address = page.get_full_url(request)
    changed = page.last_published_at or page.opens_at
    return [
        "BEGIN:VEVENT",
        f"UID:{page.translation_key}@{request.get_host().partition(':')[0]}",
        f"DTSTAMP:{_utc(changed)}",
        f"DTSTART:{_utc(page.closes_at)}",
        f"SUMMARY:{_text(title)}",
        f"DESCRIPTION:{_text(clean_line(page.summary))}",
        f"URL:{address}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        f"DESCRIPTION:{_text(title)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """A line in parts of at most 75 octets, never within a letter; the parts after the first begin with a blank."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > FOLD_AT:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
