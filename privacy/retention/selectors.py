"""How it stands with the end of what people sent: numbers, for those who answer for it and for the authority above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, Value
from django.utils import timezone

from network.models import Institution
from privacy.models import (
    ArchivePackage,
    DeletionRecord,
    FormTotals,
    LegalHold,
    ProcessingActivity,
    Purpose,
    Submission,
    Survey,
)
from privacy.models.retention import held

GRACE = timedelta(hours=24)
"""The daily job comes once a day: what is older than that and still there is overdue."""
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Figures:
    """`kept` submissions, of which `soon` end within 30 days, a hold is on `held`, and `overdue` should be gone: that is to be
    zero. `packages` wait for the archive, `surveys` wait to be completed."""

    kept: int = 0
    soon: int = 0
    held: int = 0
    overdue: int = 0
    oldest: datetime | None = None
    packages: int = 0
    surveys: int = 0


def figures_of(institution_ids: Iterable[int], now: datetime) -> dict[int, Figures]:
    """Institution id → figures; two queries at any number of institutions."""
    ids = list(institution_ids)
    late = Q(expires_at__lte=now - GRACE) | Q(trim_at__lte=now - GRACE)
    found = (
        Submission.objects.filter(institution__in=ids)
        .order_by()
        .annotate(is_held=held(timezone.localdate(now)))
        .values("institution_id")
        .annotate(
            kept=Count("pk"),
            soon=Count("pk", filter=Q(expires_at__gt=now, expires_at__lte=now + SOON)),
            held=Count("pk", filter=Q(is_held=True)),
            overdue=Count("pk", filter=late & Q(is_held=False)),
            oldest=Min("expires_at", filter=late & Q(is_held=False)),
        )
    )
    numbers = {row.pop("institution_id"): row for row in found}
    packages = ArchivePackage.objects.filter(gone_at=None)
    surveys = Survey.objects.filter(completed_at=None, closed_on__lte=timezone.localdate(now))
    waiting = [
        rows.filter(institution__in=ids)
        .order_by()
        .annotate(name=Value(name))
        .values_list("institution_id", "name")
        .annotate(number=Count("pk"))
        for name, rows in (("packages", packages), ("surveys", surveys))
    ]
    for pk, name, number in waiting[0].union(waiting[1], all=True):
        numbers.setdefault(pk, {})[name] = number
    return {pk: Figures(**numbers.get(pk, {})) for pk in ids}


def overdue_everywhere(now: datetime) -> int:
    """Over the whole installation; one query."""
    late = Q(expires_at__lte=now - GRACE) | Q(trim_at__lte=now - GRACE)
    return Submission.objects.filter(late).exclude(held(timezone.localdate(now))).count()


def rules_of(institution: Institution) -> list[Purpose]:
    """The rule of each purpose in use, by form; one query."""
    rows = Purpose.objects.filter(institution=institution, is_active=True).select_related("activity")
    return list(rows.order_by("activity__name", "position", "pk"))


def surveys_possible(institution: Institution) -> list[ProcessingActivity]:
    """The activities whose answers end as totals and that are not being completed yet."""
    waiting = Survey.objects.filter(institution=institution, completed_at=None).values("form")
    purposes = Purpose.objects.filter(institution=institution, is_active=True, at_end="anonymise")
    return list(
        ProcessingActivity.objects.filter(institution=institution, pk__in=purposes.values("activity"))
        .exclude(code__in=waiting)
        .order_by("name")
    )


def holds_of(institution: Institution):
    return LegalHold.objects.of([institution]).select_related("submission", "placed_by", "lifted_by")


def records_of(institution: Institution):
    """The proofs of deletion, newest first."""
    return DeletionRecord.objects.filter(institution=institution).order_by("-number")


def totals_of(institution: Institution):
    return FormTotals.objects.filter(institution=institution, final_at__isnull=False)
