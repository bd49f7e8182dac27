"""Whether the time of an answer tells a hit from a miss: ``python -m tests.bench.lookups`` on a database that holds institutions
with their sections (the demonstration, or what ``tests.bench.provision`` makes).

Doors: the look-up of one's own row on a list (service and page), hits against misses; and the door of rights, where a
reference that exists with a wrong secret is set against one that does not exist (the door of feedback checks codes in the same
way). Hits and misses come in turn and in random order. `told` is the share of pairs in which the hit took longer: a half tells
nothing, one or nought everything. The goals hold for processor time, which other work on the machine disturbs least; times by
the clock stand beside it.
Prints JSON and ends with 1 where a goal is missed. All is rolled back.
"""

from __future__ import annotations

import bisect
import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from random import Random
from statistics import median
from typing import Any

import django

ROWS, ROUNDS = 400, 300
MOST_RATIO = 1.1
"""Of the medians, either way."""
MOST_TOLD = 0.2
"""Distance of `told` from a half: what a stranger could learn from one answer on the machine itself, without a network."""

Ask = Callable[[Any], object]


def compare(act: Ask, tries: list[tuple[Any, Any]]) -> dict[str, float]:
    """Milliseconds of hits and misses, and how well one tells them apart; `tries` holds pairs of a hit and a miss."""
    from django.core.cache import cache

    random = Random(4)
    for key in tries[0]:
        act(key)
    cache.clear()  # counters of earlier tries would be there for some and not for others
    cpu: dict[bool, list[float]] = {True: [], False: []}
    clock: dict[bool, list[float]] = {True: [], False: []}
    for pair in tries:
        for is_hit in random.sample((True, False), 2):
            began, processor = time.perf_counter(), time.process_time()
            act(pair[0 if is_hit else 1])
            cpu[is_hit].append(time.process_time() - processor)
            clock[is_hit].append(time.perf_counter() - began)
    ordered = sorted(cpu[False])
    longer = sum(bisect.bisect_left(ordered, each) for each in cpu[True])
    return {
        "hit_cpu_ms": round(median(cpu[True]) * 1000, 2),
        "miss_cpu_ms": round(median(cpu[False]) * 1000, 2),
        "hit_ms": round(median(clock[True]) * 1000, 2),
        "miss_ms": round(median(clock[False]) * 1000, 2),
        "ratio": round(median(cpu[True]) / median(cpu[False]), 3),
        "told": round(longer / (len(ordered) * len(cpu[True])), 3),
    }


def _list(institution, user):
    """A look-up of `ROWS` rows; answers it and (reference, code) of each row."""
    from django.utils import timezone

    from privacy.guard import lookup as lists
    from privacy.models import ListLookup, ListLookupRow, LookupKeyKind

    now = timezone.now()
    made = ListLookup.objects.create(
        institution=institution,
        title="bench",
        reference_label="SBD",
        key_kind=LookupKeyKind.CODE,
        columns=["Họ và tên", "Điểm"],
        rows_count=ROWS,
        ends_on=timezone.localdate(now) + timedelta(days=9),
        made_by=user,
        made_at=now,
    )
    keys = [(f"hs{number}", lists._new_code()) for number in range(1, ROWS + 1)]
    rows = [lists._row(made, *key, ["Trần Thị Bình", "8.5"]) for key in keys]
    ListLookupRow.objects.bulk_create(rows)
    return made, keys


def _own_rows(institution, user) -> dict[str, dict[str, float]]:
    from django.test import Client
    from django.urls import reverse

    from privacy.guard.lookup import lookup_find_row

    made, keys = _list(institution, user)
    random = Random(5)
    client, address = (
        Client(headers={"host": institution.hostname}),
        reverse("privacy_own_row", args=[made.uid]),
    )

    def find(key: tuple[str, str]):
        return lookup_find_row(lookup=made, reference=key[0], key=key[1])

    def ask(key: tuple[str, str]):
        response = client.post(address, {"reference": key[0], "key": key[1]})
        if response.status_code != 200:
            raise SystemExit(f"the page answered {response.status_code}")

    wrong = [(reference, "AAA-AAA-AAA") for reference, _code in keys]
    unknown = [(f"x{number}", code) for number, (_reference, code) in enumerate(keys)]
    found = {}
    for name, misses in (("wrong code", wrong), ("unknown reference", unknown)):
        for what, act in (("own row", find), ("page of the own row", ask)):
            tries = list(zip(random.sample(keys, ROUNDS), random.sample(misses, ROUNDS), strict=True))
            found[f"{what}, {name}"] = compare(act, tries)
    return found


def _rights(institution) -> dict[str, dict[str, float]]:
    from privacy.codes import hashed_secret
    from privacy.models import Submission
    from privacy.rights.opening import file_open

    sent = Submission.objects.filter(institution=institution).first() or _sent(institution)
    sent.secret_hash = hashed_secret("ABCD-EFGH-JKLM")
    sent.save(update_fields=["secret_hash"])
    letter = sent.reference[:-1]

    def ask(reference: str):
        if file_open(institution=institution, reference=reference, secret="AAAA-AAAA-AAAA"):
            raise SystemExit("a wrong secret opened a file")

    tries = [(sent.reference, f"{letter}?{number}") for number in range(40)]
    return {"door of rights, wrong secret against no such code": compare(ask, tries)}


def _sent(institution):
    from django.utils import timezone

    from feedback.models import FeedbackPage
    from network.selectors import home_pages
    from privacy.models import Notice, Submission

    page = FeedbackPage.objects.descendant_of(home_pages(institution)[0]).first()
    return Submission.objects.create(
        reference="GY-BENC-HBEN",
        institution=institution,
        page_id=page.pk,
        form="feedback",
        snapshot={"fields": [], "purposes": []},
        snapshot_sha256="0" * 64,
        notice=Notice.objects.current(institution),
        sealed_answers="x",
        secret_hash="x",
        expires_at=timezone.now() + timedelta(days=9),
    )


def main() -> None:
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.db import connection, transaction

    from network.models import Institution
    from privacy.guard import public

    settings.ALLOWED_HOSTS = ["*"]
    public.TRIES_AN_HOUR = 10**6
    institution = Institution.objects.select_related("site").exclude(home_key=None).order_by("path")[1]
    with transaction.atomic():
        doors = _own_rows(institution, User.objects.order_by("pk").first()) | _rights(institution)
        transaction.set_rollback(True)
    good = all(
        1 / MOST_RATIO <= door["ratio"] <= MOST_RATIO and abs(door["told"] - 0.5) <= MOST_TOLD
        for door in doors.values()
    )
    print(json.dumps({"database": connection.vendor, "doors": doors, "goals_met": good}))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
