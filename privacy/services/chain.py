"""Adding to the chains of proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db import transaction

from network.models import Institution
from privacy.models import ChainedEntry

Entry = TypeVar("Entry", bound=ChainedEntry)


def chain_append(*, institution: Institution, entries: Sequence[Entry]) -> list[Entry]:
    """Store new entries of one model at the end of the institution's chain, in order.

    Runs inside the caller's transaction. The institution's row is locked, so that two writers cannot take the
    same place.
    """
    if not entries:
        return []
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A chain is written inside a transaction.")
    Institution.objects.select_for_update(no_key=True).filter(pk=institution.pk).values_list("pk").get()
    model = type(entries[0])
    previous = model.objects.filter(institution=institution).order_by("-number").first()
    for entry in entries:
        entry.institution = institution
        entry.link(previous)
        previous = entry
    return model.objects.bulk_create(entries)
