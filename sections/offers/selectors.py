"""What boards were offered and what became of it: the same number of queries at any number of members."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateTimeField,
    F,
    FilteredRelation,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from sections.models import ArticleOffer, OfferAnswer
from sections.models.offers import Direction, Duty, is_late


class Standing(TextChoices):
    """Where a member stands with what it was asked to do."""

    DONE = "done", _("Done in time")
    DONE_LATE = "done_late", _("Done late")
    WAITING = "waiting", _("Still has time")
    LATE = "late", _("Late")


def members_of_offer(offer: ArticleOffer) -> QuerySet[Institution]:
    """The members to whom an offer goes."""
    found = Institution.objects.below(offer.institution).active().exclude(site=None)
    return found.filter(type__in=offer.types) if offer.types else found


def standing_of_members(offer: ArticleOffer, *, on: date) -> QuerySet[Institution]:
    """The members with `read_at`, `taken_at`, `declined_at`, `is_live`, `done_at` and `standing`; one query."""
    answer = FilteredRelation("offer_answers", condition=Q(offer_answers__offer=offer))
    rows = members_of_offer(offer).annotate(
        answer=answer,
        read_at=F("answer__read_at"),
        read_name=F("answer__read_name"),
        taken_at=F("answer__taken_at"),
        declined_at=F("answer__declined_at"),
        decline_reason=F("answer__reason"),
        is_live=Coalesce(F("answer__page__live"), Value(False), output_field=BooleanField()),
    )
    is_publishing = offer.duty == Duty.PUBLISH
    done_at = (
        Case(
            When(answer__page__live=True, then=F("answer__page__first_published_at")),
            default=None,
            output_field=DateTimeField(),
        )
        if is_publishing
        else F("answer__read_at")
    )
    rows = rows.annotate(done_at=done_at)
    if offer.due_on is None:
        return rows.annotate(
            standing=Case(
                When(done_at__isnull=False, then=Value(Standing.DONE)), default=Value(Standing.WAITING)
            )
        )
    end = timezone.make_aware(datetime.combine(offer.due_on, time.max))
    open_ = Standing.LATE if offer.due_on < on else Standing.WAITING
    return rows.annotate(
        standing=Case(
            When(done_at__lte=end, then=Value(Standing.DONE)),
            When(done_at__isnull=False, then=Value(Standing.DONE_LATE)),
            default=Value(open_),
        )
    )


def standing_counts(offer: ArticleOffer, *, on: date) -> dict[str, int]:
    """Standing → how many members; one query."""
    rows = standing_of_members(offer, on=on).order_by().values("standing").annotate(number=Count("pk"))
    found = {row["standing"]: row["number"] for row in rows}
    return {standing: found.get(standing, 0) for standing in Standing.values}


def offers_made(institutions: Iterable[Institution]) -> QuerySet[ArticleOffer]:
    """What boards offered, open ones first."""
    return (
        ArticleOffer.objects.filter(institution__in=list(institutions))
        .select_related("institution", "receiver", "page")
        .annotate(
            number_read=Count("answers", filter=Q(answers__read_at__isnull=False)),
            number_taken=Count("answers", filter=Q(answers__page__isnull=False)),
            number_live=Count("answers", filter=Q(answers__page__live=True)),
        )
        .order_by(F("ended_at").desc(nulls_first=True), "-offered_at", "-pk")
    )


@dataclass(frozen=True)
class Received:
    """An offer as one board has it. `answer` is None as long as nobody of the board did anything."""

    offer: ArticleOffer
    institution: Institution
    answer: OfferAnswer | None
    on: date

    @property
    def is_done(self) -> bool:
        return self.answer is not None and self.answer.is_fulfilled()

    @property
    def is_late(self) -> bool:
        return is_late(self.offer.due_on, fulfilled=self.is_done, on=self.on)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide: what was asked is done; what was merely offered was taken over or declined."""
        if self.offer.duty:
            return self.is_done
        return self.answer is not None and bool(self.answer.page_id or self.answer.declined_at)


def received_by(institutions: Iterable[Institution], *, on: date, open_only: bool = True) -> list[Received]:
    """The offers to these boards, what is due first; two queries at any number of boards and offers."""
    boards = list(institutions)
    if not boards:
        return []
    step = Institution.steplen
    above = {board.path[:end] for board in boards for end in range(step, len(board.path), step)}
    rows = ArticleOffer.objects.filter(
        Q(direction=Direction.DOWN, institution__path__in=above)
        | Q(direction=Direction.UP, receiver__in=boards)
    ).select_related("institution", "page")
    if open_only:
        rows = rows.open()
    offers = list(rows.order_by(F("due_on").asc(nulls_last=True), "-offered_at", "-pk")[:LIMIT])
    answers = {
        (answer.offer_id, answer.institution_id): answer
        for answer in OfferAnswer.objects.filter(offer__in=offers, institution__in=boards).select_related(
            "page"
        )
    }
    found = []
    for offer in offers:
        for board in boards:
            if offer.is_for(board):
                answer = answers.get((offer.pk, board.pk))
                if answer is not None:
                    answer.offer = offer
                found.append(Received(offer, board, answer, on))
    return found


LIMIT = 400
"""So many offers are looked at, the most urgent first."""


def outdated(institutions: Iterable[Institution]) -> list[OfferAnswer]:
    """Articles of these boards of whose source there is a newer version; one query."""
    rows = OfferAnswer.objects.filter(
        institution__in=list(institutions),
        page__isnull=False,
        offer__page__live=True,
        offer__page__last_published_at__gt=F("source_changed_at"),
    )
    return list(
        rows.select_related("offer__page", "offer__institution", "institution", "page").order_by("-pk")
    )
