"""What the sender of an application reads of it, with both codes: state, what to do now and until when, record, wishes, acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.registries import explained
from enrolment.applications.services import may_change, may_withdraw
from enrolment.campaigns.selectors import places_of
from enrolment.choices import ApplicationState, Channel, Phase, WishOutcome
from enrolment.models import Application
from privacy.models import Submission

S = ApplicationState
TOLD = frozenset({S.ADMITTED, S.WAITING, S.NOT_ADMITTED, S.CONFIRMED, S.DECLINED, S.LAPSED})
"""States in which the outcome of wishes is known to the applicant."""


@dataclass
class WishShown:
    position: int
    label: str
    outcome: str = ""
    waiting_number: int | None = None
    reasons: list[str] = field(default_factory=list)


@dataclass
class Shown:
    """`acts`: names of what may be done now; `milestones` as ``components/timeline.html`` wants them."""

    application: Application
    title: str
    text: str
    until: str
    asked: str
    milestones: list[dict[str, Any]]
    wishes: list[WishShown]
    acts: list[str]


def application_of(submission: Submission | None) -> Application | None:
    """The application of an opened submission, with what its page shows; one query."""
    if submission is None:
        return None
    rows = Application.objects.select_related("campaign", "handler", "submission__institution")
    return rows.filter(submission=submission).first()


@sensitive_variables()
def application_shown(application: Application, *, now: datetime | None = None) -> Shown:
    """For the applicant, who showed both codes. Outcomes are told as soon as the state says that they are decided."""
    now = now or timezone.now()
    entries = [entry for entry in application.entries.all() if entry.is_shown]
    title, text, until = _words(application, now)
    return Shown(
        application=application,
        title=title,
        text=text,
        until=until,
        asked=_asked(application, entries),
        milestones=[_milestone(entry) for entry in reversed(entries)],
        wishes=_wishes(application),
        acts=_acts(application, now),
    )


def _words(application: Application, now: datetime) -> tuple[str, str, str]:
    """Title, what to do, and until when, in plain words."""
    until = f"{application.due_on:%d/%m/%Y}" if application.due_on else ""
    school = {"school": application.handler.local_name}
    results = _results_from(application)
    told = (
        _("The outcome is told here from %(moment)s on.") % {"moment": results}
        if results
        else _("The outcome is told here, and nowhere as a list.")
    )
    texts = {
        S.SUBMITTED: (_("%(school)s checks your application. You have nothing to do now.") % school, ""),
        S.MORE: (_("%(school)s asks you for something. Add it below.") % school, until),
        S.VALID: (_("Your application is complete and was accepted.") + " " + told, ""),
        S.INVALID: (
            _(
                "%(school)s could not accept your application. Read why below; ask the school if it is unclear."
            )
            % school,
            "",
        ),
        S.ADMITTED: (_("Your child has a place. Confirm it below, or it goes to somebody else."), until),
        S.WAITING: (_("All places are given for now. If one becomes free, it is told here."), ""),
        S.NOT_ADMITTED: (_("None of your wishes could be fulfilled."), ""),
        S.CONFIRMED: (_("The place is yours. The school tells you when to come with the papers."), ""),
        S.DECLINED: (_("You gave up the place; it goes to somebody else."), ""),
        S.LAPSED: (
            _("The place was not confirmed in time and went to somebody else. Turn to the school."),
            "",
        ),
        S.WITHDRAWN: (_("You withdrew this application. Nothing of it is handled any more."), ""),
    }
    text, due = texts[application.state]
    return str(application.get_state_display()), text, due


def _results_from(application: Application) -> str:
    phase = application.campaign.phases.filter(kind=Phase.RESULT).order_by("starts_at").first()
    return f"{timezone.localtime(phase.starts_at):%H:%M %d/%m/%Y}" if phase else ""


@sensitive_variables()
def _asked(application: Application, entries: list) -> str:
    """What the school wrote when the application came into the state that it is in, where that matters."""
    if application.state not in (S.MORE, S.INVALID):
        return ""
    found = [entry for entry in entries if entry.to_state == application.state]
    return (found[-1].unseal_field("sealed_text") or "") if found else ""


@sensitive_variables()
def _milestone(entry) -> dict[str, Any]:
    return {
        "date": f"{timezone.localtime(entry.at):%H:%M %d/%m/%Y}",
        "machine_date": entry.at.isoformat(timespec="seconds"),
        "title": entry.title,
        "text": entry.unseal_field("sealed_text") or "",
    }


def _wishes(application: Application) -> list[WishShown]:
    """The wishes by the names that the campaign gives them; five queries at any number of schools."""
    is_told = application.state in TOLD
    labels = {place.key: place.label for place in places_of(application.campaign)}
    shown = []
    for wish in application.wishes.select_related("school"):
        label = labels.get(f"{wish.school_id}/{wish.track}", f"{wish.school.local_name} – {wish.track}")
        row = WishShown(wish.position, label)
        if is_told and wish.outcome != WishOutcome.OPEN:
            row.outcome = str(wish.get_outcome_display())
            row.waiting_number = wish.waiting_number if wish.outcome == WishOutcome.WAITING else None
            row.reasons = explained(application, wish)
        shown.append(row)
    return shown


def _acts(application: Application, now: datetime) -> list[str]:
    acts = []
    is_late = bool(application.due_on and timezone.localdate(now) > application.due_on)
    if application.state == S.MORE and not is_late:
        acts.append("evidence")
    if application.state == S.ADMITTED:
        acts += [*([] if is_late else ["confirm"]), "decline"]
    if application.state == S.CONFIRMED:
        acts.append("decline")
    if may_change(application, now=now) and application.channel == Channel.WEB:
        acts.append("change")
    if may_withdraw(application) and "decline" not in acts:
        acts.append("withdraw")
    return acts
