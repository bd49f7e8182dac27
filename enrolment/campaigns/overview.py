"""Which schools of a campaign have a published notice and what is missing: the authority's view, and a school's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from common.models import site_path
from enrolment.campaigns.listed import other_than_listed
from enrolment.campaigns.selectors import TYPES, campaigns_below
from enrolment.models import AdmissionNoticePage, AdmissionTrack, CampaignPage, CatchmentArea, ListedSchool
from network.choices import InstitutionType
from network.models import Institution
from network.selectors import in_tree, institutions_for_paths

NO_NOTICE, DRAFT, NO_CLASS, NO_QUOTA, NO_AREA, OTHER = "notice", "draft", "class", "quota", "area", "other"
LACKS = (NO_NOTICE, DRAFT, NO_CLASS, NO_QUOTA, NO_AREA, OTHER)


def lack_words(code: str) -> str:
    return {
        NO_NOTICE: _("no notice"),
        DRAFT: _("notice not published yet"),
        NO_CLASS: _("no class"),
        NO_QUOTA: _("a class without a quota"),
        NO_AREA: _("no catchment area"),
        OTHER: _("other than the authority's list"),
    }[code]


@dataclass
class Member:
    """One school in a campaign. `is_expected`: its type admits to the grade, so that a missing notice is a lack."""

    institution: Institution
    is_expected: bool
    notice_id: int | None = None
    is_live: bool = False
    classes: int = 0
    quota: int = 0
    areas: int = 0
    lacks: list[str] = field(default_factory=list)

    @property
    def lack_texts(self) -> list[str]:
        return [lack_words(code) for code in self.lacks]


def members_of_campaign(campaign: CampaignPage, owner: Institution) -> list[Member]:
    """Every facility that admits to the grade, and any other whose notice names the campaign; in the order of the tree, a fixed
    number of queries at any number of schools. A campaign of a school concerns that school alone."""
    types = TYPES[campaign.grade]
    found: dict[int, Member] = {}
    if owner.is_authority:
        schools = Institution.objects.filter(**in_tree(owner)).active().facilities().exclude(home_key=None)
        for school in schools.filter(type__in=types | {InstitutionType.UNIVERSAL}):
            found[school.pk] = Member(school, is_expected=school.type in types)
    else:
        found[owner.pk] = Member(owner, is_expected=True)
    notices = list(
        AdmissionNoticePage.objects.filter(campaign=campaign.source)
        .order_by("path")
        .values_list("pk", "path", "live")
    )
    owners = institutions_for_paths([path for _pk, path, _live in notices])
    keys = [pk for pk, _path, _live in notices]
    tracks = AdmissionTrack.objects.filter(page__in=keys).order_by().values_list("page")
    numbers = {row[0]: row[1:] for row in tracks.annotate(Count("pk"), Sum("quota"))}
    empty = set(tracks.filter(quota=0).values_list("page", flat=True))
    areas = CatchmentArea.objects.filter(page__in=keys).order_by().values_list("page")
    area_numbers = dict(areas.annotate(Count("pk")))
    without: set[int] = set()
    for pk, path, is_live in notices:
        school = owners.get(site_path(path))
        if school is None:
            continue
        member = found.setdefault(school.pk, Member(school, is_expected=False))
        if member.notice_id and not is_live:
            continue
        if is_live and not member.is_live:
            member.classes = member.quota = member.areas = 0
        member.notice_id, member.is_live = pk, is_live
        classes, quota = numbers.get(pk, (0, 0))
        member.classes += classes
        member.quota += quota or 0
        member.areas += area_numbers.get(pk, 0)
        if pk in empty:
            without.add(school.pk)
    others = other_than_listed(campaign)
    for member in found.values():
        member.lacks = _lacks(member, campaign, has_empty=member.institution.pk in without)
        if member.institution.pk in others:
            member.lacks.append(OTHER)
    return sorted(found.values(), key=lambda member: member.institution.path)


def _lacks(member: Member, campaign: CampaignPage, *, has_empty: bool) -> list[str]:
    if member.notice_id is None:
        return [NO_NOTICE] if member.is_expected else []
    found = [] if member.is_live else [DRAFT]
    if not member.classes:
        found.append(NO_CLASS)
    elif has_empty:
        found.append(NO_QUOTA)
    if campaign.uses_catchment and not member.areas:
        found.append(NO_AREA)
    return found


@dataclass(frozen=True)
class OwnNotice:
    """A campaign in which a school takes part or should: `notice_id` of its notice, none where it has begun none."""

    campaign: CampaignPage
    school: Institution
    notice_id: int | None
    is_live: bool
    is_expected: bool
    is_listed: bool = False
    """Whether the authority's list says something of the school."""


def own_notices(schools: Iterable[Institution]) -> list[OwnNotice]:
    """For each of these facilities the published campaigns of its own and of the authorities above it, the latest first: those
    that it takes part in, and those that it still may. Five queries at any number of them."""
    now = timezone.now()
    schools = [school for school in schools if not school.is_authority and school.home_key]
    steps = {
        school.path[:end]
        for school in schools
        for end in range(school.steplen, len(school.path) + 1, school.steplen)
    }
    above = {i.home_key: i.path for i in Institution.objects.filter(path__in=steps).exclude(home_key=None)}
    homes = list(Page.objects.filter(translation_key__in=above, locale__language_code="vi"))
    owner_path = {home.path: above[home.translation_key] for home in homes}
    campaigns = list(
        CampaignPage.objects.live()
        .filter(campaigns_below(homes), locale__language_code="vi")
        .defer_streamfields()
        .order_by("-opens_at", "pk")
    )
    school_homes = {
        home.path: school for home in homes for school in schools if home.translation_key == school.home_key
    }
    rows = AdmissionNoticePage.objects.filter(
        campaigns_below([home for home in homes if home.path in school_homes]),
        campaign__in=[each.pk for each in campaigns],
    )
    written: dict[tuple[int, int], tuple[int, bool]] = {}
    for pk, path, campaign, is_live in rows.order_by("live", "path").values_list(
        "pk", "path", "campaign", "live"
    ):
        written[school_homes[site_path(path)].pk, campaign] = (pk, is_live)
    listed = ListedSchool.objects.filter(school__in=schools, campaign__in=[each.pk for each in campaigns])
    listed_pairs = set(listed.order_by().values_list("school", "campaign"))
    found = []
    for school in schools:
        for campaign in campaigns:
            owner = owner_path[site_path(campaign.path)]
            if not school.path.startswith(owner):
                continue
            is_expected = owner == school.path or school.type in TYPES[campaign.grade]
            pk, is_live = written.get((school.pk, campaign.pk), (None, False))
            may_begin = campaign.closes_at > now and (is_expected or school.type == InstitutionType.UNIVERSAL)
            if pk or may_begin:
                is_listed = (school.pk, campaign.pk) in listed_pairs
                found.append(OwnNotice(campaign, school, pk, is_live, is_expected, is_listed))
    return found


def export_rows(members: Iterable[Member]) -> list[list[Any]]:
    """One row a school below a head."""
    rows: list[list[Any]] = [
        [
            _("Code"), _("School"), _("Type"), _("Notice"), _("Classes"), _("Quota"), _("Catchment areas"), _("Missing"),
        ]
    ]  # fmt: skip
    for member in members:
        one = member.institution
        notice = (
            _("published") if member.is_live else _("being written") if member.notice_id else _("none yet")
        )
        rows.append(
            [
                one.code, one.name, str(one.get_type_display()), notice, member.classes, member.quota, member.areas,
                "; ".join(member.lack_texts),
            ]
        )  # fmt: skip
    return rows
