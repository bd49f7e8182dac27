"""Totals of an examination as tables, charts and open data; what would tell of few candidates is not told.

A cell below SMALLEST is hidden. What is hidden of a subject is never one cell alone nor fewer than SMALLEST candidates together:
the next smallest cells are hidden until subtraction from the sum finds nothing. “Below the half” is told only where that holds
for each half by itself, numbers of absent candidates only where none of the examination is small: subjects that everybody
takes have one sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.charts import BarChart, bar_chart
from enrolment.choices import VersionState
from enrolment.models import ExaminationPage, ResultVersion
from enrolment.results.subjects import Subject

SMALLEST = 5
BANDS = 10


@dataclass(frozen=True)
class Band:
    """How many scores lie in ``[low, high)``; the last band has its upper end. None: too few to be told."""

    low: Decimal
    high: Decimal
    count: int | None


@dataclass(frozen=True)
class SubjectTotals:
    subject: Subject
    taken: int | None
    absent: int | None
    mean: Decimal | None
    median: Decimal | None
    bands: tuple[Band, ...]
    below_half: int | None

    @property
    def label(self) -> str:
        return self.subject.label(get_language() or "vi")


def told(count: int) -> int | None:
    """A count, or None where it is too small to be told; nothing at all may be told."""
    return None if 0 < count < SMALLEST else count


def version_with_totals(key) -> ResultVersion | None:
    """The version whose totals are shown for an examination, whatever its language: the published one, else the last one that was
    and whose rows are gone."""
    found = ResultVersion.objects.filter(
        exam__translation_key=key,
        state__in=[VersionState.PUBLISHED, VersionState.ERASED],
        published_at__isnull=False,
    ).exclude(totals={})
    return min(found, key=lambda v: (v.state != VersionState.PUBLISHED, -v.number), default=None)


def totals_of(version: ResultVersion) -> list[SubjectTotals]:
    """The totals of each subject that somebody took, in the order of the subjects."""
    stored = version.totals.get("subjects", {})
    found = [subject for subject in version.subject_list if stored.get(subject.code, {}).get("taken")]
    tells_absent = all(told(totals["absent"]) is not None for totals in stored.values())
    return [_subject_totals(subject, stored[subject.code], tells_absent) for subject in found]


def _subject_totals(subject: Subject, stored: Mapping[str, Any], tells_absent: bool) -> SubjectTotals:
    scores = {Decimal(score): number for score, number in stored["scores"].items()}
    taken, absent = stored["taken"], stored["absent"] if tells_absent else None
    if taken < SMALLEST:
        return SubjectTotals(subject, None, absent, None, None, (), None)
    low, high = Decimal(subject.minimum), Decimal(subject.maximum)
    mean = sum(score * number for score, number in scores.items()) / taken
    counts = _counts(scores, low, high)
    hidden = _hidden(counts)
    return SubjectTotals(
        subject,
        taken,
        absent,
        round(mean, 2),
        _median(scores, taken),
        tuple(_bands(counts, hidden, low, high)),
        _below_half(counts, hidden),
    )


def _median(scores: Mapping[Decimal, int], taken: int) -> Decimal:
    """The lower of the two in the middle where their number is even."""
    passed = 0
    for score in sorted(scores):
        passed += scores[score]
        if passed * 2 >= taken:
            return score
    raise AssertionError("no scores")


def _counts(scores: Mapping[Decimal, int], low: Decimal, high: Decimal) -> list[int]:
    counts = [0] * BANDS
    for score, number in scores.items():
        counts[min(int((score - low) * BANDS / (high - low)), BANDS - 1)] += number
    return counts


def _is_safe(counts: Sequence[int], hidden: Iterable[int]) -> bool:
    """Whether nobody finds a hidden cell from the sum of these."""
    cells = [counts[place] for place in hidden]
    return not cells or (len(cells) > 1 and sum(cells) >= SMALLEST)


def _hidden(counts: Sequence[int]) -> frozenset[int]:
    """Places of the cells that are not told."""
    hidden = {place for place, count in enumerate(counts) if 0 < count < SMALLEST}
    others = sorted(
        (place for place, count in enumerate(counts) if count >= SMALLEST), key=counts.__getitem__
    )
    while others and not _is_safe(counts, hidden):
        hidden.add(others.pop(0))
    return frozenset(hidden)


def _below_half(counts: Sequence[int], hidden: frozenset[int]) -> int | None:
    """How many scores lie in the lower half of the bands; None where that would tell a hidden cell, or a small number."""
    half = BANDS // 2
    below = sum(counts[:half])
    lower, upper = {place for place in hidden if place < half}, {place for place in hidden if place >= half}
    is_safe = _is_safe(counts, lower) and _is_safe(counts, upper)
    return below if is_safe and told(below) is not None and told(sum(counts) - below) is not None else None


def _bands(counts: Sequence[int], hidden: frozenset[int], low: Decimal, high: Decimal) -> Iterator[Band]:
    size = (high - low) / BANDS
    for place, count in enumerate(counts):
        yield Band(low + size * place, low + size * (place + 1), None if place in hidden else count)


def band_label(band: Band, *, is_last: bool) -> str:
    ends = {"low": _plain(band.low), "high": _plain(band.high)}
    return _("%(low)s to %(high)s") % ends if is_last else _("%(low)s to below %(high)s") % ends


def count_label(count: int | None) -> str:
    return (
        f"{count:,}".replace(",", " ")
        if count is not None
        else _("fewer than %(number)s or hidden") % {"number": SMALLEST}
    )


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():f}"
    return text.replace(".", ",") if (get_language() or "vi") == "vi" else text


def score_label(number: Decimal | None) -> str:
    return "–" if number is None else _plain(number)


def chart_of(found: SubjectTotals) -> BarChart:
    last = len(found.bands) - 1
    full = max((band.count or 0 for band in found.bands), default=0)
    rows = [
        (
            band_label(band, is_last=n == last),
            band.count or 0,
            "…" if band.count is None else count_label(band.count),
        )
        for n, band in enumerate(found.bands)
    ]
    return bar_chart(rows, full=full)


def charts_of(version: ResultVersion) -> list[dict[str, Any]]:
    """For each subject its chart and the same figures as rows of a table."""
    found = []
    for totals in totals_of(version):
        last = len(totals.bands) - 1
        rows = [
            [band_label(band, is_last=n == last), count_label(band.count)]
            for n, band in enumerate(totals.bands)
        ]
        chart = chart_of(totals) if totals.bands else None
        found.append({"totals": totals, "chart": chart, "rows": rows, "code": totals.subject.code})
    return found


def overview_of(version: ResultVersion) -> list[list[str]]:
    """One row a subject: candidates, absent, mean, median, below the half."""
    return [
        [
            totals.label,
            count_label(totals.taken),
            count_label(totals.absent),
            score_label(totals.mean),
            score_label(totals.median),
            count_label(totals.below_half) if totals.taken is not None else "–",
        ]
        for totals in totals_of(version)
    ]


def data_rows(exam: ExaminationPage, version: ResultVersion) -> Iterator[dict[str, Any]]:
    """The totals as open data: one record a subject and band; a hidden count is None."""
    for totals in totals_of(version):
        common = {
            "examination": exam.title,
            "year": exam.year,
            "kind": exam.kind,
            "subject": totals.subject.code,
            "subject_name": totals.subject.name,
            "candidates": totals.taken,
            "absent": totals.absent,
            "mean": float(totals.mean) if totals.mean is not None else None,
            "median": float(totals.median) if totals.median is not None else None,
        }
        for band in totals.bands or (None,):
            yield common | {
                "from": float(band.low) if band else None,
                "to": float(band.high) if band else None,
                "count": band.count if band else None,
            }
