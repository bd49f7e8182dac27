"""Resumption tokens: all that is needed to go on stands in the token itself, signed, so that nothing is kept between two
requests and any process can answer the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing

LIFE = timedelta(days=2)
_SALT = "resources.oai.token"


class BadTokenError(Exception):
    """Made up, changed or too old."""


@dataclass(frozen=True)
class Place:
    """Where a list goes on. `after` is date and key of the last record that was given (a list of sets: how many were given);
    `cursor` how many were given so far, `total` how many there were at the first request."""

    scope: int
    verb: str
    prefix: str = ""
    set_spec: str = ""
    since: datetime | None = None
    until: datetime | None = None
    after: tuple[datetime, int] | None = None
    cursor: int = 0
    total: int = 0


def _number(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


def _moment(number: int | None) -> datetime | None:
    return None if number is None else datetime.fromtimestamp(number, UTC)


def make_token(place: Place, *, now: datetime) -> str:
    after = [_number(place.after[0]), place.after[1]] if place.after else None
    told = [
        place.scope,
        place.verb,
        place.prefix,
        place.set_spec,
        _number(place.since),
        _number(place.until),
        after,
        place.cursor,
        place.total,
        _number(now + LIFE),
    ]
    return signing.dumps(told, salt=_SALT, compress=True)


def read_token(token: str, *, now: datetime) -> Place:
    """Raises BadTokenError."""
    try:
        told = signing.loads(token, salt=_SALT)
        scope, verb, prefix, set_spec, since, until, after, cursor, total, ends = told
    except (signing.BadSignature, ValueError, TypeError):
        raise BadTokenError from None
    if _moment(ends) < now:
        raise BadTokenError
    found = (_moment(after[0]), after[1]) if after else None
    return Place(scope, verb, prefix, set_spec, _moment(since), _moment(until), found, cursor, total)
