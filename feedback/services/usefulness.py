"""Counting whether pages are useful."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from feedback.models import UsefulCount
from network.models import Institution

KEPT = timedelta(days=730)


def useful_count(
    *, institution: Institution, page_key: UUID, is_useful: bool, reason: str = "", on: date | None = None
) -> None:
    """Add one answer to the number of its day."""
    key = {"page_key": page_key, "day": on or timezone.localdate(), "is_useful": is_useful, "reason": reason}
    with transaction.atomic():
        UsefulCount.objects.get_or_create(**key, defaults={"institution": institution})
        UsefulCount.objects.filter(**key).update(number=F("number") + 1)


def useful_purge(*, on: date | None = None) -> int:
    """Delete numbers that are older than two years; answers how many rows."""
    return UsefulCount.objects.filter(day__lt=(on or timezone.localdate()) - KEPT).delete()[0]
