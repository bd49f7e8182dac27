"""The breaker of a form: a flood does not reach the board.

More than EDUSITE_FORM_FLOOD_AN_HOUR submissions (or what the kind of form says) of one form of one institution within an hour,
from any number of networks, and the form takes nothing for EDUSITE_FORM_BREAK_MINUTES. Readers see a calm page with the
addresses; what they entered waits. Who is told is registered from above; they are told once a break.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from common.compiled import CompiledQuery
from network.models import Institution
from privacy.models import FloodBreak, SentForm, Submission
from privacy.registry import form_kind

HOUR = timedelta(hours=1)

_listeners: list[Callable[[FloodBreak], None]] = []


def on_break(tell: Callable[[FloodBreak], None]) -> None:
    """Call `tell` inside the transaction in which a break begins."""
    if tell not in _listeners:
        _listeners.append(tell)


def break_of(institution: Institution, form: str, *, now: datetime | None = None) -> FloodBreak | None:
    """The break that a form is in at the moment; one query."""
    return _BREAKS.first(institution=institution.pk, form=form, now=now or timezone.now())


_BREAKS = CompiledQuery(
    lambda institution, form, now: FloodBreak.objects.filter(
        institution_id=institution, form=form, ended_at__isnull=True, until__gt=now
    ).order_by("pk")[:1],
    institution=int,
    form=str,
    now=datetime,
)


def breaks_of(institution_ids, *, now: datetime | None = None):
    """The breaks of these institutions at the moment."""
    rows = FloodBreak.objects.filter(ended_at__isnull=True, until__gt=now or timezone.now())
    return rows.filter(institution__in=list(institution_ids)).select_related("institution")


def may_take(institution: Institution, form: str, *, now: datetime | None = None) -> bool:
    """Whether one more submission is taken; begins a break where it would be one too many. Three queries, of a form with
    a short road four."""
    now = now or timezone.now()
    if break_of(institution, form, now=now):
        return False
    recent = FloodBreak.objects.filter(institution=institution, form=form, until__gt=now - HOUR)
    ends = [min(until, ended or until) for until, ended in recent.values_list("until", "ended_at")]
    start = max([now - HOUR, *ends])
    sent = Submission.objects.filter(institution=institution, form=form, created_at__gt=start)
    limit = _limit(form)
    if _is_rushed(form):
        waiting = SentForm.objects.filter(institution=institution, form=form, filed_at=None)
        limit -= waiting.filter(sent_at__gt=start).count()
    # Whether there is a last one of so many; their keys are nothing to us, and there may be 20,000.
    if limit > 0 and not sent[limit - 1 : limit].exists():
        return True
    break_begin(institution=institution, form=form, now=now)
    return False


def _is_rushed(form: str) -> bool:
    try:
        return form_kind(form).is_rushed
    except KeyError:
        return False


def _limit(form: str) -> int:
    try:
        return form_kind(form).most_an_hour or settings.EDUSITE_FORM_FLOOD_AN_HOUR
    except KeyError:
        return settings.EDUSITE_FORM_FLOOD_AN_HOUR


def break_begin(*, institution: Institution, form: str, now: datetime | None = None) -> FloodBreak | None:
    """Begin a break and have the board told; None where another request began it at the same moment."""
    now = now or timezone.now()
    open_ones = FloodBreak.objects.filter(institution=institution, form=form, ended_at__isnull=True)
    try:
        with transaction.atomic():
            open_ones.filter(until__lte=now).update(ended_at=now)
            found = FloodBreak.objects.create(
                institution=institution,
                form=form,
                began_at=now,
                until=now + timedelta(minutes=settings.EDUSITE_FORM_BREAK_MINUTES),
            )
            for tell in _listeners:
                tell(found)
    except IntegrityError:
        return None
    return found


def break_end(*, found: FloodBreak, now: datetime | None = None) -> bool:
    """Open the form again at once; False where it was open. Counting begins anew."""
    now = now or timezone.now()
    return bool(FloodBreak.objects.filter(pk=found.pk, ended_at__isnull=True).update(ended_at=now))


def breaks_purge(*, now: datetime | None = None) -> int:
    """Delete breaks that ended more than a year ago."""
    now = now or timezone.now()
    return FloodBreak.objects.filter(until__lt=now - timedelta(days=365)).delete()[0]
