"""Keeps the stored state of sites: after what happens on a site, and once a day for what ages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import TaskState

from assessment.choices import State
from assessment.criteria import Finding
from assessment.models import BoardLetter, SiteState
from assessment.selectors.findings import findings_of
from editorial.choices import BoardRole, PublicationKind
from editorial.models import BoardGroup, BoardTaskState, Publication
from feedback.selectors import waiting_of
from network.models import Institution
from sections.catalogue import section

CHUNK = 40
"""Sites assessed together: so many pages stand in memory at a time."""
AT_ONCE = 400
"""Sites assessed in one run of the timer, so that other timers have their turn."""
FIELDS = [
    "missing",
    "partly",
    "overdue",
    "total",
    "severity",
    "worst_key",
    "stale_from",
    "review_due_on",
    "published_at",
    "has_chief",
    "signed_in_at",
    "feedback_waiting",
    "feedback_since",
    "waiting_since",
    "assessed_at",
]


def site_states_refresh(*, institutions: Iterable[Institution], now: datetime) -> int:
    """Assess sites and store what was found; answers how many. A fixed number of queries for each `CHUNK`.

    What changes while a site is read makes it due again: the mark is taken away before.
    """
    institutions = list(institutions)
    for start in range(0, len(institutions), CHUNK):
        chunk = institutions[start : start + CHUNK]
        ids = [institution.pk for institution in chunk]
        SiteState.objects.filter(pk__in=ids, is_due=True).update(is_due=False)
        findings = findings_of(chunk, on=timezone.localdate(now))
        facts = _Facts(ids)
        rows = [_state(institution, findings[institution.pk], facts, now) for institution in chunk]
        with transaction.atomic():
            SiteState.objects.bulk_create(
                rows, update_conflicts=True, unique_fields=["institution"], update_fields=FIELDS
            )
            _settle_letters(findings, now)
    return len(institutions)


def site_states_due(*, now: datetime, limit: int = AT_ONCE) -> list[Institution]:
    """The active institutions to assess now: new ones, changed ones, and those not assessed today yet."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    due = Q(site_state=None) | Q(site_state__is_due=True) | Q(site_state__assessed_at__lt=midnight)
    return list(
        Institution.objects.active()
        .filter(due)
        .select_related("site")
        .order_by("-site_state__is_due", "site_state__assessed_at", "pk")[:limit]
    )


def states_timer_run(now: datetime) -> str | None:
    """For the timer; a second run at once finds nothing due."""
    number = site_states_refresh(institutions=site_states_due(now=now), now=now)
    return f"{number} sites" if number else None


def site_state_mark(*, institution_ids: Iterable[int]) -> list[int]:
    """Mark sites as changed; answers those that were not marked yet, which want a new assessment soon."""
    fresh = SiteState.objects.filter(pk__in=list(institution_ids), is_due=False)
    marked = list(fresh.values_list("pk", flat=True))
    if marked:
        fresh.update(is_due=True)
    return marked


class _Facts:
    """What the database knows of sites besides their sections: five queries for any number of them."""

    def __init__(self, ids: list[int]):
        boards = BoardGroup.objects.filter(institution_id__in=ids, group__user__is_active=True)
        self.led = set(boards.filter(role=BoardRole.CHIEF).values_list("institution_id", flat=True))
        self.signed_in = dict(
            boards.values_list("institution_id").annotate(last=Max("group__user__last_login")).order_by()
        )
        self.published = dict(
            Publication.objects.filter(institution_id__in=ids, kind=PublicationKind.PUBLISH)
            .values_list("institution_id")
            .annotate(last=Max("published_at"))
            .order_by()
        )
        self.waiting = dict(
            BoardTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
            .annotate(home=Coalesce("escalated_from_id", "institution_id"))
            .filter(home__in=ids)
            .values_list("home")
            .annotate(first=Min("started_at"))
            .order_by()
        )
        self.feedback = waiting_of(ids)


def _state(institution: Institution, findings: list[Finding], facts: _Facts, now: datetime) -> SiteState:
    today = timezone.localdate(now)
    missing = [f for f in findings if f.state == State.MISSING]
    stale = {f.criterion.key: day for f in findings if (day := _stale_from(f))}
    partly = [f for f in findings if f.state == State.PARTLY]
    reviews = [day for f in findings if (day := getattr(f.page, "review_on", None))]
    overdue = sum(day < today for day in reviews)
    worst = (
        missing[0] if missing else min(partly, key=lambda f: stale.get(f.criterion.key, today), default=None)
    )
    number, since = facts.feedback.get(institution.pk, (0, None))
    return SiteState(
        institution=institution,
        missing=len(missing),
        partly=len(partly),
        overdue=overdue,
        total=len(findings),
        severity=severity(missing=len(missing), partly=len(partly), overdue=overdue),
        worst_key=worst.criterion.key if worst else "",
        stale_from=min(stale.values(), default=None),
        review_due_on=min(reviews, default=None),
        published_at=facts.published.get(institution.pk),
        has_chief=institution.pk in facts.led,
        signed_in_at=facts.signed_in.get(institution.pk),
        feedback_waiting=number,
        feedback_since=since,
        waiting_since=facts.waiting.get(institution.pk),
        assessed_at=now,
    )


def severity(*, missing: int, partly: int, overdue: int) -> int:
    """One number whose order is that of (missing, out of date, overdue), each counted up to 99."""
    return min(missing, 99) * 10_000 + min(partly, 99) * 100 + min(overdue, 99)


def _stale_from(finding: Finding) -> date | None:
    """The first day on which a section counts as out of date, where it ages and has content."""
    if finding.state == State.MISSING or finding.changed_at is None or finding.criterion.section is None:
        return None
    days = section(finding.criterion.section.key).freshness.days
    return None if days is None else timezone.localdate(finding.changed_at) + timedelta(days=days + 1)


def _settle_letters(findings: dict[int, list[Finding]], now: datetime) -> None:
    """A letter is settled when all it asked for is met."""
    rows = BoardLetter.objects.filter(institution_id__in=findings, resolved_at=None)
    for pk, institution_id, keys in rows.values_list("pk", "institution_id", "keys"):
        met = {f.criterion.key for f in findings[institution_id] if f.state == State.MET}
        asked = {f.criterion.key for f in findings[institution_id]} & set(keys)
        if keys and asked <= met:
            BoardLetter.objects.filter(pk=pk).update(resolved_at=now)
