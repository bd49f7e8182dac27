"""The one statement of look-ups: it reads the sealed rows and counts the tries of all who ask a process at one moment."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from random import randrange
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.views.decorators.debug import sensitive_variables

from common.prepared import PreparedStatement, bigints, can_prepare, moment, uuids
from common.together import Together
from enrolment.models import ResultRow
from enrolment.tries import SHARDS, Counted, hour_of, kept_until, shard_key, tries_count

MOST = 32
"""Look-ups of one statement."""

_SQL = """
WITH asked AS (
  SELECT a.place, a.own, a.shard, (
    SELECT r.sealed FROM enrolment_resultrow AS r WHERE r.digest = a.digest AND r.version_id + 0 = a.version
  ) AS sealed
  FROM unnest((SELECT {digests}::uuid[]), (SELECT {versions}::bigint[]), (SELECT {owns}::uuid[]), (SELECT {shards}::uuid[]))
    WITH ORDINALITY AS a (digest, version, own, shard, place)
),
counted AS (
  INSERT INTO enrolment_lookuptry AS t (key, number, until)
  SELECT m.key, sum(m.miss), {until}::timestamptz
  FROM (
    SELECT own AS key, (sealed IS NULL)::int AS miss FROM asked
    UNION ALL SELECT shard, (sealed IS NULL)::int FROM asked
  ) AS m
  GROUP BY m.key ORDER BY m.key
  ON CONFLICT (key) DO UPDATE SET number = t.number + excluded.number RETURNING key, number
)
SELECT place, NULL::uuid, sealed, NULL::bigint FROM asked
UNION ALL SELECT NULL, key, NULL, number FROM counted
UNION ALL SELECT 0, n.written, NULL, (
  SELECT coalesce(sum(o.number), 0)::bigint FROM (
    SELECT s.key, s.number FROM enrolment_lookuptry AS s WHERE s.key BETWEEN n.lowest AND n.highest ORDER BY s.key LIMIT {most}
  ) AS o WHERE o.key <> n.written
)
FROM unnest((SELECT {lowest}::uuid[]), (SELECT {highest}::uuid[]), (SELECT {written}::uuid[])) AS n (lowest, highest, written)
""".replace("{most}", str(SHARDS))
"""Rows of three kinds: the sealed row of who asked at a place (1, 2, …), null where there is none; a counter after this
statement; at place 0 what the other rows of a network's counter sum up to, by the key of the one that was written.

``version_id + 0``: no index but that of the key is of use, whatever the database has noticed of a million new rows. ``LIMIT``:
else PostgreSQL takes a range of unknown ends for many rows, and plans the statement anew each time; so it does where it sees how
long an array is, hence ``(SELECT …)``. ``ORDER BY m.key``: in one order always, so that two statements never wait for each other.
"""
_NAMES = ("digests", "versions", "owns", "shards", "until", "lowest", "highest", "written")
_WRITTEN = _SQL.format(**{name: f"%({name})s" for name in _NAMES})
_PREPARED = PreparedStatement(
    "enrolment_results",
    _SQL.format(**{name: f"${place}" for place, name in enumerate(_NAMES, 1)}),
    len(_NAMES),
)

Row = tuple[int | None, bytes | None, bytes | None, int | None]
"""Place, key, sealed row, number."""
Found = tuple[bytes | None, list[int]]
"""The sealed row, None where there is none of this key; the counters of the number and of the network after this try."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One look-up. `own`: the counter of its number; `network`: the first row of that of its network."""

    version: int
    digest: bytes
    own: bytes
    network: bytes
    until: datetime


@sensitive_variables()
def row_and_numbers(
    version_id: int, digest: bytes, of_number: Counted, of_network: Counted, now: datetime
) -> Found:
    """The sealed row of a version, and the two counters after this try; that of the network is a busy one. On PostgreSQL one
    statement, prepared where the connection allows it, for all threads that ask at this moment."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        return _by_several(version_id, digest, (of_number, of_network), now)
    hour = hour_of(now)
    asked = Asked(version_id, digest, of_number.key(hour), of_network.key(hour), kept_until(hour))
    # Within a transaction nobody else's tries are counted: they would wait for its end, or be undone with it.
    return _by_one([asked])[0] if connection.in_atomic_block else _together.ask(asked)


@sensitive_variables()
def _by_one(those: Sequence[Asked]) -> list[Found]:
    connection = connections[DEFAULT_DB_ALIAS]
    ask = _by_prepared if can_prepare(connection) else _by_cursor
    place = randrange(SHARDS)  # noqa: S311, no secret
    shards = {network: shard_key(network, place) for network in map(attrgetter("network"), those)}
    sealed: dict[int, bytes | None] = {}
    numbers: dict[bytes | None, Any] = {}
    others: dict[bytes | None, Any] = {}
    for place, key, row, number in ask(connection, those, shards):
        if place is None:
            numbers[key] = number
        elif place:
            sealed[place] = row
        else:
            others[key] = number
    found: list[Found] = []
    # From the last to the first: each is told the numbers as they were after its own try.
    for place in range(len(those), 0, -1):
        asked, row = those[place - 1], sealed[place]
        shard = shards[asked.network]
        found.append((row, [numbers[asked.own], numbers[shard] + others[shard]]))
        if row is None:
            numbers[asked.own] -= 1
            numbers[shard] -= 1
    found.reverse()
    return found


_together: Together[Asked, Found] = Together(_by_one, most=MOST)


def _by_prepared(
    connection: BaseDatabaseWrapper, those: Sequence[Asked], shards: dict[bytes, bytes]
) -> Iterable[Row]:
    values = (
        uuids([asked.digest for asked in those]),
        bigints([asked.version for asked in those]),
        uuids([asked.own for asked in those]),
        uuids([shards[asked.network] for asked in those]),
        moment(max([asked.until for asked in those])),
        uuids(list(shards)),
        uuids([shard_key(network, SHARDS - 1) for network in shards]),
        uuids(list(shards.values())),
    )
    result = _PREPARED.run(connection, values)
    value = result.get_value
    for row in range(result.ntuples):
        place, number = value(row, 0), value(row, 3)
        yield (
            None if place is None else int.from_bytes(place, "big"),
            value(row, 1),
            value(row, 2),
            None if number is None else int.from_bytes(number, "big"),
        )


def _by_cursor(
    connection: BaseDatabaseWrapper, those: Sequence[Asked], shards: dict[bytes, bytes]
) -> Iterable[Row]:
    values = {
        "digests": _keys(asked.digest for asked in those),
        "versions": [asked.version for asked in those],
        "owns": _keys(asked.own for asked in those),
        "shards": _keys(shards[asked.network] for asked in those),
        "until": max(asked.until for asked in those),
        "lowest": _keys(shards),
        "highest": _keys(shard_key(network, SHARDS - 1) for network in shards),
        "written": _keys(shards.values()),
    }
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN, values)
        for place, key, sealed, number in cursor.fetchall():
            yield place, None if key is None else key.bytes, None if sealed is None else bytes(sealed), number


def _keys(keys: Iterable[bytes]) -> list[uuid.UUID]:
    return [uuid.UUID(bytes=key) for key in keys]


def _by_several(version_id: int, digest: bytes, misses: Sequence[Counted], now: datetime) -> Found:
    found = ResultRow.objects.filter(digest=uuid.UUID(bytes=digest), version_id=version_id)
    sealed = found.values_list("sealed", flat=True).first()
    numbers = tries_count(misses, add=1 if sealed is None else 0, now=now)
    return (None if sealed is None else bytes(sealed)), numbers
