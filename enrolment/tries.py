"""Counting tries so that limits hold however many processes answer: one statement adds, on either database.

What is counted is named by an HMAC of itself and the hour; no address and no number is stored. Of a hit as of a miss the same
rows are written, so that neither takes longer.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import randrange
from typing import Any

from django.conf import settings
from django.db import connection

from enrolment.keyed_hash import KeyedHash
from enrolment.models import LookupTry

HOUR = 3600
_ROW = "(%s, %s, %s)"
SHARDS = 8
"""Rows of one counter that very many add to at once: the telephones behind one address of a mobile network."""
CODE_FACTOR = 20
"""So many times as many misses are let pass where a code is asked that nobody guesses."""


@dataclass(frozen=True)
class Counted:
    """One thing that is counted: what for, which one, how many are allowed within an hour. `is_busy`: its number is spread over
    SHARDS rows, so that those who add to it at the same moment do not wait for each other."""

    use: str
    name: str
    limit: int
    is_busy: bool = False

    def key(self, hour: int) -> bytes:
        """Of its only row, or of the first of SHARDS: 16 bytes."""
        text = f"{self.use}\x1f{self.name}\x1f{hour}".encode()
        name = _hash(settings.SECRET_KEY)(text)
        return shard_key(name, 0) if self.is_busy else name[:16]

    def keys(self, hour: int) -> list[bytes]:
        """Of each of its rows."""
        first = self.key(hour)
        return [shard_key(first, shard) for shard in range(SHARDS)] if self.is_busy else [first]


def shard_key(name: bytes, shard: int) -> bytes:
    """Rows of one counter stand next to each other in their index."""
    return name[:15] + bytes((shard,))


def hour_of(now: datetime) -> int:
    return int(now.timestamp()) // HOUR


def kept_until(hour: int) -> datetime:
    """When the counters of an hour are nothing to anybody."""
    return datetime.fromtimestamp((hour + 2) * HOUR, tz=UTC)


class Plan:
    """The rows of some counters in one hour: `written` are added to, one of each counter and in one order always, so that two
    statements never wait for each other's rows; `read` are the others that belong to the numbers."""

    def __init__(self, counted: Sequence[Counted], now: datetime) -> None:
        hour = hour_of(now)
        self.until = kept_until(hour)
        self.keys = [each.keys(hour) for each in counted]
        self.written = sorted({keys[randrange(len(keys))] for keys in self.keys})  # noqa: S311, no secret
        self.read = [key for keys in self.keys for key in keys if key not in self.written]

    def numbers(self, rows: Iterable[tuple[bytes, int]]) -> list[int]:
        """The number of each counter, in the order given, from all rows as they stand now."""
        found = dict(rows)
        return [sum([found.get(key, 0) for key in keys]) for keys in self.keys]


def key_bytes(key: Any) -> bytes:
    """As ``Plan`` has it; `key`: as a driver answers it."""
    return key.bytes if isinstance(key, uuid.UUID) else uuid.UUID(str(key)).bytes


@lru_cache(maxsize=2)
def _hash(secret: str) -> KeyedHash:
    return KeyedHash(b"lookup-tries|" + secret.encode())


def tries_count(counted: Sequence[Counted], *, add: int, now: datetime) -> list[int]:
    """Add to each counter of this hour and answer the numbers, in the order given; with ``add=0`` the numbers as they are, by the
    same statements: one, and a second where a counter has several rows."""
    plan = Plan(counted, now)
    table = connection.ops.quote_name(LookupTry._meta.db_table)
    sql = (
        f"INSERT INTO {table} (key, number, until) VALUES {', '.join([_ROW] * len(plan.written))} "  # noqa: S608
        f"ON CONFLICT (key) DO UPDATE SET number = {table}.number + excluded.number RETURNING key, number"
    )
    adapt = LookupTry._meta.get_field("key").get_db_prep_value
    until = connection.ops.adapt_datetimefield_value(plan.until)
    parameters = [
        value for key in plan.written for value in (adapt(uuid.UUID(bytes=key), connection), add, until)
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
    if plan.read:
        others = [uuid.UUID(bytes=key) for key in plan.read]
        rows += LookupTry.objects.filter(key__in=others).values_list("key", "number")
    return plan.numbers((key_bytes(key), number) for key, number in rows)


def is_spent(counted: Sequence[Counted], numbers: Sequence[int], *, was_miss: bool) -> bool:
    """Whether one of the limits is used up: a miss more than the limit, or a hit after that many misses."""
    return any(
        number > each.limit or (number == each.limit and not was_miss)
        for each, number in zip(counted, numbers, strict=True)
    )


def misses_of_number(use: str, number: str, *, has_code: bool = False) -> Counted:
    """Misses of one number. `has_code`: a code is asked as well that nobody guesses (39 bits or more), so that a higher limit
    does no harm, and whoever knows the number of another cannot shut the owner out with a few wrong tries."""
    return Counted(use, number, settings.EDUSITE_LOOKUP_MISSES_NUMBER * (CODE_FACTOR if has_code else 1))


def misses_of_network(network: str, *, has_code: bool = False) -> Counted:
    """Misses of one network, counted apart for look-ups with a code: who tries birth dates shuts out nobody who has codes, and
    the thousands of telephones behind one address of a mobile network mistype more often than birth dates may be guessed."""
    limit = settings.EDUSITE_LOOKUP_MISSES_NETWORK * (CODE_FACTOR if has_code else 1)
    return Counted("codes" if has_code else "network", network, limit, is_busy=True)


def next_hour(now: datetime) -> datetime:
    return (now + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
