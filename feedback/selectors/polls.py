"""What readers see of a poll."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from feedback.choices import PollState, ResultsShown
from feedback.models import Ballot, BallotBox, PollPage
from feedback.models.polls import STEP, ballot_mark

__all__ = ["PollResult", "ResultRow", "has_voted", "poll_result"]


@dataclass(frozen=True)
class ResultRow:
    """`percent` of the votes, a whole number; where several answers may be chosen the rows add up to more than 100."""

    label: str
    votes: int
    percent: int


@dataclass(frozen=True)
class PollResult:
    """`votes`: how many people voted, None where there are too few to show anything; `is_final` after the end."""

    rows: tuple[ResultRow, ...]
    votes: int | None
    is_final: bool


def has_voted(page: PollPage, nonce: str) -> bool:
    """Whether a ballot paper of this browser is in the box; one query, none without a number."""
    return (
        bool(nonce)
        and Ballot.objects.filter(box__translation_key=page.translation_key, mark=ballot_mark(nonce)).exists()
    )


def may_see_result(page: PollPage, *, voted: bool, now: datetime) -> bool:
    state = page.state_at(now)
    if state == PollState.COMING:
        return False
    if state == PollState.OVER or page.results_shown == ResultsShown.ALWAYS:
        return True
    return voted and page.results_shown == ResultsShown.AFTER_VOTE


def poll_result(page: PollPage, *, now: datetime) -> PollResult:
    """At the most three queries. While the poll is open, the state of the last full five votes."""
    box = BallotBox.objects.filter(translation_key=page.translation_key).first()
    is_final = page.state_at(now) == PollState.OVER
    votes, totals = 0, {}
    if box and is_final:
        votes, totals = box.votes, {str(row.option): row.votes for row in box.totals.all()}
    elif box and box.shown:
        votes, totals = box.shown["votes"], box.shown["totals"]
    if votes < STEP:
        return PollResult((), None, is_final)
    rows = [
        ResultRow(option.label, found := totals.get(str(option.key), 0), round(100 * found / votes))
        for option in page.options.all()
    ]
    return PollResult(tuple(rows), votes, is_final)
