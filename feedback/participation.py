"""What consultations and questions add to the registries of the packages below, and to their own page types."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from editorial.desk import register as register_desk_part
from feedback import participation_letters
from feedback.forms import consultation_forms, question_forms
from feedback.models import ConsultationPage, QuestionsPage
from feedback.participation_desk import ConsultationPart, QuestionPart
from feedback.registration import consultation_kind, question_kind
from feedback.selectors.questions import similar_questions
from feedback.services.reminders import consultation_timers_run
from feedback.views.replies import question_reply
from network.timers import Timer, register
from privacy.registry import register_form


def install() -> None:
    """Called by the app's ``ready()``."""
    register_form(consultation_kind)
    register_form(question_kind)
    participation_letters.register()
    register_desk_part(ConsultationPart())
    register_desk_part(QuestionPart())
    label = _("Remind of results and questions, follow results and withdrawals")
    register(Timer("feedback.consultations", label, timedelta(hours=1), consultation_timers_run))
    ConsultationPage.forms_for = staticmethod(consultation_forms)
    QuestionsPage.forms_for = staticmethod(question_forms)
    QuestionsPage.reply_view = staticmethod(question_reply)
    QuestionsPage.similar_to = staticmethod(similar_questions)
