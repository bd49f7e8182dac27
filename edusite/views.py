"""Addresses that belong to the installation, not to a package."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from common.colour import colour_of_theme, theme_css

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
