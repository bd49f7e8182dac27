"""Where boards find English in the admin: a menu entry, a button on a page, addresses of the screens."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editorial.models import institutions_served
from network.selectors import institution_for_page
from sections.english import services, views
from sections.english.scope import why_not

OF_LOCALIZE = frozenset({"localize-restart-translation", "localize-convert-to-alias"})


@hooks.register("register_admin_urls", order=-10)
def register_english_urls():
    return [
        path("english/", views.english, name="sections_english"),
        path("english/<int:page_id>/", views.english_page, name="sections_english_page"),
        path("english/<int:page_id>/po/", views.english_po, name="sections_english_po"),
        path("localize/submit/page/<int:page_id>/", views.from_localize, name="sections_english_localize"),
    ]


class EnglishMenuItem(MenuItem):
    """For the boards of authorities."""

    def is_shown(self, request):
        if request.user.is_superuser:
            return views.authorities_of(request.user).exists()
        return any(i.is_active and i.is_authority and i.home_key for i in institutions_served(request.user))


@hooks.register("register_admin_menu_item")
def register_english():
    return EnglishMenuItem(
        pgettext_lazy("menu of a site", "English"),
        reverse("sections_english"),
        name="english",
        icon_name="globe",
        order=610,
    )


@hooks.register("register_page_header_buttons")
def english_button(page, user, view_name, next_url=None):
    """For the pages of an authority's own board, in either language."""
    institution = institution_for_page(page) if page.depth > 1 else None
    if institution is None or not institution.is_authority or why_not(page.specific_class):
        return
    if services.may_translate(user, institution):
        label = _("English, side by side")
        url = reverse("sections_english_page", args=[page.pk])
        yield Button(label, url, icon_name="globe", priority=64)


@hooks.register("construct_page_action_menu")
def without_localize(menu_items, request, context):
    """What Wagtail Localize offers there leads around the parts that the board sees."""
    menu_items[:] = [item for item in menu_items if item.name not in OF_LOCALIZE]


@hooks.register("register_log_actions")
def register_english_actions(actions):
    actions.register_action(
        services.STARTED, _("Begin the English of a page"), _("Began the English of the page")
    )
