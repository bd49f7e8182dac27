"""The menu of the admin: for each person what they use, the desk first, nothing that leads elsewhere."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem, PageExplorerMenuItem
from wagtail.models import Page

from editorial.models import institutions_served

ORDER = (
    "desk",
    "explorer",
    "documents",
    "images",
    "feedback",
    "reports",
    "people",
    "institutions",
    "settings",
    "help",
)
"""Names of the items of the main menu; those that are not named here stand before the reports, in their own order."""
STEP = 100_000
NOT_FOR_BOARDS = frozenset({"locked-pages", "aging-pages", "page-types-usage", "workflow-tasks"})
"""Reports over the whole installation, or that the desk gives better."""
FOREIGN_HELP = ("whats-new-in-wagtail", "editor-guide")
"""Beginnings of the names of help items that lead to the websites of others."""


class DeskMenuItem(MenuItem):
    """The way back to the admin's home."""

    def __init__(self) -> None:
        super().__init__(_("Desk"), reverse("wagtailadmin_home"), name="desk", icon_name="home", order=1)


class OwnPagesMenuItem(MenuItem):
    """The pages, opened at the home page of the person's institution.

    Who serves on several boards, and a superuser, begins where their sites meet.
    """

    def __init__(self, stock: MenuItem) -> None:
        super().__init__(
            pgettext_lazy("menu of a site", "Pages"),
            stock.url,
            name=stock.name,
            icon_name=stock.icon_name,
            order=stock.order,
        )
        self.stock = stock

    def is_shown(self, request: HttpRequest) -> bool:
        return self.stock.is_shown(request)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        home = own_home(request.user)
        if home is None:
            return self.stock.render_component(request)
        url = reverse("wagtailadmin_explore", args=[home])
        return PageExplorerMenuItem(self.name, self.label, url, home, icon_name=self.icon_name)


def own_home(user) -> int | None:
    """Id of the Vietnamese home page of the one institution on whose board a person serves; None for who serves on
    several or on none. One query beside that of the boards, kept on the user object."""
    if not hasattr(user, "_edusite_own_home"):
        user._edusite_own_home = None
        served = [] if user.is_superuser else institutions_served(user)
        if len(served) == 1 and (key := served[0].home_key):
            pages = Page.objects.filter(translation_key=key, locale__language_code="vi")
            user._edusite_own_home = pages.values_list("pk", flat=True).first()
    return user._edusite_own_home


def arrange(items: list[MenuItem]) -> None:
    """Put the items of the main menu into the order of `ORDER`.

    Wagtail keeps the items from request to request and sorts them by `order`, so each gets the same number every time.
    """
    ranks = {name: rank * STEP for rank, name in enumerate(ORDER)}
    others = ranks["reports"] - STEP // 2
    for place, item in enumerate(items):
        if item.name == "explorer" and not isinstance(item, OwnPagesMenuItem):
            items[place] = item = OwnPagesMenuItem(item)
        item.order = ranks.get(item.name, others + item.order % (STEP // 2))


def for_boards(items: list[MenuItem], user) -> None:
    """Leave out the reports that are no use to members of boards."""
    if not user.is_superuser:
        items[:] = [item for item in items if item.name not in NOT_FOR_BOARDS]


def without_foreign_help(items: list[MenuItem]) -> None:
    items[:] = [item for item in items if not item.name.startswith(FOREIGN_HELP)]
