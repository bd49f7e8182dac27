"""The source of a batch."""

from __future__ import annotations

from collections.abc import Callable

from sections.exchange.choices import Source as Kind
from sections.exchange.entries import ListSource, Source
from sections.models import ImportBatch

__all__ = ["register_source", "source_of"]

_sources: dict[str, Callable[[ImportBatch], Source]] = {Kind.LIST: ListSource}


def register_source(kind: Kind, make: Callable[[ImportBatch], Source]) -> None:
    """Say how a kind of upload is read."""
    _sources[kind] = make


def source_of(batch: ImportBatch) -> Source:
    """Open the upload. Raises TableError, OSError and ValidationError."""
    return _sources[batch.source](batch)
