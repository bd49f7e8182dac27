"""Look-ups of results under load: wrk sends forms by 64 connections to the very server that the demonstration runs, hits and
misses, and to a constant Django view in the same run."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench.serving import Figure, _percentile, fetch, gunicorn, measure

CONNECTIONS = 64
SCRIPT = """
local turn = 0
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


def answered(*, host: str, path: str, first: int, rows: int, seconds: int = 6) -> dict[str, Any]:
    """Requests a second and milliseconds: constant view, hits, misses, and the constant view again; `ratio`: the slower kind
    against the better of the constant view's."""
    found: dict[str, Figure] = {}
    with gunicorn("tests.bench.constant:application", {}) as port:
        fetch(port, "localhost", "/")
        found["constant"] = measure(port, seconds=seconds, connections=CONNECTIONS)
    with tempfile.TemporaryDirectory() as folder, gunicorn("edusite.wsgi:application", ENVIRONMENT) as port:
        for _warm in range(4):
            fetch(port, host, "/robots.txt")
        for name, shift in (("hit", ""), ("miss", " + 50000000")):
            script = Path(folder, f"{name}.lua")
            script.write_text(SCRIPT.format(first=first, rows=rows, shift=shift, host=host, path=path))
            wrk(port, script, 2)
            found[name] = wrk(port, script, seconds)
            if found[name].failed:
                raise SystemExit(f"{found[name].failed} look-ups were not answered.")
    with gunicorn("tests.bench.constant:application", {}) as port:
        fetch(port, "localhost", "/")
        found["constant again"] = measure(port, seconds=seconds, connections=CONNECTIONS)
    best = max(found["constant"].rate, found["constant again"].rate)
    slow = min(found["hit"].rate, found["miss"].rate)
    return {name: asdict(figure) for name, figure in found.items()} | {"ratio": round(slow / best, 2)}
