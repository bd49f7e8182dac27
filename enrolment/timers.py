"""What runs by itself for admission, results and certificates."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils.translation import gettext_lazy as _

from enrolment.applications.services.closing import applications_close_due
from enrolment.campaigns.list_services import lists_resume, school_lists_purge
from enrolment.campaigns.services import reminders_due
from enrolment.certificates.services import batches_purge, batches_resume
from enrolment.processing.closing import places_lapse_due
from enrolment.processing.letters import overdue_tell
from enrolment.processing.scores import score_lists_purge
from enrolment.results.services.codes import codes_erase_due
from enrolment.results.services.imports import imports_purge, imports_resume
from enrolment.results.services.publishing import results_end_due, tries_purge
from enrolment.waiting_room.services import rooms_purge
from network.timers import Timer, register


def _said(number: int) -> str:
    return str(number or "")


DAY = timedelta(days=1)
TIMERS = (
    Timer(
        "enrolment.notices",
        _("Remind schools whose notice of a campaign is missing"),
        DAY,
        lambda now: _said(reminders_due(now=now)),
        at=time(6, 20),
    ),
    Timer(
        "enrolment.resume",
        _("Take up interrupted lists of results, certificates and schools"),
        timedelta(minutes=5),
        lambda now: _said(len(imports_resume()) + len(batches_resume()) + len(lists_resume())),
    ),
    Timer(
        "enrolment.results_end",
        _("Erase results whose look-up has closed, and codes whose day is over"),
        DAY,
        lambda now: _said(results_end_due(now=now) + codes_erase_due(now=now)),
        at=time(0, 20),
    ),
    Timer(
        "enrolment.files",
        _("Delete files of results and certificates"),
        DAY,
        lambda now: _said(imports_purge(now=now) + batches_purge(now=now)),
        at=time(2, 35),
    ),
    Timer(
        "enrolment.applications_close",
        _("Close applications of campaigns that are over"),
        DAY,
        lambda now: _said(applications_close_due(now=now)),
        at=time(1, 10),
    ),
    Timer(
        "enrolment.waiting_rooms",
        _("Delete waiting rooms that are over"),
        DAY,
        lambda now: _said(rooms_purge(now=now)),
        at=time(2, 40),
    ),
    Timer(
        "enrolment.tries",
        _("Forget counters of tries"),
        timedelta(hours=1),
        lambda now: _said(tries_purge(now=now)),
    ),
    Timer(
        "enrolment.lapse",
        _("Free places of applicants who did not confirm in time"),
        DAY,
        lambda now: _said(places_lapse_due(now=now)),
        at=time(0, 30),
    ),
    Timer(
        "enrolment.overdue",
        _("Tell officers of applicants whose day has passed"),
        DAY,
        lambda now: _said(overdue_tell(now=now)),
        at=time(6, 30),
    ),
    Timer(
        "enrolment.score_lists",
        _("Erase lists of scores that nobody decided"),
        DAY,
        lambda now: _said(score_lists_purge(now=now)),
        at=time(2, 45),
    ),
    Timer(
        "enrolment.school_lists",
        _("Forget lists of schools that nobody put in, with their files"),
        DAY,
        lambda now: _said(school_lists_purge(now=now)),
        at=time(2, 50),
    ),
)


def register_all() -> None:
    for timer in TIMERS:
        register(timer)
