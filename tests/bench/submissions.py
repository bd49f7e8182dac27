"""Applications a second: ``python -m tests.bench.submissions [applications] [whole journeys]`` on the database of the
environment, which holds the demonstration or any institution. Prints JSON.

Each application carries two files. Measured at 64 connections, served as the demonstration is, in one run: the sending step
beside a bare view that writes one row; what the worker then files a second; the whole journey, from the first page to the
receipt. Every acknowledged application is counted afterwards: none may be lost, none there twice. What it made it takes back.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

FORM = "feedback"
CONNECTIONS, SECONDS, FILE_BYTES = 64, 4, 40_000
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


def target():
    """An institution whose form is on its site, that page, and the kind of the form."""
    from feedback.models import FeedbackPage
    from network.models import Institution
    from network.selectors import home_pages

    for institution in Institution.objects.select_related("site").exclude(home_key=None):
        if page := FeedbackPage.objects.descendant_of(home_pages(institution)[0]).live().first():
            return institution, page
    raise SystemExit("No site has its form.")


class Journey:
    """A person without script who fills the form in, over HTTP."""

    def __init__(self, port: int, host: str, path: str):
        import requests

        self.session, self.host = requests.Session(), host
        self.url = f"http://127.0.0.1:{port}{path}"
        self.html = ""

    def open(self) -> None:
        self._take(self.session.get(self.url, headers={"Host": self.host}, timeout=60))

    def send(self, entered: dict, files: dict | None = None) -> None:
        form = re.search(r'<form class="form.*?</form>', self.html, re.S)
        if form is None:
            raise SystemExit(f"No form on the page: {self.html[:300]}")
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(0))
        data = {name: unescape(value) for name, value in hidden} | entered
        # The cookie is for https or another host name: it is sent by hand.
        headers = {
            "Host": self.host,
            "Cookie": "; ".join(f"{c.name}={c.value}" for c in self.session.cookies),
        }
        self._take(self.session.post(self.url, data=data, files=files, headers=headers, timeout=120))

    def _take(self, response) -> None:
        if response.status_code != 200:
            raise SystemExit(f"{response.status_code}: {response.text[:300]}")
        self.html = response.text

    def shares(self) -> dict[str, str]:
        return dict.fromkeys(re.findall(r'name="(share-\d+)"', self.html), "no")


def answers(number: int) -> dict[str, str]:
    return {
        "kind": "request",
        "subject": f"Hồ sơ số {number}",
        "message": "Đơn dự tuyển " * 40,
        "name": "Trần Văn An",
    }


def whole(port: int, host: str, path: str, number: int, pdf: bytes) -> None:
    """From the first page to the receipt."""
    person = Journey(port, host, path)
    person.open()
    files = {name: (f"{name}.pdf", pdf, "application/pdf") for name in ("attachment", "evidence")}
    person.send(answers(number), files)
    person.send({})
    person.send({"consent-handle": "on"})
    if shares := person.shares():
        person.send(shares)
    if "receipt__code" not in person.html:
        raise SystemExit("No receipt was shown.")


def made_ready(institution, page, count: int, pdf: bytes) -> list[tuple[str, str]]:
    """Drafts with two files each that wait for their last step: token and what the page carries along."""
    from django.contrib.auth.models import AnonymousUser
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import RequestFactory
    from django.utils import translation

    from privacy.journey import FormJourney
    from privacy.services import draft_save, file_store
    from privacy.services.files import answer_of
    from privacy.services.sent import form_ready
    from privacy.uploads.checks import check_upload

    request = RequestFactory().get("/", headers={"host": institution.site.hostname})
    request.user = AnonymousUser()
    upload = check_upload(SimpleUploadedFile("a.pdf", pdf), kinds=("pdf",))
    found = []
    with translation.override("vi"):
        journey = FormJourney(page, request)
        consent = journey.consent_form(
            {"shown": journey.consent_form().fingerprint(), "consent-handle": "on"}
        )
        if not consent.is_valid():
            raise SystemExit(str(consent.errors))
        decided = {"shown": consent.fingerprint(), "decisions": consent.decisions()}
        journey.data = {"answers": answers(0), "consents": decided}
        last = journey.sharing_form() if journey.recipients else consent
        choices = {f"share-{r.pk}": "no" for r in journey.recipients} or {"consent-handle": "on"}
        choices |= {"step": journey.last_step, "shown": last.fingerprint()}
        name = journey.ready_name()
        asked = [field for form in journey.question_types for field in form.base_fields]
        content = {
            "snapshot": journey.snapshot(),
            "consents": decided["decisions"] if journey.recipients else None,
            "notice": journey.notice.pk,
            "purposes": [p.pk for p in journey.purposes],
            "recipients": [r.pk for r in journey.recipients],
        }
        for number in range(count):
            data = {"answers": dict.fromkeys(asked, "") | answers(number), "consents": decided}
            draft, token = draft_save(page=page, institution=institution, step="consent", data=data)
            for field in ("attachment", "evidence"):
                row = file_store(draft=draft, field=field, upload=upload)
                data["answers"][field] = answer_of(row, upload)
            draft_save(page=page, institution=institution, step="consent", data=data, draft=draft)
            form_ready(draft=draft, ready=name, content=content | {"answers": data["answers"]})
            found.append((token, urlencode({"draft": token} | choices)))
    return found


CSRF = "x" * 32


def run_wrk(port: int, bodies: list[str], host: str, path: str, seconds: int) -> dict[str, float]:
    """Requests a second and milliseconds at 64 connections; each body is sent once."""
    import subprocess

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


def one_row(seconds: int) -> dict[str, float]:
    import subprocess

    from tests.bench.serving import fetch, gunicorn

    make = [sys.executable, "-c", "from tests.bench import one_row as o; o.table_make()"]
    drop = [sys.executable, "-c", "from tests.bench import one_row as o; o.table_drop()"]
    subprocess.run(make, check=True)
    try:
        with gunicorn("tests.bench.one_row:application", {}) as port:
            fetch(port, "localhost", "/")
            return run_wrk(port, [f"text={'x' * 300}"] * 30_000, "localhost", "/", seconds)
    finally:
        subprocess.run(drop, check=True)


def sending(institution, page, path: str, count: int, pdf: bytes, seconds: int) -> dict[str, float]:
    """The last step of applications that are ready."""
    from privacy.models import SentForm
    from tests.bench.serving import gunicorn

    host = institution.site.hostname
    prepared = made_ready(institution, page, count + 64, pdf)
    bodies = [f"{body}&csrfmiddlewaretoken={CSRF}" for _token, body in prepared]
    with gunicorn("tests.bench.rushed:application", {}) as port:
        # Both processes have seen one before the rush begins.
        for body in bodies[:64]:
            send_one(port, host, path, body)
        before = SentForm.objects.count()
        found = run_wrk(port, bodies[64:], host, path, seconds)
    found["acknowledged"] = SentForm.objects.count() - before
    if found["acknowledged"] >= count:
        raise SystemExit("Too few applications were made ready for this machine.")
    return found


def send_one(port: int, host: str, path: str, body: str) -> None:
    import urllib.request

    headers = {"Host": host, "Cookie": f"csrftoken={CSRF}"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body.encode(), headers)
    urllib.request.urlopen(request, timeout=120).read()


def filing(seconds: float = 20) -> dict[str, float]:
    """What one worker files a second, and whether all of it is there once."""
    from privacy.models import SentForm, Submission, SubmissionFile
    from privacy.services.sent import forms_file

    began = time.perf_counter()
    filed = forms_file(seconds=seconds)
    spent = time.perf_counter() - began
    forms_file(seconds=600)
    hashes = SentForm.objects.values_list("token_hash", flat=True)
    kept = Submission.objects.filter(draft_hash__in=list(hashes))
    files = SubmissionFile.objects.filter(submission__in=kept).count()
    return {
        "filed_a_second": round(filed / spent, 1),
        "acknowledged": len(hashes),
        "submissions": kept.count(),
        "files": files,
        "not_filed": SentForm.objects.filter(filed_at=None).count(),
    }


def journeys(institution, path: str, count: int, pdf: bytes) -> dict[str, float]:
    """Whole journeys of 64 people at once."""
    from tests.bench.serving import gunicorn

    host, spent, faults = institution.site.hostname, [], Counter()
    numbers = iter(range(count))
    lock = threading.Lock()

    def work(port: int) -> None:
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            began = time.perf_counter()
            try:
                whole(port, host, path, number, pdf)
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
        "a_second": round((count - faults.total()) / seconds, 1),
        "p50_ms": round(1000 * spent[len(spent) // 2]),
        "p99_ms": round(1000 * spent[len(spent) * 99 // 100]),
        "failed": faults.total(),
        "faults": list(faults),
    }


def pdf_of(size: int) -> bytes:
    import io

    import pikepdf

    book, stream = pikepdf.new(), io.BytesIO()
    book.add_blank_page()
    book.docinfo["/Title"] = os.urandom(size // 2).hex()
    book.save(stream)
    return stream.getvalue()


def take_back(institution) -> None:
    from privacy.models import FormDraft, SentForm
    from privacy.services.files import file_delete

    SentForm.objects.filter(form=FORM).delete()
    for draft in FormDraft.objects.filter(institution=institution, sent=None):
        file_delete(files=draft.files.all())
        draft.delete()


def main(applications: int = 6000, people: int = 192) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    os.environ["EDUSITE_PAGE_CACHE_SECONDS"] = "600"
    django.setup()
    from django.db import connection

    from tests.bench.rushed import rush

    rush()
    institution, page = target()
    path, pdf = page.relative_url(institution.site), pdf_of(FILE_BYTES)
    rows = one_row(SECONDS)
    sent = sending(institution, page, path, applications, pdf, SECONDS)
    filed = filing()
    result = {
        "database": connection.vendor,
        "one_row": rows,
        "sending": sent,
        "ratio": round(sent["a_second"] / rows["a_second"], 3),
        "filing": filed,
    }
    if people:
        result["whole"] = journeys(institution, path, people, pdf)
    print(json.dumps(result))
    take_back(institution)
    is_whole = filed["acknowledged"] == filed["submissions"] == filed["files"] / 2 and not filed["not_filed"]
    if not is_whole or sent["acknowledged"] > sent["answers"] + CONNECTIONS:
        raise SystemExit("Something that was acknowledged is lost, or there twice.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
