"""Criteria of personal information: what is promised to those who write to a site is kept (P5.1, P7.3, P11.1, P13.1, P15, P16.1,
P16.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessment.choices import State
from assessment.criteria import Criterion, Finding, SiteFacts, register
from network.models.institutions import OperationMode
from privacy.evidence import Evidence
from sections.catalogue import clause

Answer = tuple[State, str | Promise]

NO_FORM = _("The site has no published form.")
FORMS_APPROVED = _("The processing activity of every published form is approved.")
REQUESTS_IN_TIME = _("No request of a person about their own information is overdue.")
NO_NOTICE = _("No notice on personal information is in force.")
OWN_NOTICE = _("The site's own notice has been in force since %(date)s.")
AUTHORITY_NOTICE = _("The notice of %(name)s holds here and has been in force since %(date)s.")
NOTHING_OVERDUE = _("Nothing that people sent is kept beyond its period.")
NEVER_ASSESSED = _("The protection of personal information has never been assessed.")
FIRST_ASSESSMENT = _("The first assessment is due on %(date)s.")
ASSESSED = _("Assessed on %(date)s; nothing has changed since.")
ASSESSED_AGAIN = _("Assessed on %(date)s; due again by %(due)s.")
ASSESSMENT_LATE = _("The assessment that became due is not done; its day was %(date)s.")
ALL_HAVE_READ = _("Everybody on the board has read the regulation within the year.")
NO_PROVIDER = _("The site is a hired service, and no provider with a written commitment is registered.")
AGREEMENTS_RUN = _("The written commitment of every registered provider is running.")
NO_PROCESSOR = _("No outside provider handles personal information for the site.")


def forms_approved(facts: SiteFacts, found: Evidence) -> Answer:
    """Every published form states an activity that is in force and as it was approved (P5.1)."""
    if not found.forms:
        return State.MET, NO_FORM
    if found.closed:
        reason = ngettext(
            "%(count)s published form has no approved processing activity.",
            "%(count)s published forms have no approved processing activity.",
            found.closed,
        )
        return (State.MISSING if found.closed == found.forms else State.PARTLY), reason % {
            "count": found.closed
        }
    if found.outdated:
        reason = ngettext(
            "The processing activity of %(count)s published form has changed since it was approved.",
            "The processing activities of %(count)s published forms have changed since they were approved.",
            found.outdated,
        )
        return State.PARTLY, reason % {"count": found.outdated}
    return State.MET, FORMS_APPROVED


def requests_in_time(facts: SiteFacts, found: Evidence) -> Answer:
    """No request is past its day (P7.3)."""
    if not found.late_requests:
        return State.MET, REQUESTS_IN_TIME
    reason = ngettext(
        "%(count)s request of a person about their own information is overdue.",
        "%(count)s requests of people about their own information are overdue.",
        found.late_requests,
    )
    return State.PARTLY, reason % {"count": found.late_requests}


def notice_in_force(facts: SiteFacts, found: Evidence) -> Answer:
    """The site's own, or that of an authority above (P9–P11)."""
    if found.notice is None:
        return State.MISSING, NO_NOTICE
    since = _day(found.notice.in_force_from)
    if found.is_own_notice:
        return State.MET, OWN_NOTICE % {"date": since}
    return State.MET, AUTHORITY_NOTICE % {"date": since, "name": found.notice.institution.name}


def nothing_kept_too_long(facts: SiteFacts, found: Evidence) -> Answer:
    """The daily job has erased what is over; what a hold keeps is not overdue (P13.1)."""
    if not found.overdue:
        return State.MET, NOTHING_OVERDUE
    reason = ngettext(
        "%(count)s submission is kept beyond its period.",
        "%(count)s submissions are kept beyond their period.",
        found.overdue,
    )
    return State.PARTLY, reason % {"count": found.overdue}


def assessment_up_to_date(facts: SiteFacts, found: Evidence) -> Answer:
    """Assessed, and the one that a change made due is not late (P15)."""
    due, done = found.assessment_due, found.assessed_at
    if done is None:
        if due is None:
            return State.MISSING, NEVER_ASSESSED
        if due < facts.day:
            return State.MISSING, ASSESSMENT_LATE % {"date": _day(due)}
        return State.PARTLY, FIRST_ASSESSMENT % {"date": _day(due)}
    if due is None:
        return State.MET, ASSESSED % {"date": _day(timezone.localdate(done))}
    if due < facts.day:
        return State.PARTLY, ASSESSMENT_LATE % {"date": _day(due)}
    return State.MET, ASSESSED_AGAIN % {"date": _day(timezone.localdate(done)), "due": _day(due)}


def regulation_is_known(facts: SiteFacts, found: Evidence) -> Answer:
    """The board has said to have read the regulation (P16.1)."""
    if found.read == found.staff:
        return State.MET, ALL_HAVE_READ
    reason = _("%(read)s of %(staff)s people on the board have read the regulation within the year.")
    state = State.PARTLY if found.read else State.MISSING
    return state, reason % {"read": found.read, "staff": found.staff}


def agreements_run(facts: SiteFacts, found: Evidence) -> Answer:
    """No registered commitment has run out; a hired service has one (P16.3)."""
    if found.expired:
        reason = ngettext(
            "The written commitment of %(count)s outside provider has expired.",
            "The written commitments of %(count)s outside providers have expired.",
            found.expired,
        )
        return State.PARTLY, reason % {"count": found.expired}
    if found.running:
        return State.MET, AGREEMENTS_RUN
    if facts.institution.operation_mode == OperationMode.HIRED:
        return State.MISSING, NO_PROVIDER
    return State.MET, NO_PROCESSOR


def has_staff(facts: SiteFacts) -> bool:
    return facts.evidence.staff > 0


def _always(facts: SiteFacts) -> bool:
    return True


QUESTIONS: tuple[tuple[str, Callable[[SiteFacts, Evidence], Answer], Callable[[SiteFacts], bool]], ...] = (
    ("P5.1", forms_approved, _always),
    ("P7.3", requests_in_time, _always),
    ("P11.1", notice_in_force, _always),
    ("P13.1", nothing_kept_too_long, _always),
    ("P15", assessment_up_to_date, _always),
    ("P16.1", regulation_is_known, has_staff),
    ("P16.3", agreements_run, _always),
)


def _criterion(key: str, answer: Callable[[SiteFacts, Evidence], Answer], applies) -> Criterion:
    def assess(criterion: Criterion, facts: SiteFacts) -> Finding:
        return Finding(criterion, *answer(facts, facts.evidence))

    return Criterion(key, clause(key).binds, assess, applies=applies)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def register_all() -> None:
    """Called by the app's ``ready()``."""
    for key, answer, applies in QUESTIONS:
        register(_criterion(key, answer, applies))
