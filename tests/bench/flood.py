"""A flood against one form: ``python -m tests.bench.flood [messages]`` on the database of the environment, which holds the
demonstration. Each message goes through the whole journey, twenty from one network at most; every fifth has links. Prints as
JSON how much was stored, how much the board sees, how many answers were calm, and what a reader's page took meanwhile. What
it made it takes back."""

from __future__ import annotations

import json
import re
import sys
import time
from html import unescape


def main(messages: int = 400) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    from feedback.models import FeedbackCase, FeedbackPage
    from network.models import Institution, Letter
    from network.selectors import home_pages
    from privacy import registry, throttle
    from privacy.forms import machines
    from privacy.models import FloodBreak, Submission

    settings.ALLOWED_HOSTS = ["*"]
    machines.MIN_SECONDS = 0
    institution = next(
        i
        for i in Institution.objects.select_related("site").exclude(home_key=None)
        if FeedbackPage.objects.descendant_of(home_pages(i)[0]).live().exists()
    )
    page = FeedbackPage.objects.descendant_of(home_pages(institution)[0]).live().first()
    path, host = page.relative_url(institution.site), institution.site.hostname
    limit = registry.form_kind("feedback").most_an_hour or settings.EDUSITE_FORM_FLOOD_AN_HOUR
    answers: dict[int, int] = {}
    reader, readers = Client(headers={"host": host}), []

    def send(number: int) -> int:
        client = Client(headers={"host": host}, REMOTE_ADDR=f"203.0.{number // 20 % 250}.{number // 5000}")
        response = client.get(path)
        entered = {
            "kind": "remark",
            "subject": f"Tin số {number}",
            "message": "http://a.example http://b.example http://c.example"
            if number % 5 == 0
            else f"Nội dung {number}",
        }
        for step in (entered, {}, {"consent-handle": "on"}, {}):
            if response.status_code != 200:
                return response.status_code
            html = response.content.decode()
            form = re.search(r'<form class="form.*?</form>', html, re.S)
            if form is None:
                return response.status_code
            hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(0))
            shares = dict.fromkeys(re.findall(r'name="(share-\d+)"', form.group(0)), "no")
            data = {name: unescape(value) for name, value in hidden} | step | shares
            response = client.post(path, data)
        return response.status_code

    with transaction.atomic():
        before = Submission.objects.count()
        began = time.perf_counter()
        for number in range(messages):
            status = send(number)
            answers[status] = answers.get(status, 0) + 1
            if number % 10 == 0:
                start = time.perf_counter()
                reader.get("/")
                readers.append(time.perf_counter() - start)
        seconds = time.perf_counter() - began
        mine = FeedbackCase.objects.filter(submission__institution=institution)
        result = {
            "messages": messages,
            "limit": limit,
            "stored": Submission.objects.count() - before,
            "seen_by_the_board": mine.filter(suspicion="", submission__page=page).count(),
            "kept_apart": mine.exclude(suspicion="").count(),
            "answers": answers,
            "breaks": FloodBreak.objects.filter(institution=institution).count(),
            "letters_about_the_flood": Letter.objects.filter(kind="feedback.flood").count(),
            "reader_ms_median": round(1000 * sorted(readers)[len(readers) // 2], 1),
            "messages_a_second": round(messages / seconds, 1),
            "network_limit": throttle.SUBMISSIONS_AN_HOUR,
        }
        transaction.set_rollback(True)
    print(json.dumps(result))
    if result["stored"] > limit:
        raise SystemExit("More reached the institution than the limit.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
