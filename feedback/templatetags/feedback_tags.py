"""Figures that pages of this package show."""

from __future__ import annotations

from django import template
from django.utils import timezone

from feedback.models import FeedbackPage
from feedback.selectors.cases import YearRow, statistics_of
from network.selectors import institution_for_page

register = template.Library()


@register.simple_tag
def feedback_statistics(page: FeedbackPage) -> dict[int, list[YearRow]]:
    """Year → rows, this year first; nothing where the board does not show it. One query."""
    institution = institution_for_page(page) if page.shows_statistics else None
    if institution is None:
        return {}
    year = timezone.localdate().year
    return statistics_of(institution, (year, year - 1))
