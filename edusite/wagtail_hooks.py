"""What the assembled product adds to the admin: the way from the account page to sign-in and security."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("register_account_menu_item")
def security_menu_item(request):
    return {
        "url": reverse("account_security"),
        "label": _("Password, second factor, sessions"),
        "help_text": _("Change the password, set up the second factor, see where you are signed in."),
    }
