"""Rows of the served demonstration, read beside it: what no page shows to the person of a journey."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL


@contextlib.contextmanager
def database(server: DemoServer) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(server.data_dir / "edusite.sqlite3", timeout=20)
    with contextlib.closing(connection), connection:
        yield connection


def page_number(server: DemoServer, slug: str) -> int:
    """Key of a page of the school of the journeys."""
    with database(server) as rows:
        return rows.execute(
            "SELECT p.id FROM wagtailcore_page p JOIN wagtailcore_page h ON substr(p.path, 1, 8) = h.path "
            "JOIN wagtailcore_site s ON s.root_page_id = h.id WHERE p.slug = ? AND s.hostname = ?",
            (slug, SCHOOL),
        ).fetchone()[0]


def full_name(server: DemoServer, username: str) -> str:
    with database(server) as rows:
        first, last = rows.execute(
            "SELECT first_name, last_name FROM auth_user WHERE username = ?", (username,)
        ).fetchone()
    return f"{first} {last}".strip()


def deadline_passes(server: DemoServer, number: str) -> None:
    """The days until the deadline, which no test waits for."""
    now = datetime.now(UTC)
    moments = [f"{now - timedelta(days=days):%Y-%m-%d %H:%M:%S}" for days in (12, 2)]
    with database(server) as rows:
        rows.execute(
            "UPDATE feedback_consultationpage SET opens_at = ?, closes_at = ? WHERE page_ptr_id = ?",
            (*moments, number),
        )


def minutes_pass(server: DemoServer, minutes: int) -> None:
    """The doors of the waiting rooms have been open for so many minutes more."""
    with database(server) as rows:
        rows.execute("UPDATE enrolment_waitingroom SET base_at = base_at - ?", (60 * minutes,))


def waiting_rooms_go(server: DemoServer) -> None:
    """Without a person at a screen: what comes after a journey finds none."""
    with database(server) as rows:
        rows.execute("DELETE FROM enrolment_spentticket")
        rows.execute("DELETE FROM enrolment_waitingroom")
