"""What the assembled product adds to the admin: the script of its widgets, the way to sign-in and security."""

from __future__ import annotations

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("insert_global_admin_js", order=-100)
def start_widgets() -> str:
    """The script that starts widgets and lets buttons wait for the editor's saving, before the page's own content is read."""
    return format_html('<script src="{}"></script>', static("edusite/js/admin.js"))


@hooks.register("register_account_menu_item")
def security_menu_item(request):
    return {
        "url": reverse("account_security"),
        "label": _("Password, second factor, sessions"),
        "help_text": _("Change the password, set up the second factor, see where you are signed in."),
    }


@hooks.register("insert_global_admin_css")
def admin_css():
    return format_html('<link rel="stylesheet" href="{}">', static("edusite/css/admin.css"))


@hooks.register("insert_global_admin_css")
def session_clock_css():
    return format_html('<link rel="stylesheet" href="{}">', static("edusite/css/session-clock.css"))


@hooks.register("insert_global_admin_js")
def session_clock():
    """Says before a session ends, and keeps it while somebody types; without script, drafts are kept all the same."""
    minutes = settings.EDUSITE_SESSION_IDLE_MINUTES
    return format_html(
        '<script src="{}" data-idle="{}" data-url="{}" data-title="{}" data-text="{}" data-button="{}"></script>',
        static("edusite/js/session-clock.js"),
        minutes * 60,
        reverse("account_stay"),
        _("Are you still there?"),
        _("You are about to be signed out for want of use. What is not saved would be lost."),
        _("Stay signed in"),
    )
