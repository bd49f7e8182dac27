"""What is left when applications go: how many wished for each class, and what became of it (P13.1)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from enrolment.models import AdmissionNoticePage, AdmissionTrack, Wish
from privacy.models import Submission


def counted(submission: Submission) -> list[tuple[dict[str, Any], Any]]:
    """Wishes by school, class and outcome, and the state of the application, as two more questions of the totals; small numbers
    are left out of them like all others (``FormKind.counted``)."""
    wishes = list(
        Wish.objects.filter(application__submission=submission).select_related("school", "application")
    )
    if not wishes:
        return []
    application = wishes[0].application
    names = _track_names(application.campaign_id)
    options = [
        [
            f"{wish.school_id}/{wish.track}/{wish.outcome}",
            f"{wish.school.name} – {names.get((wish.track), wish.track)}: {wish.get_outcome_display()}",
        ]
        for wish in wishes
    ]
    state = [[application.state, str(application.get_state_display())]]
    return [
        (
            {"name": "outcomes", "label": _("Wishes by class and outcome"), "options": options},
            [value for value, _label in options],
        ),
        ({"name": "state", "label": _("Applications by state"), "options": state}, application.state),
    ]


def _track_names(campaign_id: int) -> dict[str, str]:
    pages = AdmissionNoticePage.objects.filter(campaign=campaign_id).values("pk")
    return dict(AdmissionTrack.objects.filter(page__in=pages).values_list("code", "name"))
