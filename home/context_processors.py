"""What every public template may ask for. The values are lazy: a page pays for what it shows."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from home.frame import frame_for
from home.structured_data import open_graph, structured_data
from network.models import Institution
from network.selectors import institution_for_site
from privacy.register.announcements import alerts_for
from sections.alerts import SHOWN, announced_on

LAZY = (
    "home_url",
    "navigation",
    "breadcrumb",
    "languages",
    "alternates",
    "canonical_url",
    "parent_url",
    "theme_url",
    "logo_url",
    "last_updated",
    "map_url",
    "pattern",
)


def _alerts(request: HttpRequest, institution: Institution) -> list[dict]:
    """The board's announcements, then what the law makes the site say. The answer is kept until they change."""
    announced, until = announced_on(institution, now=timezone.now())
    if until is not None:
        known = getattr(request, "shown_until", None)
        request.shown_until = min(known, until) if known else until
    return [one.look for one in announced[:SHOWN]] + alerts_for(institution)


def site(request: HttpRequest) -> dict:
    """Nothing for the admin; for a host without a site only the addresses that always exist."""
    if request.path.startswith("/admin/"):
        return {}
    found = Site.find_for_request(request)
    institution = institution_for_site(found)
    if institution is None:
        return {}
    frame = frame_for(request, institution)
    lazy = {name: SimpleLazyObject(lambda name=name: getattr(frame, name)) for name in LAZY}
    return lazy | {
        "frame": frame,
        "alerts": SimpleLazyObject(lambda: _alerts(request, institution)),
        "structured_data": lambda: structured_data(frame),
        "open_graph": lambda: open_graph(frame),
        "institution": institution,
        "opening_hours": institution.opening_hours,
        "search_url": reverse("search"),
        "privacy_url": reverse("privacy_notice"),
        "sitemap_url": reverse("site_map"),
        "feed_url": reverse("news_feed", args=["rss"]),
        "contact_url": SimpleLazyObject(lambda: frame.section_url("W8.1b", "W9.1b")),
        "feedback_url": SimpleLazyObject(lambda: frame.section_url("W4.2")),
        "accessibility_url": reverse("accessibility"),
        "regulations_url": reverse("regulations"),
    }
