"""Web conferences as iCalendar. The joining link is not in it: a calendar keeps what it fetched, the page takes the link down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse

from sections.calendars.ical import ics_response

CALENDAR = "ics"
"""Value of ``format`` in an address."""
KEPT = timedelta(days=366)
"""So long what is over stays in the file."""


@dataclass(frozen=True)
class Meeting:
    """A conference as the calendar takes events."""

    page: Any

    link = repeats = ""
    repeat_until = None
    all_day = False
    skips = SimpleNamespace(all=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    @property
    def state(self) -> str:
        return self.page.change

    @property
    def state_note(self) -> str:
        return self.page.change_note

    @property
    def place(self) -> str:
        return self.page.place or self.page.platform

    @property
    def audience(self) -> str:
        return "; ".join(line.strip() for line in self.page.participants.splitlines() if line.strip())


def conferences_response(pages: Iterable[Any], request: HttpRequest, *, name: str) -> HttpResponse:
    """An iCalendar file of conferences; they come from ``ConferenceQuerySet.for_calendar``."""
    return ics_response([Meeting(page) for page in pages], request, name=name, file_name="hoi-nghi.ics")
