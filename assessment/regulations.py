"""Criteria of the regulations: is the text in force, does it say what the site does, is its review in time (W3.3, W4.4,
W11.2, P10.1)."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessment.choices import State
from assessment.criteria import NO_PAGE, Criterion, Finding, SiteFacts, hidden, register
from editorial.regulations.kinds import EMAIL, PERSONAL, WEBSITE
from editorial.selectors.regulations import RegulationCondition, RegulationState
from sections.catalogue import clause, section

REASONS: dict[RegulationCondition, tuple[State, Promise]] = {
    RegulationCondition.NONE: (
        State.MISSING,
        _("There is no regulation yet: a draft is ready to start from."),
    ),
    RegulationCondition.DRAFT: (State.MISSING, _("The regulation is being drafted.")),
    RegulationCondition.WAITING: (State.MISSING, _("The regulation waits for the head's approval.")),
    RegulationCondition.UPCOMING: (State.PARTLY, _("The regulation is approved and not yet in force.")),
    RegulationCondition.OVERDUE: (State.PARTLY, _("The review date of the regulation has passed.")),
    RegulationCondition.DRIFTED: (State.PARTLY, _("The regulation differs from the settings of the site.")),
    RegulationCondition.IN_FORCE: (State.MET, _("In force, and as the site is set up.")),
}
NO_PLAN = _("No upgrade and maintenance plan with a review date is recorded.")
OLD_PLAN = _("The review date of the upgrade and maintenance plan has passed.")
KINDS = {"W4.4": EMAIL, "P10.1": PERSONAL, "W3.3": WEBSITE}


def _answer(state: RegulationState | None) -> tuple[State, str | Promise]:
    return REASONS[state.condition if state else RegulationCondition.NONE]


def assess_regulation(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The regulation that the clause asks for."""
    found = facts.regulations.get(KINDS[criterion.key].code)
    return Finding(criterion, *_answer(found), changed_at=_approved_at(found))


def assess_board(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section of the board shows the regulation on the website (W11.2)."""
    found = facts.regulations.get(WEBSITE.code)
    page = facts.sections.get(criterion.key)
    if page is None:
        return Finding(criterion, State.MISSING, NO_PAGE)
    if reason := hidden(page):
        return Finding(criterion, State.MISSING, reason, page.page)
    return Finding(criterion, *_answer(found), page.page, _approved_at(found))


def assess_management(criterion: Criterion, facts: SiteFacts) -> Finding:
    """Regulation, and the upgrade and maintenance plan with its date (W3.3)."""
    finding = assess_regulation(criterion, facts)
    if finding.state == State.MISSING:
        return finding
    reason = _lack_of_plan(facts.plan_review_on, facts.day)
    return Finding(criterion, State.PARTLY, reason, changed_at=finding.changed_at) if reason else finding


def _lack_of_plan(review_on: date | None, day: date) -> Promise | None:
    if review_on is None:
        return NO_PLAN
    return OLD_PLAN if review_on < day else None


def _approved_at(found: RegulationState | None):
    return found.in_force.approved_at if found and found.in_force else None


def register_all() -> None:
    """Called by the app's ``ready()``."""
    register(Criterion("W11.2", clause("W11.2").binds, assess_board, section("W11.2")))
    register(Criterion("W3.3", clause("W3.3").binds, assess_management))
    for key in ("W4.4", "P10.1"):
        register(Criterion(key, clause(key).binds, assess_regulation))
