"""What is left when applications go: how many wished for each class, and what became of it (P13.1)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from common.models import site_path
from enrolment.applications.wishes import wish_field
from enrolment.models import AdmissionTrack, Wish
from network.selectors import institutions_for_paths
from privacy.models import Submission

Counted = tuple[dict[str, Any], Any]


def counted(submission: Submission) -> list[Counted]:
    """Wishes by school, class and outcome, and the state of the application, as two more questions of the totals; small numbers
    are left out of them like all others (``FormKind.counted``). A wish that was chosen after the form was sent
    takes the place of the one in the form."""
    wishes = list(
        Wish.objects.filter(application__submission=submission).select_related("school", "application")
    )
    if not wishes:
        return []
    application = wishes[0].application
    names = _class_names(application.campaign_id)
    labels = {
        wish.pk: f"{wish.school.name} – {names.get((wish.school_id, wish.track), wish.track)}"
        for wish in wishes
    }
    options = [
        [
            f"{wish.school_id}/{wish.track}/{wish.outcome}",
            f"{labels[wish.pk]}: {wish.get_outcome_display()}",
        ]
        for wish in wishes
    ]
    state = [[application.state, str(application.get_state_display())]]
    return [
        *_chosen_later(submission, wishes, labels),
        (
            {"name": "outcomes", "label": _("Wishes by class and outcome"), "options": options},
            [value for value, _label in options],
        ),
        ({"name": "state", "label": _("Applications by state"), "options": state}, application.state),
    ]


def _chosen_later(submission: Submission, wishes: list[Wish], labels: dict[int, str]) -> list[Counted]:
    asked = {field["name"]: field for field in submission.snapshot.get("fields", [])}
    found: list[Counted] = []
    for wish in wishes:
        field, key = asked.get(wish_field(wish.position)), f"{wish.school_id}/{wish.track}"
        if field and key not in [str(value) for value, _label in field.get("options") or []]:
            found.append((field | {"options": [[key, labels[wish.pk]]]}, key))
    return found


def _class_names(campaign_id: int) -> dict[tuple[int, str], str]:
    """(Id of the school, code) → name of the class; a code is a school's own, another school may have it too. Two queries."""
    rows = list(
        AdmissionTrack.objects.filter(page__campaign=campaign_id)
        .order_by("page", "pk")
        .values_list("page__path", "code", "name")
    )
    owners = institutions_for_paths([path for path, _code, _name in rows]) if rows else {}
    return {
        (owner.pk, code): name
        for path, code, name in rows
        if (owner := owners.get(site_path(path))) is not None
    }
