"""Sealing everything anew with the key in use, so that an old key can be destroyed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.apps import apps
from django.db import transaction
from django.db.models import Q

from privacy import encryption
from privacy.models import LookupKey, SealedModel
from privacy.services.lookups import lookup_reindexed


def sealed_models() -> list[type[SealedModel]]:
    return [model for model in apps.get_models() if issubclass(model, SealedModel)]


_elsewhere: dict[str, Callable[[int], int]] = {}


def register_sealed(label: str, reseal: Callable[[int], int]) -> None:
    """Add sealed values that stand in another's table: ``reseal(batch)`` seals up to that many rows anew in one
    transaction and answers how many it did."""
    if _elsewhere.get(label, reseal) is not reseal:
        raise ValueError(f"Sealed values named {label!r} are registered already.")
    _elsewhere[label] = reseal


def field_keys_rotate(
    *, batch: int = 500, progress: Callable[[str, int], None] | None = None
) -> dict[str, int]:
    """Reseal what an older key sealed, `batch` rows a transaction; answers the number of rows by model.

    Can be stopped and started again: what is under the key in use already is not touched. Raises
    EncryptionError where a value does not open; what was resealed before stays.
    """
    counts = {}
    own = {model._meta.label: partial(_reseal_batch, model) for model in sealed_models()}
    for label, reseal in (own | _elsewhere).items():
        done = 0
        while changed := reseal(batch):
            done += changed
            if progress:
                progress(label, done)
        counts[label] = done
    return counts


def _reseal_batch(model: type[SealedModel], batch: int) -> int:
    prefix = encryption.active_prefix()
    stale = Q()
    for name in model.sealed_fields:
        stale |= ~Q(**{f"{name}__startswith": prefix}) & ~Q(**{name: ""})
    with transaction.atomic():
        rows = list(model._base_manager.select_for_update().filter(stale).order_by("pk")[:batch])
        for row in rows:
            if model is LookupKey:
                lookup_reindexed(row)
            for name in model.sealed_fields:
                if sealed := getattr(row, name):
                    setattr(row, name, encryption.reseal(sealed, context=row.sealed_context(name)))
        changed = (*model.sealed_fields, "digest") if model is LookupKey else model.sealed_fields
        model._base_manager.bulk_update(rows, changed)
    return len(rows)
