"""The findings of a desk's sites, read once for all parts that need them."""

from __future__ import annotations

from django.utils import timezone

from assessment.criteria import Finding
from assessment.selectors import findings_of
from editorial.desk import Desk

SHARED = "assessment.findings"


def findings_on(desk: Desk) -> dict[int, list[Finding]]:
    """Institution id → findings, for the institutions in the desk's scope."""
    if SHARED not in desk.shared:
        desk.shared[SHARED] = findings_of(desk.scope, on=timezone.localdate(desk.now))
    return desk.shared[SHARED]
