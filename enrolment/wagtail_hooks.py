"""Menu, buttons and log of results, appeals and certificates."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from editorial.reach import reach_of
from enrolment.admin_urls import urlpatterns
from enrolment.menu import menu_item
from enrolment.models import CampaignPage, ExaminationPage
from enrolment.policies import is_officer
from network.selectors import institution_for_page


@hooks.register("register_admin_urls")
def register_urls():
    return urlpatterns


@hooks.register("register_admin_menu_item")
def register_menu():
    return menu_item()


@hooks.register("register_page_header_buttons")
def places_button(page, user, view_name, next_url=None):
    """At a campaign, for its officers."""
    if issubclass(page.specific_class, CampaignPage) and page.locale.language_code == "vi":
        institution = institution_for_page(page)
        if institution and is_officer(user, institution.pk):
            url = reverse("enrolment_places", args=[page.pk])
            yield Button(_("Assignment of places"), url, icon_name="list-ol", priority=61)


@hooks.register("register_page_header_buttons")
def campaign_button(page, user, view_name, next_url=None):
    """At a campaign, for those who read what its schools have written."""
    if issubclass(page.specific_class, CampaignPage) and page.locale.language_code == "vi":
        institution = institution_for_page(page)
        if institution and reach_of(user).covers(institution):
            url = reverse("enrolment_campaign", args=[page.pk])
            yield Button(_("Schools of this campaign"), url, icon_name="date", priority=60)


@hooks.register("register_page_header_buttons")
def results_button(page, user, view_name, next_url=None):
    """At an examination, for its officers."""
    if issubclass(page.specific_class, ExaminationPage) and page.locale.language_code == "vi":
        institution = institution_for_page(page)
        if institution and is_officer(user, institution.pk):
            url = reverse("enrolment_exam", args=[page.pk])
            yield Button(_("Results of this examination"), url, icon_name="table", priority=60)


@hooks.register("register_log_actions")
def register_actions(actions):
    for name, label in (
        ("check", _("List of results tried")),
        ("load", _("List of results loaded")),
        ("propose", _("Results proposed for publication")),
        ("publish", _("Results published")),
        ("return", _("Results returned")),
        ("withdraw", _("Results withdrawn")),
    ):
        actions.register_action(f"enrolment.results_{name}", label, label)
    label = _("List of participants taken out")
    actions.register_action("enrolment.participants_export", label, label)


@hooks.register("register_log_actions")
def register_places_actions(actions):
    for name, label in (
        ("lots_seed", _("Seed of the lots drawn")),
        ("lots_number", _("Public number of the lots entered")),
        ("lots_confirmed", _("Public number of the lots confirmed")),
        ("places_compute", _("Assignment of places computed")),
        ("places_propose", _("Assignment of places proposed")),
        ("places_return", _("Assignment of places returned")),
        ("places_drop", _("Assignment of places dropped")),
        ("places_publish", _("Assignment of places published")),
        ("places_take_back", _("Assignment of places taken back")),
    ):
        actions.register_action(f"enrolment.{name}", label, label)
