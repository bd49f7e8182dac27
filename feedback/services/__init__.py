from feedback.services.cases import case_change, case_open, case_read, feedback_export
from feedback.services.consultation_answers import answer_open
from feedback.services.consultations import (
    consultation_export,
    group_delete,
    group_save,
    opinions_group,
    opinions_read,
    paper_answer_add,
    result_draft,
)
from feedback.services.questions import (
    answer_shown,
    question_answer,
    question_open,
    question_publish,
    question_read,
    question_route,
    topic_save,
)

__all__ = [
    "answer_open",
    "answer_shown",
    "case_change",
    "case_open",
    "case_read",
    "consultation_export",
    "feedback_export",
    "group_delete",
    "group_save",
    "opinions_group",
    "opinions_read",
    "paper_answer_add",
    "question_answer",
    "question_open",
    "question_publish",
    "question_read",
    "question_route",
    "result_draft",
    "topic_save",
]
