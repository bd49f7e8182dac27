from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from feedback.policies import desk_institutions
from feedback.views.desk import FeedbackCaseView, FeedbackDeskView, FeedbackExportView


class FeedbackMenuItem(MenuItem):
    """Shown to those who have a desk."""

    def is_shown(self, request) -> bool:
        return bool(desk_institutions(request.user))


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("feedback/", FeedbackDeskView.as_view(), name="feedback_desk"),
        path("feedback/export/", FeedbackExportView.as_view(), name="feedback_export"),
        path("feedback/<uuid:uid>/", FeedbackCaseView.as_view(), name="feedback_case"),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item():
    return FeedbackMenuItem(
        _("Feedback"), reverse_lazy("feedback_desk"), name="feedback", icon_name="mail", order=300
    )
