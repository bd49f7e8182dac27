"""What the desks of this package share: for those who have one, never stored, with a trail."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class ParticipationView(WagtailAdminTemplateMixin, View):
    """A screen of a desk. `list_name` is the address of the desk; `is_open_to` says for whom there is one."""

    list_name = ""
    list_label = ""

    def is_open_to(self, user) -> bool:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.is_open_to(request.user):
            raise Http404("No desk")
        request.sensitive_post_parameters = "__ALL__"
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    def get_breadcrumbs_items(self):
        home = [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]
        return [*home, {"url": reverse(self.list_name), "label": self.list_label}, *self.trail()]

    def trail(self) -> list[dict]:
        return []

    def show(self, *, status: int = 200, **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)
