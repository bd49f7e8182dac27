"""Upkeep of pages: who is named, when a page comes back, who found it still right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import PageReview, ReviewedMixin, ReviewNotice
from editorial.selectors.boards import has_role
from editorial.selectors.page_reviews import board_of, may_confirm_review
from network.models import Institution
from network.selectors import institution_for_page

__all__ = [
    "NAMED",
    "STILL_RIGHT",
    "may_name",
    "next_review",
    "register_intervals",
    "review_confirm",
    "review_get",
    "review_published",
    "review_save",
    "reviews_ensure",
    "reviews_purge",
]

NAMED, STILL_RIGHT = "editorial.upkeep_named", "editorial.still_right"
KEEP_NOTICES = timedelta(days=365)

Intervals = Callable[[Iterable[UUID]], Mapping[UUID, int | None]]
_intervals: dict[str, Intervals] = {}


def register_intervals(name: str, intervals: Intervals) -> None:
    """`intervals(translation keys)` answers how many days the pages it knows may go without a review."""
    if _intervals.get(name, intervals) is not intervals:
        raise ValueError(f"Intervals named {name!r} are registered already.")
    _intervals[name] = intervals


def default_intervals(keys: Iterable[UUID]) -> dict[UUID, int]:
    """The days between reviews where a page has none of its own; a year where no package knows better."""
    found: dict[UUID, int] = {}
    for intervals in _intervals.values():
        found |= {key: days for key, days in intervals(keys).items() if days}
    return found


def next_review(review: PageReview, day: date) -> date:
    days = review.interval_days or default_intervals([review.translation_key]).get(review.translation_key)
    return day + timedelta(days=days or settings.EDUSITE_REVIEW_DAYS)


def may_name(user, institution: Institution) -> bool:
    """Editors and the chief editor say who keeps a page."""
    return user.is_superuser or has_role(user, institution, BoardRole.EDITOR, BoardRole.CHIEF)


def review_get(*, page: Page) -> PageReview | None:
    """The upkeep of a page, made where there is none yet; None for a page of no institution."""
    institution = institution_for_page(page)
    if institution is None:
        return None
    review, _made = PageReview.objects.get_or_create(
        translation_key=page.translation_key, defaults={"institution": institution}
    )
    return review


@transaction.atomic
def review_save(
    *,
    review: PageReview,
    user,
    responsible=None,
    second=None,
    interval_days: int | None = None,
    review_on: date | None = None,
    on: date | None = None,
) -> None:
    """Name who keeps a page, how often and when next; without a day it follows from the interval. Raises
    PermissionDenied, and ValidationError for somebody who is not on the site's board."""
    if not may_name(user, review.institution):
        raise PermissionDenied
    board = board_of([review.institution_id])
    errors = {
        name: _("Choose a member of the board of this site.")
        for name, person in (("responsible", responsible), ("second", second))
        if person is not None and (review.institution_id, person.pk) not in board
    }
    if responsible is not None and responsible == second:
        errors["second"] = _("The second person is somebody else than the first.")
    if errors:
        raise ValidationError(errors)
    review.responsible, review.second, review.interval_days = responsible, second, interval_days
    review.review_on = review_on or next_review(review, on or timezone.localdate())
    review.full_clean(exclude=["responsible", "second"])
    review.save()
    _log(review, NAMED, user)


@transaction.atomic
def review_confirm(*, review: PageReview, user, now: datetime | None = None) -> None:
    """The page was read and needs no change: the next review counts from today. The page itself is not touched.
    Raises PermissionDenied."""
    review = PageReview.objects.select_for_update().get(pk=review.pk)
    if not may_confirm_review(review, user):
        raise PermissionDenied
    now = now or timezone.now()
    review.confirmed_at, review.confirmed_by = now, user
    review.review_on = next_review(review, timezone.localdate(now))
    review.save(update_fields=["confirmed_at", "confirmed_by", "review_on"])
    _log(review, STILL_RIGHT, user)


def review_published(*, page: Page, now: datetime | None = None) -> None:
    """A publication is a review: the next one counts from it. Translations follow the page in the main language."""
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return
    if isinstance(page, ReviewedMixin):
        review = review_get(page=page)
    else:
        review = PageReview.objects.filter(translation_key=page.translation_key).first()
    if review is not None:
        review.review_on = next_review(review, timezone.localdate(now))
        review.save(update_fields=["review_on"])


def count_from_publication(sender, instance, **kwargs) -> None:
    """``page_published``"""
    review_published(page=instance)


def reviews_ensure(*, sections: Mapping[UUID, int], on: date | None = None) -> int:
    """Give the required sections that have none yet their upkeep, translation key → institution id; answers how many."""
    on = on or timezone.localdate()
    intervals = default_intervals(sections)
    rows = [
        PageReview(
            translation_key=key,
            institution_id=institution_id,
            is_required=True,
            review_on=on + timedelta(days=intervals.get(key) or settings.EDUSITE_REVIEW_DAYS),
        )
        for key, institution_id in sections.items()
    ]
    PageReview.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def reviews_purge(*, now: datetime | None = None) -> int:
    """Delete the upkeep of pages that are gone, and reminders after a year."""
    pages = Page.objects.filter(translation_key=OuterRef("translation_key"))
    gone = PageReview.objects.filter(~Exists(pages)).delete()[0]
    old = ReviewNotice.objects.filter(on__lt=timezone.localdate(now) - KEEP_NOTICES)
    return gone + old.delete()[0]


def _log(review: PageReview, action: str, user) -> None:
    page = Page.objects.filter(
        translation_key=review.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    if page is not None:
        log(page, action, user=user, data={"review_on": review.review_on.isoformat()})
