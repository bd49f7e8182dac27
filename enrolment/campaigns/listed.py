"""The authority's list in a campaign: what it says, what a school's notices say, and where they differ (W9.4).

The list is part of the frame. What a school has published stays until its own board publishes something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from common.models import site_path
from enrolment.campaigns.exchange import write_areas, write_classes
from enrolment.campaigns.school_list import Share
from enrolment.models import (
    AdmissionNoticePage,
    AdmissionTrack,
    CampaignPage,
    CatchmentArea,
    ListedSchool,
    SchoolList,
)
from network.models import Institution
from network.selectors import home_pages, in_tree, institutions_for_paths

SHOWN_AREAS = 5


def shares_in(campaign: CampaignPage) -> dict[int, Share]:
    """Id of a school → what the list that was put in says of it; one query."""
    rows = ListedSchool.objects.filter(campaign=campaign.source)
    return {
        pk: Share.of(classes, areas)
        for pk, classes, areas in rows.order_by().values_list("school", "classes", "areas")
    }


def shares_of(school_list: SchoolList) -> dict[int, Share]:
    return {pk: Share.of(classes, areas) for pk, classes, areas in school_list.shares}


@dataclass
class Said:
    """What a school's notices of a campaign say: those that are published, else those being written."""

    is_live: bool
    share: Share = field(default_factory=Share)


def notices_said(campaign: CampaignPage, school: Institution | None = None) -> dict[int, Said]:
    """Id of a school → what its notices say, of all schools or of one; five queries at any number of schools, six for one."""
    rows = AdmissionNoticePage.objects.filter(campaign=campaign.source).order_by("path")
    if school is not None:
        homes = home_pages(school)[:1]
        rows = rows.filter(**in_tree(homes[0])) if homes else rows.none()
    notices = list(rows.values_list("pk", "path", "live"))
    owners = institutions_for_paths([path for _pk, path, _live in notices])
    found: dict[int, Said] = {}
    by_notice: dict[int, Share] = {}
    for pk, path, is_live in sorted(notices, key=lambda row: not row[2]):
        school = owners.get(site_path(path))
        if school is None:
            continue
        said = found.setdefault(school.pk, Said(is_live))
        if said.is_live == is_live:
            by_notice[pk] = said.share
    tracks = AdmissionTrack.objects.filter(page__in=by_notice).order_by("sort_order", "pk")
    for pk, *row in tracks.values_list("page", "code", "name", "quota", "subjects"):
        share = by_notice[pk]
        share.classes += Share.of([row], ()).classes
    areas = CatchmentArea.objects.filter(page__in=by_notice).order_by("group", "sort_order", "pk")
    for pk, *row in areas.values_list("page", "commune", "part", "commune_code", "group"):
        share = by_notice[pk]
        share.areas += Share.of((), [row]).areas
    return found


def differs(before: Share, after: Share) -> bool:
    """Whether `before` says otherwise than `after`, as far as that says anything."""
    classes = {(one.code, one.name, one.quota) for one in before.classes}
    subjects = {one.code: one.subjects for one in before.classes}
    areas = {(*one.key, one.group) for one in before.areas}
    codes = {one.key: one.code for one in before.areas}
    return bool(
        (after.classes and classes != {(one.code, one.name, one.quota) for one in after.classes})
        or any(one.subjects and one.subjects != subjects.get(one.code) for one in after.classes)
        or (after.areas and areas != {(*one.key, one.group) for one in after.areas})
        or any(one.code and one.code != codes.get(one.key) for one in after.areas)
    )


def other_than_listed(campaign: CampaignPage) -> set[int]:
    """Ids of the schools whose notices say otherwise than the list; one query where there is no list."""
    shares = shares_in(campaign)
    if not shares:
        return set()
    return {
        pk for pk, said in notices_said(campaign).items() if pk in shares and differs(said.share, shares[pk])
    }


def differences(before: Share, after: Share) -> list[str]:
    """What `after` says otherwise than `before`, in sentences; nothing of what it leaves to the school."""
    return [*_class_differences(before, after), *_area_differences(before, after)]


