"""The one statement of a look-up: it reads the sealed row and counts the try."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.views.decorators.debug import sensitive_variables

from common.prepared import PreparedStatement, bigint, can_prepare, moment, uuid_array
from enrolment.models import ResultRow
from enrolment.tries import Counted, Plan, key_bytes, tries_count

COUNTERS = 2
"""Of a candidate number and of a network."""
_ONE = """
WITH found AS (SELECT sealed FROM enrolment_resultrow WHERE digest = {digest}::uuid AND version_id + 0 = {version}::bigint),
counted AS (
  INSERT INTO enrolment_lookuptry AS t (key, number, until)
  SELECT v.key, CASE WHEN EXISTS (SELECT 1 FROM found) THEN 0 ELSE 1 END, {until}::timestamptz
  FROM (VALUES ({first}::uuid), ({second}::uuid)) AS v (key)
  ON CONFLICT (key) DO UPDATE SET number = t.number + excluded.number RETURNING key, number
)
SELECT key, number, (SELECT sealed FROM found) FROM counted
UNION ALL SELECT key, number, NULL FROM enrolment_lookuptry WHERE key = ANY({others}::uuid[])
"""
"""``version_id + 0``: no index but that of the key is of use, whatever the database has noticed of a million new rows."""
_NAMES = ("digest", "version", "until", "first", "second", "others")
_WRITTEN = _ONE.format(**{name: f"%({name})s" for name in _NAMES})
_PREPARED = PreparedStatement(
    "enrolment_result",
    _ONE.format(**{name: f"${place}" for place, name in enumerate(_NAMES, 1)}),
    len(_NAMES),
)


@sensitive_variables()
def row_and_numbers(
    version_id: int, digest: bytes, misses: Sequence[Counted], now: datetime
) -> tuple[bytes | None, list[int]]:
    """The sealed row of a version, None where it has none of this key, and the counters after this try. One statement on
    PostgreSQL, prepared where the connection allows it."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        return _by_several(version_id, digest, misses, now)
    plan = Plan(misses, now)
    if len(plan.written) != COUNTERS:
        raise ValueError("A look-up adds to two counters.")
    first, second = plan.written
    if not can_prepare(connection):
        return _by_cursor(connection, version_id, digest, plan)
    values = (digest, bigint(version_id), moment(plan.until), first, second, uuid_array(plan.read))
    result = _PREPARED.run(connection, values)
    value = result.get_value
    numbers = [(value(row, 0), int.from_bytes(value(row, 1), "big")) for row in range(result.ntuples)]
    return value(0, 2), plan.numbers(numbers)


def _by_cursor(
    connection: BaseDatabaseWrapper, version_id: int, digest: bytes, plan: Plan
) -> tuple[bytes | None, list[int]]:
    first, second = (uuid.UUID(bytes=key) for key in plan.written)
    values = {"digest": uuid.UUID(bytes=digest), "version": version_id, "until": plan.until}
    values |= {"first": first, "second": second, "others": [uuid.UUID(bytes=key) for key in plan.read]}
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN, values)
        rows = cursor.fetchall()
    sealed = rows[0][2]
    numbers = plan.numbers((key_bytes(key), number) for key, number, _sealed in rows)
    return (None if sealed is None else bytes(sealed)), numbers


def _by_several(
    version_id: int, digest: bytes, misses: Sequence[Counted], now: datetime
) -> tuple[bytes | None, list[int]]:
    found = ResultRow.objects.filter(digest=uuid.UUID(bytes=digest), version_id=version_id)
    sealed = found.values_list("sealed", flat=True).first()
    numbers = tries_count(misses, add=1 if sealed is None else 0, now=now)
    return (None if sealed is None else bytes(sealed)), numbers
