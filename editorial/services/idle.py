"""Accounts that nobody uses are closed, after a letter; records of acts end with their retention."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from editorial.models import AccessReview, BoardEvent
from network.letters import LetterDraft, letters_queue
from network.models import AccountState, DisabledReason
from network.services.accounts import account_disable

KEPT = timedelta(days=5 * 366)


def _unused(now: datetime, days: int):
    """The open accounts that nobody has used for so many days; the clock starts anew when one is opened again."""
    joined = "date_joined"
    used = Greatest(Coalesce("last_login", joined), Coalesce("account_state__enabled_at", joined))
    limit = now - timedelta(days=days)
    return get_user_model().objects.filter(is_active=True).annotate(used_at=used).filter(used_at__lt=limit)


@transaction.atomic
def idle_accounts_warn(*, now: datetime) -> int:
    """Write to those whose account is about to be closed, once for each time without use."""
    if not settings.EDUSITE_IDLE_DAYS:
        return 0
    users = _unused(now, settings.EDUSITE_IDLE_WARNING_DAYS).exclude(email="")
    not_told = Q(account_state=None) | Q(account_state__warned_at=None)
    stale = now - timedelta(days=settings.EDUSITE_IDLE_WARNING_DAYS)
    ids = list(users.filter(not_told | Q(account_state__warned_at__lt=stale)).values_list("pk", flat=True))
    states = [AccountState(user_id=pk, warned_at=now) for pk in ids]
    AccountState.objects.bulk_create(
        states, update_conflicts=True, unique_fields=["user"], update_fields=["warned_at"]
    )
    letters_queue(
        kind="editorial.account_act",
        drafts=[
            LetterDraft(user_id=pk, about={"what": "idle", "on": timezone.localdate(now).isoformat()})
            for pk in ids
        ],
    )
    return len(ids)


def idle_accounts_disable(*, now: datetime) -> int:
    """Close accounts that nobody has used for 45 days and whose owner had a letter a week before."""
    if not settings.EDUSITE_IDLE_DAYS:
        return 0
    notice = timedelta(days=settings.EDUSITE_IDLE_DAYS - settings.EDUSITE_IDLE_WARNING_DAYS)
    told = Q(account_state__warned_at__lte=now - notice) | Q(email="")
    users = _unused(now, settings.EDUSITE_IDLE_DAYS).filter(told)
    return sum(account_disable(user=user, reason=DisabledReason.IDLE, now=now) for user in users)


def records_purge(*, now: datetime) -> int:
    """End the records of acts and of reviews five years after."""
    events = BoardEvent.objects.filter(at__lt=now - KEPT)
    # Of its own accord a queryset deletes without asking the model, which refuses.
    count = events.count()
    events._raw_delete(events.db)
    return count + AccessReview.objects.filter(closed_at__lt=now - KEPT).delete()[0]
