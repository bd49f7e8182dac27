"""Menu, addresses and audit log of the institutions in the admin."""

from __future__ import annotations

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from network import admin_urls
from network.access import led_institutions, may_see_health
from network.account import LettersPanel
from network.services.institutions import CLOSED, MERGED, MOVED, RENAMED


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("institutions/", include(admin_urls))]


class InstitutionsMenuItem(MenuItem):
    """For superusers and whoever leads an institution."""

    def is_shown(self, request):
        return request.user.is_superuser or bool(led_institutions(request.user))


@hooks.register("register_admin_menu_item")
def register_menu_item():
    return InstitutionsMenuItem(
        _("Institutions"), reverse("network:institutions"), name="institutions", icon_name="site", order=150
    )


@hooks.register("register_account_settings_panel")
def register_letters_panel(request, user, profile):
    return LettersPanel(request, user, profile)


class HealthMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_health(request.user)


@hooks.register("register_reports_menu_item")
def register_health():
    return HealthMenuItem(
        _("Health of the installation"),
        reverse("network:health"),
        name="health",
        icon_name="view",
        order=900,
    )


@hooks.register("register_reports_menu_item")
def register_letters():
    return InstitutionsMenuItem(
        _("Letters not sent"), reverse("network:letters"), name="letters", icon_name="mail", order=910
    )


class ReorganisationFormatter(LogFormatter):
    def format_comment(self, log_entry):
        return log_entry.data.get("reason", "")


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label_, message_ in (
        (CLOSED, _("Close the institution"), _("Institution closed")),
        (RENAMED, _("Rename the institution"), _("Institution renamed")),
        (MERGED, _("Merge the institution into another"), _("Institution merged into another")),
        (MOVED, _("Move to another authority"), _("Institution moved to another authority")),
    ):
        actions.register_action(action)(
            type("Formatter", (ReorganisationFormatter,), {"label": label_, "message": message_})
        )
    actions.register_action("network.letter_again", _("Send a letter again"), _("A letter is sent again"))
    actions.register_action("network.list_taken_in", _("Take in a list"), _("List of institutions taken in"))
