"""Menu, button of the section and addresses of lists of pages in the admin."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editorial.reach import may_read_page
from editorial.selectors import board_roles
from sections.exchange.choices import Work
from sections.exchange.registry import exchanges
from sections.exchange.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_exchange_urls():
    return urlpatterns


class ExchangeMenuItem(MenuItem):
    """For whoever serves on a board."""

    def is_shown(self, request):
        return request.user.is_superuser or bool(board_roles(request.user))


@hooks.register("register_admin_menu_item")
def register_exchange_menu():
    return ExchangeMenuItem(
        _("Import and export"), reverse("exchange_index"), name="exchange", icon_name="table", order=640
    )


@hooks.register("register_page_header_buttons")
def exchange_button(page, user, view_name, next_url=None):
    """At a section whose entries come as a list."""
    found = exchanges(page.specific_class)
    if found and (page.permissions_for_user(user).can_add_subpage() or may_read_page(user, page)):
        for each in found:
            label = _("Import and export: %(what)s") % {"what": each.label}
            url = reverse("exchange_section", args=[page.pk, each.name])
            yield Button(label, url, icon_name="table", priority=60)


@hooks.register("register_log_actions")
def register_exchange_actions(actions):
    for work in Work:
        actions.register_action(f"sections.exchange_{work.value}", work.label, work.label)
