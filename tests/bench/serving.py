"""Requests a second and latency, with wrk, of everything that is compared, on loopback and in one run."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy" / "gunicorn.conf.py"
WRK = ("wrk", "-t1", "--latency")
NGINX = """
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; default_type text/html;
  server {{ listen 127.0.0.1:{port}; root {folder}/www; }}
}}
"""


@dataclass(frozen=True)
class Figure:
    """Requests a second; milliseconds."""

    rate: float
    p50: float
    p99: float
    failed: int


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def gunicorn(application: str, environment: dict[str, str]) -> Iterator[int]:
    """Two workers, as an installation on this machine runs them."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", application, "--config", str(CONFIGURATION)),
        *("--bind", f"127.0.0.1:{port}", "--workers", "2", "--log-level", "error"),
    ]
    process = subprocess.Popen(command, env=os.environ | environment, start_new_session=True)
    try:
        wait_for(port)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


@contextmanager
def nginx(body: bytes) -> Iterator[int]:
    """A static file of the size of a home page."""
    port, folder = free_port(), Path(tempfile.mkdtemp(prefix="edusite-bench-"))
    (folder / "www").mkdir()
    (folder / "www" / "index.html").write_bytes(body)
    for path in (folder, folder / "www"):
        path.chmod(0o755)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
    process = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(port: int, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"Nothing listens on port {port}.")


def every_worker(port: int, host: str, path: str, workers: int = 2, seconds: float = 120) -> None:
    """Wait until all processes of a server answer; `path` answers which one did. A half of a server is measured otherwise: the
    application takes long to load, and one process may be ready well before the other."""
    deadline, seen = time.monotonic() + seconds, set()
    while len(seen) < workers:
        if time.monotonic() > deadline:
            raise SystemExit(f"Only {len(seen)} of {workers} processes answer on port {port}.")
        seen.add(fetch(port, host, path))


def fetch(port: int, host: str, path: str) -> bytes:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def measure(
    port: int, path: str = "/", host: str = "localhost", seconds: int = 6, connections: int = 16
) -> Figure:
    """One run of wrk, bounded in time; a browser's Accept-Encoding."""
    command = [
        *WRK,
        f"-c{connections}",
        f"-d{seconds}s",
        "-H",
        f"Host: {host}",
        "-H",
        "Accept-Encoding: gzip, br",
    ]
    text = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True
    ).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    return Figure(rate, _percentile(text, 50), _percentile(text, 99), int(failed[1]) if failed else 0)


def _percentile(text: str, share: int) -> float:
    value, unit = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
