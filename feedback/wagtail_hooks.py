from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from editorial.selectors import board_roles
from feedback import board_form_urls, board_hooks
from feedback.policies import consultation_desks, own_consultations
from feedback.selectors.cases import may_enter
from feedback.selectors.questions import has_questions
from feedback.views.consultations import (
    ConsultationExportView,
    ConsultationListView,
    ConsultationView,
    GroupView,
    OpinionsView,
    PaperView,
    ResultView,
)
from feedback.views.desk import FeedbackCaseView, FeedbackDeskView, FeedbackExportView, FloodReopenView
from feedback.views.questions import QuestionCaseView, QuestionListView, TopicListView
from feedback.views.useful_report import UsefulReportView

HOOKS = (board_hooks,)
"""Modules whose hooks Wagtail finds by this import."""


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
        path("consultations/", ConsultationListView.as_view(), name="consultation_desk"),
        path("consultations/<uuid:key>/", ConsultationView.as_view(), name="consultation"),
        path("consultations/<uuid:key>/opinions/", OpinionsView.as_view(), name="consultation_opinions"),
        path("consultations/<uuid:key>/groups/<int:pk>/", GroupView.as_view(), name="consultation_group"),
        path("consultations/<uuid:key>/paper/", PaperView.as_view(), name="consultation_paper"),
        path(
            "consultations/<uuid:key>/export/", ConsultationExportView.as_view(), name="consultation_export"
        ),
        path("consultations/<uuid:key>/result/", ResultView.as_view(), name="consultation_result"),
        path("questions/", QuestionListView.as_view(), name="question_desk"),
        path("questions/topics/<int:institution_id>/", TopicListView.as_view(), name="question_topics"),
        path("questions/<uuid:uid>/", QuestionCaseView.as_view(), name="question_case"),
        *board_form_urls.urlpatterns,
    ]


class ConsultationMenuItem(MenuItem):
    """Shown to those who may open the answers to some consultation."""

    def is_shown(self, request) -> bool:
        return bool(consultation_desks(request.user) or own_consultations(request.user))


class QuestionMenuItem(MenuItem):
    """Shown to those who lead a desk of questions, or to whom one was given."""

    def is_shown(self, request) -> bool:
        return has_questions(request.user)


@hooks.register("register_admin_menu_item")
def register_consultation_item():
    return ConsultationMenuItem(
        _("Consultations"),
        reverse_lazy("consultation_desk"),
        name="consultations",
        icon_name="group",
        order=301,
    )


@hooks.register("register_admin_menu_item")
def register_question_item():
    return QuestionMenuItem(
        _("Questions and answers"),
        reverse_lazy("question_desk"),
        name="questions",
        icon_name="help",
        order=302,
    )


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
