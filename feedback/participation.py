"""What consultations and questions add to the registries of the packages below, and to their own page types."""

from __future__ import annotations

from feedback.forms import consultation_forms, question_forms
from feedback.models import ConsultationPage, QuestionsPage
from feedback.registration import consultation_kind, question_kind
from feedback.selectors.questions import similar_questions
from feedback.views.replies import question_reply
from privacy.registry import register_form


def install() -> None:
    """Called by the app's ``ready()``."""
    register_form(consultation_kind)
    register_form(question_kind)
    ConsultationPage.forms_for = staticmethod(consultation_forms)
    QuestionsPage.forms_for = staticmethod(question_forms)
    QuestionsPage.reply_view = staticmethod(question_reply)
    QuestionsPage.similar_to = staticmethod(similar_questions)
