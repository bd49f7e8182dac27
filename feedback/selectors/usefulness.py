"""Which pages readers do not find useful."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from uuid import UUID

from django.conf import settings
from django.db.models import Sum
from wagtail.models import Page

from feedback.choices import NotUseful
from feedback.models import UsefulCount
from network.models import Institution

FEW = 5
"""Fewer answers say nothing about a page yet."""
_Z = 1.28
"""Nine chances in ten that the share of “no” is at least the score."""


@dataclass
class UsefulRow:
    """The answers about one page in a period. `page` is its Vietnamese version, None where it is gone."""

    institution: Institution
    page_key: UUID
    yes: int = 0
    no: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    page: Page | None = None

    @property
    def answers(self) -> int:
        return self.yes + self.no

    @property
    def no_percent(self) -> int:
        return round(100 * self.no / self.answers) if self.answers else 0

    @property
    def score(self) -> float:
        """The lower bound of the share of “no” (Wilson): few answers do not push a page to the top."""
        if not self.answers:
            return 0.0
        n, p = self.answers, self.no / self.answers
        spread = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return (p + _Z**2 / (2 * n) - spread) / (1 + _Z**2 / n)

    @property
    def is_poor(self) -> bool:
        return self.answers >= FEW and self.no * 2 > self.answers

    @property
    def reason_words(self) -> list[str]:
        """The reasons with their numbers, the most frequent first."""
        named = [(number, str(NotUseful(reason).label)) for reason, number in self.reasons.items() if reason]
        return [f"{label}: {number}" for number, label in sorted(named, reverse=True)]


def useful_rows(institutions: Iterable[Institution], since: date) -> list[UsefulRow]:
    """The pages about which there are answers, the worst first; two queries at any number of pages."""
    known = {institution.pk: institution for institution in institutions}
    counts = UsefulCount.objects.filter(institution__in=known, day__gte=since)
    rows: dict[UUID, UsefulRow] = {}
    sums = counts.order_by().values("institution", "page_key", "is_useful", "reason")
    for found in sums.annotate(total=Sum("number")):
        row = rows.setdefault(found["page_key"], UsefulRow(known[found["institution"]], found["page_key"]))
        if found["is_useful"]:
            row.yes += found["total"]
        else:
            row.no += found["total"]
            row.reasons[found["reason"]] = row.reasons.get(found["reason"], 0) + found["total"]
    pages = Page.objects.filter(translation_key__in=rows, locale__language_code=settings.LANGUAGE_CODE)
    for page in pages:
        rows[page.translation_key].page = page
    return sorted(rows.values(), key=lambda row: (-row.score, -row.answers, str(row.page_key)))
