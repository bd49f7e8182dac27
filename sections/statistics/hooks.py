"""Addresses and buttons of statistics in the admin."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from editorial.reach import may_read_page
from network.selectors import institution_for_page
from sections.models import StatisticsPage
from sections.statistics.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_statistics_urls():
    return urlpatterns


@hooks.register("register_page_header_buttons")
def statistics_buttons(page, user, view_name, next_url=None):
    """At the section of an authority: which members lack figures, and the official tables."""
    if page.specific_class is not StatisticsPage:
        return
    may_add = page.permissions_for_user(user).can_add_subpage()
    if not (may_add or may_read_page(user, page)):
        return
    institution = institution_for_page(page)
    if institution is None or not institution.is_authority:
        return
    url = reverse("statistics_completeness", args=[institution.pk])
    yield Button(_("Figures of the members"), url, icon_name="tasks", priority=61)
    if may_add:
        yield Button(
            _("Official figures"),
            reverse("statistics_official", args=[page.pk]),
            icon_name="download",
            priority=62,
        )
