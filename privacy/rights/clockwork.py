"""What runs each day over requests and revision notices: reminders, escalation, and the end of what is over."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from privacy.calendar import add_working_days
from privacy.models import Certificate, Disclosure, RequestEvent, RevisionNotice, SubjectRequest
from privacy.rights import letters
from privacy.rights.requests import history_add
from privacy.services.retention import register_dependent
from privacy.services.retention.job import register_sweep

SOON = timedelta(days=2)
AUTHORITY_AFTER = 2
"""Working days after the head was told."""
ESCALATE_AFTER = timedelta(days=5)
WRITTEN_LIFE = timedelta(days=90)
ENTRY_LIFE = timedelta(days=730)


def register_all() -> None:
    register(
        Timer(
            "privacy.requests",
            _("Remind of requests about personal information, and escalate overdue ones"),
            timedelta(days=1),
            run,
            at=time(7, 30),
        )
    )
    register_sweep("rights", sweep)
    register_dependent("privacy.rights", erase=forget)


def run(now: datetime) -> str:
    return json.dumps(requests_watch(now=now) | revisions_watch(now=now))


def requests_watch(*, now: datetime) -> dict[str, int]:
    """Remind who reviews of what is due, tell the head of what is overdue, and the authority of what still is. Each is told once
    for each request; a second run on a day tells nobody anew."""
    today = timezone.localdate(now)
    day = today.isoformat()
    waiting = SubjectRequest.objects.waiting().select_related("institution")
    late = waiting.overdue(today)
    near = waiting.filter(
        Q(replied_at__isnull=True, reply_due__lte=today + SOON) | Q(fulfil_due__lte=today + SOON)
    )
    reminded = 0
    for request in near.exclude(pk__in=late.values("pk")).exclude(
        events__action="reminded", events__at__date=today
    ):
        letters.tell_reviewers(request, letters.DUE)
        history_add(request, "reminded", now=now)
        reminded += 1
    to_head = list(late.filter(told_head_at__isnull=True))
    for institution in {r.institution_id: r.institution for r in to_head}.values():
        letters.tell_head(institution, day)
    SubjectRequest.objects.filter(pk__in=[r.pk for r in to_head]).update(told_head_at=now)
    for request in to_head:
        history_add(request, "head_told", now=now)
    to_authority = [
        r
        for r in late.filter(told_head_at__lt=now, told_authority_at__isnull=True)
        if add_working_days(timezone.localdate(r.told_head_at), AUTHORITY_AFTER) <= today
    ]
    for institution in {r.institution_id: r.institution for r in to_authority}.values():
        if institution.depth > 1:
            letters.tell_authority(institution.parent, institution, day)
    SubjectRequest.objects.filter(pk__in=[r.pk for r in to_authority]).update(told_authority_at=now)
    for request in to_authority:
        history_add(request, "authority_told", now=now)
    return {"reminded": reminded, "heads": len(to_head), "authorities": len(to_authority)}


def revisions_watch(*, now: datetime) -> dict[str, int]:
    """Remind recipients who have not acknowledged in time; then those who answer for it."""
    today = timezone.localdate(now)
    late = RevisionNotice.objects.filter(acknowledged_at__isnull=True, due_on__lt=today).select_related(
        "institution", "disclosure__recipient__target"
    )
    reminders = list(late.filter(reminded_at__isnull=True))
    for notice in reminders:
        letters.tell_recipient(notice, number=1)
    RevisionNotice.objects.filter(pk__in=[n.pk for n in reminders]).update(reminded_at=now)
    escalated = list(late.filter(reminded_at__lte=now - ESCALATE_AFTER, escalated_at__isnull=True))
    for notice in escalated:
        letters.tell_late_revision(notice)
    RevisionNotice.objects.filter(pk__in=[n.pk for n in escalated]).update(escalated_at=now)
    return {"revision_reminders": len(reminders), "revisions_escalated": len(escalated)}


def sweep(now: datetime, dry_run: bool) -> int:
    """End what people wrote 90 days after a request was closed, and entries two years later. Answers how many rows end."""
    old = SubjectRequest.objects.filter(closed_at__lte=now - ENTRY_LIFE)
    certificates = Certificate.objects.filter(issued_at__lte=now - ENTRY_LIFE)
    passed_on = Disclosure.objects.filter(sent_at__lte=now - ENTRY_LIFE, submission__isnull=True)
    count = old.count() + certificates.count() + passed_on.count()
    if dry_run:
        return count
    written = SubjectRequest.objects.filter(closed_at__lte=now - WRITTEN_LIFE)
    RequestEvent._base_manager.filter(request__in=written).exclude(sealed_note="").update(sealed_note="")
    written.exclude(sealed_detail="", sealed_reply="").update(sealed_detail="", sealed_reply="")
    old.delete()
    certificates.delete()
    passed_on.delete()
    return count


def forget(submissions) -> int:
    """With a submission go its certificates' word and all that was written in requests that are closed, the answers and notes of
    staff included. Letters that wait for it go by themselves."""
    now = timezone.now()
    certificates = Certificate.objects.filter(submission__in=submissions, ended_at__isnull=True)
    closed = SubjectRequest.objects.filter(submission__in=submissions, closed_at__isnull=False)
    RequestEvent._base_manager.filter(request__in=closed).exclude(sealed_note="").update(sealed_note="")
    closed.update(sealed_detail="", sealed_reply="")
    return certificates.update(ended_at=now)
