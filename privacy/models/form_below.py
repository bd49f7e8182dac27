"""A page that informs, and whose form has an address of its own below it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from privacy.models.pages import AbstractFormPage


class FormBelowPage(AbstractFormPage):
    """The page itself is read, stored by caches and shared; the form stands at ``<page>/<form_slug>/`` and is kept by nobody.

    `form_slugs` goes by language; an address in another language's word leads nowhere.
    """

    form_slugs: ClassVar[dict[str, str]] = {}

    class Meta:
        abstract = True

    @property
    def form_slug(self) -> str:
        return self.form_slugs.get(self.locale.language_code, self.form_slugs["vi"])

    def form_address(self, request: HttpRequest) -> str:
        return f"{self.get_url(request) or request.path}{self.form_slug}/"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if path_components == [self.form_slug]:
            if not self.live:
                raise Http404("The page is not published")
            return RouteResult(self, kwargs={"at": "form"})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, at: str = "", **kwargs) -> HttpResponse:
        if at == "form":
            return self.form_refusal(request) or super().serve(request)
        return super(AbstractFormPage, self).serve(request, *args, **kwargs)

    def step_page_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the page informs about is read there and costs nothing on the way through the form."""
        return Page.get_context(self, request)

    def form_refusal(self, request: HttpRequest) -> HttpResponse | None:
        """An answer in place of the form, where it takes nothing at the moment."""
        return None

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return super(AbstractFormPage, self).serve_preview(request, mode_name)
