"""One computation of places: refused, done, written; and what a run looks like to whoever acts on it (W9.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.jobs import Progress
from enrolment.allocation.lots import seed_opened
from enrolment.allocation.method import (
    ADMITTED,
    METHOD,
    Last,
    Outcome,
    Total,
    allocate,
    digest_of,
    input_lines,
)
from enrolment.allocation.reading import Input, input_of, obstacles
from enrolment.allocation.sheets import sheets_of
from enrolment.campaigns.selectors import places_of
from enrolment.choices import AllocationState
from enrolment.models import Allocation, AllocationJob, AllocationRow, AllocationSheet, CampaignPage, LotSeed
from enrolment.policies import campaign_institution, is_officer

PART = 2_000
"""Rows that are written at once."""
_S = AllocationState
T = TypeVar("T")


def parts_of(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(rows)
    while part := list(islice(rest, size)):
        yield part


def refuse_strangers(campaign: CampaignPage, user) -> None:
    institution = campaign_institution(campaign)
    if institution is None or not is_officer(user, institution.pk):
        raise PermissionDenied


def locked(allocation: Allocation, user, *states: AllocationState) -> Allocation:
    """The run, locked, for an officer. Raises PermissionDenied, or ValidationError where it is in none of `states`."""
    found = Allocation.objects.select_for_update(of=("self",)).get(pk=allocation.pk)
    refuse_strangers(found.campaign, user)
    if found.state not in states:
        raise ValidationError(
            _("This assignment is “%(state)s”.") % {"state": found.get_state_display()}, code="state"
        )
    return found


def noted(allocation: Allocation, what: str, user, **data: Any) -> None:
    log(allocation.campaign, f"enrolment.places_{what}", user=user, data={"run": allocation.number} | data)


def refuse_same_person(allocation: Allocation, user) -> None:
    if user.pk in (allocation.made_by_id, allocation.proposed_by_id):
        raise ValidationError(
            _("A second person publishes: you computed or proposed this assignment."), code="second-person"
        )


def refuse_compute(campaign: CampaignPage, *, leaves_out: bool, now: datetime) -> None:
    runs = Allocation.objects.filter(campaign=campaign)
    if runs.filter(state=_S.PUBLISHED).exists():
        raise ValidationError(_("An assignment is published: take it back first."), code="published")
    if runs.filter(state=_S.PROPOSED).exists():
        raise ValidationError(
            _("An assignment waits for a second person: publish or return it first."), code="proposed"
        )
    left = [one.text for one in obstacles(campaign, now=now) if not (leaves_out and one.can_be_waived)]
    if left:
        raise ValidationError(left, code="obstacle")


def compute(job: AllocationJob, progress: Progress) -> None:
    """Compute a run. It is written in parts, visible to nobody before the last step; whoever takes the job up again begins
    anew."""
    campaign = job.campaign
    refuse_compute(campaign, leaves_out=job.leaves_out, now=timezone.now())
    Allocation.objects.filter(campaign=campaign, state=_S.BUILDING).delete()
    progress(0, 4)
    places = places_of(campaign)
    given = input_of(campaign, places)
    seed = LotSeed.objects.get(campaign=campaign)
    opened = seed_opened(seed)
    progress(1, 4)
    outcome = allocate(
        given.wishes, given.quotas, given.rules, seed=opened.seed, public_number=opened.public_number
    )
    progress(2, 4)
    sheets = sheets_of(outcome)
    last = Allocation.objects.filter(campaign=campaign).aggregate(last=Max("number"))["last"] or 0
    earlier = Allocation.objects.filter(campaign=campaign, state__in=[_S.COMPUTED, _S.DROPPED])
    before = earlier.filter(Exists(AllocationRow.objects.filter(allocation=OuterRef("pk")))).first()
    run = Allocation.objects.create(
        campaign=campaign,
        number=last + 1,
        state=_S.BUILDING,
        method=METHOD,
        parameters={
            "by_score": given.rules.by_score,
            "uses_catchment": given.rules.uses_catchment,
            "has_waiting_list": given.rules.has_waiting_list,
            "fingerprint": opened.fingerprint,
            "public_number": opened.public_number,
            "draw_source": campaign.draw_source,
            "leaves_out": job.leaves_out,
            "applications": len({wish.code for wish in given.wishes}),
            "names": {place.key: [place.school.name, place.track.name] for place in places},
        },
        input_sha256=input_digest(given, opened.salt),
        output_sha256=digest_of(line for own in sheets.values() for line in own),
        totals={place: _total(total, given.direct.get(place, 0)) for place, total in outcome.totals.items()},
        made_by=job.created_by,
    )
    _rows_write(run, given, outcome, sheets, progress)
    with transaction.atomic():
        if before:
            run.changes = _changes(before, run)
        run.state = _S.COMPUTED
        run.save(update_fields=["state", "changes"])
        runs_forget(list(earlier.exclude(pk=run.pk)))
        job.allocation = run
        job.save(update_fields=["allocation"])
        noted(run, "compute", job.created_by)


def input_digest(given: Input, salt: str) -> str:
    return digest_of(input_lines(given.wishes, given.quotas, given.rules), salt=salt)


def _total(total: Total, direct: int) -> dict[str, Any]:
    return {
        "quota": total.quota,
        "direct": direct,
        "wishes": total.wishes,
        "admitted": total.admitted,
        "waiting": total.waiting,
        "last": _last(total.last),
    }


def _last(last: Last | None) -> dict[str, Any] | None:
    if last is None:
        return None
    score = None if last.score is None else f"{last.score // 1000}.{last.score % 1000:03}"
    return {"first": last.is_first, "group": last.group, "score": score, "lot": last.lot, "rank": last.rank}


def _rows_write(
    run: Allocation, given: Input, outcome: Outcome, sheets: dict[str, list[str]], progress: Progress
) -> None:
    done, total = 0, len(outcome.placed)
    for part in parts_of(outcome.placed, PART):
        AllocationRow.objects.bulk_create(
            AllocationRow(
                allocation=run,
                wish_id=given.ids[one.code, one.position],
                rank=one.rank,
                lot=one.lot,
                outcome=one.outcome,
                waiting=one.waiting,
            )
            for one in part
        )
        done += len(part)
        progress(done, total + 1)
    for some in parts_of(sheets.items(), 50):
        AllocationSheet.objects.bulk_create(
            AllocationSheet(
                allocation=run, place=place, count=len(lines), lines="".join(f"{line}\n" for line in lines)
            )
            for place, lines in some
        )


def _changes(before: Allocation, run: Allocation) -> dict[str, Any]:
    """Who has another place than in the run before, counted; two queries."""
    places = {}
    for which in (before, run):
        rows = AllocationRow.objects.filter(allocation=which, outcome=ADMITTED)
        named = rows.values_list("wish__application_id", "wish__school_id", "wish__track")
        places[which.pk] = {pk: f"{school}/{track}" for pk, school, track in named}
    old, new = places[before.pk], places[run.pk]
    classes: dict[str, list[int]] = {}
    moved = [pk for pk in old.keys() | new.keys() if old.get(pk) != new.get(pk)]
    for pk in moved:
        if pk in new:
            classes.setdefault(new[pk], [0, 0])[0] += 1
        if pk in old:
            classes.setdefault(old[pk], [0, 0])[1] += 1
    return {"run": before.number, "applications": len(moved), "classes": dict(sorted(classes.items()))}


def runs_forget(runs: Sequence[Allocation]) -> None:
    """Runs that nobody will publish: their rows go, who computed them and what came out stays."""
    pks = [run.pk for run in runs]
    AllocationRow.objects.filter(allocation__in=pks).delete()
    AllocationSheet.objects.filter(allocation__in=pks).delete()
    Allocation.objects.filter(pk__in=pks).update(state=_S.DROPPED)
