"""Database search that finds Vietnamese with and without diacritics (W12.4), alike on PostgreSQL and SQLite.

The index holds each text twice, as written and folded ("Tuyển sinh" and "tuyen sinh"). A query is looked up
as typed, so accents that a reader typed are respected; ``home.search`` looks again with the folded query
where that finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.db import connection
from modelsearch.utils import get_content_type_pk

from common.text import spelling_key

if connection.vendor == "postgresql":
    from modelsearch.backends.database.postgres import postgres as backend

    BaseBackend = backend.PostgresSearchBackend
    BaseIndex = backend.PostgresIndex
    TEXTS = ("title", "autocomplete", "body", "title_text", "body_text")
else:
    from modelsearch.backends.database.sqlite import sqlite as backend

    BaseBackend = backend.SQLiteSearchBackend
    BaseIndex = backend.SQLiteIndex
    TEXTS = ("title", "autocomplete", "body")

SHORT = 1000


def _with_folded(text: str) -> str:
    folded = spelling_key(text)
    return text if folded == text.lower() else f"{text} {folded}"


# Titles and introductions of sections are the same on thousands of sites.
_short_with_folded = lru_cache(maxsize=2048)(_with_folded)


class FoldingIndexer(backend.ObjectIndexer):
    """Adds the folded form behind each text that has one, and reads each field of an object once."""

    def __init__(self, *args):
        super().__init__(*args)
        self._prepared: dict[int, list] = {}

    def prepare_value(self, value):
        text = super().prepare_value(value)
        return _short_with_folded(text) if len(text) <= SHORT else _with_folded(text)

    def prepare_field(self, obj, field):
        if obj is not self.obj:
            return super().prepare_field(obj, field)
        if id(field) not in self._prepared:
            self._prepared[id(field)] = list(super().prepare_field(obj, field))
        return self._prepared[id(field)]


# Index.add_items() looks the class up as a global of its module; there is no setting for it (modelsearch
# 1.3).
backend.ObjectIndexer = FoldingIndexer


class FoldingIndex(BaseIndex):
    def _refresh_title_norms(self, full=False):
        # Without this, each save of one page reads the length of every title of the installation. The nightly
        # update_index command still computes the norms, with full=True.
        if full:
            super()._refresh_title_norms(full)

    def add_mixed(self, objs: Iterable) -> None:
        """Index objects of any indexed models in one statement; ``add_items`` takes one to three for each
        model.
        """
        entries = []
        for obj in objs:
            indexer = FoldingIndexer(obj, self.backend)
            texts = {name: getattr(indexer, name) for name in TEXTS}
            content_type_id = get_content_type_pk(type(obj))
            entries.append(backend.IndexEntry(content_type_id=content_type_id, object_id=indexer.id, **texts))
        self.entries.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=[*TEXTS, "title_norm"],
        )


class SearchBackend(BaseBackend):
    index_class = FoldingIndex

    def add_mixed(self, objs: Iterable) -> None:
        """Index objects of several models at once, within the running transaction."""
        self.get_index_for_model(backend.IndexEntry).add_mixed(objs)
