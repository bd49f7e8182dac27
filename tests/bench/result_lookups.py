"""Look-ups of results under load: wrk sends forms by 64 connections to the very server that the demonstration runs.

Four kinds are measured in turn, in short rounds, with all servers up from first to last, so that whatever else the machine does
meets all of them: a bare Django view that answers a constant (no middleware, what all pages are held against); the same view
behind every middleware of this installation, not stored by any; hits; misses. What counts is the median of the rounds.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import installed
from tests.bench.serving import Figure, _percentile, every_worker, gunicorn, measure

CONNECTIONS, ROUNDS = 64, 7
SCRIPT = """
local turn = {start}
request = function()
  turn = turn + 1
  local n = ({first} + (turn * 7919) % {rows})
  local body = string.format("number=%08d&birth=%02d%%2F%02d%%2F%d&code=%08X", n{shift}, n % 28 + 1, n % 12 + 1, 2007 + n % 2,
    (n * 2654435761) % 4294967296)
  return wrk.format("POST", "{path}", {{
    ["Host"] = "{host}", ["Origin"] = "http://{host}", ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Accept-Encoding"] = "gzip, br"
  }}, body)
end
"""
"""Numbers, dates and codes as ``tests.bench.results`` writes them."""
SHIFTS = {"hit": "", "miss": " + 50000000"}
ENVIRONMENT = {"EDUSITE_LOOKUP_MISSES_NETWORK": "1000000000", "EDUSITE_LOOKUP_MISSES_NUMBER": "1000000000"}
"""One machine stands for a province: its tries are counted like any other, and never too many."""


def wrk(port: int, script: Path, seconds: int) -> Figure:
    command = ["wrk", "-t1", "--latency", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script)]
    text = subprocess.run(
        [*command, f"http://127.0.0.1:{port}/"], capture_output=True, text=True, check=True
    ).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    return Figure(rate, _percentile(text, 50), _percentile(text, 99), int(failed[1]) if failed else 0)


def answered(
    *, host: str, path: str, first: int, rows: int, seconds: int = 2, rounds: int = ROUNDS
) -> dict[str, Any]:
    """Medians of requests a second and milliseconds of each kind; `ratio` and `ratio_installed`: the median, over the rounds, of
    the slower of hit and miss against the bare view and against the view behind the middleware."""
    with (
        tempfile.TemporaryDirectory() as folder,
        gunicorn("tests.bench.constant:application", {}) as bare,
        gunicorn("tests.bench.installed:application", ENVIRONMENT) as served,
    ):

        def asked(kind: str, turn: int, seconds: int) -> Figure:
            script = Path(folder, f"{kind}.lua")
            values = {"first": first, "rows": rows, "host": host, "path": path, "start": turn * 20_000}
            script.write_text(SCRIPT.format(shift=SHIFTS[kind], **values))
            return wrk(served, script, seconds)

        def constant(port: int, address: str, name: str, seconds: int) -> Figure:
            return measure(port, address, name, seconds, CONNECTIONS)

        kinds: dict[str, Callable[[int, int], Figure]] = {
            "constant": lambda turn, seconds: constant(bare, "/", "localhost", seconds),
            "installed": lambda turn, seconds: constant(served, f"/{installed.PATH}", host, seconds),
            "hit": lambda turn, seconds: asked("hit", turn, seconds),
            "miss": lambda turn, seconds: asked("miss", turn, seconds),
        }
        every_worker(bare, "localhost", "/process/")
        every_worker(served, host, f"/{installed.PROCESS_PATH}")
        for act in kinds.values():
            act(0, 2)
        found: dict[str, list[Figure]] = {kind: [] for kind in kinds}
        for turn in range(1, rounds + 1):
            for kind, act in kinds.items():
                found[kind].append(act(turn, seconds))
    failed = sum(figure.failed for figures in found.values() for figure in figures)
    if failed:
        raise SystemExit(f"{failed} requests were not answered.")
    return summary(found)


def summary(found: dict[str, list[Figure]]) -> dict[str, Any]:
    kinds = {
        kind: {
            "rate": round(median(figure.rate for figure in figures)),
            "lowest": round(min(figure.rate for figure in figures)),
            "highest": round(max(figure.rate for figure in figures)),
            "p50": round(median(figure.p50 for figure in figures), 1),
            "p99": round(median(figure.p99 for figure in figures), 1),
        }
        for kind, figures in found.items()
    }
    return kinds | {
        "rounds": len(found["hit"]),
        "ratio": _ratio(found, "constant"),
        "ratio_installed": _ratio(found, "installed"),
    }


def _ratio(found: dict[str, list[Figure]], against: str) -> float:
    turns = zip(found[against], found["hit"], found["miss"], strict=True)
    return round(median(min(hit.rate, miss.rate) / base.rate for base, hit, miss in turns), 2)
