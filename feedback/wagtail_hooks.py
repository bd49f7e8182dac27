from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from editorial.selectors import board_roles
from feedback.selectors.cases import may_enter
from feedback.views.desk import FeedbackCaseView, FeedbackDeskView, FeedbackExportView, FloodReopenView
from feedback.views.useful_report import UsefulReportView


class FeedbackMenuItem(MenuItem):
    """Shown to those who have a desk."""

    def is_shown(self, request) -> bool:
        return may_enter(request.user)


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("feedback/", FeedbackDeskView.as_view(), name="feedback_desk"),
        path("feedback/export/", FeedbackExportView.as_view(), name="feedback_export"),
        path("feedback/breaks/<int:pk>/", FloodReopenView.as_view(), name="feedback_reopen"),
        path("reports/useful-pages/", UsefulReportView.as_view(), name="feedback_useful"),
        path("feedback/<uuid:uid>/", FeedbackCaseView.as_view(), name="feedback_case"),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item():
    return FeedbackMenuItem(
        _("Feedback"), reverse_lazy("feedback_desk"), name="feedback", icon_name="mail", order=300
    )


class UsefulMenuItem(MenuItem):
    """Shown to the members of boards."""

    def is_shown(self, request) -> bool:
        return bool(board_roles(request.user))


@hooks.register("register_reports_menu_item")
def register_useful_report():
    return UsefulMenuItem(
        _("Usefulness of pages"), reverse_lazy("feedback_useful"), name="useful", icon_name="help", order=820
    )
