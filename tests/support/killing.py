"""A worker that is killed in the middle of its work. On PostgreSQL it is a process and dies by SIGKILL; SQLite has one writer, in
this very process, and an exception that nothing catches stands for the signal. For transactional tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from django.db import connection, connections


class KilledError(BaseException):
    """What stands for the signal where the worker is this process."""


def killed(monkeypatch: pytest.MonkeyPatch, arm: Callable[..., None], work: Callable[[], object]) -> None:
    """Carry out `work` until it comes to the blow, which `arm(monkeypatch, blow)` puts where it is to fall."""
    if connection.vendor != "postgresql":

        def blow() -> None:
            raise KilledError

        with monkeypatch.context() as patch:
            arm(patch, blow)
            with pytest.raises(KilledError):
                work()
        return
    connections.close_all()
    listening, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            arm(monkeypatch, lambda: (os.write(telling, b"x"), signal.pause()))
            work()
        finally:
            os._exit(1)
    os.close(telling)
    with os.fdopen(listening, "rb") as pipe:
        came = pipe.read(1)
    if came:
        os.kill(child, signal.SIGKILL)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert (came, ended) == (b"x", -signal.SIGKILL), "the work ended before it came to the blow"
