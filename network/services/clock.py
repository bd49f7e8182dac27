"""The threads of a worker beside its tasks: one beats, one runs the timers. A long import delays neither."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connections

from network.services.timers import timers_run_due, worker_beat, worker_end

__all__ = ["Clock"]

logger = logging.getLogger(__name__)

BEAT_SECONDS = 15.0
LOOK_SECONDS = 5.0


class Clock:
    """Started and stopped with the worker. A timer that is at work when the worker stops is given ``patience``
    seconds to finish; after that another worker takes it over."""

    def __init__(self, worker: str, *, beat: float = BEAT_SECONDS, look: float = LOOK_SECONDS) -> None:
        self.worker = worker
        self.stopping = threading.Event()
        self.threads = [
            self._thread("beat", beat, lambda: worker_beat(worker=worker)),
            self._thread("timers", look, lambda: timers_run_due(worker=worker)),
        ]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def stop(self, *, patience: float = 10.0) -> None:
        self.stopping.set()
        for thread in reversed(self.threads):
            thread.join(patience)
        if not any(thread.is_alive() for thread in self.threads):
            worker_end(worker=self.worker)

    def _thread(self, name: str, seconds: float, work: Callable[[], object]) -> threading.Thread:
        return threading.Thread(
            target=self._loop, args=(seconds, work), name=f"{self.worker}-{name}", daemon=True
        )

    def _loop(self, seconds: float, work: Callable[[], object]) -> None:
        try:
            while not self.stopping.is_set():
                close_old_connections()
                try:
                    work()
                except Exception as error:
                    # The database may be away for a while; the next turn tries again.
                    logger.error("network.clock", extra={"error": type(error).__name__})
                self.stopping.wait(seconds)
        finally:
            connections.close_all()
