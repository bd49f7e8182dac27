"""Addresses that belong to the installation, not to a package."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from common.colour import colour_of_theme, theme_css
from edusite.styleguide import style_page_context
from network.selectors import institution_for_request
from network.site_roots import public_origin

YEAR = 365 * 24 * 3600
NOT_FOR_ROBOTS = ("/admin/", "/loi-moi/", "/tim-kiem/", "/en/tim-kiem/")


@require_safe
def theme(request: HttpRequest, name: str) -> HttpResponse:
    """The stylesheet of a brand colour. Its name changes with its content, so it is kept for good."""
    try:
        colour = colour_of_theme(name)
    except ValueError as error:
        raise Http404(str(error)) from error
    return HttpResponse(
        theme_css(colour),
        content_type="text/css",
        headers={"Cache-Control": f"public, max-age={YEAR}, immutable"},
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    institution = institution_for_request(request)
    if institution is None:
        raise Http404
    origin = public_origin(institution.hostname)
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), ""]
    lines.append(f"Sitemap: {origin}{reverse('sitemap_xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """All components together, in development only."""
    picture = get_image_model().objects.order_by("-width", "pk").first()
    return render(request, "styleguide.html", style_page_context(image=picture))
