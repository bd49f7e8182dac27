"""Reads of regulations: what is in force, where it stands, what has drifted from the configuration, who approves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.choices import BoardRole, Escalation, RegulationAct, RegulationStatus
from editorial.models import BoardGroup, Boards, Regulation, RegulationEvent
from editorial.regulations.drafting import facts_for
from editorial.regulations.facts import Difference, Facts, differences, fingerprint, from_json, gather_facts
from editorial.regulations.kinds import KINDS, WEBSITE, RegulationKind, kinds_in_force
from editorial.selectors.boards import board_roles
from network.models import Institution

HEAVY = ("parts", "facts", "body", "body_en")


class RegulationCondition(TextChoices):
    """Where an institution stands with one regulation, the worst first."""

    NONE = "none", _("No regulation yet")
    DRAFT = "draft", _("Being drafted")
    WAITING = "waiting", _("Waiting for the head's approval")
    UPCOMING = "upcoming", _("Approved, not yet in force")
    OVERDUE = "overdue", _("Review overdue")
    DRIFTED = "drifted", _("Differs from the settings")
    IN_FORCE = "in_force", pgettext_lazy("regulation", "In force")


WORST_FIRST = {condition: rank for rank, condition in enumerate(RegulationCondition.values)}
HOLDS = frozenset({RegulationCondition.IN_FORCE, RegulationCondition.DRIFTED, RegulationCondition.OVERDUE})


@dataclass(frozen=True)
class RegulationState:
    """One regulation of one institution on a day. `in_force` and `open` come without their texts."""

    kind: RegulationKind
    condition: RegulationCondition
    in_force: Regulation | None = None
    upcoming: Regulation | None = None
    open: Regulation | None = None
    is_drifted: bool = False
    is_overdue: bool = False

    @property
    def latest(self) -> Regulation | None:
        """The newest approved version: the one that has to agree with the configuration."""
        return self.upcoming or self.in_force


@dataclass(frozen=True)
class Drift:
    """What the newest approved version of a regulation says otherwise than the configuration does now."""

    regulation: Regulation
    differences: list[Difference]


@dataclass(frozen=True)
class Approver:
    """Whose head approves: the institution's own, or the nearest authority's above where there is none who may.

    `reason` says why it goes further up; no user: nobody may yet.
    """

    institution: Institution
    user_ids: frozenset[int]
    escalated_from: Institution | None = None
    reason: str = ""


NO_HEAD = _("Nobody holds the role of the head on this site.")
HEAD_WROTE = _("The head of this site drafted or changed this version, and nobody approves what they wrote.")


def regulation_readers(user) -> QuerySet[Institution]:
    """The institutions whose regulations a person may read in the admin: own boards, and all below those."""
    if user.is_superuser and user.is_active:
        return Institution.objects.all()
    own = list(
        Institution.objects.filter(pk__in={pk for pk, _role in board_roles(user)}).values_list(
            "path", flat=True
        )
    )
    below = Q(pk__in=())
    for path in own:
        below |= Q(path__range=Institution._get_children_path_interval(path)) | Q(path=path)
    return Institution.objects.filter(below)


def open_regulation(institution: Institution, kind: RegulationKind) -> Regulation | None:
    """The draft, or what waits for the head."""
    return Regulation.objects.open().filter(institution=institution, kind=kind.code).first()


def latest_approved(institution: Institution, kind: RegulationKind) -> Regulation | None:
    return (
        Regulation.objects.approved()
        .filter(institution=institution, kind=kind.code)
        .order_by("-version")
        .first()
    )


def regulations_in_force(institution: Institution, *, on: date | None = None) -> list[Regulation]:
    """The version in force of each kind, in the order of the kinds, without the texts; one query."""
    rows = Regulation.objects.in_force(on).filter(institution=institution).defer(*HEAVY).order_by("version")
    found = {row.kind: row for row in rows if row.kind in KINDS}
    return [found[code] for code in KINDS if code in found]


def approved_versions(
    institution: Institution, kind: RegulationKind, *, on: date | None = None
) -> list[Regulation]:
    """What the public archive shows: every version that is or was in force, the newest first; one query."""
    return list(
        Regulation.objects.in_force(on)
        .filter(institution=institution, kind=kind.code)
        .select_related("institution", "approving_institution")
        .order_by("-version")
    )


def present_facts(institution: Institution, kind: RegulationKind, *, on: date | None = None) -> Facts:
    """What a text of this kind would be drafted from now."""
    return facts_for(kind, gather_facts([institution], on=on)[institution.pk])


def differences_of(regulation: Regulation, *, on: date | None = None) -> list[Difference]:
    """What one version says otherwise than the configuration does now."""
    now = gather_facts([regulation.institution], on=on)[regulation.institution_id]
    return _differences(regulation.spec, regulation.text_facts, now)


def _differences(kind: RegulationKind, text: Facts, now: Facts) -> list[Difference]:
    """A fact that texts of this kind no longer say, since the software changed, is no difference."""
    return differences(facts_for(kind, text), facts_for(kind, now))


def regulation_drift(institution: Institution, *, on: date | None = None) -> list[Drift]:
    """What has drifted on one site, for each regulation; empty where the texts say what is so."""
    now = gather_facts([institution], on=on)[institution.pk]
    newest: dict[str, Regulation] = {}
    for row in Regulation.objects.approved().filter(institution=institution).order_by("version"):
        newest[row.kind] = row
    drifts = (
        Drift(newest[kind.code], _differences(kind, newest[kind.code].text_facts, now))
        for kind in kinds_in_force(on)
        if kind.code in newest
    )
    return [drift for drift in drifts if drift.differences]


def regulation_states(
    institutions: Iterable[Institution], *, on: date | None = None
) -> dict[int, list[RegulationState]]:
    """Institution id → one state for each regulation that the law asks for. A fixed number of queries for any number of
    institutions."""
    found = list(institutions)
    day = on or timezone.localdate()
    rows: dict[tuple[int, str], list[Regulation]] = defaultdict(list)
    stored = Regulation.objects.filter(institution__in=[i.pk for i in found]).defer(*HEAVY)
    for row in stored.order_by("version"):
        rows[row.institution_id, row.kind].append(row)
    facts = gather_facts([i for i in found if any((i.pk, code) in rows for code in KINDS)], on=day)
    suspects = _suspects(rows, facts)
    texts = dict(Regulation.objects.filter(pk__in=suspects).values_list("pk", "facts"))
    drifted = {
        pk
        for pk, (kind, now) in suspects.items()
        if pk in texts and _differences(kind, from_json(texts[pk]), now)
    }
    return {
        i.pk: [_state(kind, rows[i.pk, kind.code], drifted, day) for kind in kinds_in_force(day)]
        for i in found
    }


def _suspects(
    rows: dict[tuple[int, str], list[Regulation]], facts: dict[int, Facts]
) -> dict[int, tuple[RegulationKind, Facts]]:
    """Id of each newest approved version whose fingerprint is not that of the facts now → its kind, the facts now."""
    found = {}
    for (pk, code), versions in rows.items():
        newest = next((row for row in reversed(versions) if row.is_approved), None)
        if newest is None or code not in KINDS:
            continue
        if newest.facts_sha256 != fingerprint(facts_for(KINDS[code], facts[pk])):
            found[newest.pk] = (KINDS[code], facts[pk])
    return found


def _state(kind: RegulationKind, rows: list[Regulation], drifts: set[int], day: date) -> RegulationState:
    """`rows` in the order of their versions."""
    approved = [row for row in rows if row.status == RegulationStatus.APPROVED]
    in_force = next((row for row in reversed(approved) if row.effective_on <= day), None)
    upcoming = approved[-1] if approved and approved[-1].effective_on > day else None
    opened = next((row for row in rows if row.is_open), None)
    latest = upcoming or in_force
    drifted = latest is not None and latest.pk in drifts
    overdue = latest is not None and latest.review_on is not None and latest.review_on < day
    if in_force is None:
        condition = _without_force(upcoming, opened)
    elif overdue:
        condition = RegulationCondition.OVERDUE
    else:
        condition = RegulationCondition.DRIFTED if drifted else RegulationCondition.IN_FORCE
    return RegulationState(kind, condition, in_force, upcoming, opened, drifted, overdue)


def _without_force(upcoming: Regulation | None, opened: Regulation | None) -> RegulationCondition:
    if upcoming is not None:
        return RegulationCondition.UPCOMING
    if opened is None:
        return RegulationCondition.NONE
    return RegulationCondition.WAITING if opened.is_submitted else RegulationCondition.DRAFT


def office_holders(institution: Institution) -> dict[str, list[str]]:
    """Role → names of the chief editors and editors, whom the regulation in force names; one query."""
    rows = BoardGroup.objects.filter(
        institution=institution, role__in=[BoardRole.CHIEF, BoardRole.EDITOR], group__user__is_active=True
    ).values_list("role", "group__user__first_name", "group__user__last_name", "group__user__username")
    found: dict[str, list[str]] = defaultdict(list)
    for role, first, last, username in rows:
        found[role].append(f"{first} {last}".strip() or username)
    return {role: sorted(names) for role, names in found.items()}


def members_without_regulation(
    authorities: Iterable[Institution], *, on: date | None = None
) -> list[tuple[Institution, int]]:
    """For each authority, how many active institutions below it have no regulation on their website in force; one query
    for each of the few authorities that a person leads."""
    in_force = Regulation.objects.in_force(on).filter(kind=WEBSITE.code, institution=OuterRef("pk"))
    found = []
    for authority in authorities:
        below = Institution.objects.active().filter(
            path__range=Institution._get_children_path_interval(authority.path)
        )
        found.append((authority, below.exclude(Exists(in_force)).count()))
    return found


def writers_of(*regulations: Regulation) -> dict[int, frozenset[int]]:
    """Regulation id → ids of those who drafted, changed or handed in that version; one query."""
    acts = (RegulationAct.DRAFTED, RegulationAct.EDITED, RegulationAct.REFRESHED, RegulationAct.SUBMITTED)
    rows = RegulationEvent.objects.filter(
        regulation__in=[row.pk for row in regulations], act__in=acts, by__isnull=False
    ).values_list("regulation_id", "by_id")
    found: dict[int, set[int]] = defaultdict(set)
    for pk, user_id in rows:
        found[pk].add(user_id)
    return {row.pk: frozenset(found[row.pk]) for row in regulations}


def approver_for(institution: Institution, *, writers: Collection[int] = ()) -> Approver:
    """Whose head approves a version that these people wrote; two queries."""
    return _approvers([(institution, writers)])[0]


def approver_of(regulation: Regulation) -> Approver:
    return approver_for(regulation.institution, writers=writers_of(regulation)[regulation.pk])


def _approvers(cases: list[tuple[Institution, Collection[int]]]) -> list[Approver]:
    """The answer for each institution with the writers of its version; two queries for any number. The way up is that of
    every step of the approval chain."""
    boards = Boards([institution for institution, _writers in cases])
    return [_route(boards, institution, writers) for institution, writers in cases]


def _route(boards: Boards, institution: Institution, writers: Collection[int]) -> Approver:
    route = boards.route(institution, BoardRole.HEAD, writers)
    reason = str(HEAD_WROTE if route.reason == Escalation.OWN else NO_HEAD) if route.reason else ""
    able = () if route.is_stuck else boards.able(route.board, BoardRole.HEAD, writers)
    return Approver(route.board, frozenset(able), route.escalated_from, reason)


def waiting_regulations(user) -> list[Regulation]:
    """What waits for this person's approval, the oldest first: own institutions, and those below without a head who
    may."""
    headed = {pk for pk, role in board_roles(user) if role == BoardRole.HEAD}
    if not headed:
        return []
    below = Q(pk__in=())
    for path in Institution.objects.filter(pk__in=headed).values_list("path", flat=True):
        below |= Q(institution__path__range=Institution._get_children_path_interval(path)) | Q(
            institution__path=path
        )
    rows = (
        Regulation.objects.filter(below, status=RegulationStatus.SUBMITTED)
        .select_related("institution")
        .defer(*HEAVY)
        .order_by("submitted_at", "pk")
    )
    waiting = list(rows)
    writers = writers_of(*waiting)
    approvers = _approvers([(row.institution, writers[row.pk]) for row in waiting])
    return [row for row, approver in zip(waiting, approvers, strict=True) if user.pk in approver.user_ids]
