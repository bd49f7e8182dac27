"""What the admin does for built forms: a menu item, and the entry in the register that follows the form."""

from __future__ import annotations

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from editorial.selectors import board_roles
from feedback.models import BoardFormPage
from feedback.services.board_forms import form_follow


class FormsMenuItem(MenuItem):
    """For members of a board."""

    def is_shown(self, request) -> bool:
        return bool(board_roles(request.user))


@hooks.register("register_admin_menu_item")
def register_forms_menu_item():
    return FormsMenuItem(
        _("Forms of the board"), reverse_lazy("board_forms"), name="board-forms", icon_name="form", order=305
    )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def follow_form(request, page):
    """The register follows what was saved, and is handed in with the page."""
    if isinstance(page.specific_deferred, BoardFormPage):
        form_follow(page=page.get_latest_revision_as_object(), user=request.user)
