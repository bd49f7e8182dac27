"""Sealing everything anew under another key: ``python -m tests.bench.rotation [rows]`` on the database of the environment, which
holds the demonstration or any institution. Prints the figures as JSON; fails above the limit. All of it is rolled back."""

from __future__ import annotations

import base64
import json
import secrets
import sys
import time

LIMIT = 60
"""Seconds for 100,000 rows (figure G10)."""


def new_key(name: str) -> str:
    return f"{name}:{base64.b64encode(secrets.token_bytes(32)).decode()}"


def main(rows: int = 100_000) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import override_settings

    from network.models import Institution
    from privacy.services import field_keys_rotate

    with transaction.atomic():
        institution = Institution.objects.exclude(home_key=None).first()
        began = time.perf_counter()
        fill(institution, rows)
        sealed = time.perf_counter() - began
        ring = [new_key("bench2"), *settings.EDUSITE_FIELD_KEYS]
        with override_settings(EDUSITE_FIELD_KEYS=ring):
            began = time.perf_counter()
            counts = field_keys_rotate()
            seconds = time.perf_counter() - began
            again = sum(field_keys_rotate().values())
        transaction.set_rollback(True)
    figures = {
        "database": connection.vendor,
        "rows": sum(counts.values()),
        "seconds to seal and store": round(sealed, 1),
        "seconds to rotate": round(seconds, 1),
        "seconds for 100,000": round(seconds * 100_000 / max(1, sum(counts.values())), 1),
        "left for a second run": again,
    }
    print(json.dumps(figures, indent=2))
    if figures["seconds for 100,000"] > LIMIT or again:
        sys.exit(1)


def fill(institution, rows: int) -> None:
    """Submissions with answers as long as those of a parent, and look-up keys for a tenth of them."""
    from django.utils import timezone

    from privacy.models import LookupKey, Notice, Submission
    from privacy.services.lookups import lookup_add

    notice = Notice.objects.current(institution)
    answers = {
        "subject": "Cổng trường ngập khi mưa",
        "message": "Nước ngập ngang mắt cá chân. " * 12,
        "phone": "0912345678",
    }
    made = []
    for number in range(rows):
        row = Submission(
            reference=f"BENCH-{number}",
            institution=institution,
            form="feedback",
            notice=notice,
            snapshot={"fields": []},
            expires_at=timezone.now() + timezone.timedelta(days=1),
        )
        row.seal_field("sealed_answers", answers)
        made.append(row)
    stored = Submission.objects.bulk_create(made, batch_size=1000)
    for number, row in enumerate(stored[: rows // 10]):
        lookup_add(submission=row, kind="phone", value=f"09{number:08d}")
    assert LookupKey.objects.count() >= rows // 10


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
