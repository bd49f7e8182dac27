"""Where boards find offers in the admin: a menu entry, a button on an article, addresses of the screens."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editorial.selectors import board_roles
from sections.offers import services, views


@hooks.register("register_admin_urls")
def register_offer_urls():
    return [
        path("offers/", views.offers, name="sections_offers"),
        path("offers/new/<int:page_id>/", views.offer_new, name="sections_offer_new"),
        path("offers/<int:pk>/", views.offer, name="sections_offer"),
        path("offers/<int:pk>/end/", views.offer_end, name="sections_offer_end"),
        path("offers/<int:pk>/for/<int:institution_id>/", views.received, name="sections_offer_received"),
        path("offers/renew/<int:pk>/", views.renew, name="sections_offer_renew"),
    ]


class OffersMenuItem(MenuItem):
    def is_shown(self, request):
        return bool(board_roles(request.user))


@hooks.register("register_admin_menu_item")
def register_offers():
    return OffersMenuItem(
        _("Offered articles"), reverse("sections_offers"), name="offers", icon_name="resubmit", order=600
    )


@hooks.register("register_page_header_buttons")
def offer_button(page, user, view_name, next_url=None):
    """For a published article of the person's own board."""
    if services.may_offer(user, page):
        yield Button(
            _("Offer to other boards"),
            reverse("sections_offer_new", args=[page.pk]),
            icon_name="resubmit",
            priority=66,
        )
