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
