"""Retention in Wagtail's admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from privacy.duty_views import DutyMenuItem
from privacy.retention.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_urls():
    return urlpatterns


@hooks.register("register_privacy_menu_item")
def register_item():
    return DutyMenuItem(
        _("Retention"),
        reverse_lazy("privacy_retention"),
        name="privacy-retention",
        icon_name="history",
        order=400,
    )
