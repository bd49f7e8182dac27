"""What the screens of this package share."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from network.access import led_institutions

PER_PAGE = 50


class NetworkView(WagtailAdminTemplateMixin, View):
    """A page of the admin about institutions: for superusers and for those who lead one."""

    header_icon = "site"
    authorities_only = True

    def dispatch(self, request, *args: Any, **kwargs: Any):
        user = request.user
        led = led_institutions(user)
        is_allowed = any(i.is_authority for i in led) if self.authorities_only else bool(led)
        if not (user.is_superuser or is_allowed):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args: Any, **kwargs: Any):
        return self.render_to_response(self.get_context_data(**kwargs))

    def trail(self) -> list[dict[str, Any]]:
        """Steps of the breadcrumb between the list of institutions and this page."""
        return []

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("network:institutions"), "label": _("Institutions")}
        return [*self.breadcrumbs_items, listing, *self.trail(), {"url": "", "label": self.get_page_title()}]

    def paginated(self, queryset) -> dict[str, Any]:
        """Context of one page of a listing, as Wagtail's pagination template wants it."""
        paginator = Paginator(queryset, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return {
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
        }
