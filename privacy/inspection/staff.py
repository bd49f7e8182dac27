"""Who has to know the regulation on personal information, and who has said so this year (circular 25/2010, article 16(1)).

``privacy`` asks; who works on the board of an institution, ``editorial`` answers through `register`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db.models import Max

from network.models import Institution
from privacy.models import Acknowledgement, Notice

YEAR = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Staff:
    """`people_of` takes ids of institutions and answers pairs (institution id, user id) of the active people who work for them;
    `institutions_of` answers the ids of those that a person works for."""

    people_of: Callable[[Iterable[int]], Iterable[tuple[int, int]]]
    institutions_of: Callable[[object], Iterable[int]]


_source: list[Staff] = []


def register(source: Staff) -> None:
    """Name who knows the staff; once."""
    if _source and _source[0] is not source:
        raise ValueError("The staff is registered already.")
    _source[:] = [source]


def staff_of(institution_ids: Iterable[int]) -> set[tuple[int, int]]:
    return set(_source[0].people_of(list(institution_ids))) if _source else set()


def institutions_of(user) -> set[int]:
    """Ids of the institutions that a person works for."""
    return set(_source[0].institutions_of(user)) if _source else set()


def _given(institution_ids: Iterable[int], now: datetime) -> dict[tuple[int, int], datetime]:
    rows = (
        Acknowledgement.objects.filter(institution__in=list(institution_ids), given_at__gt=now - YEAR)
        .order_by()
        .values_list("institution_id", "user_id")
        .annotate(last=Max("given_at"))
    )
    return {(institution, user): last for institution, user, last in rows}


def _changed(institution_ids: Iterable[int]) -> dict[int, datetime]:
    """When the newest own version of the regulation was put into force: who read an older one reads again."""
    rows = (
        Notice.objects.filter(
            institution__in=list(institution_ids), published_at__isnull=False, is_generated=False
        )
        .order_by()
        .values_list("institution_id")
        .annotate(last=Max("published_at"))
    )
    return dict(rows)


def who_has_read(institution_ids: Iterable[int], now: datetime) -> dict[tuple[int, int], bool]:
    """(institution id, user id) → whether the person has read what is in force within the year; three queries."""
    ids = list(institution_ids)
    given, changed = _given(ids, now), _changed(ids)
    return {
        pair: pair in given and (pair[0] not in changed or given[pair] >= changed[pair[0]])
        for pair in staff_of(ids)
    }


def share_of(institution_ids: Iterable[int], now: datetime) -> dict[int, tuple[int, int]]:
    """Institution id → (staff, of whom have read); three queries."""
    return shares(who_has_read(institution_ids, now))


def shares(read: Mapping[tuple[int, int], bool]) -> dict[int, tuple[int, int]]:
    """The same of what ``who_has_read`` answered; no query."""
    found: dict[int, tuple[int, int]] = {}
    for (institution, _user), has_read in read.items():
        members, have_read = found.get(institution, (0, 0))
        found[institution] = members + 1, have_read + has_read
    return found


def people_of(institution: Institution, now: datetime) -> list[tuple[object, datetime | None, bool]]:
    """(person, when they last said so, whether that holds), those who have not first; four queries."""
    read = who_has_read([institution.pk], now)
    last = _given([institution.pk], now)
    users = get_user_model().objects.in_bulk([user for _pk, user in read])
    rows = [(users[user], last.get((pk, user)), ok) for (pk, user), ok in read.items() if user in users]
    return sorted(rows, key=lambda row: (row[2], row[0].last_name, row[0].first_name, row[0].pk))


def missing_for(user, institution_ids: Iterable[int], now: datetime) -> list[int]:
    """Ids of the institutions whose regulation a person has still to read."""
    return missing_in(who_has_read(institution_ids, now), user)


def missing_in(read: Mapping[tuple[int, int], bool], user) -> list[int]:
    """The same of what ``who_has_read`` answered; no query."""
    return sorted(pk for (pk, person), ok in read.items() if person == user.pk and not ok)
