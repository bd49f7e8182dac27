"""Processes that vote at once: ``python -m tests.bench.votes [processes] [votes each]`` on the database of the environment, which
holds the demonstration or any institution. Prints the figures as JSON; fails where a total is wrong. What it made it removes."""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from datetime import timedelta


def _start() -> None:
    import django

    django.setup()


def work(page_id: int, number: int, votes: int) -> int:
    """One process; answers how many of its votes were counted. Each ballot paper is sent twice."""
    _start()
    from feedback.models import PollPage
    from feedback.services.polls import vote_cast
    from network.selectors import institution_for_page

    page = PollPage.objects.get(pk=page_id)
    institution, keys = institution_for_page(page), [option.key for option in page.options.all()]
    counted = 0
    for turn in range(votes):
        for _again in range(2):
            counted += vote_cast(
                page=page,
                institution=institution,
                options=[keys[(number + turn) % len(keys)]],
                nonce=f"{number}-{turn}",
                network=f"n{turn % 50}",
            )
    return counted


def make_poll():
    from django.utils import timezone

    from editorial.services.guard import system_publication
    from feedback.models import PollOption, PollPage, PollsPage
    from network.models import Institution
    from network.selectors import home_pages

    home = home_pages(Institution.objects.exclude(home_key=None).first())[0].specific
    section = PollsPage.objects.child_of(home).first()
    now = timezone.now()
    page = PollPage(
        title="bench",
        author_name="bench",
        source_name="bench",
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(hours=1),
    )
    page.options = [PollOption(label=label) for label in ("A", "B", "C")]
    with system_publication(reason="bench"):
        made = None
        if section is None:
            section = made = home.add_child(instance=PollsPage(title="bench polls"))
        section.add_child(instance=page)
    return page, made


def main(processes: int = 4, votes: int = 150) -> None:
    _start()
    from django.db import connection, connections

    from editorial.services.guard import system_publication
    from feedback.models import BallotBox

    page, section = make_poll()
    connections.close_all()
    began = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        counted = pool.starmap(work, [(page.pk, number, votes) for number in range(processes)])
    seconds = time.perf_counter() - began
    box = BallotBox.objects.get(translation_key=page.translation_key)
    totals = sorted(box.totals.values_list("votes", flat=True))
    networks = sum(box.networks.values_list("votes", flat=True))
    wanted = processes * votes
    right = box.votes == box.ballots.count() == sum(totals) == networks == sum(counted) == wanted
    print(
        json.dumps(
            {
                "database": connection.vendor,
                "processes": processes,
                "votes": box.votes,
                "totals": totals,
                "right": right,
                "seconds": round(seconds, 1),
            }
        )
    )
    box.delete()
    with system_publication(reason="bench"):
        (section or page).delete()
    if not right:
        raise SystemExit("A total is wrong.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
