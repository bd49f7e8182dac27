from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FeedbackKind(TextChoices):
    """What people send."""

    REMARK = "remark", _("Report of a problem")
    REQUEST = "request", _("Petition")
    COMPLAINT = "complaint", _("Complaint")
    SUGGESTION = "suggestion", _("Suggestion")
    QUESTION = "question", _("Question")


class CaseState(TextChoices):
    RECEIVED = "received", _("Received")
    HANDLED = "handled", _("Being handled")
    CLOSED = "closed", _("Closed")


TRANSITIONS: dict[str, frozenset[str]] = {
    CaseState.RECEIVED: frozenset({CaseState.HANDLED, CaseState.CLOSED}),
    CaseState.HANDLED: frozenset({CaseState.CLOSED}),
    CaseState.CLOSED: frozenset({CaseState.HANDLED}),
}
"""Which state may follow which; a closed matter can be taken up again."""


class ResultsShown(TextChoices):
    """When readers see the result of a poll."""

    AFTER_END = "after_end", _("after the end")
    AFTER_VOTE = "after_vote", _("after voting, and to everybody after the end")
    ALWAYS = "always", _("at any time")


class PollState(TextChoices):
    """Where a poll stands at a moment; it opens and closes by itself."""

    COMING = "coming", _("Not open yet")
    OPEN = "open", _("Open")
    OVER = "over", _("Ended")
