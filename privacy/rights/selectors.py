"""What a person is shown about what they sent, and what staff see of requests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy.choices import AccessPurpose, AuditAction, Decision, RequestState
from privacy.models import (
    ConsentEvent,
    Disclosure,
    PrivacyAudit,
    Purpose,
    Recipient,
    RevisionNotice,
    SubjectRequest,
    Submission,
)
from privacy.models.requests import OPEN_STATES, past_its_day
from privacy.rights.fields import Entry, entries_of
from privacy.rights.rules import ground_named
from privacy.services.access import reference_of


@dataclass
class Standing:
    """The newest decision about one purpose or recipient."""

    event: ConsentEvent
    purpose: Purpose | None = None
    recipient: Recipient | None = None

    @property
    def is_given(self) -> bool:
        return self.event.decision == Decision.GIVEN

    @property
    def can_withdraw(self) -> bool:
        return self.is_given and (self.purpose is None or self.purpose.needs_consent)


@dataclass
class PersonalFile:
    """All that is stored about one submission, for its sender."""

    submission: Submission
    entries: list[Entry]
    purposes: list[Standing]
    recipients: list[Standing]
    disclosures: list[Disclosure]
    readings: list[dict[str, Any]]
    requests: list[SubjectRequest]

    @property
    def has_optional(self) -> bool:
        return any(entry.is_optional and not entry.is_empty for entry in self.entries)


@sensitive_variables("answers")
def personal_file(submission: Submission) -> PersonalFile:
    """A fixed number of queries, whatever is stored."""
    answers = submission.unseal_field("sealed_answers") or {}
    purposes, recipients = standings_of(submission)
    return PersonalFile(
        submission=submission,
        entries=entries_of(submission, answers),
        purposes=purposes,
        recipients=recipients,
        disclosures=list(submission.disclosures.order_by("sent_at")),
        readings=readings_of(submission),
        requests=answered(submission.requests.order_by("received_at")),
    )


@sensitive_variables()
def answered(requests: Iterable[SubjectRequest]) -> list[SubjectRequest]:
    """Requests with `reply` and `ground_text`, for who made them."""
    found = list(requests)
    for request in found:
        ground = ground_named(request.ground)
        request.reply = request.unseal_field("sealed_reply") or ""
        request.ground_text = ground.local_text if ground else ""
    return found


def standings_of(submission: Submission) -> tuple[list[Standing], list[Standing]]:
    """Purposes and recipients with the newest decision about each; one query. Where a child and a grown-up decided, a no
    counts."""
    events = submission.consents.select_related("purpose", "recipient").order_by("number")
    by_actor: dict[tuple[str, int], dict[bool, ConsentEvent]] = {}
    for event in events:
        if event.purpose_id or event.recipient_id:
            key = ("p", event.purpose_id) if event.purpose_id else ("r", event.recipient_id)
            by_actor.setdefault(key, {})[event.actor == "child"] = event
    purposes, recipients = [], []
    for voices in by_actor.values():
        event = min(voices.values(), key=lambda e: e.decision == Decision.GIVEN)
        standing = Standing(event, event.purpose, event.recipient)
        (purposes if event.purpose_id else recipients).append(standing)
    return purposes, recipients


def decisions_of(submission: Submission) -> list[ConsentEvent]:
    """The newest decision about each purpose and recipient."""
    purposes, recipients = standings_of(submission)
    return [standing.event for standing in (*purposes, *recipients)]


def readings_of(submission: Submission) -> list[dict[str, Any]]:
    """How often staff read or exported it, for what, and when last: numbers, no names."""
    rows = (
        PrivacyAudit.objects.filter(
            institution=submission.institution,
            object_ref=reference_of(submission),
            action__in=(AuditAction.READ, AuditAction.EXPORT),
            user__isnull=False,
        )
        .order_by()
        .values("purpose")
        .annotate(number=Count("pk"), last=Max("occurred_at"))
    )
    labels = dict(AccessPurpose.choices)
    return [
        {"purpose": labels.get(row["purpose"], row["purpose"]), "number": row["number"], "last": row["last"]}
        for row in rows.order_by("purpose")
    ]


@sensitive_variables()
def file_contents(submission: Submission) -> dict[str, Any]:
    """All that is stored, as plain values that a machine reads: the copy, and what a certificate states."""
    found = personal_file(submission)
    return {
        "reference": submission.reference,
        "institution": submission.institution.name,
        "form": submission.snapshot.get("title", submission.form),
        "received": _iso(submission.created_at),
        "kept_until": _iso(submission.expires_at),
        "state": submission.state,
        "notice": {"number": submission.notice.number, "sha256": submission.notice.sha256},
        "form_sha256": submission.snapshot_sha256,
        "answers": [
            {"field": entry.name, "label": entry.label, "value": entry.value}
            for entry in found.entries
            if not entry.is_empty
        ],
        "purposes": [_decided(standing) for standing in found.purposes],
        "recipients": [_decided(standing) for standing in found.recipients],
        "passed_on": [
            {
                "recipient": d.recipient_name,
                "fields": d.fields,
                "basis": d.basis,
                "citation": d.citation,
                "at": _iso(d.sent_at),
            }
            for d in found.disclosures
        ],
        "read": [
            {"purpose": str(r["purpose"]), "times": r["number"], "last": _iso(r["last"])}
            for r in found.readings
        ],
    }


def _decided(standing: Standing) -> dict[str, Any]:
    event = standing.event
    words = {"wording": event.wording, "decision": event.decision, "at": _iso(event.occurred_at)}
    if standing.purpose:
        return {"purpose": standing.purpose.text, "days": standing.purpose.retention_days} | words
    return {"recipient": standing.recipient.name} | words


def _iso(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")


# For staff


def requests_of(
    institutions, *, state: str = "", kind: str = "", institution: int | None = None
) -> QuerySet[SubjectRequest]:
    """Requests that were decided by people, or wait for them; what a person did themselves is left out."""
    rows = SubjectRequest.objects.of(institutions).filter(is_immediate=False).select_related("institution")
    if state == "open":
        rows = rows.waiting()
    elif state:
        rows = rows.filter(state=state)
    if kind:
        rows = rows.filter(kind=kind)
    if institution:
        rows = rows.filter(institution=institution)
    return (
        rows.order_by("closed_at", "fulfil_due", "pk") if state == "open" else rows.order_by("-received_at")
    )


@dataclass(frozen=True)
class RequestNumbers:
    """How an institution stands with requests: numbers, nobody in them."""

    institution: Institution
    waiting: int
    overdue: int
    closed: int
    refused: int
    revisions_overdue: int


def numbers_of(institutions: QuerySet[Institution], on: date) -> list[RequestNumbers]:
    """One row for each institution that has any; three queries, whatever their number."""
    is_open = Q(state__in=OPEN_STATES)
    is_late = is_open & (Q(fulfil_due__lt=on) | Q(replied_at__isnull=True, reply_due__lt=on))
    counts = (
        SubjectRequest.objects.filter(institution__in=institutions, is_immediate=False)
        .order_by()
        .values("institution")
        .annotate(
            waiting=Count("pk", filter=is_open),
            overdue=Count("pk", filter=is_late),
            closed=Count("pk", filter=Q(state=RequestState.DONE)),
            refused=Count("pk", filter=Q(state=RequestState.REFUSED)),
        )
    )
    by_pk = {row.pop("institution"): row for row in counts}
    late = (
        RevisionNotice.objects.filter(
            institution__in=institutions, acknowledged_at__isnull=True, due_on__lt=on
        )
        .order_by()
        .values_list("institution")
        .annotate(number=Count("pk"))
    )
    late_by_pk = dict(late)
    wanted = Institution.objects.filter(pk__in={*by_pk, *late_by_pk})
    empty = {"waiting": 0, "overdue": 0, "closed": 0, "refused": 0}
    return [
        RequestNumbers(i, **by_pk.get(i.pk, empty), revisions_overdue=late_by_pk.get(i.pk, 0))
        for i in wanted.order_by("path")
    ]


@dataclass(frozen=True)
class DeskNumbers:
    """What a desk says of requests."""

    waiting: int
    overdue: int
    next_due: date | None
    revisions: int


def desk_numbers(institutions: QuerySet[Institution], now: datetime) -> DeskNumbers:
    """Two queries, whatever the number of institutions and rows."""
    found = (
        SubjectRequest.objects.of(institutions)
        .waiting()
        .aggregate(
            waiting=Count("pk"),
            overdue=Count("pk", filter=past_its_day(timezone.localdate(now))),
            fulfil=Min("fulfil_due"),
            reply=Min("reply_due", filter=Q(replied_at__isnull=True)),
        )
    )
    days = [day for day in (found["fulfil"], found["reply"]) if day]
    return DeskNumbers(
        waiting=found["waiting"],
        overdue=found["overdue"],
        next_due=min(days, default=None),
        revisions=revisions_of(institutions).count(),
    )


def revisions_of(institutions, *, is_open: bool = True) -> QuerySet[RevisionNotice]:
    rows = RevisionNotice.objects.filter(institution__in=institutions)
    if is_open:
        rows = rows.filter(acknowledged_at__isnull=True)
    return rows.select_related("institution", "disclosure__recipient__target").order_by("due_on", "pk")
