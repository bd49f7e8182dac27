"""The frame of every public page: who speaks, where one is, where one can go. Read by ``templates/base.html``."""

from __future__ import annotations

from functools import cached_property

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import get_language
from wagtail.models import Page, Site

from common.colour import theme_name
from common.compiled import CompiledQuery
from editorial.models import SiteImageRendition
from home.selectors import SectionLink, home_pages, navigation, restricted_paths, section_links
from network.models import Institution
from network.selectors import institution_for_request
from network.site_roots import public_origin, tree_of

CONTACT = ("W8.1b", "W9.1b")
LOGO = "max-168x168|format-png"
_RENDITIONS = CompiledQuery(
    lambda image, spec: SiteImageRendition.objects.filter(
        image_id=image, filter_spec=spec, focal_point_key=""
    ),
    image=int,
    spec=str,
)
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def language_root(language: str) -> str:
    return "/" if language == "vi" else f"/{language}/"


class Frame:
    """Everything is computed when it is first asked for, so a page pays only for what its template shows."""

    def __init__(self, request: HttpRequest, site: Site, institution: Institution):
        self.request, self.site, self.institution = request, site, institution
        self.language = get_language() or "vi"

    @property
    def page(self) -> Page | None:
        """The page that is shown, once it is known; None for views that are no page."""
        return getattr(self.request, "served_page", None)

    @cached_property
    def homes(self) -> dict[str, Page]:
        """The live home page of each language."""
        pages = home_pages(self.institution.home_key) if self.institution.home_key else []
        return {page.locale.language_code: page for page in pages}

    @cached_property
    def home(self) -> Page:
        return self.homes.get(self.language) or self.site.root_page

    @cached_property
    def home_language(self) -> str:
        return self.language if self.language in self.homes else "vi"

    @cached_property
    def home_url(self) -> str:
        return language_root(self.home_language)

    @cached_property
    def restricted(self) -> list[str]:
        """Tree paths of the site, in this language, that not everybody may read."""
        tree = tree_of(self.site, self.language)
        return restricted_paths(tree.path) if tree else []

    @cached_property
    def sections(self) -> list[SectionLink]:
        return section_links(home=self.home, home_url=self.home_url, kind=self.institution.kind)

    @cached_property
    def navigation(self) -> list[dict]:
        return navigation(self.sections, current_path=self.page.path if self.page else "")

    def section_url(self, *keys: str) -> str:
        return next((link.url for link in self.sections if link.section.key in keys), "")

    @cached_property
    def breadcrumb(self) -> list[dict]:
        """From the home page to here; the section is known from the navigation, so it costs nothing."""
        if self.page is None or self.page.depth <= self.home.depth:
            return []
        trail = [{"title": self.home.title, "url": self.home_url}]
        for link in self.sections:
            if self.page.path.startswith(link.path) and self.page.path != link.path:
                trail.append({"title": link.title, "url": link.url})
                trail += self._between(link.path)
        return [*trail, {"title": self.page.title, "url": ""}]

    def _between(self, path: str) -> list[dict]:
        """The pages between a section and this page, where there are any; one query then."""
        page = self.page
        steps = range(len(path) + page.steplen, len(page.path), page.steplen)
        if not steps:
            return []
        found = Page.objects.filter(path__in=[page.path[:end] for end in steps], live=True).order_by("path")
        return [
            {"title": each.title, "url": self.home_url + each.url_path[len(self.home.url_path) :]}
            for each in found
        ]

    @cached_property
    def translations(self) -> dict[str, str]:
        """Language → address of this page. Only a site with an English home page is asked."""
        if len(self.homes) < 2:
            return {}
        if self.page is None:
            return self._view_translations()
        pages = Page.objects.filter(translation_key=self.page.translation_key, live=True).select_related(
            "locale"
        )
        found = {}
        for page in pages:
            language = page.locale.language_code
            home = self.homes.get(language)
            if home:
                found[language] = language_root(language) + page.url_path[len(home.url_path) :]
        return found

    def _view_translations(self) -> dict[str, str]:
        match = self.request.resolver_match
        if match is None or not match.url_name or match.url_name == "wagtail_serve":
            return {}
        found = {}
        for language in self.homes:
            with translation.override(language):
                try:
                    found[language] = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
                except NoReverseMatch:
                    return {}
        return found

    @cached_property
    def languages(self) -> list[dict]:
        """The language switch: this page in the other language, else that language's home page."""
        return [
            {
                "code": language,
                "name": LANGUAGE_NAMES[language],
                "url": self.translations.get(language, language_root(language)),
                "current": language == self.language,
            }
            for language in sorted(self.homes, key=lambda code: code != "vi")
        ]

    @cached_property
    def alternates(self) -> list[dict]:
        if len(self.translations) < 2:
            return []
        return [{"code": code, "url": self.origin + url} for code, url in self.translations.items()]

    @cached_property
    def origin(self) -> str:
        return public_origin(self.site.hostname)

    @property
    def address(self) -> str:
        """The full address of the request, without its question."""
        return self.origin + self.request.path

    @property
    def canonical_url(self) -> str:
        """The address by which search engines should know what is shown; none for an address that was not found."""
        match = self.request.resolver_match
        shown = self.page or (match and match.url_name != "wagtail_serve")
        if not shown:
            return ""
        number = self.request.GET.get("page", "")
        return (
            f"{self.address}?page={int(number)}" if number.isdecimal() and int(number) > 1 else self.address
        )

    @cached_property
    def map_url(self) -> str:
        """Opens the place in the reader's own map (RFC 5870); no map of a third party is loaded."""
        place = next((link.place for link in self.sections if link.section.key in CONTACT), None)
        return f"geo:{place[0]:f},{place[1]:f}" if place else ""

    @cached_property
    def parent_url(self) -> str:
        parent = self.institution.parent
        return public_origin(parent.site.hostname) + "/" if parent and parent.site_id else ""

    @property
    def theme_url(self) -> str:
        return reverse("theme", args=[theme_name(self.institution.brand_colour)])

    @property
    def pattern(self) -> int:
        return self.institution.pk % 4 + 1

    @cached_property
    def logo_url(self) -> str:
        if not self.institution.logo_id:
            return ""
        found = _RENDITIONS.first(image=self.institution.logo_id, spec=LOGO)
        return (found or self.institution.logo.get_rendition(LOGO)).url

    @property
    def last_updated(self):
        return self.page.last_published_at if self.page else None


def frame_for(request: HttpRequest, institution: Institution) -> Frame:
    """The one frame of a request, shared by the view and the templates."""
    if getattr(request, "_edusite_frame", None) is None:
        request._edusite_frame = Frame(request, institution.site, institution)
    return request._edusite_frame


def frame_or_404(request: HttpRequest) -> Frame:
    """The frame for a view that is no page of the tree. A host without an institution has none, nor has a language in which
    the site has no home page."""
    institution = institution_for_request(request)
    if institution is None:
        raise Http404
    frame = frame_for(request, institution)
    if frame.language not in frame.homes:
        raise Http404
    return frame
