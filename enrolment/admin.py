"""The frame of the screens of exam officers in the admin."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from enrolment.policies import offices_of


class OfficeView(WagtailAdminTemplateMixin, View):
    """For editors and chief editors of some board; for everybody else these screens do not exist. Nothing of them is kept by
    caches."""

    header_icon = "table"
    root: tuple[Any, str] = ("", "")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.offices = offices_of(request.user)
        if not self.offices:
            raise Http404("No office")
        request.sensitive_post_parameters = "__ALL__"
        try:
            response = super().dispatch(request, *args, **kwargs)
        except PermissionDenied as error:
            raise Http404("Not yours") from error
        response["Cache-Control"] = "no-store, private"
        return response

    def get_breadcrumbs_items(self):
        title, name = self.root
        home = {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}
        return [home, {"url": reverse(name), "label": title}, *self.trail()]

    def trail(self) -> list[dict]:
        return []

    def show(self, *, status: int = 200, **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)

    def tried(self, act, done: str) -> bool:
        """Carry out what a button asks for and say how it went; nothing where `done` is empty, because the screen shows it."""
        try:
            act()
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return False
        if done:
            messages.success(self.request, done)
        return True
