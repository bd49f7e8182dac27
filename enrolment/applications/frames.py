"""What the form of a campaign is made of: places, communes, priority categories and files, as plain values.

A form is opened by a province at once; what is the same for everybody is kept for FRAME_SECONDS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language

from common.text import fold
from enrolment.campaigns.selectors import places_of
from enrolment.models import CampaignPage

FRAME_SECONDS = 20
ELSEWHERE = "other"
"""The choice of a commune or part that is not in the list."""


@dataclass(frozen=True)
class PlaceChoice:
    key: str
    label: str
    school_id: int
    school: str
    track: str
    areas: tuple[tuple[str, str, int], ...] = ()
    """``(key of the commune, part or "", group)``."""


@dataclass(frozen=True)
class Category:
    code: str
    label: str
    evidence: str
    points: str
    is_first: bool


@dataclass(frozen=True)
class FilePart:
    code: str
    label: str
    is_needed: bool


@dataclass(frozen=True)
class Frame:
    campaign_id: int
    """Of the page in the first language: applications belong to it."""
    grade: str
    school_year: str
    wishes_most: int
    asks_sex: bool
    places: tuple[PlaceChoice, ...]
    communes: Mapping[str, str]
    """Key → name, of all catchment areas, in order of their names."""
    parts: Mapping[str, tuple[str, ...]]
    """Key of a commune → its parts that areas name."""
    categories: tuple[Category, ...]
    files: tuple[FilePart, ...]

    def place(self, key: str) -> PlaceChoice | None:
        return next((place for place in self.places if place.key == key), None)

    @property
    def first_year(self) -> int:
        return int(self.school_year[:4])


def commune_key(code: str, name: str) -> str:
    """What a commune is compared by; letters, digits and underscores."""
    return code or re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:40]


def part_field(commune: str) -> str:
    """The name of the question for the part of a commune."""
    return f"part_{commune}"


def frame_of(campaign: CampaignPage) -> Frame:
    """What the form of a campaign offers in the reader's language; no query where another visitor came just before."""
    key = f"enrolment.frame.{campaign.pk}.{campaign.latest_revision_id}.{get_language()}"
    found = cache.get(key)
    if found is None:
        found = frame_made(campaign)
        cache.set(key, found, FRAME_SECONDS)
    return found


def frame_made(campaign: CampaignPage) -> Frame:
    source = campaign.source
    in_english = get_language() == "en"
    places, communes, parts = [], {}, {}
    for place in places_of(source):
        areas = []
        for area in place.notice.catchments.all():
            key = commune_key(area.commune_code, area.commune)
            communes.setdefault(key, area.commune)
            if area.part:
                parts.setdefault(key, {})[area.part] = None
            areas.append((key, area.part, area.group))
        places.append(
            PlaceChoice(
                place.key,
                place.label,
                place.school.pk,
                place.school.local_name,
                place.track.code,
                tuple(areas),
            )
        )
    return Frame(
        campaign_id=source.pk,
        grade=source.grade,
        school_year=source.school_year,
        wishes_most=source.wishes_most,
        asks_sex=source.asks_sex,
        places=tuple(places),
        communes=dict(sorted(communes.items(), key=lambda pair: fold(pair[1]))),
        parts={key: tuple(found) for key, found in parts.items()},
        categories=tuple(
            Category(
                c.code,
                (in_english and c.name_en) or c.name,
                (in_english and c.evidence_en) or c.evidence,
                str(c.points),
                c.is_first,
            )
            for c in source.priorities.all()
        ),
        files=tuple(
            FilePart(p.code, (in_english and p.name_en) or p.name, p.is_needed)
            for p in source.evidence_parts.all()
        ),
    )


def catchment_group(place: PlaceChoice, answers: Mapping[str, Any]) -> int:
    """The group of a school's catchment area that the child lives in by what was answered; 0: none."""
    commune = answers.get("commune") or ""
    part = answers.get(part_field(commune)) or ""
    groups = [
        group
        for key, area_part, group in place.areas
        if key == commune and (not area_part or area_part == part)
    ]
    return min(groups, default=0)
