"""The register in Wagtail's admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from privacy.duties import Duty, institutions_with
from privacy.register.urls import urlpatterns
from privacy.register.views.base import keeps_a_register


@hooks.register("register_admin_urls")
def register_urls():
    return urlpatterns


class RegisterMenuItem(MenuItem):
    """For those who keep or approve a register."""

    def is_shown(self, request) -> bool:
        return keeps_a_register(request.user)


class MembersMenuItem(MenuItem):
    """For those who oversee members."""

    def is_shown(self, request) -> bool:
        if not keeps_a_register(request.user):
            return False
        return institutions_with(request.user, Duty.OVERSEE).exists()


@hooks.register("register_privacy_menu_item")
def register_item():
    return RegisterMenuItem(
        _("Register and notices"),
        reverse_lazy("privacy_register"),
        name="privacy-register",
        icon_name="list-ul",
        order=100,
    )


@hooks.register("register_privacy_menu_item")
def register_members_item():
    return MembersMenuItem(
        _("Members"),
        reverse_lazy("privacy_register_members"),
        name="privacy-members",
        icon_name="site",
        order=900,
    )
