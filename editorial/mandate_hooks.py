"""Menu, button, style and log of acts on members' sites, and files by host name; read with ``editorial.wagtail_hooks``."""

from __future__ import annotations

from django.http import Http404
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Site

from editorial.reach import reach_of, serves
from editorial.selectors import board_roles
from editorial.selectors.mandates import acts_on, authority_for
from editorial.services.mandates import ENDED, STARTED
from editorial.views.mandates import mandate_begin, mandate_hand_back, mandates
from network.selectors import institution_for_page


@hooks.register("before_serve_document")
def serve_own_files(document, request):
    """A file of another institution does not exist under this host name."""
    if not serves(Site.find_for_request(request), document, request.user):
        raise Http404


@hooks.register("register_admin_urls")
def register_mandate_urls():
    return [
        path("editorial/acts/", mandates, name="editorial_mandates"),
        path("editorial/acts/<int:pk>/end/", mandate_hand_back, name="editorial_mandate_end"),
        path("editorial/acts/begin/<int:institution_id>/", mandate_begin, name="editorial_mandate_begin"),
    ]


class MandatesMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser or bool(board_roles(request.user))


@hooks.register("register_reports_menu_item")
def register_mandates_report():
    return MandatesMenuItem(
        _("Acts on members' sites"), reverse("editorial_mandates"), icon_name="user", order=60
    )


class BeginMandateButton(Button):
    """In the header of a member's page, for the chief editor of the authority."""

    def __init__(self, page, user, **kwargs):
        institution = institution_for_page(page)
        self.is_offered = (
            institution is not None
            and reach_of(user).is_below(institution)
            and acts_on(user, institution) is None
            and authority_for(user, institution) is not None
        )
        url = reverse("editorial_mandate_begin", args=[institution.pk]) if self.is_offered else ""
        super().__init__(_("Act on this site"), url, icon_name="user", **kwargs)

    @property
    def show(self):
        return self.is_offered


@hooks.register("register_page_header_buttons")
def offer_mandate(page, user, view_name, next_url=None):
    if page.depth > 1 and not user.is_superuser and reach_of(user).reads_members:
        yield BeginMandateButton(page, user, priority=5)


@hooks.register("insert_global_admin_css")
def mandate_style():
    return format_html('<link rel="stylesheet" href="{}">', static("edusite/css/mandate.css"))


class ActFormatter(LogFormatter):
    def format_comment(self, log_entry):
        return log_entry.data.get("reason", "")


@hooks.register("register_log_actions")
def register_mandate_actions(actions):
    for action, label_ in (
        (STARTED, _("The authority acts on the site")),
        (ENDED, _("The authority handed the site back")),
    ):
        actions.register_action(action)(
            type("Formatter", (ActFormatter,), {"label": label_, "message": label_})
        )
