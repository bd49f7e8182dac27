"""Keeping the table of working days."""

from __future__ import annotations

from privacy.holidays import DAYS, FIELDS
from privacy.models import Holiday


def holidays_load() -> int:
    """Enter those days that the product knows and the table does not have; what was edited stays. Answers how many were
    entered."""
    known = set(Holiday.objects.values_list("day", flat=True))
    new = [Holiday(**dict(zip(FIELDS, row, strict=True))) for row in DAYS if row[0] not in known]
    Holiday.objects.bulk_create(new)
    return len(new)
