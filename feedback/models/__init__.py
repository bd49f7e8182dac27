"""Feedback, consultations, questions and polls."""

from feedback.models.cases import FEEDBACK, FeedbackCase, FeedbackPage
from feedback.models.consultations import ConsultationsPage
from feedback.models.polls import PollsPage
from feedback.models.questions import QuestionsPage

__all__ = ["FEEDBACK", "ConsultationsPage", "FeedbackCase", "FeedbackPage", "PollsPage", "QuestionsPage"]
