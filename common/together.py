"""Calls of several threads at one moment, answered by one of them for all.

Worth it where ten cost little more than one: a statement that goes to the database and back.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class _Waiting:
    """A call that came while another was answered. `turn` is let go when it has its answer or its fault; before, when it is the
    one that answers for all who wait."""

    __slots__ = ("answer", "asked", "fault", "is_done", "turn")

    def __init__(self, asked: Any) -> None:
        self.asked = asked
        self.answer: Any = None
        self.fault: BaseException | None = None
        self.is_done = False
        self.turn = allocate_lock()
        self.turn.acquire()


class Together(Generic[Asked, Answer]):
    """`act` answers what several asked, in their order; `most`: so many at once.

    Whoever comes while nobody acts, acts at once; those who come meanwhile wait for the end of that, and the first of them acts
    for all of them. Nobody waits for others to come. What `act` raises is raised to each of those for whom it acted.
    """

    def __init__(self, act: Callable[[Sequence[Asked]], Sequence[Answer]], *, most: int) -> None:
        self._act, self._most = act, most
        self._door = allocate_lock()
        self._queue: deque[_Waiting] = deque()
        self._is_busy = False

    def ask(self, asked: Asked) -> Answer:
        with self._door:
            is_first, self._is_busy = not self._is_busy, True
            if not is_first:
                own = _Waiting(asked)
                self._queue.append(own)
        if is_first:
            try:
                return self._act([asked])[0]
            finally:
                self._hand_on()
        own.turn.acquire()
        if not own.is_done:
            self._act_for_those_who_wait()
        if own.fault is not None:
            raise own.fault
        return own.answer

    def _act_for_those_who_wait(self) -> None:
        with self._door:
            those = [self._queue.popleft() for _each in range(min(len(self._queue), self._most))]
        try:
            answers = self._act([each.asked for each in those])
            for each, answer in zip(those, answers, strict=True):
                each.answer = answer
        except BaseException as fault:
            for each in those:
                each.fault = fault
        for each in those:
            each.is_done = True
        # Those who wait now have theirs on its way before the answered go on.
        self._hand_on()
        for each in those:
            each.turn.release()

    def _hand_on(self) -> None:
        """To the first of those who wait."""
        with self._door:
            self._is_busy = bool(self._queue)
            following = self._queue[0] if self._queue else None
        if following is not None:
            following.turn.release()
