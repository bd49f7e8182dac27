"""Runs a command that ends with whoever started it: ``python -m tests.support.tied COMMAND…``, its input a pipe that the starter
keeps open and nobody else has.

However the starter ends, killed too, the pipe ends with it; then the command is asked to end, and after STOP_SECONDS its whole
process group is ended. The command runs in the group of this process, which leads one of its own.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOP_SECONDS = 20


def tied(command: Sequence[str], **options) -> subprocess.Popen[bytes]:
    """Start `command` so that it ends with this process; its process group is the number of what is answered."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.tied", *command],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        start_new_session=True,
        **options,
    )


def _end_with_starter(child: subprocess.Popen[bytes], orphaned: threading.Event) -> None:
    while os.read(0, 1024):
        pass
    orphaned.set()
    child.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(STOP_SECONDS)
    os.killpg(0, signal.SIGKILL)


def main(command: Sequence[str]) -> int:
    if os.getpgrp() != os.getpid():
        os.setpgrp()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    orphaned = threading.Event()
    watcher = threading.Thread(target=_end_with_starter, args=(child, orphaned), daemon=True)
    watcher.start()
    code = child.wait()
    if orphaned.is_set():
        # What the command left behind is ended by the watcher, and this process with it.
        watcher.join()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
