"""What a campaign offers: the published notices of its schools, with classes, quotas and catchment areas; and which campaigns
concern an institution. A fixed number of queries at any number of schools."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch, Q
from django.utils.translation import get_language
from wagtail.models import Page

from common.models import site_path
from common.text import fold
from enrolment.choices import Grade
from enrolment.models import AdmissionNoticePage, AdmissionTrack, CampaignPage, CatchmentArea
from network.choices import InstitutionType
from network.models import Institution
from network.selectors import home_pages, in_tree, institutions_for_paths

_T = InstitutionType
TYPES: dict[str, frozenset[str]] = {
    Grade.NURSERY: frozenset({_T.KINDERGARTEN, _T.PRESCHOOL}),
    Grade.GRADE_1: frozenset({_T.PRIMARY}),
    Grade.GRADE_6: frozenset({_T.LOWER_SECONDARY}),
    Grade.GRADE_10: frozenset({_T.UPPER_SECONDARY}),
    Grade.CONTINUING: frozenset({_T.CONTINUING, _T.VOCATIONAL_CONTINUING}),
    Grade.OTHER: frozenset(),
}
"""Which types of school are expected to admit to a grade. Schools of several levels may, and are not reminded."""


def local(instance, name: str) -> str:
    """A text of a row in the language of the page that is shown, where it has one."""
    return (getattr(instance, f"{name}_en", "") if get_language() == "en" else "") or getattr(instance, name)


@dataclass(frozen=True)
class Place:
    """What one wish can name: a class of a school. `key` is ``<school id>/<class>``."""

    school: Institution
    track: AdmissionTrack
    notice: AdmissionNoticePage

    @property
    def key(self) -> str:
        return f"{self.school.pk}/{self.track.code}"

    @property
    def name(self) -> str:
        return local(self.track, "name")

    @property
    def subjects(self) -> str:
        return local(self.track, "subjects")

    @property
    def label(self) -> str:
        return f"{self.school.local_name} – {self.name}"


@dataclass
class SchoolPlaces:
    """A school of a campaign: its classes and the communes whose children come first there."""

    school: Institution
    notice: AdmissionNoticePage
    places: list[Place] = field(default_factory=list)
    areas: list[CatchmentArea] = field(default_factory=list)

    @property
    def quota(self) -> int:
        return sum(place.track.quota for place in self.places)


def notices_of(campaign: CampaignPage):
    """The notices of a campaign that everybody may read, with classes and areas, in the order of the schools; four queries."""
    return (
        AdmissionNoticePage.objects.live()
        .public()
        .filter(campaign=campaign.source, locale=campaign.source.locale)
        .defer_streamfields()
        .prefetch_related(
            Prefetch("tracks", queryset=AdmissionTrack.objects.order_by("sort_order", "pk")),
            Prefetch("catchments", queryset=CatchmentArea.objects.order_by("group", "sort_order", "pk")),
        )
        .order_by("path")
    )


def places_of(campaign: CampaignPage) -> list[Place]:
    """Everything that a wish may name, by school and class; seven queries at any number of schools. Of two notices of
    one school that name the same class the later one holds."""
    return [place for school in schools_of(campaign) for place in school.places]


def schools_of(campaign: CampaignPage) -> list[SchoolPlaces]:
    """The schools of a campaign with classes and areas, in the order of the institutions; seven queries at any number."""
    notices = list(notices_of(campaign))
    owners = institutions_for_paths([notice.path for notice in notices])
    found: dict[int, SchoolPlaces] = {}
    tracks: dict[tuple[int, str], Place] = {}
    for notice in notices:
        school = owners.get(site_path(notice.path))
        if school is None:
            continue
        entry = found.setdefault(school.pk, SchoolPlaces(school, notice))
        entry.notice = notice
        entry.areas += list(notice.catchments.all())
        for track in notice.tracks.all():
            tracks[school.pk, track.code] = Place(school, track, notice)
    for place in tracks.values():
        found[place.school.pk].places.append(place)
    for entry in found.values():
        entry.places.sort(key=lambda place: (place.track.sort_order or 0, place.track.code))
    return sorted(found.values(), key=lambda entry: entry.school.path)


def commune_key(area: CatchmentArea) -> str:
    """How a commune is named in an address: its code, where it has one, else its name without diacritics."""
    return area.commune_code or fold(area.commune).strip()


def communes_of(schools: Iterable[SchoolPlaces]) -> list[tuple[str, str]]:
    """The communes that the schools name, each once, by their names."""
    found: dict[str, str] = {}
    for entry in schools:
        for area in entry.areas:
            found.setdefault(commune_key(area), area.commune)
    return sorted(found.items(), key=lambda pair: fold(pair[1]))


def narrowed(
    schools: list[SchoolPlaces], *, words: str = "", commune: str = ""
) -> list[tuple[SchoolPlaces, list[CatchmentArea]]]:
    """The schools whose name or address has all the words, and that name the commune; with the areas of that commune, the
    nearest group first."""
    wanted = fold(words).split()
    found = []
    for entry in schools:
        areas = [area for area in entry.areas if commune_key(area) == commune] if commune else entry.areas
        if (commune and not areas) or not all(word in entry.school.folded for word in wanted):
            continue
        found.append((entry, areas))
    if commune:
        found.sort(key=lambda pair: (min(area.group for area in pair[1]), pair[0].school.path))
    return found


def campaigns_below(homes: Iterable) -> Q:
    found = Q(pk__in=())
    for home in homes:
        found |= Q(**in_tree(home))
    return found


def campaigns_offered_to(school: Institution):
    """The published campaigns that a notice of this school may name: its own and those of the authorities above it, the latest
    first. One query before it."""
    steps = range(school.steplen, len(school.path) + 1, school.steplen)
    above = Institution.objects.filter(path__in=[school.path[:end] for end in steps]).exclude(home_key=None)
    homes = Page.objects.filter(
        translation_key__in=above.order_by().values("home_key"), locale__language_code="vi"
    )
    return (
        CampaignPage.objects.live()
        .filter(campaigns_below(homes), locale__language_code="vi")
        .order_by("-opens_at", "pk")
    )


def campaigns_named_by(school: Institution):
    """The published campaigns that the school's published notices name, the latest first."""
    homes = home_pages(school)[:1]
    notices = AdmissionNoticePage.objects.live().filter(campaigns_below(homes)).exclude(campaign=None)
    keys = notices.order_by().values("campaign")
    return CampaignPage.objects.live().filter(pk__in=keys).order_by("-opens_at", "pk")


def schools_counted(campaigns: Iterable[CampaignPage]) -> dict[UUID, int]:
    """Translation key of a campaign → how many schools have a published notice in it; one query."""
    rows = AdmissionNoticePage.objects.live().filter(
        campaign__translation_key__in=[page.translation_key for page in campaigns]
    )
    sites: dict[UUID, set[str]] = {}
    for key, path in rows.order_by().values_list("campaign__translation_key", "path"):
        sites.setdefault(key, set()).add(site_path(path))
    return {key: len(paths) for key, paths in sites.items()}
