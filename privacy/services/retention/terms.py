"""Until when something is kept: the longest period of the purposes that were granted, each counted from its own start (P13.1).

The rules are those of the submission's snapshot: what the person was told. A matter that nobody closes does not stay open for
ever: after `OPEN_AT_MOST` its period runs as if it had been closed then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from privacy.choices import Decision, EndAction, LegalBasis, RetentionStart
from privacy.models import ConsentEvent, Submission

OPEN_AT_MOST = timedelta(days=730)
SCHOOL_YEAR_ENDS = (5, 31)

_WEIGHT = {EndAction.ERASE: 0, EndAction.ANONYMISE: 1, EndAction.ARCHIVE: 2}


@dataclass(frozen=True)
class Term:
    """The rule of one purpose."""

    code: str
    days: int
    starts: str = RetentionStart.SUBMIT
    at_end: str = EndAction.ERASE

    def ends_at(self, submission: Submission) -> datetime:
        """When the period is over."""
        if self.starts == RetentionStart.SUBMIT:
            return submission.created_at + timedelta(days=self.days)
        return midnight(self._start(submission) + timedelta(days=self.days + 1))

    def _start(self, submission: Submission) -> date:
        received = timezone.localdate(submission.created_at)
        if self.starts == RetentionStart.YEAR_END:
            return school_year_end(received)
        happened = submission.closed_on
        if self.starts == RetentionStart.DECISION:
            happened = submission.decided_on or submission.closed_on
        return happened or received + OPEN_AT_MOST

    def __str__(self) -> str:
        return f"{self.code}: {self.days} days from {self.starts}, {self.at_end}"


@dataclass(frozen=True)
class Deadline:
    """What follows for one submission: `last` decides its end; `next_trim` is when a shorter period ends whose answers serve
    nothing else."""

    last: Term
    expires_at: datetime
    next_trim: datetime | None


def midnight(day: date) -> datetime:
    """The beginning of a local day."""
    return timezone.make_aware(datetime.combine(day, time.min))


def school_year_end(day: date) -> date:
    """The last day of the school year that a day belongs to."""
    end = date(day.year, *SCHOOL_YEAR_ENDS)
    return end if day <= end else date(day.year + 1, *SCHOOL_YEAR_ENDS)


def terms_of(snapshot: Mapping[str, Any]) -> list[Term]:
    """The rules that were shown with a form."""
    return [
        Term(
            code=row["code"],
            days=row["retention_days"],
            starts=row.get("starts", RetentionStart.SUBMIT),
            at_end=row.get("at_end", EndAction.ERASE),
        )
        for row in snapshot.get("purposes", [])
    ]


def granted_of(submissions: Iterable[Submission]) -> dict[int, set[str]]:
    """Submission id → codes of the purposes that hold now: those of a law, and those whose newest decision is a yes; one
    query."""
    rows = {row.pk: row for row in submissions}
    events = (
        ConsentEvent.objects.filter(submission__in=rows, purpose__isnull=False)
        .order_by("number")
        .values_list("submission_id", "purpose__code", "decision")
    )
    decided: dict[int, list[tuple[str, str]]] = {pk: [] for pk in rows}
    for pk, code, decision in events:
        decided[pk].append((code, decision))
    return {pk: granted_by(row.snapshot, decided[pk]) for pk, row in rows.items()}


def granted_by(snapshot: dict[str, Any], decided: Iterable[tuple[str, str]]) -> set[str]:
    """Codes of the purposes that hold after these decisions, each a code and what was decided, in their order."""
    by_law = {p["code"] for p in snapshot.get("purposes", []) if p.get("basis") == LegalBasis.LAW}
    granted = set(by_law)
    for code, decision in decided:
        if decision == Decision.GIVEN:
            granted.add(code)
        elif code not in by_law:
            granted.discard(code)
    return granted


def withdrawn_of(submission: Submission) -> tuple[list[str], list[int]]:
    """Codes of the purposes and ids of the recipients whose newest decision is that consent was withdrawn; one query."""
    purposes: dict[str, str] = {}
    recipients: dict[int, str] = {}
    events = submission.consents.order_by("number").values_list("purpose__code", "recipient_id", "decision")
    for code, recipient, decision in events:
        if code is not None:
            purposes[code] = decision
        elif recipient is not None:
            recipients[recipient] = decision
    return (
        sorted(code for code, decision in purposes.items() if decision == Decision.WITHDRAWN),
        sorted(pk for pk, decision in recipients.items() if decision == Decision.WITHDRAWN),
    )


def deadline_of(submission: Submission, granted: set[str]) -> Deadline | None:
    """None where no purpose is granted: nothing may be kept then."""
    ends = [(t, t.ends_at(submission)) for t in terms_of(submission.snapshot) if t.code in granted]
    if not ends:
        return None
    last, expires_at = max(ends, key=lambda pair: (pair[1], _WEIGHT[EndAction(pair[0].at_end)]))
    served = _purposes_by_field(submission.snapshot)
    by_code = {term.code: end for term, end in ends}
    trims = [
        max(by_code[code] for code in purposes & by_code.keys())
        for purposes in served.values()
        if purposes & by_code.keys()
    ]
    return Deadline(last, expires_at, min((t for t in trims if t < expires_at), default=None))


def fields_without_purpose(snapshot: Mapping[str, Any], live: set[str]) -> list[str]:
    """Names of the fields that serve none of the purposes in `live`."""
    return [name for name, purposes in _purposes_by_field(snapshot).items() if not purposes & live]


def _purposes_by_field(snapshot: Mapping[str, Any]) -> dict[str, set[str]]:
    return {f["name"]: set(f.get("purposes", ())) for f in snapshot.get("fields", [])}
