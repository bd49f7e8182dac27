"""Queries whose SQL is worked out once in a process.

Django builds the SQL of a query anew each time it is asked; for a wide row with related ones that takes several times as long as
the database does. Where only values differ, they are put into SQL that is there already. Rows are read each time: nothing of
the data is kept, so nothing has to be forgotten.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

Value = str | int | UUID | date | datetime

_FIRST_NUMBER = 2_000_000_000
"""Numbers that stand for values while SQL is built: within 32 bits, greater than any that a query says itself."""


class CompiledQuery:
    """A query that many requests ask with other values.

    `build` makes the queryset from stand-ins for the values; it is called once in a process. `kinds` names the values and says
    what they are; a moment has a time zone. Objects are made as the queryset makes them, with related and prefetched ones.
    """

    def __init__(self, build: Callable[..., QuerySet], **kinds: type[Value]) -> None:
        self._build, self._kinds = build, kinds
        self._ready: _Ready | None = None

    def rows(self, **values: Value) -> list[Any]:
        """All objects, read now. Raises TypeError where a value is missing, unknown or of another kind."""
        kinds = {name: type(value) for name, value in values.items()}
        if kinds != self._kinds:
            raise TypeError(f"Takes {self._kinds}, not {kinds}")
        if self._ready is None:
            stand_ins = {
                name: _stand_in(number, name, kind) for number, (name, kind) in enumerate(self._kinds.items())
            }
            self._ready = _Ready(self._build(**stand_ins), stand_ins)
        return self._ready.rows(values)

    def first(self, **values: Value) -> Any | None:
        """The first object; `build` says of which order, and how many are read at most."""
        return next(iter(self.rows(**values)), None)


def _stand_in(number: int, name: str, kind: type[Value]) -> Value:
    if kind is str:
        return f"\ufdd0{name}"
    if kind is int:
        return _FIRST_NUMBER + number
    if kind is UUID:
        return UUID(int=(_FIRST_NUMBER << 64) + number)
    return datetime(9001, 1, 1 + number, tzinfo=UTC) if kind is datetime else date(9002, 1, 1 + number)


def _as_stored(value: Value) -> Any:
    """A value as a parameter of the default database: what Django's fields make of it."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


class _Ready:
    """A queryset with its SQL, and which of its parameters are values."""

    def __init__(self, queryset: QuerySet, stand_ins: dict[str, Value]) -> None:
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, parameters = self.compiler.as_sql()
        names = {_as_stored(value): name for name, value in stand_ins.items()}
        self.parameters = [(names.get(value), value) for value in parameters]
        if missing := stand_ins.keys() - {name for name, _value in self.parameters}:
            raise ValueError(f"SQL has no place for {sorted(missing)}")
        self.converters = self.compiler.get_converters(
            [column[0] for column in self.compiler.select[: self.compiler.col_count]]
        )

    def rows(self, values: dict[str, Value]) -> list[Any]:
        stored = {name: _as_stored(value) for name, value in values.items()}
        parameters = tuple(value if name is None else stored[name] for name, value in self.parameters)
        asked = object.__new__(type(self.queryset))
        asked.__dict__.update(self.queryset.__dict__, _query=_Asked(self, parameters), _db=DEFAULT_DB_ALIAS)
        return list(asked)

    def compiler_for(self, using: str, parameters: tuple) -> SQLCompiler:
        compiler = copy.copy(self.compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda *args, **kwargs: (self.sql, parameters)
        compiler.get_converters = lambda expressions: self.converters
        return compiler


class _Asked:
    """The query of one question: its compiler has the SQL already."""

    def __init__(self, ready: _Ready, parameters: tuple) -> None:
        self._ready, self._parameters = ready, parameters

    def get_compiler(self, using: str, **options: Any) -> SQLCompiler:
        return self._ready.compiler_for(using, self._parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ready.queryset.query, name)
