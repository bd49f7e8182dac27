"""The authority's list in a campaign: what it says, what a school's notices say, and where they differ (W9.4).

The list is part of the frame. What a school has published stays until its own board publishes something else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext
from wagtail.models import Revision

from common.models import site_path
from enrolment.campaigns.exchange import write_areas, write_classes
from enrolment.campaigns.school_list import Area, Class, Share
from enrolment.choices import Grade
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
    """Id of a school → what its notices say, a draft in its latest version, of all schools or of one; six queries at any number
    of schools, five for one."""
    rows = AdmissionNoticePage.objects.filter(campaign=campaign.source).order_by("path")
    if school is not None:
        homes = home_pages(school)[:1]
        rows = rows.filter(**in_tree(homes[0])) if homes else rows.none()
    notices = list(rows.values_list("pk", "path", "live", "latest_revision"))
    paths = [path for _pk, path, *_rest in notices]
    owners = {site_path(path): school for path in paths} if school else institutions_for_paths(paths)
    found: dict[int, Said] = {}
    by_notice: dict[int, Share] = {}
    by_revision: dict[int, Share] = {}
    for pk, path, is_live, revision in sorted(notices, key=lambda row: not row[2]):
        owner = owners.get(site_path(path))
        if owner is None:
            continue
        said = found.setdefault(owner.pk, Said(is_live))
        if said.is_live == is_live:
            if is_live or revision is None:
                by_notice[pk] = said.share
            else:
                by_revision[revision] = said.share
    if by_revision:
        _add_drafts(by_revision)
    tracks = AdmissionTrack.objects.filter(page__in=by_notice).order_by("sort_order", "pk")
    for pk, *row in tracks.values_list("page", "code", "name", "quota", "subjects"):
        share = by_notice[pk]
        share.classes += Share.of([row], ()).classes
    areas = CatchmentArea.objects.filter(page__in=by_notice).order_by("group", "sort_order", "pk")
    for pk, *row in areas.values_list("page", "commune", "part", "commune_code", "group"):
        share = by_notice[pk]
        share.areas += Share.of((), [row]).areas
    return found


def _add_drafts(by_revision: Mapping[int, Share]) -> None:
    """What an editor saves of a page that was never published stands in its revision only."""
    versions = Revision.objects.filter(pk__in=list(by_revision)).order_by()
    for pk, tracks, areas in versions.values_list("pk", "content__tracks", "content__catchments"):
        share = by_revision[pk]
        share.classes += [
            Class(row["code"] or "", row["name"] or "", row["quota"] or 0, row["subjects"] or "")
            for row in tracks or ()
        ]
        share.areas += [
            Area(row["commune"] or "", row["part"] or "", row["commune_code"] or "", row["group"] or 1)
            for row in areas or ()
        ]


def preset_class(campaign: CampaignPage) -> dict[str, str]:
    """The class with which a notice begins where no list says otherwise; its quota is still 0."""
    grade = Grade(campaign.grade)
    with override("en"):
        english = str(grade.label)
    return {"code": grade.value, "name": str(grade.label)[:160], "name_en": english[:160]}


def is_preset(one: Class) -> bool:
    """Whether a class of a notice is still as `preset_class` made it."""
    if one.quota or one.subjects or one.code not in Grade.values:
        return False
    names = set()
    for language in ("vi", "en"):
        with override(language):
            names.add(str(Grade(one.code).label)[:160])
    return one.name in names


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


def differences(before: Share, after: Share, *, is_notice: bool = False) -> list[str]:
    """What `after` says otherwise than `before`, in sentences; nothing of what it leaves to the school. `is_notice`: whether
    `before` is what a notice of the school says."""
    return [*_class_differences(before, after, is_notice), *_area_differences(before, after)]


def _class_differences(before: Share, after: Share, is_notice: bool) -> list[str]:
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
    return found + [_gone(one, is_notice) % {"class": one.name, "code": one.code} for one in known.values()]


def _gone(one: Class, is_notice: bool) -> str:
    if not is_notice:
        return _("without the class %(class)s (%(code)s)")
    if is_preset(one):
        return _("replaces the class “%(class)s” (%(code)s), which the school has left as it was preset")
    return _("replaces the class “%(class)s” (%(code)s), which the school has entered")


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
    def is_other_than_draft(self) -> bool:
        return bool(
            self.after and self.said and not self.said.is_live and differs(self.said.share, self.after)
        )

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
        return differences(self.said.share, self.after, is_notice=True) if self.said and self.after else []


def changes_of(school_list: SchoolList, *, is_whole: bool) -> list[Change]:
    """What putting a list in does, school by school in the order of the tree; nine queries at any number of schools. `is_whole`:
    schools that it does not name leave the list."""
    after, before = shares_of(school_list), shares_in(school_list.campaign)
    said = notices_said(school_list.campaign)
    keys = {*after, *(before if is_whole else ())}
    schools = Institution.objects.in_bulk(list(keys))
    found = [Change(school, before.get(pk), after.get(pk), said.get(pk)) for pk, school in schools.items()]
    return sorted(found, key=lambda change: change.school.path)


def own_share_texts(notice: AdmissionNoticePage | None, share: Share) -> list[str]:
    """What the list's share would change in a school's notice; nothing where there is none yet."""
    return differences(share_of_notice(notice), share, is_notice=True) if notice else []


def seen_mark(notice: AdmissionNoticePage | None, share: Share) -> str:
    """Stands for what a person is shown before they write the share into the draft: nothing else is written over."""
    said = [notice and notice.pk, share_of_notice(notice), share]
    return hashlib.sha256(json.dumps(said, default=asdict).encode()).hexdigest()[:32]


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
