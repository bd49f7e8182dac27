"""Servers of the tests end with the process that started them, however it ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.tied import ROOT

SECONDS = 30
SERVER = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(os.getpid(), child.pid, file=open({file!r}, "w"), flush=True)
time.sleep(600)
"""
STARTER = """
import sys, time
from tests.support.tied import tied
tied([sys.executable, "-c", {server!r}])
time.sleep(600)
"""


def runs(pid: int) -> bool:
    """A process whose end nobody has asked for yet has ended all the same."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def awaited(condition) -> bool:
    until = time.monotonic() + SECONDS
    while not (found := condition()) and time.monotonic() < until:
        time.sleep(0.1)
    return bool(found)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_and_its_children_end_with_the_process_that_started_it(
    number: signal.Signals, tmp_path: Path
) -> None:
    file = tmp_path / "pids"
    server = SERVER.format(file=str(file))
    starter = subprocess.Popen([sys.executable, "-c", STARTER.format(server=server)], cwd=ROOT)
    try:
        assert awaited(lambda: file.exists() and len(file.read_text().split()) == 2)
        pids = [int(pid) for pid in file.read_text().split()]
        assert all(runs(pid) for pid in pids)
        starter.send_signal(number)
        starter.wait(SECONDS)
        assert awaited(lambda: not any(runs(pid) for pid in pids)), "left behind"
    finally:
        starter.kill()


def test_the_code_of_a_command_that_ends_by_itself_is_handed_on() -> None:
    command = [sys.executable, "-m", "tests.support.tied", sys.executable, "-c", "raise SystemExit(7)"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, start_new_session=True) as process:
        assert process.wait(SECONDS) == 7
