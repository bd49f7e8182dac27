"""A pytest plugin that copies a migrated database for each process in place of migrating again.

EDUSITE_TEST_TEMPLATE names what is copied: a database of the same server on PostgreSQL, a file on SQLite, where the tests' own
database is in memory. `make test` migrates both once; without the variable, or with a file of the tests' own
(EDUSITE_TEST_DATABASE), every process migrates for itself. Django's `migrate` runs all the same and finds nothing to do.

EDUSITE_MIGRATED_SQLITE names such a file on either database, for tests that give a process of their own a database of its own.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

VARIABLE = "EDUSITE_TEST_TEMPLATE"
SQLITE_VARIABLE = "EDUSITE_MIGRATED_SQLITE"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> Iterator[None]:
    from django.db import connection

    from tests.support import restored

    restored.use(connection.creation)
    template = os.environ.get(VARIABLE)
    test_settings = connection.settings_dict["TEST"]
    with contextlib.ExitStack() as stack:
        if template and connection.vendor == "postgresql":
            test_settings["TEMPLATE"] = template
        elif template and not test_settings["NAME"]:
            stack.enter_context(contextlib.closing(_in_memory(template, connection.creation)))
        yield


def _in_memory(template: str, creation) -> sqlite3.Connection:
    """A connection that holds a copy of the file in the memory that Django's connections share."""
    kept = sqlite3.connect(creation._get_test_db_name(), uri=True)
    _copy(template, kept)
    return kept


def _copy(template: str, target: sqlite3.Connection) -> None:
    with contextlib.closing(sqlite3.connect(f"file:{template}?mode=ro", uri=True)) as source:
        source.backup(target)


def migrated_copy(path: Path) -> None:
    """Make `path` a migrated SQLite database where the run has one; elsewhere whoever opens `path` migrates it."""
    if template := os.environ.get(SQLITE_VARIABLE):
        with contextlib.closing(sqlite3.connect(path)) as target:
            _copy(template, target)
