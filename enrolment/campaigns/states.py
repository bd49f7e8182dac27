"""Where campaigns stand at a moment, and when that changes next: computed from their days, never stored."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q
from django.utils import timezone
from wagtail.query import PageQuerySet

from enrolment.choices import CampaignState

TONES = {CampaignState.COMING: "info", CampaignState.OPEN: "success", CampaignState.CLOSED: ""}


def state_at(opens_at: datetime, closes_at: datetime, now: datetime) -> CampaignState:
    if now < opens_at:
        return CampaignState.COMING
    return CampaignState.OPEN if now < closes_at else CampaignState.CLOSED


def badge(state: CampaignState) -> dict[str, Any]:
    """A state as lists and pages show it."""
    return {"text": state.label, "tone": TONES[state]}


class CampaignQuerySet(PageQuerySet):
    def in_state(self, state: CampaignState | str, now: datetime | None = None):
        now = now or timezone.now()
        return self.filter(
            {
                CampaignState.COMING: Q(opens_at__gt=now),
                CampaignState.OPEN: Q(opens_at__lte=now, closes_at__gt=now),
                CampaignState.CLOSED: Q(opens_at__lte=now, closes_at__lte=now),
            }[CampaignState(state)]
        )

    def next_change(self, now: datetime | None = None) -> datetime | None:
        """The first moment at which one of them changes its state; one query."""
        now = now or timezone.now()
        found = self.aggregate(
            opens=Min("opens_at", filter=Q(opens_at__gt=now)),
            closes=Min("closes_at", filter=Q(closes_at__gt=now)),
        )
        return min((moment for moment in found.values() if moment), default=None)

    def for_calendar(self):
        """With, as `versions`, how often each was published."""
        published = Count("publications", filter=Q(publications__published_at__isnull=False))
        return self.defer_streamfields().annotate(versions=published)
