"""Addresses and buttons of disclosure in the admin."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from network.selectors import institution_for_page
from sections.disclosure.urls import urlpatterns
from sections.disclosure.views import SECTION_TYPES, may_see


@hooks.register("register_admin_urls")
def register_disclosure_urls():
    return urlpatterns


@hooks.register("register_page_header_buttons")
def disclosure_buttons(page, user, view_name, next_url=None):
    """At the section: what is due and missing; for an authority that of its members too."""
    if page.specific_class not in SECTION_TYPES or not may_see(user, page):
        return
    institution = institution_for_page(page)
    if institution is None:
        return
    yield Button(
        _("Due and missing"), reverse("disclosure_reports", args=[page.pk]), icon_name="tasks", priority=61
    )
    if institution.is_authority:
        url = reverse("disclosure_members", args=[institution.pk])
        yield Button(_("Disclosure of the members"), url, icon_name="group", priority=62)
