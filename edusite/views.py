"""Addresses that belong to the installation, not to a package."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wagtail.images import get_image_model

from common.colour import colour_of_theme, theme_css
from common.styleguide import styleguide_context

YEAR = 365 * 24 * 3600


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
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /tim-kiem/", "Disallow: /en/search/"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """All components together, in development only."""
    picture = get_image_model().objects.order_by("pk").first()
    return render(request, "styleguide.html", styleguide_context(image=picture))
