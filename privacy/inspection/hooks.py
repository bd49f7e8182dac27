"""Inspection and incidents in Wagtail's admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from privacy.duty_views import DutyMenuItem
from privacy.inspection import staff
from privacy.inspection.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_urls():
    return urlpatterns


@hooks.register("register_privacy_menu_item")
def register_inspection():
    return DutyMenuItem(
        _("Inspection"),
        reverse_lazy("privacy_inspection"),
        name="privacy-inspection",
        icon_name="tasks",
        order=500,
    )


@hooks.register("register_privacy_menu_item")
def register_incidents():
    return DutyMenuItem(
        _("Incidents"),
        reverse_lazy("privacy_incidents"),
        name="privacy-incidents",
        icon_name="warning",
        order=510,
    )


class ReadMenuItem(MenuItem):
    """For everybody who works for an institution."""

    def is_shown(self, request) -> bool:
        return bool(staff.institutions_of(request.user))


@hooks.register("register_privacy_menu_item")
def register_read():
    return ReadMenuItem(
        _("Read the regulation"),
        reverse_lazy("privacy_read"),
        name="privacy-read",
        icon_name="openquote",
        order=950,
    )
