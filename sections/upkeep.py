"""Every required section has its upkeep, with the intervals of the catalogue (W6.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models import PageReview
from editorial.services.page_reviews import register_intervals, reviews_ensure
from network.timers import Timer, register
from sections.catalogue import section
from sections.models import SectionSlot
from sections.tree import HOME_KEY

__all__ = ["intervals", "register_upkeep", "upkeep_ensure"]

BATCH = 2000


def register_upkeep() -> None:
    register_intervals("sections.catalogue", intervals)
    register(Timer("sections.upkeep", _("Give every section its upkeep"), timedelta(minutes=15), _run))


def intervals(keys: Iterable[UUID]) -> Mapping[UUID, int | None]:
    """Translation key → days, for the pages of required sections that age; one query."""
    slots = SectionSlot.objects.filter(translation_key__in=list(keys)).exclude(key=HOME_KEY)
    return {key: section(name).freshness.days for key, name in slots.values_list("translation_key", "key")}


def upkeep_ensure(*, now: datetime | None = None) -> int:
    """Make what is missing, in batches; answers how many. Two queries where nothing is missing."""
    slots = SectionSlot.objects.exclude(key=HOME_KEY)
    known = PageReview.objects.filter(translation_key=OuterRef("translation_key"))
    count = 0
    while batch := dict(
        slots.filter(~Exists(known)).values_list("translation_key", "institution_id")[:BATCH]
    ):
        count += reviews_ensure(sections=batch, on=timezone.localdate(now))
    keys = slots.values("translation_key")
    PageReview.objects.filter(is_required=False, translation_key__in=keys).update(is_required=True)
    PageReview.objects.filter(is_required=True).exclude(translation_key__in=keys).update(is_required=False)
    return count


def _run(now: datetime) -> str:
    return str(upkeep_ensure(now=now) or "")
