"""The schedule of a campaign at a moment: which phase runs, which comes next; and the same as iCalendar (RFC 5545)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from enrolment.campaigns.selectors import local
from enrolment.choices import CampaignState
from enrolment.models import CampaignPage, CampaignPhase
from sections.calendars.choices import EventState
from sections.calendars.ical import ics_response
from sections.calendars.occurrences import end_of_day
from sections.registers.states import nearest

PAST, NOW, COMING = "past", "now", "coming"


@dataclass(frozen=True)
class Step:
    """A phase as the page shows it; `stands` is past, now or coming. Without an end it lasts until the end of its day."""

    phase: CampaignPhase
    stands: str

    @property
    def name(self) -> str:
        return phase_name(self.phase)

    @property
    def place(self) -> str:
        return local(self.phase, "place")

    @property
    def starts_at(self) -> datetime:
        return self.phase.starts_at

    @property
    def ends_at(self) -> datetime | None:
        return self.phase.ends_at


def phase_name(phase: CampaignPhase) -> str:
    name = local(phase, "name") or str(phase.get_kind_display())
    return f"{name[:1].upper()}{name[1:]}"


def last_moment(phase: CampaignPhase) -> datetime:
    return phase.ends_at or end_of_day(phase.starts_at)


def steps_of(phases: Iterable[CampaignPhase], now: datetime) -> list[Step]:
    """The schedule in the order of its beginnings."""
    return [
        Step(phase, PAST if last_moment(phase) < now else COMING if phase.starts_at > now else NOW)
        for phase in sorted(phases, key=lambda each: (each.starts_at, each.sort_order or 0))
    ]


def next_change(page: CampaignPage, steps: list[Step], now: datetime) -> datetime | None:
    """Until when the page says what is true."""
    moments = [page.opens_at, page.closes_at]
    for step in steps:
        moments += [step.starts_at, last_moment(step.phase)]
    return nearest(moments, now)


def written(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"


def headline(page: CampaignPage, steps: list[Step], now: datetime) -> dict[str, str]:
    """What applies now, as title and text of a message."""
    state = page.state(now)
    if state == CampaignState.COMING:
        title = _("Applications are taken from %(first)s until %(last)s.") % {
            "first": written(page.opens_at),
            "last": written(page.closes_at),
        }
        return {"title": title, "text": ""}
    if state == CampaignState.OPEN:
        title = _("Applications are open until %(moment)s.") % {"moment": written(page.closes_at)}
        return {
            "title": title,
            "text": _(
                "It does not matter who comes first: an application sent on the last day counts the same."
            ),
        }
    title = _("Applications were taken until %(moment)s.") % {"moment": written(page.closes_at)}
    return {"title": title, "text": " ".join(_after_closing(steps))}


def _after_closing(steps: list[Step]) -> list[str]:
    running = [step for step in steps if step.stands == NOW]
    coming = [step for step in steps if step.stands == COMING]
    said = [
        _("Now, until %(moment)s: %(phase)s.")
        % {"moment": written(last_moment(step.phase)), "phase": _small(step.name)}
        for step in running
    ]
    if coming:
        said.append(
            _("Next, from %(moment)s: %(phase)s.")
            % {"moment": written(coming[0].starts_at), "phase": _small(coming[0].name)}
        )
    return said or [_("This campaign is over.")]


def _small(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


@dataclass(frozen=True)
class PhaseEvent:
    """A phase as the calendar takes events; its identity stays when its dates change, so that calendars move it."""

    page: CampaignPage
    phase: CampaignPhase
    number: int

    link = repeats = audience = state_note = ""
    repeat_until = None
    all_day = False
    state = EventState.PLANNED
    skips = SimpleNamespace(all=list)

    @property
    def translation_key(self) -> uuid.UUID:
        return uuid.uuid5(self.page.translation_key, f"{self.phase.kind}-{self.number}")

    @property
    def versions(self) -> int:
        return self.page.versions

    @property
    def title(self) -> str:
        return f"{phase_name(self.phase)} – {self.page.title}"

    @property
    def summary(self) -> str:
        return self.page.dates_note

    @property
    def place(self) -> str:
        return local(self.phase, "place")

    @property
    def starts_at(self) -> datetime:
        return self.phase.starts_at

    @property
    def ends_at(self) -> datetime | None:
        return self.phase.ends_at

    @property
    def first_published_at(self) -> datetime | None:
        return self.page.first_published_at

    @property
    def last_published_at(self) -> datetime | None:
        return self.page.last_published_at

    def get_full_url(self, request: HttpRequest) -> str:
        return self.page.get_full_url(request)


def phase_events(page: CampaignPage, phases: Iterable[CampaignPhase]) -> list[PhaseEvent]:
    """`page` comes from ``CampaignQuerySet.for_calendar``. A phase is known by its kind and its place among those of its kind."""
    numbers: dict[str, int] = {}
    found = []
    for phase in phases:
        numbers[phase.kind] = numbers.get(phase.kind, 0) + 1
        found.append(PhaseEvent(page, phase, numbers[phase.kind]))
    return found


def calendar_response(pages, request: HttpRequest, *, name: str) -> HttpResponse:
    """The phases of campaigns as one file; two queries at any number of them."""
    events = [
        event
        for page in pages.for_calendar().prefetch_related("phases")
        for event in phase_events(page, page.phases.all())
    ]
    return ics_response(events, request, name=name, file_name="tuyen-sinh.ics")
