"""The demonstration province, served for browser tests: the fixture `demo_server`.

The province is built once into a directory of its own (`EDUSITE_DATA_DIR` holds database, uploads, keys and
mail) and served by `manage.py demo --serve-only`, a process beside the tests: a browser needs a real server,
and a server in the tests' own process would need transactional tests. `make test` builds the province once
for all parts and names it in EDUSITE_DEMO_TEMPLATE; each process of the tests works on a copy and serves it itself.

Chromium resolves every name below .localhost to the loopback address by itself. Python does not, wherever the
system's resolver does not: `DemoServer.fetch` connects to 127.0.0.1 and sends the host name in the request.
"""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.tied import ROOT, tied

ARTIFACTS = ROOT / ".artifacts"
HEALTH_PATH = "/healthz"
START_SECONDS = 120
BUILD_SECONDS = 900
STOP_SECONDS = 20


class DemoServerError(Exception):
    """The province could not be built or served; the text ends with the last lines of its output."""


@dataclass(frozen=True)
class Response:
    """What a request without a browser got: `headers` has lower-case names."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class DemoServer:
    """A running demonstration: `data_dir` holds its files, `log` what the server wrote."""

    port: int
    data_dir: Path
    log: Path

    def url(self, host: str, path: str = "/") -> str:
        """Address of `path` on a member site for the browser, host `hoa-sen.localhost` for instance."""
        return f"http://{host}:{self.port}{path}"

    def fetch(self, host: str, path: str = "/", headers: dict[str, str] | None = None) -> Response:
        """GET without a browser, redirects not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request("GET", path, headers={"Host": f"{host}:{self.port}", **(headers or {})})
            answer = connection.getresponse()
            names = {name.lower(): value for name, value in answer.getheaders()}
            return Response(answer.status, names, answer.read())


def demo_environment(data_dir: Path) -> dict[str, str]:
    """Environment of the demonstration in `data_dir`, without the tests' own settings and database."""
    dropped = {"DATABASE_URL", "PYTEST_CURRENT_TEST", "PORT", "SERVE"}
    inherited = {name: value for name, value in os.environ.items() if name not in dropped}
    return {
        **inherited,
        "DJANGO_SETTINGS_MODULE": "edusite.settings.demo",
        "EDUSITE_DATA_DIR": str(data_dir),
        "PYTHONUNBUFFERED": "1",
    }


def _tail(log: Path, lines: int = 30) -> str:
    with contextlib.suppress(OSError):
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    return ""


def build_demo(data_dir: Path, log: Path) -> None:
    """Build the province into `data_dir` (idempotent)."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        result = subprocess.run(
            [sys.executable, "manage.py", "demo", "--build-only"],
            cwd=ROOT,
            env=demo_environment(data_dir),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=BUILD_SECONDS,
        )
    if result.returncode:
        raise DemoServerError(
            f"the demonstration was not built (exit code {result.returncode}):\n{_tail(log)}"
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("GET", HEALTH_PATH, headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status == 200
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and whatever it started: its process group, politely and then not. Without this, killed for instance, a
    server ends with the process of the tests (`tests.support.tied`)."""
    for stop in (process.terminate, lambda: os.killpg(process.pid, 9)):
        if process.poll() is None:
            stop()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, 9)
    process.stdin.close()


@contextlib.contextmanager
def serving_demo(data_dir: Path, log: Path) -> Iterator[DemoServer]:
    """Serve the province built in `data_dir` on a free port until the block ends."""
    port = free_port()
    with log.open("ab") as output:
        process = tied(
            [sys.executable, "manage.py", "demo", "--serve-only", "--port", str(port)],
            env={**demo_environment(data_dir), "PORT": str(port)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        limit = time.monotonic() + START_SECONDS
        while not _is_healthy(port):
            if process.poll() is not None:
                raise DemoServerError(f"the demonstration ended with {process.returncode}:\n{_tail(log)}")
            if time.monotonic() > limit:
                raise DemoServerError(f"no answer from {HEALTH_PATH} in {START_SECONDS} s:\n{_tail(log)}")
            time.sleep(0.2)
        yield DemoServer(port, data_dir, log)
    finally:
        _stop(process)


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoServer]:
    """The demonstration province on its own port, thrown away after the session."""
    directory = tmp_path_factory.mktemp("demo", numbered=True)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    data_dir, log = directory / "data", ARTIFACTS / f"demo-server{worker and '-' + worker}.log"
    ARTIFACTS.mkdir(exist_ok=True)
    log.unlink(missing_ok=True)
    template = os.environ.get("EDUSITE_DEMO_TEMPLATE")
    if template:
        shutil.copytree(template, data_dir)
    else:
        build_demo(data_dir, log)
    with serving_demo(data_dir, log) as server:
        yield server
    shutil.rmtree(directory, ignore_errors=True)
