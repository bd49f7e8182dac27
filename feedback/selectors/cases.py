"""Reads of the feedback desk: always of the institutions that the user may open, never of all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Min

from feedback.choices import CaseState
from feedback.models import FEEDBACK, FeedbackCase
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


def waiting_of(institution_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    """Institution id → how many pieces of feedback nobody has taken up yet, and since when the oldest waits; one query.

    Numbers only: who may know what was sent, ``feedback_for`` says.
    """
    rows = (
        FeedbackCase.objects.filter(
            submission__institution_id__in=list(institution_ids), state=CaseState.RECEIVED
        )
        .order_by()
        .values_list("submission__institution_id")
        .annotate(number=Count("pk"), oldest=Min("submission__created_at"))
    )
    return {pk: (number, oldest) for pk, number, oldest in rows}
