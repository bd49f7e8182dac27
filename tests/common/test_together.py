"""Calls of several threads, answered by one of them; nobody is forgotten, whatever goes wrong."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from common.together import Together

WAIT = 20


class Counter:
    """Doubles what is asked, and waits within an act until it may go on."""

    def __init__(self, most: int = 10) -> None:
        self.together: Together[int, int] = Together(self.act, most=most)
        self.acts: list[list[int]] = []
        self.faults: dict[int, Exception] = {}
        self.goes_on = threading.Event()
        self.has_begun = threading.Event()

    def act(self, asked):
        self.acts.append(list(asked))
        self.has_begun.set()
        assert self.goes_on.wait(WAIT)
        for each in asked:
            if each in self.faults:
                raise self.faults[each]
        return [each * 2 for each in asked]

    def ask(self, pool: ThreadPoolExecutor, numbers: range) -> list[Future]:
        """One after the other: each stands in the queue before the next comes."""
        futures = []
        for number in numbers:
            before = len(self.together._queue)
            futures.append(pool.submit(self.together.ask, number))
            wait_until(lambda before=before: len(self.together._queue) > before)
        return futures

    def with_one_acting(self, pool: ThreadPoolExecutor) -> Future:
        first = pool.submit(self.together.ask, 0)
        assert self.has_begun.wait(WAIT)
        return first


def wait_until(is_so) -> None:
    for _each in range(WAIT * 1000):
        if is_so():
            return
        threading.Event().wait(0.001)
    raise AssertionError("It never came to be.")


@pytest.fixture
def pool():
    with ThreadPoolExecutor(20) as pool:
        yield pool


def test_whoever_is_alone_acts_at_once(pool):
    counter = Counter()
    counter.goes_on.set()
    assert [counter.together.ask(number) for number in range(3)] == [0, 2, 4]
    assert counter.acts == [[0], [1], [2]]


def test_those_who_come_meanwhile_are_answered_by_one_of_them_in_their_order(pool):
    counter = Counter()
    first = counter.with_one_acting(pool)
    others = counter.ask(pool, range(1, 6))
    counter.goes_on.set()
    assert [future.result(WAIT) for future in (first, *others)] == [0, 2, 4, 6, 8, 10]
    assert counter.acts == [[0], [1, 2, 3, 4, 5]]


def test_so_many_at_once_and_no_more(pool):
    counter = Counter(most=2)
    counter.with_one_acting(pool)
    others = counter.ask(pool, range(1, 6))
    counter.goes_on.set()
    assert [future.result(WAIT) for future in others] == [2, 4, 6, 8, 10]
    assert counter.acts == [[0], [1, 2], [3, 4], [5]]


def test_a_fault_is_told_to_those_whom_it_met_and_to_nobody_else(pool):
    counter = Counter(most=2)
    counter.faults = {0: ValueError("none"), 2: KeyError("two")}
    first = counter.with_one_acting(pool)
    others = counter.ask(pool, range(1, 5))
    counter.goes_on.set()
    with pytest.raises(ValueError, match="none"):
        first.result(WAIT)
    for future in others[:2]:
        with pytest.raises(KeyError, match="two"):
            future.result(WAIT)
    assert [future.result(WAIT) for future in others[2:]] == [6, 8]
    assert counter.together.ask(7) == 14


def test_too_few_answers_are_a_fault(pool):
    release, begun = threading.Event(), threading.Event()

    def act(asked):
        begun.set()
        assert release.wait(WAIT)
        return [1]

    together = Together(act, most=5)
    first = pool.submit(together.ask, 0)
    assert begun.wait(WAIT)
    others = [pool.submit(together.ask, number) for number in (1, 2)]
    wait_until(lambda: len(together._queue) == 2)
    release.set()
    assert first.result(WAIT) == 1
    for future in others:
        with pytest.raises(ValueError, match="zip"):
            future.result(WAIT)


def test_many_threads_lose_nothing():
    together = Together(lambda asked: [each + 1 for each in asked], most=7)
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(together.ask, range(5000))) == list(range(1, 5001))
