"""Waiting visitors a second: ``python -m tests.bench.waiting`` on the database of the environment, which holds the demonstration
or a department with its section of examination results. Prints JSON: visits of whoever waits, and numbers given out, beside the
constant view in the same run. What it made it takes back."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import timedelta

CONNECTIONS, SECONDS = 64, 5


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    django.setup()
    from django.db import connection
    from django.utils import timezone

    from enrolment.models import WaitingRoom
    from enrolment.waiting_room.services import pace_of, room_set, ticket_issue
    from tests.bench.results import make_exam, take_back
    from tests.bench.serving import fetch, gunicorn, measure

    page, institution = make_exam()
    now = timezone.now()
    room = room_set(
        institution=institution,
        page_key=page.translation_key,
        opens_at=now - timedelta(minutes=1),
        starts_at=now + timedelta(minutes=30),
        closes_at=now + timedelta(hours=3),
        per_minute=300,
    )
    host = institution.site.hostname
    try:
        text = pace_of(room).write(ticket_issue(pace=pace_of(room)))
        first = f"/phong-cho/{room.key}/"
        with gunicorn("tests.bench.constant:application", {}) as port:
            fetch(port, "localhost", "/")
            constant = measure(port, seconds=SECONDS, connections=CONNECTIONS)
        with gunicorn("edusite.wsgi:application", {"EDUSITE_WAITING_NETWORK": "100000000"}) as port:
            for _each in range(8):
                size = len(fetch(port, host, f"{first}{text}/"))
            waiting = measure(port, f"{first}{text}/", host, SECONDS, CONNECTIONS)
            given = measure(port, first, host, SECONDS, CONNECTIONS)
        room.refresh_from_db()
    finally:
        WaitingRoom.objects.filter(pk=room.pk).delete()
        take_back(page)
    print(
        json.dumps(
            {
                "database": connection.vendor,
                "bytes": size,
                "constant": asdict(constant),
                "waiting": asdict(waiting),
                "ratio": round(waiting.rate / constant.rate, 3),
                "numbers_given": asdict(given),
                "last_number": room.last_number,
            }
        )
    )


if __name__ == "__main__":
    main()
