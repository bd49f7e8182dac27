"""The upkeep of a page, for the panel beside its form."""

from __future__ import annotations

from django import template
from wagtail.models import Page

from editorial.selectors.page_reviews import ReviewRow, review_for_page, review_rows

register = template.Library()


@register.simple_tag
def page_upkeep(page: Page) -> ReviewRow | None:
    """None where nobody has looked after the upkeep of the page yet, or where it is not live."""
    review = review_for_page(page)
    return next(iter(review_rows([review])), None) if review else None
