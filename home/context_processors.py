"""What every public page needs: institution, navigation, addresses. Evaluated only where a template asks for it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page, Site

from common.colour import theme_name
from home.selectors import navigation
from network.models import Institution
from network.selectors import institution_for_site
from network.site_roots import public_origin


def site(request: HttpRequest) -> dict:
    """Empty for the admin and for a host without a site; else lazy values, so that a page pays for what it shows."""
    if request.path.startswith(("/admin/", "/healthz", "/readyz")):
        return {}
    found = Site.find_for_request(request)
    institution = institution_for_site(found)
    if institution is None:
        return {"search_url": _reverse("search"), "privacy_url": _reverse("privacy_notice")}
    return {
        "institution": institution,
        "parent_institution": SimpleLazyObject(lambda: institution.parent),
        "site_home": SimpleLazyObject(lambda: _home(found)),
        "site_root_url": _root_url(),
        "navigation": SimpleLazyObject(lambda: _navigation(request, found, institution)),
        "theme_url": reverse("theme", args=[theme_name(institution.brand_colour)]),
        "search_url": _reverse("search"),
        "privacy_url": _reverse("privacy_notice"),
        "rss_url": _reverse("news_rss"),
        "site_map_url": _reverse("site_map"),
        "public_origin": public_origin(found.hostname),
        "styleguide": settings.EDUSITE_STYLEGUIDE,
    }


def _reverse(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _root_url() -> str:
    return "/en/" if get_language() == "en" else "/"


def _home(found: Site) -> Page:
    """The home page in the language of the request, or in Vietnamese where the site has no other."""
    if get_language() != "vi":
        translated = (
            found.root_page.get_translations().filter(locale__language_code=get_language(), live=True).first()
        )
        if translated:
            return translated
    return found.root_page


def _navigation(request: HttpRequest, found: Site, institution: Institution):
    home = _home(found)
    page = getattr(request, "_edusite_page", None)
    home_url = "/en/" if home.pk != found.root_page_id else "/"
    return navigation(
        home=home, home_url=home_url, kind=institution.kind, current_path=page.path if page else ""
    )
