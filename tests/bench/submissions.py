"""Applications a second: ``python -m tests.bench.submissions [rounds] [whole journeys]`` on the database of the environment,
which holds an authority and a school. Prints JSON.

A campaign of admission asks for two files. Measured at 64 connections, served as the demonstration is: the last step of the form
and a bare view that writes one row, in turn, round after round, so that whatever else the machine does falls on both; what
counts is the median of the rounds. Then what the worker files a second, and whole journeys from the first page to the receipt.
Every acknowledged application is counted afterwards: none may be lost, none there twice. What is not filed in the end and the
campaign are taken back; for what was filed the database has to be one that is thrown away.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

FORM = "admission"
CONNECTIONS, SECONDS, ROUNDS = 64, 2, 7
MOST_A_ROUND = 1600
"""So many applications are made ready for each second of a round."""
FILE_BYTES, SMALL_FILE_BYTES = 40_000, 4_000
"""Of a file in a whole journey; and behind the last step, which opens none."""
CSRF = "x" * 32
LUA = """
local bodies, place = {}, 0
for line in io.lines(os.getenv("BENCH_BODIES")) do bodies[#bodies + 1] = line end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Host"] = os.getenv("BENCH_HOST")
function request()
  place = place + 1
  if place > #bodies then place = #bodies end
  return wrk.format(nil, nil, nil, bodies[place])
end
"""


def run_wrk(port: int, bodies: list[str], host: str, path: str, seconds: int) -> dict[str, float]:
    """Requests a second and milliseconds at 64 connections; each body is sent once."""
    from tests.bench.serving import _percentile

    with tempfile.TemporaryDirectory() as folder:
        script, lines = Path(folder) / "send.lua", Path(folder) / "bodies"
        script.write_text(LUA)
        lines.write_text("\n".join(bodies))
        command = ["wrk", "-t1", "--latency", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script)]
        command += ["-H", f"Cookie: csrftoken={CSRF}", f"http://127.0.0.1:{port}{path}"]
        environment = os.environ | {"BENCH_BODIES": str(lines), "BENCH_HOST": host}
        text = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    return {
        "a_second": round(float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), 1),
        "p50_ms": _percentile(text, 50),
        "p99_ms": _percentile(text, 99),
        "answers": int(re.search(r"(\d+) requests in", text)[1]),
        "failed": int(failed[1]) if failed else 0,
    }


@contextmanager
def one_row():
    """The port of the view that writes one row."""
    from tests.bench.serving import fetch, gunicorn

    make = [sys.executable, "-c", "from tests.bench import one_row as o; o.table_make()"]
    drop = [sys.executable, "-c", "from tests.bench import one_row as o; o.table_drop()"]
    subprocess.run(make, check=True)
    try:
        with gunicorn("tests.bench.one_row:application", {}) as port:
            fetch(port, "localhost", "/")
            yield port
    finally:
        subprocess.run(drop, check=True)


def in_turn(host: str, path: str, bodies: list[str], rounds: int) -> dict[str, Any]:
    """Rounds of the one view and of the other, both servers running all the time."""
    from privacy.models import SentForm
    from tests.bench.serving import gunicorn

    rows = [f"text={'x' * 300}"] * (4000 * SECONDS)
    share, parts = MOST_A_ROUND * SECONDS, {"one_row": [], "sending": []}
    with one_row() as plain, gunicorn("tests.bench.rushed:application", {}) as port:
        # Both processes have seen one before the rush begins.
        for body in bodies[:64]:
            send_one(port, host, path, body)
        run_wrk(plain, rows, "localhost", "/", 1)
        before = SentForm.objects.count()
        for number in range(rounds):
            parts["one_row"].append(run_wrk(plain, rows, "localhost", "/", SECONDS))
            mine = bodies[64 + number * share : 64 + (number + 1) * share]
            parts["sending"].append(run_wrk(port, mine, host, path, SECONDS))
            if parts["sending"][-1]["answers"] >= len(mine):
                raise SystemExit("Too few applications were made ready for this machine.")
    result: dict[str, Any] = {name: _middle(found) for name, found in parts.items()}
    result["sending"]["acknowledged"] = SentForm.objects.count() - before
    pairs = zip(parts["sending"], parts["one_row"], strict=True)
    ratios = [round(sent["a_second"] / row["a_second"], 3) for sent, row in pairs]
    return result | {"ratio": median(ratios), "ratios": sorted(ratios)}


def _middle(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Medians; of answers and failures the sums."""
    found = {
        name: round(median(each[name] for each in rounds), 1) for name in ("a_second", "p50_ms", "p99_ms")
    }
    return found | {name: sum(each[name] for each in rounds) for name in ("answers", "failed")}


def send_one(port: int, host: str, path: str, body: str) -> None:
    headers = {"Host": host, "Cookie": f"csrftoken={CSRF}"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body.encode(), headers)
    urllib.request.urlopen(request, timeout=120).read()


def filing(seconds: float = 20) -> dict[str, float]:
    """What one worker files a second, and whether all of it is there once."""
    from enrolment.models import Application
    from privacy.models import SentForm, Submission, SubmissionFile
    from privacy.services.sent import forms_file

    began = time.perf_counter()
    filed = forms_file(seconds=seconds)
    spent = time.perf_counter() - began
    while forms_file(seconds=60):
        continue
    hashes = list(SentForm.objects.values_list("token_hash", flat=True))
    kept = Submission.objects.filter(draft_hash__in=hashes)
    return {
        "filed_a_second": round(filed / spent, 1),
        "acknowledged": len(hashes),
        "submissions": kept.count(),
        "applications": Application.objects.filter(submission__in=kept).count(),
        "files": SubmissionFile.objects.filter(submission__in=kept).count(),
        "not_filed": SentForm.objects.filter(filed_at=None).count(),
    }


def journeys(host: str, path: str, people: int, given) -> dict[str, Any]:
    """Whole journeys of 64 people at once; `given()` answers for another child each time."""
    from tests.bench.applying import Journey, pdf_of
    from tests.bench.serving import gunicorn

    spent, faults, pdf = [], Counter(), pdf_of(FILE_BYTES)
    waiting, lock = list(range(people)), threading.Lock()

    def work(port: int) -> None:
        while True:
            with lock:
                if not waiting:
                    return
                waiting.pop()
                entered = given()
            began = time.perf_counter()
            try:
                Journey(port, host, path).whole(entered, pdf)
            except SystemExit as fault:
                faults[str(fault)[:80]] += 1
            spent.append(time.perf_counter() - began)

    with gunicorn("tests.bench.rushed:application", {}) as port:
        began = time.perf_counter()
        threads = [threading.Thread(target=work, args=(port,)) for _person in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.perf_counter() - began
    spent.sort()
    return {
        "a_second": round((people - faults.total()) / seconds, 1),
        "p50_ms": round(1000 * spent[len(spent) // 2]),
        "p99_ms": round(1000 * spent[len(spent) * 99 // 100]),
        "failed": faults.total(),
        "faults": list(faults),
    }


def take_back(page) -> None:
    """What nobody sent, and the pages."""
    from editorial.services.guard import system_publication
    from privacy.models import FormDraft
    from privacy.services.files import file_delete

    for draft in FormDraft.objects.filter(page_id=page.pk, sent=None):
        file_delete(files=draft.files.all())
        draft.delete()
    with system_publication(reason="bench"):
        for notice in page.notices.all():
            notice.unpublish()
        page.unpublish()


def main(rounds: int = ROUNDS, people: int = 192) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    os.environ["EDUSITE_PAGE_CACHE_SECONDS"] = "600"
    django.setup()
    from django.db import connection

    from tests.bench.applying import answers, made_ready, make_campaign, pdf_of
    from tests.bench.rushed import rush

    rush()
    institution, page, school = make_campaign()
    host, path = institution.site.hostname, f"{page.relative_url(institution.site)}ho-so/"
    numbers = count(random.randrange(800_000))
    ready = 64 + rounds * SECONDS * MOST_A_ROUND
    bodies = made_ready(institution, page, school, numbers, ready, pdf_of(SMALL_FILE_BYTES))
    bodies = [f"{body}&csrfmiddlewaretoken={CSRF}" for body in bodies]
    result = {"database": connection.vendor, "rounds": rounds, "seconds": SECONDS}
    result |= in_turn(host, path, bodies, rounds)
    filed = result["filing"] = filing()
    if people:
        result["whole"] = journeys(host, path, people, lambda: answers(next(numbers), school))
    print(json.dumps(result))
    take_back(page)
    is_whole = filed["acknowledged"] == filed["submissions"] == filed["applications"] == filed["files"] / 2
    sent = result["sending"]
    if not is_whole or filed["not_filed"] or sent["acknowledged"] > sent["answers"] + rounds * CONNECTIONS:
        raise SystemExit("Something that was acknowledged is lost, or there twice.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
