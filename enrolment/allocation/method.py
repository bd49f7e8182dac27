"""The method by which places are given, without database and clock: lots, order within a class, deferred acceptance.

Applicants propose in the order of their wishes; a class keeps the best that its quota holds and gives back the others, who go
on to their next wish (Gale and Shapley, 1962). The result is the best that every applicant can have without anybody taking
the place of somebody who comes before them, and naming the true order of wishes is always the best order. Only integers
and strings are compared: the same input gives the same output on any machine, in whatever order it comes.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappush, heapreplace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

__all__ = [
    "ADMITTED",
    "METHOD",
    "REFUSED",
    "UNNEEDED",
    "WAITING",
    "Last",
    "Outcome",
    "Placed",
    "Rules",
    "Total",
    "Wished",
    "allocate",
    "assign",
    "fingerprint_of",
    "lot_of",
]

METHOD = "deferred-acceptance/1"
ADMITTED, WAITING, REFUSED, UNNEEDED = "admitted", "waiting", "refused", "unneeded"
"""Values of ``WishOutcome``."""
LOT_DIGITS = 16
_NO_GROUP = 1_000
"""Behind every catchment group (1 to 9): children of none."""


def fingerprint_of(seed: str) -> str:
    """``printf '%s' SEED | sha256sum``"""
    return hashlib.sha256(seed.encode()).hexdigest()


def lot_of(seed: str, public_number: str, code: str) -> str:
    """The lot of one application: the first 16 digits of ``printf '%s' 'SEED|NUMBER|CODE' | sha256sum``; the smallest comes
    first. The seed has 64 hexadecimal digits and a code has no bar, so no two triples give one text."""
    return hashlib.sha256(f"{seed}|{public_number}|{code}".encode()).hexdigest()[:LOT_DIGITS]


@dataclass(frozen=True)
class Rules:
    """What a campaign says about the order within a class, besides priority and lots."""

    by_score: bool
    uses_catchment: bool
    has_waiting_list: bool = True


class Wished(NamedTuple):
    """One wish as it goes in. `score`: thousandths with the points added, None where there is none."""

    code: str
    position: int
    place: str
    is_first: bool = False
    group: int = 0
    score: int | None = None


class Placed(NamedTuple):
    """One wish as it comes out. `rank`: from 1 within the class, 0 where it was not ranked; `block`: from 1, the same for all
    that only their lots put in order; `waiting`: from 1 on the waiting list, else None."""

    code: str
    position: int
    place: str
    rank: int
    block: int
    lot: str
    outcome: str
    waiting: int | None


class Last(NamedTuple):
    """What the last one admitted to a class had."""

    is_first: bool
    group: int
    score: int | None
    lot: str
    rank: int


@dataclass
class Total:
    quota: int
    wishes: int = 0
    admitted: int = 0
    waiting: int = 0
    last: Last | None = None


@dataclass(frozen=True)
class Outcome:
    """`placed` by code and position; `totals` of every class that has a quota."""

    placed: list[Placed]
    totals: dict[str, Total] = field(default_factory=dict)


def allocate(
    wishes: Iterable[Wished], quotas: Mapping[str, int], rules: Rules, *, seed: str, public_number: str
) -> Outcome:
    """Give the places. Raises ValueError for a wish that no quota names, a wish that stands twice, a negative quota.

    Where scores decide, a wish without one is not ranked and not fulfilled, unless the child comes before all others.
    """
    rows = sorted(wishes, key=itemgetter(0, 1))
    _refuse_wrong(rows, quotas)
    lots = {code: lot_of(seed, public_number, code) for code in {row.code for row in rows}}
    ranks = _ranked(rows, rules, lots)
    people, prefs = [], []
    for code, own in groupby(enumerate(rows), key=lambda pair: pair[1].code):
        people.append(code)
        prefs.append([(row.place, ranks[index][0], index) for index, row in own if index in ranks])
    taken = assign([[(place, rank) for place, rank, _index in own] for own in prefs], quotas)
    outcomes = [REFUSED] * len(rows)
    behind = WAITING if rules.has_waiting_list else REFUSED
    for own, choice in zip(prefs, taken, strict=True):
        for number, (_place, _rank, index) in enumerate(own):
            later = UNNEEDED if choice is not None and number > choice else behind
            outcomes[index] = ADMITTED if number == choice else later
    return _written(rows, quotas, ranks, lots, outcomes)


def _refuse_wrong(rows: Sequence[Wished], quotas: Mapping[str, int]) -> None:
    if any(quota < 0 for quota in quotas.values()):
        raise ValueError("A quota is negative.")
    seen = set()
    for row in rows:
        if row.place not in quotas:
            raise ValueError(f"No quota for {row.place}.")
        if (row.code, row.place) in seen or (row.code, row.position) in seen:
            raise ValueError(f"A wish of {row.code} stands twice.")
        seen |= {(row.code, row.place), (row.code, row.position)}


def _tier(row: Wished, rules: Rules) -> tuple[int, int, int]:
    """What is compared before lots; the smallest comes first."""
    group = (row.group or _NO_GROUP) if rules.uses_catchment else 0
    return (not row.is_first, group, -(row.score or 0) if rules.by_score else 0)


def _ranked(rows: Sequence[Wished], rules: Rules, lots: Mapping[str, str]) -> dict[int, tuple[int, int]]:
    """Index of a wish → (rank, block) within its class."""
    keys: dict[str, list] = {}
    for index, row in enumerate(rows):
        if rules.by_score and row.score is None and not row.is_first:
            continue
        keys.setdefault(row.place, []).append((_tier(row, rules), lots[row.code], row.code, index))
    ranks = {}
    for own in keys.values():
        own.sort()
        block, before = 0, None
        for rank, (tier, _lot, _code, index) in enumerate(own, 1):
            if tier != before:
                block, before = block + 1, tier
            ranks[index] = (rank, block)
    return ranks


def assign(wishes: Sequence[Sequence[tuple[str, int]]], quotas: Mapping[str, int]) -> list[int | None]:
    """Deferred acceptance: for each applicant with (class, rank) in the order of their wishes the number of the wish that is
    fulfilled, None where none is. Every wish is looked at once at the most, for the logarithm of a quota."""
    held: dict[str, list[tuple[int, int]]] = {place: [] for place in quotas}
    following = [0] * len(wishes)
    taken: list[int | None] = [None] * len(wishes)
    free = list(range(len(wishes)))
    while free:
        applicant = free.pop()
        for number in range(following[applicant], len(wishes[applicant])):
            following[applicant] = number + 1
            place, rank = wishes[applicant][number]
            best = held[place]
            if len(best) < quotas[place]:
                heappush(best, (-rank, applicant))
            elif best and rank < -best[0][0]:
                _rank, out = heapreplace(best, (-rank, applicant))
                taken[out] = None
                free.append(out)
            else:
                continue
            taken[applicant] = number
            break
    return taken


def _written(rows, quotas, ranks, lots, outcomes) -> Outcome:
    totals = {place: Total(quota) for place, quota in sorted(quotas.items())}
    numbers: dict[int, int] = {}
    for index in sorted(ranks, key=lambda index: (rows[index].place, ranks[index][0])):
        row, total = rows[index], totals[rows[index].place]
        total.wishes += 1
        if outcomes[index] == ADMITTED:
            total.admitted += 1
            total.last = Last(row.is_first, row.group, row.score, lots[row.code], ranks[index][0])
        elif outcomes[index] == WAITING:
            total.waiting += 1
            numbers[index] = total.waiting
    placed = [
        Placed(
            row.code,
            row.position,
            row.place,
            *ranks.get(index, (0, 0)),
            lots[row.code],
            outcomes[index],
            numbers.get(index),
        )
        for index, row in enumerate(rows)
    ]
    return Outcome(placed, totals)


def digest_of(lines: Iterable[str], *, salt: str = "") -> str:
    """SHA-256 of lines with their ends; with `salt` an HMAC, so that nobody finds few scores by trying them all."""
    total = hmac.new(salt.encode(), digestmod=hashlib.sha256) if salt else hashlib.sha256()
    for line in lines:
        total.update(f"{line}\n".encode())
    return total.hexdigest()


def input_lines(wishes: Iterable[Wished], quotas: Mapping[str, int], rules: Rules) -> list[str]:
    """What goes in besides seed and public number, one line each in an order of its own."""
    head = [f"rules;{int(rules.by_score)};{int(rules.uses_catchment)};{int(rules.has_waiting_list)}"]
    head += [f"class;{place};{quota}" for place, quota in sorted(quotas.items())]
    return head + [
        f"wish;{w.code};{w.position};{w.place};{int(w.is_first)};{w.group};{'' if w.score is None else w.score}"
        for w in sorted(wishes, key=itemgetter(0, 1))
    ]
