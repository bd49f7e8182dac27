"""Proof of deletion: in the institution's chain, and in a file outside the database that only grows, so that a restored database
can be told what must not come back (law 91/2025, article 14(4))."""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from network.models import Institution
from privacy.choices import Ended, EraseReason
from privacy.models import DeletionRecord
from privacy.services.chain import chain_append

logger = logging.getLogger("edusite.privacy")

SUBMISSION = "privacy.submission"


def digest_of(uid: UUID | str) -> str:
    """What stands in a record for something that had this random number."""
    return hashlib.sha256(str(uid).encode()).hexdigest()[:32]


def deletion_record(
    *,
    institution: Institution,
    what: str,
    reason: EraseReason,
    uids: Iterable[UUID | str],
    counts: dict[str, int],
    form: str = "",
    ended: Ended = Ended.WHOLE,
    rule: str = "",
    details: dict[str, Any] | None = None,
    request_ref: str = "",
    now: datetime | None = None,
) -> DeletionRecord:
    """Prove that something ended; inside the caller's transaction. `what` is the label under which the kind of thing is
    registered for replay; the file outside the database is written when the transaction is."""
    entry = DeletionRecord(
        what=what,
        form=form,
        reason=reason,
        ended=ended,
        rule=rule[:255],
        counts={name: number for name, number in sorted(counts.items()) if number},
        subjects=sorted(digest_of(uid) for uid in uids),
        details=details or {},
        request_sha256=hashlib.sha256(request_ref.encode()).hexdigest() if request_ref else "",
        occurred_at=now or timezone.now(),
    )
    stored = chain_append(institution=institution, entries=[entry])[0]
    transaction.on_commit(partial(_log_now, stored))
    return stored


def _log_now(entry: DeletionRecord) -> None:
    """A file that cannot be written does not undo what was erased: the daily job writes what is missing."""
    try:
        log_append([entry])
    except OSError as error:
        logger.error("deletion log not written", extra={"error": type(error).__name__})


def log_path() -> Path:
    return Path(settings.EDUSITE_DELETION_LOG)


def log_append(entries: Sequence[DeletionRecord]) -> None:
    """Add lines to the file and wait until the disk has them. Raises OSError."""
    if not entries:
        return
    lines = "".join(
        json.dumps(entry.as_line(), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        for entry in entries
    )
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a", encoding="utf-8", opener=_private) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
    DeletionRecord._base_manager.filter(pk__in=[e.pk for e in entries]).update(logged_at=timezone.now())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def log_catch_up(*, batch: int = 200) -> int:
    """Write the records that are not in the file yet; answers how many. Raises OSError."""
    written = 0
    while entries := list(
        DeletionRecord.objects.filter(logged_at__isnull=True)
        .select_related("institution")
        .order_by("pk")[:batch]
    ):
        log_append(entries)
        written += len(entries)
    return written


def log_lines(path: Path | None = None) -> Iterator[dict[str, Any]]:
    """The lines of the file, oldest first; none where there is no file. Raises ValueError, with the number of the line, for one
    that is no record."""
    path = path or log_path()
    if not path.exists():
        return
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
                found["hash"], found["subjects"], found["what"]
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"Line {number} of the deletion log is no record.") from error
            yield found
