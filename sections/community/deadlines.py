"""Deadlines of support as iCalendar: whole days, one for each programme that can still be applied for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from sections.calendars.choices import EventState
from sections.calendars.ical import ics_response

CALENDAR = "ics"
"""Value of ``format`` in an address."""


@dataclass(frozen=True)
class Deadline:
    """A programme as the calendar takes events."""

    page: Any

    state = EventState.PLANNED
    state_note = place = link = repeats = ""
    repeat_until = ends_at = None
    all_day = True
    versions = 0
    skips = SimpleNamespace(all=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    @property
    def title(self) -> str:
        return _("Last day of application: %(title)s") % {"title": self.page.title}

    @property
    def audience(self) -> str:
        return self.page.get_audience_display()

    @property
    def starts_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.page.closes_on, time.min))


def deadlines_response(pages: Iterable[Any], request: HttpRequest, *, name: str) -> HttpResponse:
    """An iCalendar file of the programmes that have a last day."""
    found = [Deadline(page) for page in pages if page.closes_on]
    return ics_response(found, request, name=name, file_name="han-dang-ky.ics")
