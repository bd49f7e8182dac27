"""Reminders of reviews: before the day and on it to who keeps the page, later to the chief editor, then to the chief of
the authority above. One letter for each person and day, however many pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import BoardGroup, PageReview, ReviewNotice, ReviewStage
from editorial.selectors.page_reviews import board_of
from network.choices import InstitutionKind
from network.letters import LetterDraft, letters_queue
from network.models import Institution
from network.models.institutions import InstitutionStatus

__all__ = ["LETTER", "chiefs_above", "reminders_queue"]

LETTER = "editorial.reviews"
BATCH = 500


def reminders_queue(*, now: datetime | None = None) -> int:
    """Queue what is to be reminded of today and was not yet; answers how many reminders. A fixed number of queries
    for each 500 pages; a second run finds nothing."""
    on = timezone.localdate(now)
    count = 0
    for stage in ReviewStage:
        while batch := list(_waiting(stage, on).select_related("institution")[:BATCH]):
            with transaction.atomic():
                count += _remind(stage, batch, on, now)
    return count


def _waiting(stage: ReviewStage, on: date) -> QuerySet[PageReview]:
    """Live pages of active institutions that are in this stage and of which nobody was told so."""
    told = ReviewNotice.objects.filter(review=OuterRef("pk"), review_on=OuterRef("review_on"), stage=stage)
    pages = Page.objects.filter(translation_key=OuterRef("translation_key"), live=True)
    rows = PageReview.objects.filter(_due(stage, on), institution__status=InstitutionStatus.ACTIVE)
    return rows.filter(~Exists(told), Exists(pages)).order_by("review_on", "pk")


def _due(stage: ReviewStage, on: date) -> Q:
    def days(number: int) -> timedelta:
        return timedelta(days=number)

    return {
        ReviewStage.SOON: Q(review_on__gt=on, review_on__lte=on + days(settings.EDUSITE_REVIEW_REMIND_DAYS)),
        ReviewStage.DUE: Q(review_on__lte=on),
        ReviewStage.CHIEF: Q(review_on__lte=on - days(settings.EDUSITE_REVIEW_CHIEF_DAYS)),
        ReviewStage.AUTHORITY: Q(review_on__lte=on - days(settings.EDUSITE_REVIEW_AUTHORITY_DAYS)),
    }[stage]


def _remind(stage: ReviewStage, reviews: Sequence[PageReview], on: date, now: datetime | None) -> int:
    people = _Recipients(reviews)
    notices = [
        ReviewNotice(review=review, review_on=review.review_on, stage=stage, user_id=pk, on=on)
        for review in reviews
        for pk in sorted(people.of(review, stage)) or [None]
    ]
    ReviewNotice.objects.bulk_create(notices, ignore_conflicts=True)
    told = sorted({notice.user_id for notice in notices} - {None})
    drafts = [LetterDraft(user_id=pk, about={"on": on.isoformat()}) for pk in told]
    letters_queue(kind=LETTER, drafts=drafts, now=now)
    return len(notices)


class _Recipients:
    """Who is told of a batch of reviews: three queries for any number."""

    def __init__(self, reviews: Iterable[PageReview]) -> None:
        institutions = {review.institution_id: review.institution for review in reviews}
        self.board = board_of(institutions)
        self.chiefs: dict[int, set[int]] = {}
        for (institution_id, user_id), roles in self.board.items():
            if BoardRole.CHIEF in roles:
                self.chiefs.setdefault(institution_id, set()).add(user_id)
        self.above = chiefs_above(institutions.values())

    def of(self, review: PageReview, stage: ReviewStage) -> set[int]:
        chiefs = self.chiefs.get(review.institution_id, set())
        above = self.above.get(review.institution_id, set())
        if stage == ReviewStage.AUTHORITY:
            return above
        if stage == ReviewStage.CHIEF:
            return chiefs or above
        named = {
            pk
            for pk in (review.responsible_id, review.second_id)
            if (review.institution_id, pk) in self.board
        }
        if review.responsible_id in named:
            return named
        return named | (chiefs or above)


def chiefs_above(institutions: Iterable[Institution]) -> dict[int, set[int]]:
    """Institution id → chief editors of the nearest authority above that has one."""
    step = Institution.steplen
    ladders = {i.pk: [i.path[:end] for end in range(len(i.path) - step, 0, -step)] for i in institutions}
    wanted = {path for ladder in ladders.values() for path in ladder}
    rows = BoardGroup.objects.filter(
        institution__path__in=wanted,
        institution__status=InstitutionStatus.ACTIVE,
        role=BoardRole.CHIEF,
        group__user__is_active=True,
    ).exclude(institution__kind=InstitutionKind.FACILITY)
    chiefs: dict[str, set[int]] = {}
    for path, user_id in rows.annotate(path=F("institution__path")).values_list("path", "group__user"):
        chiefs.setdefault(path, set()).add(user_id)
    return {
        pk: next((chiefs[path] for path in ladder if path in chiefs), set()) for pk, ladder in ladders.items()
    }
