"""Sealing everything anew with the key in use, so that an old key can be destroyed."""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Q

from privacy import encryption
from privacy.models import LookupKey, SealedModel
from privacy.services.lookups import lookup_reindexed


def sealed_models() -> list[type[SealedModel]]:
    return [model for model in apps.get_models() if issubclass(model, SealedModel)]


_indexed: dict[type[SealedModel], tuple[Callable[[SealedModel], None], str, str]] = {
    LookupKey: (lookup_reindexed, "submission", "digest")
}


def register_index(
    model: type[SealedModel],
    reindex: Callable[[SealedModel], None],
    *,
    related: str,
    field: str = "digest",
) -> None:
    """Name what puts the digest of a row, in `field`, under the key in use, before its fields are sealed anew; `related` is the
    relation that it reads."""
    _indexed[model] = (reindex, related, field)


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
    own = {model._meta.label: _Walk(model).next for model in sealed_models()}
    for label, reseal in (own | _elsewhere).items():
        done = 0
        while changed := reseal(batch):
            done += changed
            if progress:
                progress(label, done)
        counts[label] = done
    return counts


class _Walk:
    """Through the rows of one model in the order of their keys: what is behind is not looked at again. What is stored meanwhile
    is under the key in use."""

    def __init__(self, model: type[SealedModel]):
        self.model = model
        self.fields = (*model.sealed_fields, _indexed[model][2]) if model in _indexed else model.sealed_fields
        self.last = 0

    def next(self, batch: int) -> int:
        """Seal up to `batch` rows anew in one transaction; answers how many it were."""
        with transaction.atomic():
            rows = list(self._stale()[:batch])
            for row in rows:
                if self.model in _indexed:
                    _indexed[self.model][0](row)
                for name in self.model.sealed_fields:
                    if sealed := getattr(row, name):
                        setattr(row, name, encryption.reseal(sealed, context=row.sealed_context(name)))
            self._store(rows)
        if rows:
            self.last = rows[-1].pk
        return len(rows)

    def _stale(self):
        prefix = encryption.active_prefix()
        stale = Q()
        for name in self.model.sealed_fields:
            stale |= ~Q(**{f"{name}__startswith": prefix}) & ~Q(**{name: ""})
        found = self.model._base_manager.select_for_update(of=("self",)).filter(stale, pk__gt=self.last)
        found = found.order_by("pk")
        if self.model in _indexed:
            return found.select_related(_indexed[self.model][1])
        return found.only("pk", "uid", *self.model.sealed_fields)

    def _store(self, rows: list[SealedModel]) -> None:
        """One prepared statement for all rows: a CASE over hundreds of long values takes a hundred times as long."""
        quote, meta = connection.ops.quote_name, self.model._meta
        columns = ", ".join(f"{quote(meta.get_field(name).column)} = %s" for name in self.fields)
        sql = f"UPDATE {quote(meta.db_table)} SET {columns} WHERE {quote(meta.pk.column)} = %s"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.executemany(sql, [(*(getattr(row, name) for name in self.fields), row.pk) for row in rows])
