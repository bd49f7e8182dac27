"""The report on the required sections, among the reports of the admin, and the overview of an authority."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from assessment.services.first_steps import DISMISSED
from assessment.services.letters import SETTLED, WROTE
from assessment.views.base import may_see_report
from assessment.views.first_steps import DismissView
from assessment.views.letters import LetterView, SettleView
from assessment.views.overview import MembersView
from assessment.views.report import OverviewView, SiteView


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("assessment/", OverviewView.as_view(), name="assessment_overview"),
        path("assessment/<int:institution_id>/", SiteView.as_view(), name="assessment_site"),
        path("assessment/<int:institution_id>/members/", MembersView.as_view(), name="assessment_members"),
        path("assessment/<int:institution_id>/letter/", LetterView.as_view(), name="assessment_letter"),
        path("assessment/letters/<int:letter_id>/settle/", SettleView.as_view(), name="assessment_settle"),
        path(
            "assessment/<int:institution_id>/first-steps/",
            DismissView.as_view(),
            name="assessment_first_steps",
        ),
    ]


class AssessmentMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_report(request.user)


@hooks.register("register_reports_menu_item")
def register_report():
    return AssessmentMenuItem(
        _("State of the required sections"), reverse("assessment_overview"), icon_name="tasks", order=40
    )


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action(WROTE, _("Write to the board"), _("Letter to the board sent"))
    actions.register_action(SETTLED, _("Settle a letter"), _("Letter to the board settled by hand"))
    actions.register_action(DISMISSED, _("Put the first steps away"), _("First steps put away"))
