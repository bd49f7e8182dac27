"""What happens to an account whatever board it is on: sessions end, a lost second factor goes, it is
disabled and enabled."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from network.models import AccountSession, AccountState, DisabledReason

__all__ = [
    "account_disable",
    "account_enable",
    "second_factor_remove",
    "session_purge",
    "session_start",
    "session_touch",
    "sessions_end",
]

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def browser_name(user_agent: str) -> str:
    """A browser in words that its owner recognises, ``Firefox, Windows``; empty where it says nothing known."""
    found = [next((name for mark, name in marks if mark in user_agent), "") for marks in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in found if name)


def session_start(*, user, session_key: str, user_agent: str) -> None:
    AccountSession.objects.update_or_create(
        session_key=session_key,
        defaults={
            "user": user,
            "browser": browser_name(user_agent),
            "created_at": timezone.now(),
            "seen_at": timezone.now(),
        },
    )


def session_touch(*, session_key: str, now: datetime | None = None) -> None:
    AccountSession.objects.filter(session_key=session_key).update(seen_at=now or timezone.now())


@transaction.atomic
def sessions_end(*, user, keep: str | None = None) -> int:
    """Sign a person out everywhere, except in the session `keep`; answers how many sessions ended."""
    rows = AccountSession.objects.filter(user=user).exclude(session_key=keep or "")
    store = import_module(settings.SESSION_ENGINE).SessionStore
    keys = list(rows.values_list("session_key", flat=True))
    for key in keys:
        store(session_key=key).delete()
    rows.delete()
    return len(keys)


def session_purge(*, now: datetime | None = None) -> int:
    """Forget sessions that have reached the absolute limit; answers how many."""
    limit = (now or timezone.now()) - timedelta(hours=settings.EDUSITE_SESSION_HOURS)
    return AccountSession.objects.filter(created_at__lt=limit).delete()[0]


@transaction.atomic
def second_factor_remove(*, user) -> bool:
    """Take away a lost second factor with its recovery codes and passkeys, and sign the person out
    everywhere; False where there was none. Whoever decides this records it."""
    removed, _by_model = Authenticator.objects.filter(user=user).delete()
    sessions_end(user=user)
    return bool(removed)


@transaction.atomic
def account_disable(*, user, reason: DisabledReason, now: datetime | None = None) -> bool:
    """Close an account: it cannot sign in, its sessions end. False where it was closed already."""
    if not user.is_active:
        return False
    user.is_active = False
    user.save(update_fields=["is_active"])
    AccountState.objects.update_or_create(
        user=user, defaults={"disabled_at": now or timezone.now(), "disabled_reason": reason}
    )
    sessions_end(user=user)
    return True


@transaction.atomic
def account_enable(*, user, now: datetime | None = None) -> bool:
    """Open a closed account again; the time without use counts from now. False where it was open."""
    if user.is_active:
        return False
    user.is_active = True
    user.save(update_fields=["is_active"])
    AccountState.objects.update_or_create(
        user=user,
        defaults={
            "disabled_at": None,
            "disabled_reason": "",
            "warned_at": None,
            "enabled_at": now or timezone.now(),
        },
    )
    return True
