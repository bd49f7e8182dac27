"""What is due for review, and what nobody answers for: for any number of sites in the same few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import BoardGroup, PageReview
from network.models import Institution
from network.models.institutions import InstitutionStatus

__all__ = [
    "ReviewRow",
    "board_of",
    "may_confirm_review",
    "review_for_page",
    "review_rows",
    "reviews_due",
    "reviews_of",
    "sections_without_owner",
]


@dataclass(frozen=True)
class ReviewRow:
    """One page and its upkeep. `responsible` and `second` are None where nobody is named, or where the person is no
    longer on the board; then the chief editor is responsible, and `left` says who was named before."""

    review: PageReview
    page_id: int
    title: str
    responsible: Any
    second: Any
    left: bool
    days_overdue: int
    """Negative while the day is still to come; 0 where no day is set."""

    @property
    def institution(self) -> Institution:
        return self.review.institution

    @property
    def is_overdue(self) -> bool:
        return self.days_overdue > 0


def board_of(institution_ids: Iterable[int]) -> dict[tuple[int, int], set[str]]:
    """(institution id, user id) → roles of the active members of these boards; one query."""
    rows = BoardGroup.objects.filter(institution_id__in=institution_ids, group__user__is_active=True)
    found: dict[tuple[int, int], set[str]] = {}
    for institution_id, user_id, role in rows.values_list("institution_id", "group__user", "role"):
        found.setdefault((institution_id, user_id), set()).add(role)
    return found


def reviews_of(institutions: Iterable[Institution] | QuerySet) -> QuerySet[PageReview]:
    """The upkeep of all pages of these institutions, as far as they run a site."""
    rows = PageReview.objects.filter(
        institution__in=institutions, institution__status=InstitutionStatus.ACTIVE
    )
    return rows.select_related("institution", "responsible", "second")


def reviews_due(
    institutions: Iterable[Institution] | QuerySet, on: date | None = None, *, ahead: int = 0
) -> list[ReviewRow]:
    """The live pages whose day has come, or comes within `ahead` days; the longest overdue first. Three queries."""
    on = on or timezone.localdate()
    due = reviews_of(institutions).filter(review_on__lte=on + timedelta(days=ahead))
    return review_rows(due.order_by("review_on", "pk"), on=on)


def sections_without_owner(
    institutions: Iterable[Institution] | QuerySet, on: date | None = None
) -> list[ReviewRow]:
    """The required sections for which nobody on the board is named: the chief editor is asked to name somebody. Three
    queries."""
    required = reviews_of(institutions).filter(is_required=True).order_by("institution__path", "pk")
    return [row for row in review_rows(required, on=on) if row.responsible is None]


def review_rows(reviews: Iterable[PageReview], *, on: date | None = None) -> list[ReviewRow]:
    """The rows that have a live page, in the order given; two queries."""
    on = on or timezone.localdate()
    reviews = list(reviews)
    pages = Page.objects.filter(
        translation_key__in=[review.translation_key for review in reviews],
        locale__language_code=settings.LANGUAGE_CODE,
        live=True,
    )
    titles = {key: (pk, title) for key, pk, title in pages.values_list("translation_key", "pk", "title")}
    board = board_of({review.institution_id for review in reviews})
    return [
        _row(review, *titles[review.translation_key], board, on)
        for review in reviews
        if review.translation_key in titles
    ]


def _row(review: PageReview, page_id: int, title: str, board: dict, on: date) -> ReviewRow:
    def present(user):
        return user if user and (review.institution_id, user.pk) in board else None

    responsible = present(review.responsible)
    return ReviewRow(
        review=review,
        page_id=page_id,
        title=title,
        responsible=responsible,
        second=present(review.second),
        left=bool(review.responsible_id) and responsible is None,
        days_overdue=(on - review.review_on).days if review.review_on else 0,
    )


def review_for_page(page: Page) -> PageReview | None:
    rows = PageReview.objects.select_related("institution", "responsible", "second", "confirmed_by")
    return rows.filter(translation_key=page.translation_key).first()


def may_confirm_review(review: PageReview, user) -> bool:
    """Whether a person may say that the page is still right: who keeps it, who stands in, the chief editor."""
    if user.is_superuser:
        return True
    roles = board_of([review.institution_id]).get((review.institution_id, user.pk), set())
    return BoardRole.CHIEF in roles or (bool(roles) and user.pk in (review.responsible_id, review.second_id))


def mine(user) -> Q:
    """Reviews for which a person is named."""
    return Q(responsible=user) | Q(second=user)
