"""Feedback, consultations, questions and polls."""

from feedback.models.cases import FEEDBACK, FeedbackCase, FeedbackPage
from feedback.models.consultations import (
    CONSULTATION,
    ConsultationFile,
    ConsultationPage,
    ConsultationPoint,
    ConsultationReply,
    ConsultationResultPage,
    ConsultationsPage,
    consultations_listed,
    shown_until,
)
from feedback.models.opinions import GENERAL, ConsultationAnswer, Opinion, OpinionGroup, ResultNotice
from feedback.models.polls import (
    POLL,
    Ballot,
    BallotBox,
    BallotNetwork,
    OptionTotal,
    PollOption,
    PollPage,
    PollsPage,
)
from feedback.models.questions import (
    QUESTION,
    QuestionCase,
    QuestionPage,
    QuestionsPage,
    QuestionTopic,
    topic_names,
    topics_of,
)

__all__ = [
    "CONSULTATION",
    "FEEDBACK",
    "GENERAL",
    "POLL",
    "QUESTION",
    "Ballot",
    "BallotBox",
    "BallotNetwork",
    "ConsultationAnswer",
    "ConsultationFile",
    "ConsultationPage",
    "ConsultationPoint",
    "ConsultationReply",
    "ConsultationResultPage",
    "ConsultationsPage",
    "FeedbackCase",
    "FeedbackPage",
    "Opinion",
    "OpinionGroup",
    "OptionTotal",
    "PollOption",
    "PollPage",
    "PollsPage",
    "QuestionCase",
    "QuestionPage",
    "QuestionTopic",
    "QuestionsPage",
    "ResultNotice",
    "consultations_listed",
    "shown_until",
    "topic_names",
    "topics_of",
]
