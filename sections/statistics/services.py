"""Keeps what is published ready for adding up, and the sums ready for reading.

A publication writes one row for its institution and year, and marks the sums of all authorities above as due; the worker adds
them up (docs/decisions: measured, a sum over 4,000 members at each reading is too slow).
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from network.models import Institution
from network.selectors import in_tree, institution_for_page
from sections.models import StatisticsRecord, StatisticsRollUp, StatisticsYearPage
from sections.statistics.figures import figures_of, to_json, with_schools
from sections.statistics.selectors import facilities_below, first_years


@transaction.atomic
def record_store(*, page: StatisticsYearPage, now: datetime | None = None) -> StatisticsRecord | None:
    """Keep what a page has just published. A translation is no second report: the Vietnamese page counts."""
    now = now or timezone.now()
    institution = institution_for_page(page)
    if institution is None or page.locale.language_code != "vi":
        return None
    figures = figures_of(page)
    if not institution.is_authority:
        figures = with_schools(figures, institution.type)
    # The page may have been for another year before.
    moved = StatisticsRecord.objects.filter(page_key=page.translation_key).exclude(
        school_year=page.school_year
    )
    years = {page.school_year, *moved.values_list("school_year", flat=True)}
    moved.delete()
    record, _created = StatisticsRecord.objects.update_or_create(
        institution=institution,
        school_year=page.school_year,
        defaults={
            "page_key": page.translation_key,
            "counted_on": page.counted_on,
            "figures": to_json(figures),
            "stored_at": now,
        },
    )
    rollups_mark(institution=institution, years=years, now=now)
    return record


@transaction.atomic
def record_forget(*, page: StatisticsYearPage, now: datetime | None = None) -> int:
    """The page went off the site. Answers how many rows went with it."""
    found = StatisticsRecord.objects.filter(page_key=page.translation_key).select_related("institution")
    rows = list(found) if page.locale.language_code == "vi" else []
    for record in rows:
        rollups_mark(institution=record.institution, years={record.school_year}, now=now or timezone.now())
        record.delete()
    return len(rows)


def authorities_above(institution: Institution) -> list[Institution]:
    """The authorities whose sums an institution is part of, itself left out; one query."""
    step = Institution.steplen
    paths = [institution.path[: step * depth] for depth in range(1, institution.depth)]
    return list(Institution.objects.filter(path__in=paths).authorities()) if paths else []


def rollups_mark(*, institution: Institution, years: set[int], now: datetime) -> None:
    """Say that the sums above an institution are due; an authority's own figures are in no sum."""
    if institution.is_authority:
        return
    above = authorities_above(institution)
    rows = [
        StatisticsRollUp(institution=one, school_year=year, refreshed_at=now, due_since=now)
        for one in above
        for year in years
    ]
    StatisticsRollUp.objects.bulk_create(
        rows,
        update_conflicts=True,
        update_fields=["due_since"],
        unique_fields=["institution", "school_year"],
    )


def rollups_refresh(*, now: datetime | None = None) -> list[Institution]:
    """Add up all sums that are due; answers the authorities whose sums are new. A second run finds nothing to do."""
    now = now or timezone.now()
    done: dict[int, Institution] = {}
    first = None
    due = StatisticsRollUp.objects.filter(due_since__isnull=False).select_related("institution__site")
    for rollup in due.order_by("institution__path", "school_year"):
        first = first_years() if first is None else first
        rollup_refresh(rollup=rollup, first=first, now=now)
        done[rollup.institution_id] = rollup.institution
    return list(done.values())


def rollup_refresh(*, rollup: StatisticsRollUp, first: dict[int, int], now: datetime) -> None:
    """Four statements for any number of members. A change that comes meanwhile leaves the sum due."""
    authority, year = rollup.institution, rollup.school_year
    rows = StatisticsRecord.objects.filter(
        school_year=year,
        institution__kind="facility",
        **{f"institution__{name}": value for name, value in in_tree(authority).items()},
    ).values_list("figures", flat=True)
    sums: dict[str, int | Decimal] = {}
    counts: dict[str, int] = {}
    reported = 0
    for figures in rows.iterator(chunk_size=2000):
        reported += 1
        for key, value in figures.items():
            if value is not None:
                # Fractions come from JSON: a sum of floats would show noise.
                number = value if isinstance(value, int) else Decimal(str(value))
                sums[key] = sums.get(key, 0) + number
                counts[key] = counts.get(key, 0) + 1
    young = [pk for pk, begins in first.items() if begins > year]
    expected = facilities_below(authority).exclude(pk__in=young).count()
    StatisticsRollUp.objects.filter(pk=rollup.pk).update(
        figures={key: float(value) if isinstance(value, Decimal) else value for key, value in sums.items()},
        counts=counts,
        reported=reported,
        expected=max(expected, reported),
        refreshed_at=now,
    )
    StatisticsRollUp.objects.filter(pk=rollup.pk, due_since=rollup.due_since).update(due_since=None)


def rollups_mark_all(*, now: datetime) -> int:
    """Schools were opened, closed, moved to another authority: every sum is due. Sums that nobody is part of go."""
    StatisticsRollUp.objects.filter(institution__kind="facility").delete()
    return StatisticsRollUp.objects.filter(due_since__isnull=True).update(due_since=now)
