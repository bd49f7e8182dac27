"""The register in Wagtail's admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from privacy.duty_views import DutyMenuItem, oversees
from privacy.register.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_urls():
    return urlpatterns


class MembersMenuItem(DutyMenuItem):
    """For those who oversee members."""

    def is_shown(self, request) -> bool:
        return oversees(request.user)


@hooks.register("register_privacy_menu_item")
def register_item():
    return DutyMenuItem(
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
