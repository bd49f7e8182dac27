"""Addresses of the screens of built forms, below the admin's own."""

from django.urls import path

from feedback.views import board_forms

urlpatterns = [
    path("board-forms/", board_forms.FormListView.as_view(), name="board_forms"),
    path("board-forms/new/", board_forms.FormNewView.as_view(), name="board_form_new"),
    path("board-forms/<int:page_id>/", board_forms.AnswersView.as_view(), name="board_form_answers"),
    path(
        "board-forms/<int:page_id>/export/", board_forms.AnswersExportView.as_view(), name="board_form_export"
    ),
    path(
        "board-forms/<int:page_id>/totals/", board_forms.AnswersTotalsView.as_view(), name="board_form_totals"
    ),
    path("board-forms/<int:page_id>/<uuid:uid>/", board_forms.AnswerView.as_view(), name="board_form_answer"),
]
