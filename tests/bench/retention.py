"""Erases 100,000 submissions that are over, as the daily job does; the goal is five minutes. Run as
``python -m tests.bench.retention [rows]`` against a database that may be thrown away; prints numbers as JSON."""

from __future__ import annotations

import json
import sys
import time
import uuid
from datetime import datetime, timedelta

import django

GOAL_SECONDS = 300


def _store(rows: int, now: datetime) -> None:
    """Submissions that are overdue, each with a consent event in the chain."""
    from feedback.models import FeedbackPage
    from privacy.models import ConsentEvent, Notice, Purpose, Submission
    from privacy.services.chain import chain_append

    page = FeedbackPage.objects.live().first()
    purpose = Purpose.objects.filter(form="feedback").select_related("institution").order_by("pk").first()
    institution = purpose.institution
    notice = Notice.objects.current(institution)
    snapshot = {"fields": [], "purposes": [{"code": purpose.code, "retention_days": 1, "basis": "consent"}]}
    for start in range(0, rows, 2000):
        new = [
            Submission(
                reference=f"BENCH{start + number}",
                uid=uuid.uuid4(),
                institution=institution,
                page_id=page.pk,
                form="feedback",
                snapshot=snapshot,
                snapshot_sha256="0" * 64,
                notice=notice,
                sealed_answers="x",
                secret_hash="x",
                created_at=now - timedelta(days=9),
                expires_at=now - timedelta(days=8),
            )
            for number in range(min(2000, rows - start))
        ]
        stored = Submission.objects.bulk_create(new)
        events = [
            ConsentEvent(
                submission=row,
                subject=row.uid,
                form="feedback",
                purpose=purpose,
                decision="given",
                wording="x",
                wording_sha256="0" * 64,
                notice=notice,
                notice_sha256="0" * 64,
                step="consent",
            )
            for row in stored
        ]
        with django.db.transaction.atomic():
            chain_append(institution=institution, entries=events)


def run(rows: int) -> dict[str, float | int]:
    from django.utils import timezone

    from privacy.models import DeletionRecord, Submission
    from privacy.services import purge_expired

    now = timezone.now()
    _store(rows, now)
    started = time.monotonic()
    counts = purge_expired(now=now)
    seconds = round(time.monotonic() - started, 1)
    left = Submission.objects.filter(reference__startswith="BENCH").count()
    proved = sum(record.total for record in DeletionRecord.objects.filter(occurred_at=now))
    return {
        "rows": rows,
        "seconds": seconds,
        "goal": GOAL_SECONDS,
        "left": left,
        "proved": proved,
        "gone": counts.submissions,
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)))
