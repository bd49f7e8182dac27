"""Offers on the desk: what a board was asked, what it has of an older version, what its members still owe."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from network.models import Institution
from sections.models import ArticleOffer
from sections.models.offers import Direction, Duty
from sections.offers.selectors import members_of_offer, outdated, received_by


class OffersPart:
    """Five queries, and one more for each of the few mandatory articles that an authority follows at the moment."""

    name, order, title = "offers", 45, _("Offered articles")
    template_name = "sections/desk/offers.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        boards = [board for board in desk.scope if board.pk in desk.held()]
        if not boards:
            return None
        on = timezone.localdate(desk.now)
        rows = [row for row in received_by(boards, on=on) if not row.is_settled]
        late = outdated(boards)
        followed = _followed(boards, on)
        if not (rows or late or followed):
            return None
        return {
            "rows": rows[:SHOWN],
            "count": len(rows),
            "outdated": late[:SHOWN],
            "mandatory": followed,
            "named": desk.names_institutions,
            "url": reverse("sections_offers"),
        }


FOLLOWED = 5


def _followed(boards: list[Institution], on) -> list[ArticleOffer]:
    """The mandatory articles of an authority, with how many of its members did what was asked."""
    authorities = [board for board in boards if board.is_authority]
    if not authorities:
        return []
    rows = (
        ArticleOffer.objects.open()
        .filter(institution__in=authorities, direction=Direction.DOWN)
        .exclude(duty=Duty.NONE)
        .select_related("institution")
        .annotate(
            read=Count("answers", filter=Q(answers__read_at__isnull=False)),
            live=Count("answers", filter=Q(answers__page__live=True)),
        )
        .order_by("-due_on", "-pk")[:FOLLOWED]
    )
    found = list(rows)
    for offer in found:
        offer.done = offer.live if offer.duty == Duty.PUBLISH else offer.read
        offer.total = members_of_offer(offer).count()
        offer.is_over = offer.due_on < on
    return found
