"""What the screens of the admin cost a person: statements, processor time and time of one request, in this process.

`python -m tests.bench.admin` prints one JSON object: screen → {"queries", "cpu_ms", "ms", "bytes"}. Needs what
``tests.bench.members`` makes.
"""

from __future__ import annotations

import json
import os
import statistics
import time

import django

ROUNDS = 15


def screens() -> list[tuple[str, str, str]]:
    """Name, user name and address of each screen."""
    from django.urls import reverse

    from network.models import Institution
    from sections.models import ArticlePage, NewsIndexPage
    from tests.factories import section_of

    department, school = Institution.objects.order_by("path")[:2]
    news = section_of(school, NewsIndexPage)
    waiting = ArticlePage.objects.child_of(news).filter(title__startswith="Bài chờ").get()
    chief, editor, author = (f"{school.code.lower()}.{who}" for who in ("chief3", "editor1", "author0"))
    above = f"{department.code.lower()}.chief3"
    return [
        ("desk, author", author, reverse("wagtailadmin_home")),
        ("desk, editor", editor, reverse("wagtailadmin_home")),
        ("desk, chief editor", chief, reverse("wagtailadmin_home")),
        ("desk, authority", above, reverse("wagtailadmin_home")),
        ("explorer", chief, reverse("wagtailadmin_explore", args=[news.pk])),
        ("page editor", editor, reverse("wagtailadmin_pages:edit", args=[waiting.pk])),
        ("page chooser", chief, reverse("wagtailadmin_choose_page")),
        ("page chooser, search", chief, reverse("wagtailadmin_choose_page_search") + "?q=bài"),
        ("image chooser", chief, reverse("wagtailimages_chooser:choose")),
        ("search of pages", chief, reverse("wagtailadmin_pages:search") + "?q=bài"),
        ("people of a board", chief, reverse("editorial_people")),
        ("people, authority", above, reverse("editorial_people")),
        ("record of publications", chief, reverse("editorial_publications")),
        ("overview of the authority", above, reverse("assessment_members", args=[department.pk])),
    ]


def main() -> dict[str, dict[str, float]]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from network.models import Institution

    found = {}
    hosts = {
        i.code.lower(): i.hostname for i in Institution.objects.select_related("site").order_by("path")[:2]
    }
    for name, username, address in screens():
        client = Client(HTTP_HOST=hosts[username.partition(".")[0]])
        client.force_login(User.objects.get(username=username), backend=settings.AUTHENTICATION_BACKENDS[-1])
        for _warm in range(3):
            response = client.get(address)
        if response.status_code != 200:
            raise SystemExit(f"{name}: {address} answered {response.status_code}")
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        statements = len(queries)
        cpu, wall = [], []
        for _round in range(ROUNDS):
            started, clock = time.process_time(), time.perf_counter()
            client.get(address)
            cpu.append(time.process_time() - started)
            wall.append(time.perf_counter() - clock)
        found[name] = {
            "queries": statements,
            "cpu_ms": round(statistics.median(cpu) * 1000, 1),
            "ms": round(statistics.median(wall) * 1000, 1),
            "bytes": len(response.content),
        }
    return found


if __name__ == "__main__":
    print(json.dumps(main()))
