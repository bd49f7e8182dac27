"""Statements that PostgreSQL keeps ready: parsed and planned once for each connection, then sent in binary by one call of libpq.

Worth it for the few statements that a whole province asks at once: parsing, planning and turning values into text cost several
times what such a statement itself does.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import UTC, datetime
from weakref import WeakKeyDictionary

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Connection, errors
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

_ready: WeakKeyDictionary[Connection, set[bytes]] = WeakKeyDictionary()
_GOOD = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK)
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_INT8, _INT4 = struct.Struct("!q"), struct.Struct("!i")
_EMPTY, _ARRAY = struct.Struct("!iiI"), struct.Struct("!iiIii")


def can_prepare(connection: BaseDatabaseWrapper) -> bool:
    """Whether a connection leads to PostgreSQL itself, outside of a transaction (which psycopg opens with the first statement of
    its own), with nobody listening to its statements. DISABLE_SERVER_SIDE_CURSORS says that a pooler stands between."""
    if connection.vendor != "postgresql" or connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        return False
    if connection.in_atomic_block or connection.execute_wrappers or connection.queries_logged:
        return False
    return connection.get_autocommit()


class PreparedStatement:
    """`name`: unique among all; `sql` with $1, $2, … and their types. Values go in and out in PostgreSQL's binary format."""

    def __init__(self, name: str, sql: str, parameters: int) -> None:
        self.name, self.sql = name.encode(), sql.encode()
        self.formats = [Format.BINARY] * parameters

    def run(self, connection: BaseDatabaseWrapper, values: Sequence[bytes]) -> PGresult:
        """The rows, where ``can_prepare``. Raises what a cursor of Django raises; the connection is closed then, so that whoever
        asks next prepares anew."""
        connection.ensure_connection()
        own = connection.connection
        with connection.wrap_database_errors:
            prepared = _ready.get(own)
            if prepared is None:
                prepared = _ready[own] = set()
            if self.name not in prepared:
                _checked(connection, own.pgconn.prepare(self.name, self.sql))
                prepared.add(self.name)
            result = own.pgconn.exec_prepared(self.name, values, self.formats, Format.BINARY)
            return _checked(connection, result)


def _checked(connection: BaseDatabaseWrapper, result: PGresult) -> PGresult:
    if result.status not in _GOOD:
        connection.close()
        raise errors.error_from_result(result)
    return result


def bigint(value: int) -> bytes:
    return _INT8.pack(value)


def moment(value: datetime) -> bytes:
    """A timestamptz: microseconds since 2000."""
    passed = value - _EPOCH
    return _INT8.pack((passed.days * 86400 + passed.seconds) * 1_000_000 + passed.microseconds)


def bigints(values: Sequence[int]) -> bytes:
    """A bigint[]."""
    return _array(20, [_INT8.pack(value) for value in values])


def uuids(values: Sequence[bytes]) -> bytes:
    """A uuid[] of 16 bytes each."""
    return _array(2950, values)


def _array(kind: int, values: Sequence[bytes]) -> bytes:
    """An array with one dimension of elements of one length, as ``array_recv`` of PostgreSQL reads it: dimensions, whether it has
    nulls, the elements' type (``pg_type.oid``), their number, the first place; then each with its length before it."""
    if not values:
        return _EMPTY.pack(0, 0, kind)
    length = _INT4.pack(len(values[0]))
    return _ARRAY.pack(1, 0, kind, len(values), 1) + length + length.join(values)
