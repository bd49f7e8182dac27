"""Reads of the feedback desk: always of the institutions that the user may open, never of all."""

from __future__ import annotations

from feedback.models import FEEDBACK
from feedback.policies import desk_institutions
from privacy.models import Submission


def feedback_for(user, *, state: str = "", institution: int | None = None):
    """The feedback that a user may open, newest first; the answers stay sealed."""
    found = (
        Submission.objects.of(desk_institutions(user))
        .filter(form=FEEDBACK, feedback_case__isnull=False)
        .select_related("institution", "feedback_case", "notice")
    )
    if state:
        found = found.filter(feedback_case__state=state)
    if institution:
        found = found.filter(institution_id=institution)
    return found
