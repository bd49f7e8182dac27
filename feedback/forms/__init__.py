from feedback.forms.consultations import GroupForm, PaperForm, PassedOnForm, SortForm, consultation_forms
from feedback.forms.feedback import CONTACT, HANDLE, CaseForm, ExportForm, FeedbackForm, PurposeForm
from feedback.forms.questions import (
    AnswerForm,
    RedactForm,
    ReplyForm,
    RouteForm,
    TopicForm,
    question_forms,
)

__all__ = [
    "CONTACT",
    "HANDLE",
    "AnswerForm",
    "CaseForm",
    "ExportForm",
    "FeedbackForm",
    "GroupForm",
    "PaperForm",
    "PassedOnForm",
    "PurposeForm",
    "RedactForm",
    "ReplyForm",
    "RouteForm",
    "SortForm",
    "TopicForm",
    "consultation_forms",
    "question_forms",
]
