"""The clocks of an incident: what is to be done until when, by the rules that held when it was discovered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from privacy.choices import ClockStart, IncidentAct
from privacy.models import CompetentBody, Incident, IncidentEvent, IncidentRule

APPLIES: dict[str, Callable[[Incident], bool]] = {
    ClockStart.DATA: lambda i: i.touches_data,
    ClockStart.OUTAGE: lambda i: i.is_cyber and i.stops_service,
    ClockStart.SERIOUS: lambda i: i.is_cyber and i.is_serious,
    ClockStart.CYBER: lambda i: i.is_cyber,
    ClockStart.LOCATION: lambda i: i.touches_data and i.has_location,
}


@dataclass(frozen=True)
class Clock:
    """`done_at` is when the report was put on record; late is what was done, or is still undone, after `due_at`."""

    rule: IncidentRule
    due_at: datetime
    done_at: datetime | None
    now: datetime

    @property
    def is_late(self) -> bool:
        return (self.done_at or self.now) > self.due_at

    @property
    def is_running(self) -> bool:
        return self.done_at is None

    @property
    def hours_left(self) -> float:
        return round((self.due_at - self.now).total_seconds() / 3600, 1)


AT_ONCE = timedelta(hours=1)
"""“At once” is measured too: an hour after the discovery."""


def clocks_of(incident: Incident, now: datetime) -> list[Clock]:
    """The clocks that run for an incident, the nearest first; two queries."""
    return clocks_of_many([incident], now)[incident.pk]


def clocks_of_many(incidents: Iterable[Incident], now: datetime) -> dict[int, list[Clock]]:
    """Incident id → its clocks; two queries at any number of incidents."""
    rows = list(incidents)
    rules = list(IncidentRule.objects.all())
    done: dict[tuple[int, str], datetime] = {}
    events = IncidentEvent.objects.filter(
        incident__in=[i.pk for i in rows], act__in=(IncidentAct.REPORTED, IncidentAct.TOLD)
    )
    for incident, rule, at in events.order_by("-number").values_list("incident_id", "rule", "occurred_at"):
        done[incident, rule] = at
    found = {}
    for incident in rows:
        day = timezone.localdate(incident.detected_at)
        clocks = [
            Clock(
                rule,
                incident.detected_at + (timedelta(hours=rule.hours) or AT_ONCE),
                done.get((incident.pk, rule.code)),
                now,
            )
            for rule in rules
            if rule.valid_from <= day
            and (rule.valid_to is None or day <= rule.valid_to)
            and APPLIES[rule.applies](incident)
        ]
        found[incident.pk] = sorted(clocks, key=lambda clock: (clock.due_at, clock.rule.position))
    return found


def bodies_for(incident: Incident) -> list[CompetentBody]:
    """Whom it is reported to: those of the installation and of the authorities above, valid on the day; one query."""
    institution = incident.institution
    step = institution.steplen
    paths = [institution.path[:end] for end in range(step, len(institution.path) + 1, step)]
    valid = CompetentBody.objects.valid(timezone.localdate(incident.detected_at))
    valid = valid.order_by(F("institution__path").asc(nulls_first=True), "name", "pk")
    return [
        body
        for body in valid.select_related("institution")
        if body.institution is None or body.institution.path in paths
    ]