def _class_differences(before: Share, after: Share) -> list[str]:
    if not after.classes:
        return []
    known, found = {one.code: one for one in before.classes}, []
    for one in after.classes:
        was = known.pop(one.code, None)
        values = {"class": one.name, "quota": one.quota, "code": one.code}
        if was is None:
            found.append(_("new class %(class)s (%(code)s): %(quota)s") % values)
            continue
        if was.quota != one.quota:
            found.append(_("%(class)s: %(before)s → %(quota)s") % (values | {"before": was.quota}))
        if was.name != one.name:
            found.append(_("“%(before)s” is called “%(class)s”") % (values | {"before": was.name}))
        if one.subjects and was.subjects != one.subjects:
            said = _("%(class)s: subjects %(subjects)s")
            found.append(said % (values | {"subjects": one.subjects}))
    gone = _("without the class %(class)s (%(code)s)")
    return found + [gone % {"class": one.name, "code": one.code} for one in known.values()]


def _area_differences(before: Share, after: Share) -> list[str]:
    if not after.areas:
        return []
    known, fresh, moved = {one.key: one for one in before.areas}, [], []
    for one in after.areas:
        was = known.pop(one.key, None)
        if was is None:
            fresh.append(one)
        elif was.group != one.group or (one.code and was.code != one.code):
            moved.append(one)
    return [
        text % {"areas": _short(areas)}
        for text, areas in (
            (_("new areas: %(areas)s"), fresh),
            (_("other group or code: %(areas)s"), moved),
            (_("without: %(areas)s"), list(known.values())),
        )
        if areas
    ]


def _short(areas: list) -> str:
    group = pgettext("catchment", "group %(group)s")
    shown = ", ".join(f"{one} – {group % {'group': one.group}}" for one in areas[:SHOWN_AREAS])
    rest = len(areas) - SHOWN_AREAS
    if rest <= 0:
        return shown
    return shown + " " + ngettext("and %(number)s more", "and %(number)s more", rest) % {"number": rest}


@dataclass(frozen=True)
class Change:
    """What a list does to one school: `before` is what the list in the campaign said, `said` what its notices say."""

    school: Institution
    before: Share | None
    after: Share | None
    said: Said | None

    @property
    def is_change(self) -> bool:
        return self.before != self.after

    @property
    def is_other_than_published(self) -> bool:
        return bool(self.after and self.said and self.said.is_live and differs(self.said.share, self.after))

    @property
    def texts(self) -> list[str]:
        if self.after is None:
            return [_("not named in this list")]
        found = differences(self.before or Share(), self.after)
        if self.before is not None:
            if self.before.classes and not self.after.classes:
                found.append(_("classes are left to the school"))
            if self.before.areas and not self.after.areas:
                found.append(_("catchment areas are left to the school"))
        return found or ([_("the same in another order")] if self.is_change else [])

    @property
    def notice_texts(self) -> list[str]:
        return differences(self.said.share, self.after) if self.said and self.after else []


def changes_of(school_list: SchoolList, *, is_whole: bool) -> list[Change]:
    """What putting a list in does, school by school in the order of the tree; eight queries at any number of schools. `is_whole`:
    schools that it does not name leave the list."""
    after, before = shares_of(school_list), shares_in(school_list.campaign)
    said = notices_said(school_list.campaign)
    keys = {*after, *(before if is_whole else ())}
    schools = Institution.objects.in_bulk(list(keys))
    found = [Change(school, before.get(pk), after.get(pk), said.get(pk)) for pk, school in schools.items()]
    return sorted(found, key=lambda change: change.school.path)


def share_of_notice(page: AdmissionNoticePage | None) -> Share:
    if page is None:
        return Share()
    return Share.of(
        ((one.code, one.name, one.quota, one.subjects) for one in page.tracks.all()),
        ((one.commune, one.part, one.commune_code, one.group) for one in page.catchments.all()),
    )


def listed_share(campaign: CampaignPage, school: Institution) -> Share | None:
    row = ListedSchool.objects.filter(campaign=campaign.source, school=school).first()
    return Share.of(row.classes, row.areas) if row else None


def fill(page: AdmissionNoticePage, share: Share) -> None:
    """Write a share into a notice; what the list leaves to the school stays."""
    if share.classes:
        subjects = {one.code: one.subjects for one in page.tracks.all()}
        write_classes(
            page,
            [one._replace(subjects=one.subjects or subjects.get(one.code, "")) for one in share.classes],
        )
    if share.areas:
        codes = {one.key: one.code for one in share_of_notice(page).areas}
        write_areas(page, [one._replace(code=one.code or codes.get(one.key, "")) for one in share.areas])


def pairs(schools: Iterable[Institution], shares: Mapping[int, Share]) -> list[tuple[Institution, Share]]:
    return [(school, shares.get(school.pk, Share())) for school in schools]
