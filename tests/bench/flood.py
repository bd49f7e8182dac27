"""A flood against one form: ``python -m tests.bench.flood [messages]`` on the database of the environment, which holds the
demonstration. Each message goes through the whole journey, twenty from one network at most; every fifth has links. Prints as
JSON how much was stored, how much the board sees, how many answers were calm, and what a reader's page took meanwhile. What
it made it takes back."""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from html import unescape


def _send(path: str, host: str, number: int) -> int:
    """One message through all steps; answers the status of the last answer."""
    from django.test import Client

    client = Client(headers={"host": host}, REMOTE_ADDR=f"203.0.{number // 20 % 250}.{number // 5000}")
    response = client.get(path)
    spam = "http://a.example http://b.example http://c.example"
    message = spam if number % 5 == 0 else f"Nội dung {number}"
    entered = {"kind": "remark", "subject": f"Tin số {number}", "message": message}
    for step in (entered, {}, {"consent-handle": "on"}, {}):
        if response.status_code != 200:
            return response.status_code
        form = re.search(r'<form class="form.*?</form>', response.content.decode(), re.S)
        if form is None:
            return response.status_code
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(0))
        shares = dict.fromkeys(re.findall(r'name="(share-\d+)"', form.group(0)), "no")
        response = client.post(path, {name: unescape(value) for name, value in hidden} | step | shares)
    return response.status_code


def _target():
    """An institution whose feedback form is on its site, and that page."""
    from feedback.models import FeedbackPage
    from network.models import Institution
    from network.selectors import home_pages

    for institution in Institution.objects.select_related("site").exclude(home_key=None):
        if page := FeedbackPage.objects.descendant_of(home_pages(institution)[0]).live().first():
            return institution, page
    raise SystemExit("No site has its feedback form.")


def _figures(institution, page) -> dict[str, int]:
    from feedback.models import FeedbackCase
    from network.models import Letter
    from privacy.models import FloodBreak

    mine = FeedbackCase.objects.filter(submission__institution=institution)
    return {
        "seen_by_the_board": mine.filter(suspicion="", submission__page=page).count(),
        "kept_apart": mine.exclude(suspicion="").count(),
        "breaks": FloodBreak.objects.filter(institution=institution).count(),
        "letters_about_the_flood": Letter.objects.filter(kind="feedback.flood").count(),
    }


def main(messages: int = 400) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    from privacy import registry, throttle
    from privacy.forms import machines
    from privacy.models import Submission

    settings.ALLOWED_HOSTS = ["*"]
    machines.MIN_SECONDS = 0
    institution, page = _target()
    path, host = page.relative_url(institution.site), institution.site.hostname
    limit = registry.form_kind("feedback").most_an_hour or settings.EDUSITE_FORM_FLOOD_AN_HOUR
    answers: Counter[int] = Counter()
    reader, readers = Client(headers={"host": host}), []
    with transaction.atomic():
        before = Submission.objects.count()
        began = time.perf_counter()
        for number in range(messages):
            answers[_send(path, host, number)] += 1
            if number % 10 == 0:
                start = time.perf_counter()
                reader.get("/")
                readers.append(time.perf_counter() - start)
        seconds = time.perf_counter() - began
        stored = Submission.objects.count() - before
        figures = _figures(institution, page)
        transaction.set_rollback(True)
    result = {
        "messages": messages,
        "limit": limit,
        "stored": stored,
        "answers": answers,
        "reader_ms_median": round(1000 * sorted(readers)[len(readers) // 2], 1),
        "messages_a_second": round(messages / seconds, 1),
        "network_limit": throttle.SUBMISSIONS_AN_HOUR,
    }
    print(json.dumps(result | figures))
    if stored > limit:
        raise SystemExit("More reached the institution than the limit.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
