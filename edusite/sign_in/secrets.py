"""Secrets of the second factor, sealed with the application's own keys (P12.3).

A sealed secret belongs to one person: written into another's row it no longer opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from allauth.core import context
from allauth.mfa.models import Authenticator
from django.db import transaction

from privacy import encryption

SEALED_KEYS = ("secret", "seed")
LABEL = "mfa.Authenticator"

_owner: ContextVar[int | None] = ContextVar("owner_of_second_factor", default=None)


class NoOwnerError(Exception):
    """A secret was sealed or opened without saying whose it is."""


@contextmanager
def secrets_of(user_id: int) -> Iterator[None]:
    """Within, secrets are sealed and opened for this person."""
    token = _owner.set(user_id)
    try:
        yield
    finally:
        _owner.reset(token)


def owner_id() -> int:
    """Whose secrets are handled: as ``secrets_of`` says, else the person who is signed in or about to be."""
    if _owner.get() is not None:
        return _owner.get()
    request = context.request
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return user.pk
    stage = getattr(request, "_login_stage", None)
    if stage is not None and stage.login.user is not None:
        return stage.login.user.pk
    raise NoOwnerError("Say whose secret it is: with secrets_of(user.pk).")


def sealing_context(user_id: int) -> str:
    return f"{LABEL}:{user_id}:secret"


def seal(text: str) -> str:
    return encryption.seal(text, context=sealing_context(owner_id()))


def unseal(text: str) -> str:
    return encryption.unseal(text, context=sealing_context(owner_id()))


def secrets_rotate(batch: int) -> int:
    """Seal up to `batch` rows anew with the key in use; answers how many there were to do."""
    prefix = encryption.active_prefix()
    with transaction.atomic():
        rows = Authenticator.objects.select_for_update().filter(type__in=["totp", "recovery_codes"])
        stale = [row for row in rows.order_by("pk").iterator() if _is_stale(row, prefix)][:batch]
        for row in stale:
            for key in SEALED_KEYS:
                if key in row.data:
                    row.data[key] = encryption.reseal(row.data[key], context=sealing_context(row.user_id))
        Authenticator.objects.bulk_update(stale, ["data"])
    return len(stale)


def _is_stale(row: Authenticator, prefix: str) -> bool:
    return any(key in row.data and not row.data[key].startswith(prefix) for key in SEALED_KEYS)
