"""The one statement of a look-up: it reads the sealed row and counts the try."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from random import randrange

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.views.decorators.debug import sensitive_variables

from common.prepared import PreparedStatement, bigint, can_prepare, moment
from enrolment.models import ResultRow
from enrolment.tries import SHARDS, Counted, hour_of, kept_until, shard_key, tries_count

_ONE = """
WITH found AS (SELECT sealed FROM enrolment_resultrow WHERE digest = {digest}::uuid AND version_id + 0 = {version}::bigint),
counted AS (
  INSERT INTO enrolment_lookuptry AS t (key, number, until)
  SELECT v.key, CASE WHEN EXISTS (SELECT 1 FROM found) THEN 0 ELSE 1 END, {until}::timestamptz
  FROM (VALUES ({first}::uuid), ({second}::uuid)) AS v (key)
  ON CONFLICT (key) DO UPDATE SET number = t.number + excluded.number RETURNING key, number
)
SELECT
  (SELECT sealed FROM found),
  (SELECT number FROM counted WHERE key = {first}::uuid),
  (SELECT number FROM counted WHERE key = {second}::uuid),
  (SELECT coalesce(sum(number), 0) FROM (
     SELECT key, number FROM enrolment_lookuptry
     WHERE key BETWEEN {lowest}::uuid AND {highest}::uuid ORDER BY key LIMIT {shards}
   ) AS shard WHERE key NOT IN ({first}::uuid, {second}::uuid))
""".replace("{shards}", str(SHARDS))
"""``version_id + 0``: no index but that of the key is of use, whatever the database has noticed of a million new rows. ``LIMIT``:
else PostgreSQL takes a range of unknown ends for many rows, and plans the statement anew each time."""
_NAMES = ("digest", "version", "until", "first", "second", "lowest", "highest")
_WRITTEN = _ONE.format(**{name: f"%({name})s" for name in _NAMES})
_PREPARED = PreparedStatement(
    "enrolment_result",
    _ONE.format(**{name: f"${place}" for place, name in enumerate(_NAMES, 1)}),
    len(_NAMES),
)


@sensitive_variables()
def row_and_numbers(
    version_id: int, digest: bytes, of_number: Counted, of_network: Counted, now: datetime
) -> tuple[bytes | None, list[int]]:
    """The sealed row of a version, None where it has none of this key, and the two counters after this try; that of the network
    is a busy one. One statement on PostgreSQL, prepared where the connection allows it."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        return _by_several(version_id, digest, (of_number, of_network), now)
    hour = hour_of(now)
    own, lowest = of_number.key(hour), of_network.key(hour)
    shard = shard_key(lowest, randrange(SHARDS))  # noqa: S311, no secret
    # In one order always, so that two statements never wait for each other's rows.
    first, second = (own, shard) if own < shard else (shard, own)
    keys = (first, second, lowest, shard_key(lowest, SHARDS - 1))
    ask = _by_prepared if can_prepare(connection) else _by_cursor
    sealed, at_first, at_second, others = ask(connection, digest, version_id, kept_until(hour), keys)
    numbers = [at_first, at_second + others] if first is own else [at_second, at_first + others]
    return sealed, numbers


Row = tuple[bytes | None, int, int, int]


def _by_prepared(
    connection: BaseDatabaseWrapper, digest: bytes, version_id: int, until: datetime, keys: tuple[bytes, ...]
) -> Row:
    value = _PREPARED.run(connection, (digest, bigint(version_id), moment(until), *keys)).get_value
    at_first, at_second, others = (int.from_bytes(value(0, place), "big") for place in (1, 2, 3))
    return value(0, 0), at_first, at_second, others


def _by_cursor(
    connection: BaseDatabaseWrapper, digest: bytes, version_id: int, until: datetime, keys: tuple[bytes, ...]
) -> Row:
    written = (uuid.UUID(bytes=digest), version_id, until, *(uuid.UUID(bytes=key) for key in keys))
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN, dict(zip(_NAMES, written, strict=True)))
        sealed, at_first, at_second, others = cursor.fetchone()
    return (None if sealed is None else bytes(sealed)), at_first, at_second, int(others)


def _by_several(
    version_id: int, digest: bytes, misses: Sequence[Counted], now: datetime
) -> tuple[bytes | None, list[int]]:
    found = ResultRow.objects.filter(digest=uuid.UUID(bytes=digest), version_id=version_id)
    sealed = found.values_list("sealed", flat=True).first()
    numbers = tries_count(misses, add=1 if sealed is None else 0, now=now)
    return (None if sealed is None else bytes(sealed)), numbers
