"""The one way past the rules of the tree."""

from __future__ import annotations

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

SETTING = "edusite.changing_tree"
"""The session setting that the triggers of PostgreSQL read."""

_lifted: contextvars.ContextVar[bool] = contextvars.ContextVar("sections_changing_tree", default=False)


def is_lifted() -> bool:
    return _lifted.get()


@contextmanager
def changing_tree() -> Iterator[None]:
    """Inside, required sections may be removed: for closing an institution's site, never for a board. One transaction."""
    with transaction.atomic():
        before = _lifted.get()
        token = _lifted.set(True)
        try:
            _tell_database("on")
            yield
            _tell_database("on" if before else "")
        finally:
            _lifted.reset(token)


def _tell_database(value: str) -> None:
    """After an error the rollback sets the former value again."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, value])
