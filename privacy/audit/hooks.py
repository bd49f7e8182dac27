"""The record of access and the files of submissions in Wagtail's admin."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from privacy.audit.views import AuditCheckView, AuditExportView, AuditView, reviews
from privacy.uploads.views import FileView


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("privacy/audit/", AuditView.as_view(), name="privacy_audit"),
        path("privacy/audit/results/", AuditView.as_view(results_only=True), name="privacy_audit_results"),
        path("privacy/audit/check/", AuditCheckView.as_view(), name="privacy_audit_check"),
        path("privacy/audit/export/", AuditExportView.as_view(), name="privacy_audit_export"),
        path("privacy/files/<uuid:uid>/", FileView.as_view(), name="privacy_file"),
    ]


class AuditMenuItem(MenuItem):
    """For those who protect personal information."""

    def is_shown(self, request) -> bool:
        return reviews(request.user)


@hooks.register("register_privacy_menu_item")
def register_item():
    return AuditMenuItem(
        _("Record of access"),
        reverse_lazy("privacy_audit"),
        name="privacy-audit",
        icon_name="history",
        order=800,
    )
