"""Where an institution is: coordinates, ways into maps that the reader chooses, and a plan drawn from landmarks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sections.introduction.choices import Direction
from sections.introduction.hours import DAYS_AHEAD, days_off, desks, public_days, week
from sections.presentation import FIGURE_RENDITIONS, pictures_read

SOUTH_NORTH = (Decimal(6), Decimal(24))
WEST_EAST = (Decimal(102), Decimal(118))
"""Degrees between which the land and the islands of Việt Nam lie, rounded outwards."""
SIDE = 360
CENTRE = SIDE // 2
NEAR, FAR = 52, 138
"""Distances from the centre, in units, at which the nearest and the farthest landmark are drawn."""
NUDGE = 15
"""Degrees by which a mark moves aside where another stands already."""


def place_faults(latitude: Decimal | None, longitude: Decimal | None) -> dict[str, Promise]:
    """What is wrong with a pair of coordinates: field → sentence."""
    if latitude is None and longitude is None:
        return {}
    if latitude is None or longitude is None:
        missing = "latitude" if latitude is None else "longitude"
        return {missing: _("Latitude and longitude belong together.")}
    if _within(longitude, SOUTH_NORTH) and _within(latitude, WEST_EAST):
        return {"latitude": _("Latitude and longitude are exchanged: the latitude is the smaller one here.")}
    faults = {}
    if not _within(latitude, SOUTH_NORTH):
        faults["latitude"] = _("In Việt Nam the latitude lies between 6 and 24. Example: 21.028511.")
    if not _within(longitude, WEST_EAST):
        faults["longitude"] = _("In Việt Nam the longitude lies between 102 and 118. Example: 105.804817.")
    return faults


def _within(value: Decimal, limits: tuple[Decimal, Decimal]) -> bool:
    return limits[0] <= value <= limits[1]


def map_links(latitude: Decimal | None, longitude: Decimal | None) -> dict[str, str]:
    """Addresses that open only when the reader chooses them: ``geo`` (RFC 5870) and OpenStreetMap."""
    if latitude is None or longitude is None:
        return {}
    at = f"{latitude:f}", f"{longitude:f}"
    return {
        "geo": f"geo:{at[0]},{at[1]}",
        "osm": f"https://www.openstreetmap.org/?mlat={at[0]}&mlon={at[1]}#map=17/{at[0]}/{at[1]}",
        "text": ", ".join(at),
    }


@dataclass(frozen=True)
class SketchMark:
    """A landmark on the plan: its number there and in the list, where it is drawn, what it is."""

    number: int
    x: float
    y: float
    name: str
    distance: int
    direction: str


@dataclass(frozen=True)
class Sketch:
    marks: tuple[SketchMark, ...]
    side: int = SIDE
    centre: int = CENTRE


def sketch(landmarks: Iterable[Any]) -> Sketch | None:
    """A plan of the surroundings, north on top. Distances keep their order but not their scale, and the figures stand in the
    list: a market at 80 m and a station at 4 km fit on one phone."""
    rows = list(landmarks)
    if not rows:
        return None
    nearest, farthest = (limit(row.distance for row in rows) for limit in (min, max))
    taken: list[tuple[float, float]] = []
    marks = []
    for number, row in enumerate(rows, start=1):
        far = 0.5
        if farthest > nearest:
            far = math.log(row.distance / nearest) / math.log(farthest / nearest)
        radius, angle = NEAR + (FAR - NEAR) * far, float(Direction(row.direction).bearing)
        x, y = _free(radius, angle, taken)
        taken.append((x, y))
        marks.append(SketchMark(number, x, y, row.name, row.distance, str(Direction(row.direction).label)))
    return Sketch(tuple(marks))


def _free(radius: float, angle: float, taken: list[tuple[float, float]]) -> tuple[float, float]:
    for number in range(24):
        step = (number + 1) // 2 * (-1 if number % 2 else 1)
        turned = math.radians(angle + step * NUDGE)
        x = round(CENTRE + radius * math.sin(turned), 1)
        y = round(CENTRE - radius * math.cos(turned), 1)
        if all(math.dist((x, y), other) > 30 for other in taken):
            break
    return x, y


def contact_shown(page: Any, *, on: date | None = None) -> dict[str, Any]:
    """What the contact page shows of place and hours; one query for the calendar."""
    on = on or timezone.localdate()
    prefetch_related_objects([page], "opening_periods", "closed_periods", "landmarks")
    pictures_read([page.plan], FIGURE_RENDITIONS)
    keeps = page.keeps_holidays and bool(page.opening_periods.all())
    known = public_days(on, on + timedelta(days=DAYS_AHEAD)) if keeps else {}
    return {
        "desks": desks(page.opening_periods.all()),
        "week": week(page, on=on, known=known),
        "days_off": days_off(page, on=on, known=known),
        "map_links": map_links(page.latitude, page.longitude),
        "sketch": sketch(page.landmarks.all()),
    }
