"""What an applicant and everybody reads of an assignment, in plain words (W9.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enrolment.allocation.sheets import SMALLEST
from enrolment.choices import AllocationState, ApplicationState, WishOutcome
from enrolment.models import Allocation, AllocationRow, Application, Wish

__all__ = ["ClassTotals", "classes_of", "explain", "last_words", "own_words"]

_W = WishOutcome


@dataclass(frozen=True)
class ClassTotals:
    """What everybody may know of one class; numbers are None where there are too few to be told."""

    place: str
    school: str
    name: str
    quota: int
    direct: int
    wishes: int | None
    admitted: int | None
    waiting: int | None
    last: str

    @property
    def is_told(self) -> bool:
        return self.wishes is not None


def classes_of(run: Allocation) -> list[ClassTotals]:
    """The classes of a run as they are published; no query."""
    names = run.parameters.get("names", {})
    found = []
    for place, total in run.totals.items():
        school, name = names.get(place, ["", place])
        is_told = total["wishes"] >= SMALLEST
        found.append(
            ClassTotals(
                place,
                school,
                name,
                total["quota"],
                total["direct"],
                *((total[part] if is_told else None) for part in ("wishes", "admitted", "waiting")),
                last_words(run, total),
            )
        )
    return sorted(found, key=lambda one: (one.school, one.name))


def last_words(run: Allocation, total: dict[str, Any]) -> str:
    """What the last child admitted had; "" where nobody was, or too few to be told."""
    last = total["last"]
    if not last or total["admitted"] < SMALLEST:
        return ""
    score = last["score"] and _("%(score)s points") % {"score": score_shown(last["score"])}
    return _words(run, last["first"], last["group"], score, last["lot"])


def own_words(run: Allocation, row: AllocationRow, wish: Wish) -> str:
    """What the applicant's child had in the order of the class, as `last_words` says it of the last one."""
    score = None
    if wish.score is not None:
        said = {
            "score": score_shown(f"{wish.score + wish.points:.3f}"),
            "points": score_shown(f"{wish.points:.3f}"),
        }
        score = _("%(score)s points, of which %(points)s added") if wish.points else _("%(score)s points")
        score %= said
    return _words(run, wish.is_first, wish.catchment, score, row.lot)


def _words(run: Allocation, is_first: bool, group: int, score: str | None, lot: str) -> str:
    words = []
    if is_first:
        words.append(_("admitted before all others"))
    elif run.parameters["uses_catchment"]:
        words.append(
            _("catchment group %(group)s") % {"group": group} if group else _("outside of the catchment area")
        )
    if run.parameters["by_score"] and score and not is_first:
        words.append(score)
    words.append(_("lot %(lot)s") % {"lot": lot})
    return ", ".join(words)


def score_shown(text: str) -> str:
    """A score without zeros at its end, in the reader's way of writing."""
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return number_format(text, len(text.partition(".")[2]) or 0)


def explain(application: Application, wish: Wish) -> list[str]:
    """Sentences about one wish for the status page of its applicant; three queries, none of them about anybody else."""
    run = Allocation.objects.filter(campaign=application.campaign_id, state=AllocationState.PUBLISHED).first()
    row = run and AllocationRow.objects.filter(allocation=run, wish=wish).first()
    total = run and run.totals.get(f"{wish.school_id}/{wish.track}")
    if not row or not total:
        return []
    if not row.rank:
        return [_("This wish was not put in order, because there is no score for it.")]
    told = [_counted(total, row.rank), _("Your child had: %(own)s.") % {"own": own_words(run, row, wish)}]
    if last := last_words(run, total):
        told.append(_("The last child admitted had: %(last)s.") % {"last": last})
    told += _why(application, wish, row, total)
    return told


def _counted(total: dict[str, Any], rank: int) -> str:
    if total["wishes"] < SMALLEST:
        return _("%(quota)s places; your child came %(rank)s in the order of this class.") % {
            "quota": total["quota"],
            "rank": rank,
        }
    return _("%(quota)s places, %(wishes)s wishes; your child came %(rank)s in the order of this class.") % {
        "quota": total["quota"],
        "wishes": total["wishes"],
        "rank": rank,
    }


def _why(application: Application, wish: Wish, row: AllocationRow, total: dict[str, Any]) -> list[str]:
    if wish.outcome == _W.ADMITTED and row.outcome != _W.ADMITTED:
        return [_("A place became free later, and your child was next on the waiting list.")]
    if wish.outcome == _W.ADMITTED:
        return [_("So your child has a place here.")]
    if wish.outcome == _W.NOT_NEEDED:
        return [_("Your child has a place at an earlier wish, so this one was not needed.")]
    if wish.outcome == _W.GIVEN_UP:
        return [_("This place was given up.")]
    told = [_no_place(row, total)]
    if wish.outcome == _W.WAITING and row.waiting:
        told.append(_waits(application, row.waiting))
    return told


def _no_place(row: AllocationRow, total: dict[str, Any]) -> str:
    last = total["last"]
    if not total["quota"] or not last:
        return _("There was no place left to be given here.")
    ahead = row.rank - last["rank"]
    return ngettext(
        "All places went to children before yours in the order; your child came %(number)s place behind the last one.",
        "All places went to children before yours in the order; your child came %(number)s places behind the last one.",
        ahead,
    ) % {"number": ahead}


def _waits(application: Application, number: int) -> str:
    if application.state in (ApplicationState.ADMITTED, ApplicationState.CONFIRMED):
        text = _(
            "Your child was number %(number)s on the waiting list of this wish. If a place becomes free in time, it takes the "
            "place of the later wish, without your doing anything."
        )
    else:
        text = _(
            "Your child was number %(number)s on the waiting list when places were given. If a place becomes free in time, it "
            "is offered to you here."
        )
    return text % {"number": number}
