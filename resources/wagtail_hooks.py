from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from editorial.selectors import board_roles
from resources.views.links import LinkActView, LinkReportView


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("reports/broken-links/", LinkReportView.as_view(), name="resource_links"),
        path("reports/broken-links/<int:pk>/", LinkActView.as_view(), name="resource_link_act"),
    ]


class LinkMenuItem(MenuItem):
    """Shown to the members of boards."""

    def is_shown(self, request) -> bool:
        return bool(board_roles(request.user))


@hooks.register("register_reports_menu_item")
def register_link_report():
    return LinkMenuItem(
        _("Broken links"), reverse_lazy("resource_links"), name="broken-links", icon_name="link", order=830
    )
