"""School years: which one it is, which are asked for, what was counted the year before."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from sections.statistics.figures import Figures, figures_of

FIVE = 5
"""W8.8, W9.9: at least the latest five years."""
BEGINS = (9, 1)
ASKED_FROM = (10, 15)
"""Figures of 30 September are asked for from this day; until then the latest year is the one before."""


def current_school_year(day: date) -> int:
    """The school year that runs on a day, by the year in which it begins."""
    return day.year if (day.month, day.day) >= BEGINS else day.year - 1


def latest_asked(day: date) -> int:
    """The latest school year whose figures are asked for on a day."""
    return day.year if (day.month, day.day) >= ASKED_FROM else day.year - 1


def years_asked(day: date, *, count: int = FIVE) -> list[int]:
    """The school years that a site must show, the earliest first."""
    latest = latest_asked(day)
    return list(range(latest - count + 1, latest + 1))


def previous_figures(siblings: QuerySet, school_year: int) -> Figures | None:
    """The figures of the year before in the same section: the published ones, else those of the draft; None without any."""
    page = siblings.filter(school_year=school_year - 1).order_by("-live", "path").first()
    if page is None:
        return None
    return figures_of(page if page.live else page.get_latest_revision_as_object()) or None
