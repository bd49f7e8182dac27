"""Queries whose SQL is worked out once in a process.

Django builds the SQL of a query anew each time it is asked; for a wide row with related ones that takes several times as long as
the database does. Where only values differ, they are put into SQL that is there already. Rows are read each time: nothing of
the data is kept, so nothing has to be forgotten.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

_FIRST_NUMBER = 2_000_000_000
"""Numbers that stand for values while SQL is built: within 32 bits, greater than any that a query says itself."""


class CompiledQuery:
    """A query that many requests ask with other values.

    `build` makes the queryset from stand-ins for the values; it is called once in a process. `kinds` names the values and says
    what they are: text and whole numbers only, which databases take as they are. Objects are made as the queryset makes
    them, with related and prefetched ones.
    """

    def __init__(self, build: Callable[..., QuerySet], **kinds: type[str] | type[int]) -> None:
        self._build, self._kinds = build, kinds
        self._ready: _Ready | None = None

    def rows(self, **values: str | int) -> list[Any]:
        """All objects, read now. Raises TypeError where a value is missing, unknown or of another kind."""
        if {name: type(value) for name, value in values.items()} != self._kinds:
            raise TypeError(f"Takes {self._kinds}, not {values}")
        if self._ready is None:
            stand_ins = {
                name: _stand_in(number, name, kind) for number, (name, kind) in enumerate(self._kinds.items())
            }
            self._ready = _Ready(self._build(**stand_ins), {value: name for name, value in stand_ins.items()})
        return self._ready.rows(values)

    def first(self, **values: str | int) -> Any | None:
        """The first object; `build` says of which order, and how many are read at most."""
        return next(iter(self.rows(**values)), None)


def _stand_in(number: int, name: str, kind: type) -> str | int:
    return _FIRST_NUMBER + number if kind is int else f"\ufdd0{name}"


class _Ready:
    """A queryset with its SQL, and which of its parameters are values."""

    def __init__(self, queryset: QuerySet, names: dict[str | int, str]) -> None:
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, parameters = self.compiler.as_sql()
        self.parameters = [
            (names[value], None) if isinstance(value, str | int) and value in names else (None, value)
            for value in parameters
        ]
        if missing := set(names.values()) - {name for name, _value in self.parameters}:
            raise ValueError(f"SQL has no place for {sorted(missing)}")
        self.converters = self.compiler.get_converters(
            [column[0] for column in self.compiler.select[: self.compiler.col_count]]
        )

    def rows(self, values: dict[str, str | int]) -> list[Any]:
        parameters = tuple(value if name is None else values[name] for name, value in self.parameters)
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
