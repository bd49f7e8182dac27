"""Database search that finds Vietnamese with and without diacritics (W12.4), alike on PostgreSQL and SQLite.

The index holds each text twice, as written and folded ("Tuyển sinh" and "tuyen sinh"). A query is looked up as typed, so
accents that a reader typed are respected; ``home.search`` looks again with the folded query where that finds nothing.
"""

from __future__ import annotations

from django.db import connection

from common.text import fold

if connection.vendor == "postgresql":
    from modelsearch.backends.database.postgres import postgres as backend

    BaseBackend = backend.PostgresSearchBackend
    BaseIndex = backend.PostgresIndex
else:
    from modelsearch.backends.database.sqlite import sqlite as backend

    BaseBackend = backend.SQLiteSearchBackend
    BaseIndex = backend.SQLiteIndex


class FoldingIndexer(backend.ObjectIndexer):
    """Adds the folded form behind each text that has one."""

    def prepare_value(self, value):
        text = super().prepare_value(value)
        folded = fold(text)
        return text if folded == text.lower() else f"{text} {folded}"


# Index.add_items() looks the class up as a global of its module; there is no setting for it (modelsearch 1.3).
backend.ObjectIndexer = FoldingIndexer


class FoldingIndex(BaseIndex):
    def _refresh_title_norms(self, full=False):
        # Without this, each save of one page reads the length of every title of the installation. The nightly
        # update_index command still computes the norms, with full=True.
        if full:
            super()._refresh_title_norms(full)


class SearchBackend(BaseBackend):
    index_class = FoldingIndex
