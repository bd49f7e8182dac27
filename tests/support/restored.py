"""Rows that migrations made, put back before each transactional test as they stood in their tables.

Django keeps them as JSON and saves them object by object, each by an UPDATE and an INSERT: seconds of every such test.
"""

from __future__ import annotations

from types import MethodType
from typing import Any

from django.db import transaction
from django.db.backends.base.creation import BaseDatabaseCreation

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def use(creation: BaseDatabaseCreation) -> None:
    """From now on `creation` keeps and puts back rows in this way; Django passes on what is kept without looking at it."""
    creation.serialize_db_to_string = MethodType(rows_kept, creation)
    creation.deserialize_db_from_string = MethodType(rows_put_back, creation)


def rows_kept(creation: BaseDatabaseCreation) -> Rows:
    """Columns and rows of every table that is emptied after a transactional test and holds something now."""
    connection, kept = creation.connection, {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if rows := cursor.fetchall():
                kept[table] = ([column[0] for column in cursor.description], rows)
    return kept


def rows_put_back(creation: BaseDatabaseCreation, kept: Rows) -> None:
    """Into the tables that are empty: none is before the first test. Sequences are as they were, emptying leaves them alone."""
    connection = creation.connection
    quoted = connection.ops.quote_name
    with transaction.atomic(using=connection.alias), connection.constraint_checks_disabled():
        with connection.cursor() as cursor:
            for table, (columns, rows) in kept.items():
                cursor.execute(f"SELECT 1 FROM {quoted(table)} LIMIT 1")
                if cursor.fetchone():
                    continue
                places = ", ".join(["%s"] * len(columns))
                names = ", ".join(map(quoted, columns))
                cursor.executemany(f"INSERT INTO {quoted(table)} ({names}) VALUES ({places})", rows)
        connection.check_constraints(table_names=list(kept))
