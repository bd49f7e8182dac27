"""Waiting lists move up: the order of the published assignment goes on being followed while places become free (W9.4).

A free place is offered to the first of the class who has no place, or a place at a later wish. Whoever moves up leaves the
later place, which is offered in turn, until nothing moves. So a later place never costs anybody a better one; a confirmation
holds for the better place as well. It ends with the waiting phase of the campaign's schedule.
"""

from __future__ import annotations

from collections import deque
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enrolment.allocation.publishing import entries_write
from enrolment.allocation.reading import waiting_phase
from enrolment.applications.states import application_locked, application_move, entry_add
from enrolment.campaigns.selectors import places_of
from enrolment.choices import AllocationState, ApplicationState, Entry, WishOutcome
from enrolment.models import Allocation, AllocationSheet, Application, CampaignPage, Wish
from enrolment.policies import campaign_institution
from enrolment.refreshed import announce
from privacy.calendar import add_working_days
from privacy.services.retention.periods import submission_decide

__all__ = ["campaign_move", "lists_end", "lists_move", "lists_run", "sheets_purge"]

_S, _W = ApplicationState, WishOutcome
HOLDS = (_S.ADMITTED, _S.CONFIRMED)
WAITS = (_S.WAITING, _S.ADMITTED, _S.CONFIRMED)
PART = 200
"""Moves of one transaction."""
LANGUAGE = "vi"
"""Of sentences in the records of many, and where an application has no language of its own."""


class Move(NamedTuple):
    """One place that was offered; `left`: the class that the child leaves for it, "" for none."""

    application_id: int
    place: str
    left: str


def _published(campaign: CampaignPage) -> Allocation | None:
    return Allocation.objects.filter(campaign=campaign, state=AllocationState.PUBLISHED).first()


def is_moving(campaign: CampaignPage, run: Allocation | None, now: datetime) -> bool:
    phase = waiting_phase(campaign)
    if run is None or run.waiting_ended_at or phase is None:
        return False
    return phase[0] <= now and (phase[1] is None or now < phase[1])


def _key(wish: Wish) -> str:
    return f"{wish.school_id}/{wish.track}"


def _free_places(campaign: CampaignPage) -> dict[str, int]:
    """Class → places that nobody holds, over all classes; a handful of queries."""
    held = (
        Wish.objects.filter(application__campaign=campaign, application__state__in=HOLDS, outcome=_W.ADMITTED)
        .values("school_id", "track")
        .annotate(count=Count("pk"))
    )
    taken = {f"{row['school_id']}/{row['track']}": row["count"] for row in held}
    return {p.key: max(p.track.quota - taken.get(p.key, 0), 0) for p in places_of(campaign)}


def _waiting(campaign: CampaignPage, place: str) -> QuerySet[Wish]:
    """The waiting list of a class."""
    school, _slash, track = place.partition("/")
    return Wish.objects.filter(
        application__campaign=campaign,
        application__state__in=WAITS,
        school=school,
        track=track,
        outcome=_W.WAITING,
        waiting_number__isnull=False,
    )


def _next(campaign: CampaignPage, place: str) -> Wish | None:
    """The first on the waiting list of a class, with the application locked as the family locks it: a family that answers at the
    same moment waits, or is seen."""
    while wish := _waiting(campaign, place).select_related("application").order_by("waiting_number").first():
        application_locked(wish.application)
        if found := _waiting(campaign, place).filter(pk=wish.pk).first():
            found.application = Application.objects.select_related("submission").get(pk=wish.application_id)
            return found
    return None


def campaign_move(*, campaign: CampaignPage, now: datetime | None = None) -> list[Move]:
    """Offer every free place of a campaign to whoever is next, until nothing moves; a second call changes nothing. Each
    transaction makes at most `PART` moves, so that no family waits for thousands of others; whoever is killed between two leaves
    places free, which the next call offers in the same order."""
    now = now or timezone.now()
    moves: list[Move] = []
    while part := _move_some(campaign, now):
        moves += part
        if len(part) < PART:
            break
    return moves


@transaction.atomic
def _move_some(campaign: CampaignPage, now: datetime) -> list[Move]:
    CampaignPage.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    run = _published(campaign)
    if not is_moving(campaign, run, now):
        return []
    due_on = _due_on(campaign, now)
    free = _free_places(campaign)
    todo = deque(sorted(place for place, count in free.items() if count))
    moves: list[Move] = []
    while todo:
        place = todo.popleft()
        while free.get(place, 0) and (wish := _next(campaign, place)) is not None:
            move = _offer(wish, place, due_on, now)
            moves.append(move)
            if len(moves) == PART:
                return moves
            free[place] -= 1
            if move.left:
                free[move.left] = free.get(move.left, 0) + 1
                if move.left not in todo:
                    todo.append(move.left)
    return moves


