"""Commands of a test run: one that is waited for, and some that run one after another beside the tests."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN_SECONDS = 40 * 60
GRACE_SECONDS = 45


def environment_of(own: dict[str, str]) -> dict[str, str]:
    """This process's environment and what a command has of its own."""
    # Dozens of processes read the same sources: where bytecode may not be kept, each would compile them anew.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **own}


def call(command: Sequence[str], environment: dict[str, str], seconds: int = RUN_SECONDS) -> int:
    """Exit code of `command`; after `seconds` it is asked to end, then ended, which is a failure."""
    child = subprocess.Popen(command, cwd=ROOT, env=environment_of(environment), stdin=subprocess.DEVNULL)
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        print(f"edusite: not finished after {seconds} s, stopped", flush=True)
        child.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.wait(GRACE_SECONDS) or 1
        return -signal.SIGKILL
    finally:
        _end(child)


def _end(child: subprocess.Popen) -> None:
    if child.poll() is None:
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(GRACE_SECONDS)
    if child.poll() is None:
        child.kill()
        child.wait()


class Beside:
    """Commands that run one after another beside what is waited for; `end` stops the one that runs and forgets the others.

    What they print goes to `log`.
    """

    def __init__(self, log: Path) -> None:
        self.log = log
        self._pool = ThreadPoolExecutor(1)
        self._lock = threading.Lock()
        self._child: subprocess.Popen | None = None
        self._ended = False

    def submit(self, work: Callable[[], int]) -> "Future[int]":
        return self._pool.submit(work)

    def call(self, command: Sequence[str], environment: dict[str, str], seconds: int = RUN_SECONDS) -> int:
        """Exit code of `command`, for work that was submitted; what does not end in `seconds` is ended and has failed."""
        started = time.monotonic()
        with self.log.open("ab") as output:
            with self._lock:
                if self._ended:
                    return -signal.SIGTERM
                self._child = subprocess.Popen(
                    command,
                    cwd=ROOT,
                    env=environment_of(environment),
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )
            try:
                code = self._child.wait(seconds)
            except subprocess.TimeoutExpired:
                _end(self._child)
                code = self._child.returncode or 1
            output.write(f"   {time.monotonic() - started:.0f} s, ended with {code}\n".encode())
        return code

    def show(self) -> None:
        """Print what has been printed since the last time."""
        if self.log.exists():
            sys.stdout.write(self.log.read_text(errors="replace"))
            sys.stdout.flush()
            self.log.write_bytes(b"")

    def end(self) -> None:
        with self._lock:
            self._ended = True
            child = self._child
        self._pool.shutdown(wait=False, cancel_futures=True)
        if child is not None:
            _end(child)
        self._pool.shutdown(wait=True)
