"""The report on the required sections, among the reports of the admin."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from assessment import views


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("assessment/", views.overview, name="assessment_overview"),
        path("assessment/<int:institution_id>/", views.site, name="assessment_site"),
        path("assessment/<int:institution_id>/members/", views.members, name="assessment_members"),
    ]


class AssessmentMenuItem(MenuItem):
    def is_shown(self, request):
        return views.may_see_report(request.user)


@hooks.register("register_reports_menu_item")
def register_report():
    return AssessmentMenuItem(
        _("State of the required sections"), reverse("assessment_overview"), icon_name="tasks", order=40
    )
