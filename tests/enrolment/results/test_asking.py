"""Look-ups of one moment, by one statement, are told what they would have been told one after the other."""

from __future__ import annotations

import os
import threading
from collections import Counter
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection, connections
from django.utils import timezone

from common.prepared import PreparedStatement
from enrolment.models import LookupTry, ResultRow
from enrolment.results import asking
from enrolment.results.asking import Asked, row_and_numbers
from enrolment.tries import Counted, hour_of, kept_until
from tests.enrolment.making import make_exam, make_officers, published
from tests.factories import make_institution

outside_transactions = pytest.mark.django_db(transaction=True, serialized_rollback=True)
LIMIT = 5
NUMBER, OTHER = (Counted("result:x", name, LIMIT) for name in ("00120001", "00120002"))
NETWORK, ELSEWHERE = (Counted("network", name, 60, is_busy=True) for name in ("192.0.2.0", "198.51.100.0"))
MISS = bytes(16)


@pytest.fixture
def world():
    institution = make_institution()
    version = published(make_exam(institution), *make_officers(institution))
    row = ResultRow.objects.filter(version=version).first()
    return SimpleNamespace(
        version=version, hit=row.digest.bytes, sealed=bytes(row.sealed), now=timezone.now()
    )


def one_after_the_other(world, *look_ups):
    return [
        row_and_numbers(world.version.pk, digest, number, network, world.now)
        for digest, number, network in look_ups
    ]


def at_once(world, *look_ups):
    """As ``row_and_numbers`` puts together what several threads ask. SQLite has one writer: they ask one after the other."""
    if connection.vendor != "postgresql":
        return one_after_the_other(world, *look_ups)
    hour = hour_of(world.now)
    return asking._by_one(
        [
            Asked(world.version.pk, digest, number.key(hour), network.key(hour), kept_until(hour))
            for digest, number, network in look_ups
        ]
    )


def check_one_moment(world):
    """Two numbers and two networks, hits between misses: of each counter the numbers as they stood after each try."""
    look_ups = (
        (MISS, NUMBER, NETWORK),
        (world.hit, NUMBER, NETWORK),
        (MISS, NUMBER, ELSEWHERE),
        (MISS, OTHER, NETWORK),
        (world.hit, OTHER, ELSEWHERE),
        (MISS, NUMBER, NETWORK),
    )
    sealed = world.sealed
    told = [
        (None, [1, 1]),
        (sealed, [1, 1]),
        (None, [2, 1]),
        (None, [1, 2]),
        (sealed, [1, 1]),
        (None, [3, 3]),
    ]
    assert at_once(world, *look_ups) == told
    # What was counted so is there for the next, whichever row of a network's counter they come to.
    for turn in range(1, 9):
        assert at_once(world, (MISS, NUMBER, NETWORK)) == [(None, [3 + turn, 3 + turn])]
    assert at_once(world, (world.hit, OTHER, ELSEWHERE)) == [(sealed, [1, 1])]


@pytest.mark.django_db
class TestOneMoment:
    def test_within_a_transaction(self, world):
        check_one_moment(world)

    def test_the_row_of_another_version_is_none_of_this(self, world):
        world.version = SimpleNamespace(pk=world.version.pk + 1)
        assert at_once(world, (world.hit, NUMBER, NETWORK)) == [(None, [1, 1])]

    def test_counters_end_when_the_hour_after_theirs_does(self, world):
        at_once(world, (MISS, NUMBER, NETWORK), (world.hit, OTHER, NETWORK))
        assert set(LookupTry.objects.values_list("until", flat=True)) == {kept_until(hour_of(world.now))}


@outside_transactions
class TestThreads:
    def test_outside_of_transactions(self, world):
        check_one_moment(world)

    def test_limits_hold_exactly_and_statements_are_shared(self, world, monkeypatch):
        """Threads that ask while a statement is under way are answered by one of them."""
        if connection.vendor != "postgresql":
            told = one_after_the_other(world, *[(MISS, NUMBER, NETWORK)] * 12)
            assert [numbers for _row, numbers in told] == [[turn, turn] for turn in range(1, 13)]
            return
        statements, real = [], PreparedStatement.run
        is_waiting, goes_on = threading.Event(), threading.Event()

        def run(self, own, values):
            statements.append(self.name)
            is_waiting.set()
            assert goes_on.wait(20)
            return real(self, own, values)

        monkeypatch.setattr(PreparedStatement, "run", run)
        told, threads = ask_by_threads(world, 1)
        assert is_waiting.wait(20)
        more, others = ask_by_threads(world, 11)
        wait_until(lambda: len(asking._together._queue) == 11)
        goes_on.set()
        for thread in (*threads, *others):
            thread.join(20)
        assert sorted(numbers[0] for _row, numbers in told + more) == list(range(1, 13))
        assert len(statements) == 2

    def test_a_connection_that_is_lost_is_told_to_each_and_the_next_asks_anew(self, world, monkeypatch):
        broken = [OperationalError("the connection is lost")]
        name = "_by_prepared" if connection.vendor == "postgresql" else "_by_several"
        real = getattr(asking, name)

        def once(*values):
            if broken:
                raise broken.pop()
            return real(*values)

        monkeypatch.setattr(asking, name, once)
        with pytest.raises(OperationalError):
            one_after_the_other(world, (MISS, NUMBER, NETWORK))
        assert one_after_the_other(world, (MISS, NUMBER, NETWORK)) == [(None, [1, 1])]

    def test_many_threads_are_each_told_what_they_asked(self, world):
        if connection.vendor != "postgresql":
            return
        kinds = [(world.hit, NUMBER), (os.urandom(16), OTHER)] * 20
        told: list = [None] * len(kinds)

        def ask(place: int) -> None:
            digest, number = kinds[place]
            try:
                for _turn in range(10):
                    row, _numbers = row_and_numbers(world.version.pk, digest, number, NETWORK, world.now)
                    told[place] = row
            finally:
                connections.close_all()

        threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(kinds))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert Counter(told) == {world.sealed: 20, None: 20}
        assert told[::2] == [world.sealed] * 20
        assert row_and_numbers(world.version.pk, MISS, OTHER, NETWORK, world.now)[1] == [201, 201]


def ask_by_threads(world, number: int):
    told: list = []

    def ask() -> None:
        try:
            told.extend(one_after_the_other(world, (MISS, NUMBER, NETWORK)))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask) for _each in range(number)]
    for thread in threads:
        thread.start()
    return told, threads


def wait_until(is_so) -> None:
    for _each in range(20_000):
        if is_so():
            return
        threading.Event().wait(0.001)
    raise AssertionError("It never came to be.")
