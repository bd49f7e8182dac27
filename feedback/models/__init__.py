"""Feedback, consultations, questions and polls."""

from feedback.models.cases import FEEDBACK, FeedbackCase, FeedbackPage
from feedback.models.consultations import ConsultationsPage
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
from feedback.models.questions import QuestionsPage

__all__ = [
    "FEEDBACK",
    "POLL",
    "Ballot",
    "BallotBox",
    "BallotNetwork",
    "ConsultationsPage",
    "FeedbackCase",
    "FeedbackPage",
    "OptionTotal",
    "PollOption",
    "PollPage",
    "PollsPage",
    "QuestionsPage",
]
