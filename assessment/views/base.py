"""What the screens of this package share."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from assessment.selectors import authorities_of, institutions_for
from editorial.selectors import board_roles
from network.models import Institution


def may_see_report(user) -> bool:
    return user.is_superuser or bool(board_roles(user))


class AssessmentView(WagtailAdminTemplateMixin, View):
    """A screen for members of boards; the site of another institution does not exist for the person who asks."""

    header_icon = "tasks"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see_report(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    def institution(self, pk: int) -> Institution:
        rows = institutions_for(self.request.user).select_related("site")
        return get_object_or_404(rows, pk=pk)

    def authority(self, pk: int) -> Institution:
        """One on whose board the person serves, or one below it: what is overseen from above can be looked at."""
        found = self.institution(pk)
        if not found.is_authority:
            raise Http404
        return found

    def trail(self) -> list[dict[str, Any]]:
        return []

    def get_breadcrumbs_items(self):
        home = {"url": reverse("wagtailadmin_home"), "label": _("Desk")}
        return [home, *self.trail(), {"url": "", "label": self.get_page_title()}]

    def show(self, *, status: int = 200, **context: Any) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)


def overseer_of(user, institution: Institution) -> Institution | None:
    """The nearest authority above an institution on whose board the person serves."""
    above = [
        a for a in authorities_of(user) if institution.path.startswith(a.path) and a.pk != institution.pk
    ]
    return max(above, key=lambda a: a.depth, default=None)
