"""The guard in the admin; read with ``privacy.wagtail_hooks``."""

from __future__ import annotations

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from privacy.duties import Duty, is_in_charge
from privacy.guard.uploads import serve_checked
from privacy.guard.views import GuardCheckView, GuardListView, GuardLookupView
from privacy.guard.withdrawn import CheckedDocumentLinkHandler


class GuardMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return is_in_charge(request.user, Duty.REVIEW, Duty.APPROVE)


@hooks.register("before_serve_document", order=100)
def keep_stopped_files(document, request):
    """A file that the guard has stopped does not exist for readers; one whose time is over says so. Last: a file of another
    institution does not exist under this host name at all."""
    return serve_checked(document, request)


@hooks.register("register_rich_text_features", order=100)
def register_document_links(features):
    """In place of Wagtail's own handler of links to files."""
    features.register_link_type(CheckedDocumentLinkHandler)


@hooks.register("register_admin_urls")
def register_guard_urls():
    return [
        path("privacy/guard/", GuardListView.as_view(), name="privacy_guard"),
        path("privacy/guard/<uuid:uid>/", GuardCheckView.as_view(), name="privacy_guard_check"),
        path("privacy/guard/<uuid:uid>/lookup/", GuardLookupView.as_view(), name="privacy_guard_lookup"),
    ]


@hooks.register("register_privacy_menu_item")
def register_guard_menu_item():
    return GuardMenuItem(
        _("Checks before publication"),
        reverse_lazy("privacy_guard"),
        name="privacy-guard",
        icon_name="view",
        order=55,
    )
