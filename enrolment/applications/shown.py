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
    is_place: bool = False
    waiting_number: int | None = None
    reasons: list[str] = field(default_factory=list)


@dataclass
class Shown:
    """`acts`: names of what may be done now; `place`: the class that the child has, or empty; `milestones` as
    ``components/timeline.html`` wants them."""

    application: Application
    title: str
    text: str
    until: str
    asked: str
    milestones: list[dict[str, Any]]
    wishes: list[WishShown]
    acts: list[str]
    place: str = ""


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
    wishes = _wishes(application)
    place = next((wish.label for wish in wishes if wish.is_place), "")
    title, text, until = _words(application, place, now)
    return Shown(
        application=application,
        title=title,
        text=text,
        until=until,
        asked=_asked(application, entries),
        milestones=[_milestone(entry) for entry in reversed(entries)],
        wishes=wishes,
        acts=_acts(application, now),
        place=place,
    )


def _is_late(application: Application, now: datetime) -> bool:
    """Whether the day to answer has passed; what the applicant could do until then is closed on the website."""
    return bool(application.due_on and timezone.localdate(now) > application.due_on)


def _words(application: Application, place: str, now: datetime) -> tuple[str, str, str]:
    """Title, what to do, and until when, in plain words."""
    until = f"{application.due_on:%d/%m/%Y}" if application.due_on else ""
    school = {"school": application.handler.local_name}
    named = {"place": place or application.handler.local_name}
    results = _results_from(application, now)
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
        S.ADMITTED: (
            _("Your child has a place: %(place)s. Confirm it below, or it goes to somebody else.") % named,
            until,
        ),
        S.WAITING: (_("All places are given for now. If one becomes free, it is told here."), ""),
        S.NOT_ADMITTED: (_("None of your wishes could be fulfilled."), ""),
        S.CONFIRMED: (
            _("The place is yours: %(place)s. The school tells you when to come with the papers.") % named,
            "",
        ),
        S.DECLINED: (_("You gave up the place; it goes to somebody else."), ""),
        S.LAPSED: (
            _("The place was not confirmed in time and went to somebody else. Turn to the school."),
            "",
        ),
        S.WITHDRAWN: (_("You withdrew this application. Nothing of it is handled any more."), ""),
    }
    text, due = texts[application.state]
    if _is_late(application, now):
        text = _late_words(application.state, school | named) or text
    return str(application.get_state_display()), text, due


def _late_words(state: str, named: dict[str, str]) -> str:
    """What is left to do when the day has passed, and the button with it."""
    if state == S.MORE:
        return (
            _("%(school)s asked you for something. The day has passed; bring it to the school soon.") % named
        )
    if state == S.ADMITTED:
        return _("Your child had a place until the day below: %(place)s. Turn to the school at once.") % named
    return ""


def _results_from(application: Application, now: datetime) -> str:
    """When the outcome will be told; empty where that is not known or has passed without one."""
    phase = application.campaign.phases.filter(kind=Phase.RESULT).order_by("starts_at").first()
    return f"{timezone.localtime(phase.starts_at):%H:%M %d/%m/%Y}" if phase and phase.starts_at > now else ""


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
        row.is_place = is_told and wish.outcome == WishOutcome.ADMITTED
        if is_told and wish.outcome != WishOutcome.OPEN:
            row.outcome = str(wish.get_outcome_display())
            row.waiting_number = wish.waiting_number if wish.outcome == WishOutcome.WAITING else None
            row.reasons = explained(application, wish)
        shown.append(row)
    return shown


def _acts(application: Application, now: datetime) -> list[str]:
    acts = []
    is_late = _is_late(application, now)
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
