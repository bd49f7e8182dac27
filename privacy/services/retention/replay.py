"""After a restore nobody comes back: what the file outside the database says was erased is erased again (law 91/2025, article
14(4))."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy.choices import Decision, Ended, EraseReason
from privacy.models import ArchivePackage, ConsentEvent, DeletionRecord, Submission
from privacy.models.proof import FIRST
from privacy.services.chain import chain_append
from privacy.services.retention.archive import PACKAGE
from privacy.services.retention.erasing import erase_rows
from privacy.services.retention.periods import answers_drop, period_set
from privacy.services.retention.records import (
    SUBMISSION,
    digest_of,
    log_catch_up,
    log_lines,
    log_path,
)
from privacy.services.retention.terms import granted_of

BATCH = 500


@dataclass(frozen=True)
class Replayable:
    """A kind of thing that was erased under a record. `rows` answers ids and random numbers of all that stand in the database;
    `erase` removes those with these ids."""

    what: str
    rows: Callable[[], Iterable[tuple[int, UUID]]]
    erase: Callable[[Sequence[int]], int | None]


_kinds: dict[str, Replayable] = {}


def register_replay(
    what: str,
    *,
    rows: Callable[[], Iterable[tuple[int, UUID]]],
    erase: Callable[[Sequence[int]], int | None],
) -> None:
    """Have what `deletion_record` noted under the label `what` erased again after a restore."""
    if what in _kinds or what == SUBMISSION:
        raise ValueError(f"Replay of {what!r} is registered already.")
    _kinds[what] = Replayable(what, rows, erase)


@dataclass(frozen=True)
class Replayed:
    """How many lines there were, how many rows came back and went again, in whole or in part, and how many records the database
    had lost."""

    lines: int
    erased: int
    trimmed: int
    others: int
    records: int

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


@dataclass
class _Log:
    """The file by subject."""

    lines: list[dict[str, Any]]
    gone: dict[str, dict[str, dict[str, Any]]]
    parts: dict[str, list[dict[str, Any]]]


def deletions_replay(
    *, path: Path | None = None, dry_run: bool = False, now: datetime | None = None
) -> Replayed:
    """Compare the database with the file and erase what came back; put the records back into the chains. A second run finds
    nothing to do.

    Holds do not keep what had been erased already. Raises ValueError for a line that is no record.
    """
    now = now or timezone.now()
    log = _read(path)
    records = _records_back(log.lines, dry_run)
    erased = _erase_again(log, dry_run, now)
    trimmed = _trim_again(log, dry_run, now)
    others = sum(_erase_others(kind, log, dry_run) for kind in (_packages(), *_kinds.values()))
    if not dry_run:
        log_catch_up()
    return Replayed(len(log.lines), erased, trimmed, others, records)


def _read(path: Path | None) -> _Log:
    log = _Log([], defaultdict(dict), defaultdict(list))
    for line in log_lines(path):
        log.lines.append(line)
        for subject in line["subjects"]:
            if line["ended"] == Ended.PART:
                log.parts[subject].append(line)
            else:
                log.gone[line["what"]][subject] = line
    return log


def _erase_again(log: _Log, dry_run: bool, now: datetime) -> int:
    gone = log.gone.get(SUBMISSION, {})
    if not gone:
        return 0
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    rows = Submission.objects.order_by().values_list("pk", "uid", "institution_id", "form")
    for pk, uid, institution, form in rows.iterator(chunk_size=5000):
        if digest_of(uid) in gone:
            groups[institution, form].append(pk)
    if not dry_run:
        for pks in groups.values():
            for part in _batches(pks):
                with transaction.atomic():
                    found = list(Submission.objects.filter(pk__in=part).select_related("institution"))
                    erase_rows(found, reason=EraseReason.REPLAY, now=now, rule="replay")
    return sum(map(len, groups.values()))


def _trim_again(log: _Log, dry_run: bool, now: datetime) -> int:
    if not log.parts:
        return 0
    found = [
        pk
        for pk, uid in Submission.objects.order_by().values_list("pk", "uid").iterator(chunk_size=5000)
        if digest_of(uid) in log.parts
    ]
    done = 0
    for pk in found:
        with transaction.atomic():
            done += _trim_one(pk, log, dry_run, now)
    return done


@sensitive_variables()
def _trim_one(pk: int, log: _Log, dry_run: bool, now: datetime) -> bool:
    row = Submission.objects.select_for_update(of=("self",)).select_related("institution").get(pk=pk)
    lines = log.parts[digest_of(row.uid)]
    fields = {name for line in lines for name in line["details"].get("fields", ())}
    latest = max((line for line in lines if "purposes" in line["details"]), key=_when, default=None)
    lost = _given_again(row, latest["details"]) if latest else []
    came_back = fields & {name for name, value in (row.unseal_field("sealed_answers") or {}).items() if value}
    if not (lost or came_back) or dry_run:
        return bool(lost or came_back)
    _withdraw_again(row, lost, now)
    period_set(row, granted_of([row])[row.pk])
    row.save(update_fields=["expires_at", "at_end", "trim_at"])
    answers_drop(row, sorted(fields), reason=EraseReason.REPLAY, now=now)
    return True


def _when(line: dict[str, Any]) -> tuple[str, int]:
    return line["occurred_at"], line["number"]


def _given_again(row: Submission, details: dict[str, Any]) -> list[ConsentEvent]:
    """The newest decisions that say yes in this copy of the database, though consent was withdrawn after it was made."""
    latest: dict[tuple[str, Any], ConsentEvent] = {}
    for event in row.consents.select_related("purpose").order_by("number"):
        about = ("purpose", event.purpose.code) if event.purpose else ("recipient", event.recipient_id)
        latest[about] = event
    withdrawn = {("purpose", code) for code in details["purposes"]}
    withdrawn |= {("recipient", pk) for pk in details.get("recipients", ())}
    return [e for about, e in latest.items() if about in withdrawn and e.decision == Decision.GIVEN]


COPIED = (
    "subject",
    "form",
    "purpose_id",
    "recipient_id",
    "wording",
    "wording_sha256",
    "notice_id",
    "notice_sha256",
)


def _withdraw_again(row: Submission, given: Sequence[ConsentEvent], now: datetime) -> None:
    events = [
        ConsentEvent(
            submission=row,
            decision=Decision.WITHDRAWN,
            step="replay",
            occurred_at=now,
            **{name: getattr(event, name) for name in (*COPIED, "language", "actor", "method")},
        )
        for event in given
    ]
    chain_append(institution=row.institution, entries=events)


def _packages() -> Replayable:
    def erase(pks: Sequence[int]) -> int:
        return ArchivePackage.objects.filter(pk__in=pks).update(
            path="", sealed_key="", gone_at=timezone.now()
        )

    standing = ArchivePackage.objects.filter(gone_at=None).values_list("pk", "uid")
    return Replayable(PACKAGE, partial(standing.iterator, chunk_size=2000), erase)


def _erase_others(kind: Replayable, log: _Log, dry_run: bool) -> int:
    gone = log.gone.get(kind.what)
    if not gone:
        return 0
    pks = [pk for pk, uid in kind.rows() if digest_of(uid) in gone]
    if not dry_run:
        for part in _batches(pks):
            with transaction.atomic():
                kind.erase(part)
    return len(pks)


def _records_back(lines: Sequence[dict[str, Any]], dry_run: bool) -> int:
    """Records of the file that the chains do not have: at their old place where it is free, else behind what came since."""
    known = set(DeletionRecord.objects.values_list("hash", flat=True))
    moved = DeletionRecord.objects.filter(details__has_key="replayed").values_list("details", flat=True)
    known |= {details["replayed"] for details in moved}
    institutions = {
        i.pk: i for i in Institution.objects.filter(pk__in={line["institution"] for line in lines})
    }
    missing = [line for line in lines if line["hash"] not in known and line["institution"] in institutions]
    if not dry_run:
        for line in missing:
            with transaction.atomic():
                _record_back(line, institutions[line["institution"]])
    return len(missing)


def _record_back(line: dict[str, Any], institution: Institution) -> None:
    values = {name: line[name] for name in DeletionRecord.hashed_fields}
    entry = DeletionRecord(occurred_at=parse_datetime(line["occurred_at"]), **values)
    last = DeletionRecord.objects.filter(institution=institution).order_by("-number").first()
    if (last.hash if last else FIRST) == line["prev_hash"]:
        entry.logged_at = timezone.now()
    else:
        entry.details = entry.details | {"replayed": line["hash"]}
    chain_append(institution=institution, entries=[entry])


def _batches(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(pks), BATCH):
        yield pks[start : start + BATCH]


def is_behind() -> bool:
    """Whether the file knows of a deletion that the database does not: an older copy was restored and nothing was replayed yet.
    Looks at the last record of the file; two queries."""
    last = _last_line()
    if last is None or not Institution.objects.filter(pk=last["institution"]).exists():
        return False
    stored = DeletionRecord.objects.filter(institution=last["institution"])
    return not stored.filter(Q(hash=last["hash"]) | Q(details__replayed=last["hash"])).exists()


def _last_line() -> dict[str, Any] | None:
    """The last line of the file, read from its end."""
    path = log_path()
    try:
        with open(path, "rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - 4_000_000))
            tail = file.read().splitlines()
    except FileNotFoundError:
        return None
    lines = [line for line in tail if line.strip()]
    try:
        return json.loads(lines[-1]) if lines else None
    except ValueError:
        return None
