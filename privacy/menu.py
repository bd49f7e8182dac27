"""One entry of the admin's menu for all that concerns personal information. A part adds its item with the hook
``register_privacy_menu_item``; whoever sees none of the items does not see the entry."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, SubmenuMenuItem

privacy_menu = Menu(register_hook_name="register_privacy_menu_item")


def menu_item() -> SubmenuMenuItem:
    return SubmenuMenuItem(
        _("Personal information"), privacy_menu, name="privacy", icon_name="lock", order=310
    )
