"""Home pages: one type for authorities, one for facilities; each accepts exactly its own sections (W2.1, W8, W9, W10)."""

from __future__ import annotations

from django.db import models
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Site

from common.blocks import TEXT_FEATURES
from common.models import BasePage
from editorial.models import ReviewedMixin
from home import selectors
from home.frame import frame_for
from home.presentation import home_context
from home.routing import page_at
from network.selectors import institution_for_request
from network.site_roots import tree_of
from sections import tree


class HomePage(ReviewedMixin, BasePage):
    """What both home pages share."""

    tagline = models.CharField(
        _("motto"), max_length=200, blank=True, help_text=_("One line below the name.")
    )
    welcome = RichTextField(_("welcome"), blank=True, features=TEXT_FEATURES)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("tagline"),
        FieldPanel("welcome"),
        *ReviewedMixin.review_panels,
    ]

    class Meta:
        abstract = True

    @classmethod
    def clean_subpage_models(cls):
        """The sections that the catalogue gives to the kinds of institution with this home page."""
        return tree.section_types(tree.kinds_of_home(cls))

    def route(self, request, path_components):
        """Find the page by its whole path: two queries at any depth, where Wagtail takes two for each level.

        The deepest live page on the way answers for the rest of the path itself, so page types with addresses of their
        own work. A site without a home page in the language of the address has nothing there: Wagtail would show the
        Vietnamese pages under ``/en/`` as English.
        """
        site = Site.find_for_request(request)
        place = tree_of(site, get_language()) if site else None
        if place is None or place.path != self.path:
            raise Http404
        if not path_components:
            return super().route(request, path_components)
        found, rest = page_at(place, path_components)
        return found.route(request, rest)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        institution = institution_for_request(request)
        if institution is not None:
            frame = frame_for(request, institution)
            content = selectors.home_content(page=self, institution=institution, restricted=frame.restricted)
            context["home"] = home_context(
                page=self, institution=institution, content=content, frame=frame, request=request
            )
        return context


class AuthorityHomePage(HomePage):
    """Home page of a department or an agency: news of the authority, its members, its services."""

    personal_data = tree.SECTION_DATA
    template = "pages/home/home.html"

    class Meta:
        verbose_name = _("home page of an authority")
        verbose_name_plural = _("home pages of authorities")


class FacilityHomePage(HomePage):
    """Home page of a school or a centre."""

    personal_data = tree.SECTION_DATA
    template = "pages/home/home.html"

    class Meta:
        verbose_name = _("home page of a facility")
        verbose_name_plural = _("home pages of facilities")
