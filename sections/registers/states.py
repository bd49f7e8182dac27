"""Where records stand at a moment, and when that changes next: computed from their days, never stored.

A queryset says the same as its page: ``in_state`` finds what ``state`` answers; ``next_change`` tells the store of pages until
when a list stays right. One query each, at any number of records.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.query import PageQuerySet

from sections.registers.choices import CentreState, ConferencePhase, ProjectState, TenderState, Validity

SOON = timedelta(days=180)
"""So long before its end a decision or licence is said to expire soon."""

TONES: dict[str, str] = {
    Validity.VALID: "success",
    Validity.EXPIRING: "warning",
    Validity.EXPIRED: "danger",
    Validity.COMING: "info",
    ProjectState.PREPARING: "info",
    ProjectState.RUNNING: "success",
    ProjectState.LATE: "warning",
    ProjectState.STOPPED: "danger",
    TenderState.OPEN: "success",
    TenderState.JUDGED: "info",
    TenderState.PLANNED: "info",
    TenderState.CANCELLED: "danger",
    ConferencePhase.NOW: "success",
    ConferencePhase.COMING: "info",
    ConferencePhase.CANCELLED: "danger",
    CentreState.ACTIVE: "success",
    CentreState.SUSPENDED: "danger",
    CentreState.CLOSED: "danger",
}


def badge(state: Any) -> dict[str, Any]:
    """A state as lists and pages show it."""
    return {"text": state.label, "tone": TONES.get(state, "")}


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def after(day: date | None, days: int = 1) -> datetime | None:
    """The first moment after a day, or of a day so many days later."""
    return start_of(day + timedelta(days=days)) if day else None


def nearest(moments, now: datetime) -> datetime | None:
    """The first of these moments that is still to come."""
    return min((moment for moment in moments if moment and moment > now), default=None)


def shown_until(request: HttpRequest, moment: datetime | None) -> None:
    """Tell the store of pages until when what is shown stays right (``edusite.page_cache``)."""
    if moment is not None:
        before = getattr(request, "shown_until", None)
        request.shown_until = min(moment, before) if before else moment


def validity(begins: date | None, ends: date | None, on: date) -> Validity:
    """`ends` is the last day; None: without an end."""
    if ends and ends < on:
        return Validity.EXPIRED
    if begins and begins > on:
        return Validity.COMING
    return Validity.EXPIRING if ends and ends - SOON <= on else Validity.VALID


def _holds(condition: Q) -> Q:
    """A comparison with nothing is false and not unknown, so that it can be turned round."""
    ((name, _value),) = condition.children
    return Q(**{f"{name.partition('__')[0]}__isnull": False}) & condition


class ValidityQuerySet(PageQuerySet):
    """Records that hold from `begins` to `ends`, fields of the model that ``state_fields`` names."""

    def in_state(self, state: Validity | str, on: date | None = None):
        on = on or timezone.localdate()
        begins, ends = self.model.state_fields
        over = _holds(Q(**{f"{ends}__lt": on}))
        coming = _holds(Q(**{f"{begins}__gt": on}))
        soon = _holds(Q(**{f"{ends}__lte": on + SOON}))
        return self.filter(
            {
                Validity.EXPIRED: over,
                Validity.COMING: ~over & coming,
                Validity.EXPIRING: ~over & ~coming & soon,
                Validity.VALID: ~over & ~coming & ~soon,
            }[Validity(state)]
        )

    def next_change(self, now: datetime | None = None) -> datetime | None:
        now = now or timezone.now()
        on = timezone.localdate(now)
        begins, ends = self.model.state_fields
        found = self.aggregate(
            begins=Min(begins, filter=Q(**{f"{begins}__gt": on})),
            ends=Min(ends, filter=Q(**{f"{ends}__gte": on})),
            soon=Min(ends, filter=Q(**{f"{ends}__gt": on + SOON})),
        )
        return nearest(
            [after(found["begins"], 0), after(found["ends"]), after(found["soon"], -SOON.days)], now
        )


class ProjectQuerySet(PageQuerySet):
    def in_state(self, state: ProjectState | str, on: date | None = None):
        on = on or timezone.localdate()
        stopped, done = _holds(Q(stopped_on__lte=on)), _holds(Q(finished_on__lte=on))
        begun, late = _holds(Q(starts_on__lte=on)), _holds(Q(ends_on__lt=on))
        left = ~stopped & ~done
        return self.filter(
            {
                ProjectState.STOPPED: stopped & ~done,
                ProjectState.DONE: done,
                ProjectState.LATE: left & late,
                ProjectState.RUNNING: left & ~late & begun,
                ProjectState.PREPARING: left & ~late & ~begun,
            }[ProjectState(state)]
        )

    def next_change(self, now: datetime | None = None) -> datetime | None:
        now = now or timezone.now()
        on = timezone.localdate(now)
        names = ("starts_on", "finished_on", "stopped_on")
        found = self.aggregate(
            **{name: Min(name, filter=Q(**{f"{name}__gt": on})) for name in names},
            ends=Min("ends_on", filter=Q(ends_on__gte=on)),
        )
        return nearest([*(after(found[name], 0) for name in names), after(found["ends"])], now)


class TenderQuerySet(PageQuerySet):
    def in_state(self, state: TenderState | str, now: datetime | None = None):
        now = now or timezone.now()
        on = timezone.localdate(now)
        cancelled, awarded = _holds(Q(cancelled_on__lte=on)), _holds(Q(result_on__lte=on))
        invited, closed = _holds(Q(invited_on__lte=on)), _holds(Q(closes_at__lte=now))
        left = ~cancelled & ~awarded
        return self.filter(
            {
                TenderState.CANCELLED: cancelled,
                TenderState.AWARDED: ~cancelled & awarded,
                TenderState.JUDGED: left & closed,
                TenderState.OPEN: left & ~closed & invited,
                TenderState.PLANNED: left & ~closed & ~invited,
            }[TenderState(state)]
        )

    def next_change(self, now: datetime | None = None) -> datetime | None:
        now = now or timezone.now()
        on = timezone.localdate(now)
        names = ("invited_on", "result_on", "cancelled_on")
        found = self.aggregate(
            **{name: Min(name, filter=Q(**{f"{name}__gt": on})) for name in names},
            closes=Min("closes_at", filter=Q(closes_at__gt=now)),
        )
        return nearest([*(after(found[name], 0) for name in names), found["closes"]], now)


class ConferenceQuerySet(PageQuerySet):
    """A conference without an end is over at the end of its day."""

    def in_state(self, phase: ConferencePhase | str, now: datetime | None = None):
        now = now or timezone.now()
        today = start_of(timezone.localdate(now))
        cancelled = Q(change="cancelled")
        over = _holds(Q(ends_at__lte=now)) | Q(ends_at__isnull=True, starts_at__lt=today)
        begun = Q(starts_at__lte=now)
        return self.filter(
            {
                ConferencePhase.CANCELLED: cancelled,
                ConferencePhase.OVER: ~cancelled & over,
                ConferencePhase.NOW: ~cancelled & ~over & begun,
                ConferencePhase.COMING: ~cancelled & ~over & ~begun,
            }[ConferencePhase(phase)]
        )

    def next_change(self, now: datetime | None = None) -> datetime | None:
        now = now or timezone.now()
        today = start_of(timezone.localdate(now))
        found = self.aggregate(
            starts=Min("starts_at", filter=Q(starts_at__gt=now)),
            ends=Min("ends_at", filter=Q(ends_at__gt=now)),
            open=Min("starts_at", filter=Q(ends_at__isnull=True, starts_at__gte=today)),
        )
        closing = after(timezone.localdate(found["open"])) if found["open"] else None
        return nearest([found["starts"], found["ends"], closing], now)

    def for_calendar(self):
        """With, as `versions`, how often each was published."""
        published = Count("publications", filter=Q(publications__published_at__isnull=False))
        return self.defer_streamfields().annotate(versions=published)


class CentreQuerySet(PageQuerySet):
    def in_state(self, state: CentreState | str, on: date | None = None):
        on = on or timezone.localdate()
        closed = _holds(Q(closed_on__lte=on))
        pausing = _holds(Q(suspended_from__lte=on)) & ~_holds(Q(suspended_until__lt=on))
        over, soon = _holds(Q(valid_until__lt=on)), _holds(Q(valid_until__lte=on + SOON))
        left = ~closed & ~pausing
        return self.filter(
            {
                CentreState.CLOSED: closed,
                CentreState.SUSPENDED: ~closed & pausing,
                CentreState.EXPIRED: left & over,
                CentreState.EXPIRING: left & ~over & soon,
                CentreState.ACTIVE: left & ~over & ~soon,
            }[CentreState(state)]
        )

    def next_change(self, now: datetime | None = None) -> datetime | None:
        now = now or timezone.now()
        on = timezone.localdate(now)
        found = self.aggregate(
            closes=Min("closed_on", filter=Q(closed_on__gt=on)),
            pauses=Min("suspended_from", filter=Q(suspended_from__gt=on)),
            resumes=Min("suspended_until", filter=Q(suspended_until__gte=on)),
            ends=Min("valid_until", filter=Q(valid_until__gte=on)),
            soon=Min("valid_until", filter=Q(valid_until__gt=on + SOON)),
        )
        return nearest(
            [
                after(found["closes"], 0),
                after(found["pauses"], 0),
                after(found["resumes"]),
                after(found["ends"]),
                after(found["soon"], -SOON.days),
            ],
            now,
        )
