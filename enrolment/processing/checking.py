"""Who checks an application, and what of its wishes is corrected (W9.4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.letters import tell_applicant
from enrolment.applications.states import entry_add
from enrolment.choices import ApplicationState, Entry
from enrolment.models import Application, CampaignPage
from enrolment.policies import Reach, application_reach, desk_institutions
from enrolment.processing.deciding import application_for
from enrolment.processing.selectors import rows_checked_by
from privacy.services import submission_read

CORRECTED_IN = (ApplicationState.SUBMITTED, ApplicationState.MORE, ApplicationState.VALID)
CHILD = "child_"
IDENTITY = "child_identity"


@dataclass(frozen=True)
class Facts:
    """What a wish is ranked by besides its score."""

    catchment: int
    is_first: bool
    points: Decimal


@sensitive_variables()
def application_read(*, application: Application, user, purpose: str) -> dict[str, Any]:
    """The answers, after the reading is on record; officers of a school of a later wish read who the child is and no more."""
    reach = application_reach(user, application)
    if reach == Reach.NONE:
        raise PermissionDenied
    answers = submission_read(submission=application.submission, user=user, purpose=purpose)
    if reach == Reach.FULL:
        return answers
    return {name: value for name, value in answers.items() if name.startswith(CHILD) and name != IDENTITY}


def application_take_next(*, campaign: CampaignPage, user, now: datetime | None = None) -> Application | None:
    """Hand the oldest application that nobody checks yet to an officer; two who ask at once get two. None where all are taken."""
    rows = rows_checked_by(user, campaign).filter(
        state=ApplicationState.SUBMITTED, proposed_state="", assigned_to=None
    )
    while (
        pk := rows.order_by("submission__created_at", "pk").values_list("pk", flat=True).first()
    ) is not None:
        if Application.objects.filter(pk=pk, assigned_to=None).update(assigned_to=user):
            return Application.objects.select_related("submission").get(pk=pk)
    return None


def applications_assign(*, campaign: CampaignPage, user, uids: Collection[str], take: bool = True) -> int:
    """Take applications into one's own hands, or give one's own back; answers how many. Those in other hands stay there."""
    rows = rows_checked_by(user, campaign).filter(uid__in=uids, assigned_to=None if take else user)
    return Application.objects.filter(pk__in=rows.values("pk")).update(assigned_to=user if take else None)


def application_hand_on(*, application: Application, user, to) -> None:
    """Give an application to another officer (`to`), or to nobody (None)."""
    with transaction.atomic():
        found = application_for(application=application, user=user)
        if to is not None and not may_check(to, found):
            raise ValidationError(_("This person does not check applications here."), code="person")
        found.assigned_to = to
        found.save(update_fields=["assigned_to"])


def may_check(user, application: Application) -> bool:
    offices = desk_institutions(user)
    return application.handler_id in offices or application.submission.institution_id in offices


@sensitive_variables("reason", "text")
def wishes_correct(
    *,
    application: Application,
    user,
    facts: Mapping[int, Facts],
    reason: str,
    now: datetime | None = None,
) -> bool:
    """Put the facts of wishes right after the evidence was looked at; number of the wish → facts. The applicant reads what was
    changed and why. Answers whether anything was."""
    with transaction.atomic():
        found = application_for(application=application, user=user, states=CORRECTED_IN)
        if found.proposed_state:
            raise ValidationError(
                _("A decision waits for a second person: confirm or return it first."), code="proposed"
            )
        lines = []
        for wish in found.wishes.order_by("position"):
            new = facts.get(wish.position)
            if new is None:
                continue
            if not (0 <= new.catchment <= 9 and 0 <= new.points < 100):
                raise ValidationError(
                    _("A group is between 0 and 9, points are between 0 and 99.99."), code="facts"
                )
            changes = _changes(wish, new)
            if changes:
                wish.catchment, wish.is_first, wish.points = new.catchment, new.is_first, new.points
                wish.save(update_fields=["catchment", "is_first", "points"])
                lines.append(
                    _("Wish %(number)s") % {"number": wish.position} + ": " + "; ".join(changes) + "."
                )
        if not lines:
            return False
        if not (reason := reason.strip()):
            raise ValidationError(
                _("Write why it was changed, in words that the applicant understands."), code="text"
            )
        entry = entry_add(
            application=found,
            kind=Entry.CHECKED,
            user=user,
            text="\n".join([*lines, reason]),
            is_shown=True,
            from_state=found.state,
            to_state=found.state,
            now=now,
        )
        tell_applicant(found, entry)
    return True


def _changes(wish, new: Facts) -> list[str]:
    yes = {True: _("yes"), False: _("no")}
    pairs = (
        (_("catchment group"), str(wish.catchment), str(new.catchment)),
        (_("admitted before all others"), yes[wish.is_first], yes[new.is_first]),
        (_("points added"), number_format(wish.points, 2), number_format(new.points, 2)),
    )
    return [
        _("%(what)s: %(new)s instead of %(old)s") % {"what": what, "old": old, "new": after}
        for what, old, after in pairs
        if old != after
    ]
