"""The daily work: what is over goes, and leaves its proof (P13.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from privacy.choices import EndAction, Ended, EraseReason
from privacy.models import ConsentEvent, FormDraft, LegalHold, PrivacyAudit, Submission
from privacy.models.retention import held
from privacy.services.retention.archive import package_make, packages_end_due
from privacy.services.retention.erasing import erase_rows
from privacy.services.retention.periods import submission_recompute
from privacy.services.retention.records import log_catch_up
from privacy.services.retention.replay import deletions_replay, is_behind
from privacy.services.retention.surveys import surveys_complete_due
from privacy.services.retention.terms import terms_of
from privacy.services.retention.totals import totals_add, totals_finish_due, year_key

AUDIT_LIFE = timedelta(days=366)
HOLD_LIFE = timedelta(days=5 * 366)
BATCH = 500

_sweeps: dict[str, Callable[[datetime, bool], int]] = {}


def register_sweep(name: str, sweep: Callable[[datetime, bool], int]) -> None:
    """Have something of another package ended by the daily job: ``sweep(now, dry_run)`` removes what is over and answers how
    much."""
    if _sweeps.get(name, sweep) is not sweep:
        raise ValueError(f"A sweep named {name!r} is registered already.")
    _sweeps[name] = sweep


@dataclass(frozen=True)
class Purged:
    """How many of each went, or would go. No more than numbers: the report names nobody."""

    submissions: int
    drafts: int
    consent_links: int
    audit_entries: int
    trimmed: int = 0
    held: int = 0
    holds: int = 0
    surveys: int = 0
    packages: int = 0
    totals: int = 0
    logged: int = 0

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def purge_expired(*, now: datetime | None = None, dry_run: bool = False, batch: int = BATCH) -> Purged:
    """End submissions, parts of submissions and drafts whose time is over, with all that hangs on them; audit entries after a
    year, holds five years after their end.

    A database that lags behind the deletion log was restored from an older copy: what came back goes first.
    What a hold is on stays until the day after it ends. The decisions themselves stay in their chain; the link from them to a
    person goes with the submission. A run that was broken off goes on where it stopped.
    """
    now = now or timezone.now()
    drafts = FormDraft.objects.filter(expires_at__lte=now, sent=None)
    audits = PrivacyAudit.objects.filter(occurred_at__lte=now - AUDIT_LIFE)
    holds = LegalHold.objects.filter(ends_on__lte=timezone.localdate(now - HOLD_LIFE))
    over = over_now(now)
    counts = {
        "submissions": over.count(),
        "drafts": drafts.count(),
        "consent_links": ConsentEvent.objects.filter(submission__in=over).count(),
        "audit_entries": audits.count(),
        "trimmed": trim_now(now).count(),
        "held": Submission.objects.expired(now).count() - over.count(),
        "holds": holds.count(),
    } | {name: sweep(now, dry_run) for name, sweep in sorted(_sweeps.items())}
    known = {name: counts[name] for name in Purged.__dataclass_fields__ if name in counts}
    if dry_run:
        return Purged(**known)
    if is_behind():
        deletions_replay(now=now)
    drafts.delete()
    _end_all(now, batch)
    _trim_all(now)
    known |= {
        "surveys": surveys_complete_due(now=now),
        "packages": packages_end_due(now=now),
        "totals": totals_finish_due(now=now),
    }
    # The query set refuses deletion; the end of an entry's own time is the one reason for it.
    audits._raw_delete(audits.db)
    holds.delete()
    return Purged(**known | {"logged": log_catch_up()})


def over_now(now: datetime):
    """Submissions whose time is over and that nothing holds."""
    return Submission.objects.expired(now).exclude(held(timezone.localdate(now)))


def trim_now(now: datetime):
    """Submissions of which a part is over and that nothing holds."""
    return Submission.objects.filter(trim_at__lte=now, expires_at__gt=now).exclude(
        held(timezone.localdate(now))
    )


def _end_all(now: datetime, batch: int) -> None:
    order = ("institution_id", "form", "at_end", "pk")
    while rows := list(over_now(now).select_related("institution").order_by(*order)[:batch]):
        for (_pk, _form, at_end), group in groupby(rows, key=lambda r: (r.institution_id, r.form, r.at_end)):
            with transaction.atomic():
                _end_group(list(group), at_end, now)


_ENDED = {EndAction.ERASE: Ended.WHOLE, EndAction.ANONYMISE: Ended.TOTALS, EndAction.ARCHIVE: Ended.ARCHIVE}


def _end_group(rows: list[Submission], at_end: str, now: datetime) -> None:
    if at_end == EndAction.ANONYMISE:
        for year, group in groupby(sorted(rows, key=year_key), key=year_key):
            totals_add(list(group), key=year)
    elif at_end == EndAction.ARCHIVE:
        package_make(rows, now=now)
    erase_rows(rows, reason=EraseReason.EXPIRED, now=now, ended=_ENDED[EndAction(at_end)], rule=_rule(rows))


def _rule(rows: list[Submission]) -> str:
    """The rules that these rows were under, in the words of the register: the same form was mostly sent under one."""
    rules = sorted({str(term) for row in rows for term in terms_of(row.snapshot)})
    return "; ".join(rules)


def _trim_all(now: datetime) -> None:
    for submission in trim_now(now).select_related("institution").order_by("pk").iterator(chunk_size=200):
        submission_recompute(submission=submission, reason=EraseReason.EXPIRED, now=now)