def _due_on(campaign: CampaignPage, now: datetime) -> date:
    """Working days as for the first places, at most until the last day of the phase."""
    due_on = add_working_days(timezone.localdate(now), campaign.confirm_days)
    _start, end = waiting_phase(campaign) or (None, None)
    return min(due_on, timezone.localdate(end)) if end else due_on


def _offer(wish: Wish, place: str, due_on: date, now: datetime) -> Move:
    application = wish.application
    held = application.wishes.filter(outcome=_W.ADMITTED).first()
    application.wishes.filter(position__gt=wish.position, outcome__in=[_W.ADMITTED, _W.WAITING]).update(
        outcome=_W.NOT_NEEDED, waiting_number=None
    )
    Wish.objects.filter(pk=wish.pk).update(outcome=_W.ADMITTED, waiting_number=None)
    with translation.override(application.submission.language or LANGUAGE):
        if application.state == _S.WAITING:
            text = _("A place became free at wish %(number)s. Please confirm it until %(day)s.")
            words = {"number": wish.position, "day": f"{due_on:%d/%m/%Y}"}
            application_move(
                application=application, to=_S.ADMITTED, text=text % words, due_on=due_on, now=now
            )
            submission_decide(submission=application.submission, on=timezone.localdate(now))
        else:
            _improve(application, wish, held, due_on, now)
    return Move(application.pk, place, _key(held) if held else "")


def _improve(application: Application, wish: Wish, held: Wish | None, due_on: date, now: datetime) -> None:
    words = {"number": wish.position, "old": held.position if held else 0, "day": f"{due_on:%d/%m/%Y}"}
    if application.state == _S.CONFIRMED:
        text = _(
            "A place became free at wish %(number)s: it takes the place of wish %(old)s. Your confirmation holds for it."
        )
    else:
        text = _(
            "A place became free at wish %(number)s: it takes the place of wish %(old)s. Please confirm it until %(day)s."
        )
        Application.objects.filter(pk=application.pk).update(due_on=due_on)
    entry_add(
        application=application,
        kind=Entry.STATE,
        text=text % words,
        is_shown=True,
        from_state=application.state,
        to_state=application.state,
        now=now,
    )


def _campaigns(**filters) -> QuerySet[CampaignPage]:
    runs = Allocation.objects.filter(
        campaign=OuterRef("pk"), state=AllocationState.PUBLISHED, waiting_ended_at=None
    )
    return (
        CampaignPage.objects.annotate(run=Subquery(runs.values("pk")[:1]))
        .filter(run__isnull=False, **filters)
        .prefetch_related("phases")
    )


def lists_move(*, now: datetime | None = None) -> int:
    """Move the lists of every campaign in its waiting phase; answers how many places were offered."""
    return sum(len(campaign_move(campaign=campaign, now=now)) for campaign in _campaigns())


def lists_end(*, now: datetime | None = None) -> int:
    """Close the lists of campaigns whose waiting phase is over, or that have none and whose days to confirm have passed. Who
    still waits was not admitted. Answers how many campaigns."""
    now = now or timezone.now()
    count = 0
    for campaign in _campaigns():
        phase = waiting_phase(campaign)
        run = Allocation.objects.get(pk=campaign.run)
        if phase is None:
            is_over = timezone.localdate(now) > run.confirm_until
        else:
            is_over = phase[1] is not None and now >= phase[1]
        if is_over:
            _end(campaign, run, now)
            count += 1
    return count


@transaction.atomic
def _end(campaign: CampaignPage, run: Allocation, now: datetime) -> None:
    CampaignPage.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    rows = Application.objects.filter(campaign=campaign)
    rows.filter(state=_S.WAITING).update(state=_S.NOT_ADMITTED, state_at=now, due_on=None)
    Wish.objects.filter(application__campaign=campaign, outcome=_W.WAITING).update(
        outcome=_W.NOT_ADMITTED, waiting_number=None
    )
    with translation.override(LANGUAGE):
        text = _("The waiting lists are closed.")
        moved = rows.filter(state=_S.NOT_ADMITTED, state_at=now)
        entries_write(moved, _S.WAITING, text=text, user=None, now=now)
    run.waiting_ended_at = now
    run.save(update_fields=["waiting_ended_at"])
    announce(campaign_institution(campaign))


def sheets_purge() -> int:
    """Forget the public lines of campaigns of which no application is left: totals stay. Answers how many classes."""
    left = Application.objects.filter(campaign=OuterRef("allocation__campaign"))
    return AllocationSheet.objects.filter(~Exists(left)).delete()[0]


def lists_run(now: datetime) -> str:
    """The timer: move what can move, close what is over, forget what has ended."""
    moved, ended = lists_move(now=now), lists_end(now=now)
    gone = sheets_purge()
    return f"{moved}, {ended}, {gone}" if moved or ended or gone else ""
