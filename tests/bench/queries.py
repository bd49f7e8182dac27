"""SQL statements and processor time of one cold page, in this process, without a server.

`python -m tests.bench.queries` prints one JSON object: name of the page → {"queries", "cpu_ms"}.
"""

from __future__ import annotations

import json
import os
import statistics
import time

import django

ROUNDS = 40


def main() -> dict[str, dict[str, float]]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    os.environ["EDUSITE_PAGE_CACHE_SECONDS"] = "0"
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.bench.addresses import addresses

    client = Client()
    found = {}
    for name, (host, path) in addresses().items():
        headers = {"HTTP_HOST": host, "HTTP_ACCEPT_ENCODING": "identity"}
        for _warm in range(3):
            response = client.get(path, **headers)
        if response.status_code != 200:
            raise SystemExit(f"{name}: {host}{path} answered {response.status_code}")
        with CaptureQueriesContext(connection) as queries:
            client.get(path, **headers)
        # Counted at once: the next request empties the log.
        statements = len(queries)
        times = []
        for _round in range(ROUNDS):
            started = time.process_time()
            client.get(path, **headers)
            times.append(time.process_time() - started)
        found[name] = {
            "queries": statements,
            "cpu_ms": round(statistics.median(times) * 1000, 1),
            "bytes": len(response.content),
        }
    return found


if __name__ == "__main__":
    print(json.dumps(main()))
