"""What goes into an assignment, and what still stands in its way (reads only)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enrolment.allocation.lots import number_is_settled
from enrolment.allocation.method import Rules, Wished
from enrolment.campaigns.selectors import Place, places_of
from enrolment.choices import ApplicationState, Phase, Ranking, WishOutcome
from enrolment.models import Application, CampaignPage, LotSeed, Wish

__all__ = [
    "Input",
    "Obstacle",
    "direct_of",
    "input_of",
    "obstacles",
    "register_obstacle",
    "rules_of",
    "waiting_phase",
]

_S = ApplicationState
UNDECIDED = (_S.SUBMITTED, _S.MORE)
PLACED = (_S.ADMITTED, _S.CONFIRMED)
THOUSAND = Decimal(1000)


@dataclass(frozen=True)
class Obstacle:
    """Why nothing can be computed yet. `can_be_waived`: an officer may decide to compute all the same."""

    text: str
    can_be_waived: bool = False


@dataclass(frozen=True)
class Input:
    """The wishes with the ids of their rows, and the places that are left for them."""

    wishes: list[Wished]
    ids: dict[tuple[str, int], int]
    quotas: dict[str, int]
    direct: dict[str, int]
    rules: Rules


Reason = Callable[[CampaignPage], list[str]]
_reasons: list[Reason] = []


def register_obstacle(reason: Reason) -> None:
    """Let another part name what has to be done before places are given. Called in ``AppConfig.ready()``."""
    if reason not in _reasons:
        _reasons.append(reason)


def waiting_phase(campaign: CampaignPage) -> tuple[datetime, datetime | None] | None:
    """From when until when waiting lists move up; None: there are none. Without an end they stay until somebody names it."""
    rows = [(p.starts_at, p.ends_at) for p in campaign.phases.all() if p.kind == Phase.WAITING]
    if not rows:
        return None
    ends = [end for _start, end in rows]
    return min(start for start, _end in rows), None if None in ends else max(ends)


def rules_of(campaign: CampaignPage) -> Rules:
    return Rules(
        by_score=campaign.ranking == Ranking.SCORE,
        uses_catchment=campaign.uses_catchment,
        has_waiting_list=waiting_phase(campaign) is not None,
    )


def direct_of(campaign: CampaignPage) -> dict[str, int]:
    """Places taken before any assignment, by direct admission; one query."""
    rows = (
        Wish.objects.filter(
            application__campaign=campaign,
            application__state__in=PLACED,
            outcome=WishOutcome.ADMITTED,
        )
        .values("school_id", "track")
        .annotate(count=Count("pk"))
    )
    return {f"{row['school_id']}/{row['track']}": row["count"] for row in rows}


def _rows(campaign: CampaignPage) -> Iterator[tuple]:
    fields = ("pk", "application__lot_code", "position", "school_id", "track")
    ranked = ("is_first", "catchment", "score", "points")
    rows = Wish.objects.filter(application__campaign=campaign, application__state=_S.VALID).order_by()
    return rows.values_list(*fields, *ranked).iterator(chunk_size=5000)


def input_of(campaign: CampaignPage, places: list[Place] | None = None) -> Input:
    """Everything that the method is given: wishes of valid applications, quotas less direct admissions. A fixed number of queries
    (rows in parts of 5,000)."""
    places = places_of(campaign) if places is None else places
    direct = direct_of(campaign)
    quotas = {place.key: max(place.track.quota - direct.get(place.key, 0), 0) for place in places}
    wishes, ids = [], {}
    for pk, code, position, school, track, is_first, group, score, points in _rows(campaign):
        total = None if score is None else int((score + points) * THOUSAND)
        wishes.append(Wished(code, position, f"{school}/{track}", is_first, group, total))
        ids[code, position] = pk
    return Input(wishes, ids, quotas, direct, rules_of(campaign))


def obstacles(campaign: CampaignPage, *, now: datetime | None = None) -> list[Obstacle]:
    """What has to be done first, as sentences; ten queries at any number of applications."""
    now = now or timezone.now()
    found: list[Obstacle] = []
    if now < campaign.closes_at:
        moment = f"{timezone.localtime(campaign.closes_at):%H:%M %d/%m/%Y}"
        found.append(Obstacle(_("Applications are taken until %(moment)s.") % {"moment": moment}))
    seed = LotSeed.objects.filter(campaign=campaign).first()
    if seed is None:
        found.append(Obstacle(_("The seed of the lots has not been drawn yet.")))
    elif not number_is_settled(campaign, seed):
        found.append(
            Obstacle(_("The public number has to be entered by one person and confirmed by another."))
        )
    found += _of_applications(campaign)
    found += _of_wishes(campaign)
    return found + [Obstacle(text) for reason in _reasons for text in reason(campaign)]


def _of_applications(campaign: CampaignPage) -> list[Obstacle]:
    counts = Application.objects.filter(campaign=campaign).aggregate(
        undecided=Count("pk", filter=Q(state__in=UNDECIDED)),
        proposed=Count("pk", filter=~Q(proposed_state="")),
        valid=Count("pk", filter=Q(state=_S.VALID)),
    )
    found = []
    if number := counts["undecided"]:
        text = ngettext(
            "%(number)s application has not been checked or completed.",
            "%(number)s applications have not been checked or completed.",
            number,
        )
        found.append(Obstacle(text % {"number": number}))
    if number := counts["proposed"]:
        text = ngettext(
            "%(number)s proposed decision waits for a second person.",
            "%(number)s proposed decisions wait for a second person.",
            number,
        )
        found.append(Obstacle(text % {"number": number}))
    if not counts["valid"]:
        found.append(Obstacle(_("There is no valid application.")))
    return found


def _of_wishes(campaign: CampaignPage) -> list[Obstacle]:
    wishes = Wish.objects.filter(application__campaign=campaign, application__state=_S.VALID)
    found = []
    if campaign.ranking == Ranking.SCORE and (number := wishes.filter(score=None, is_first=False).count()):
        text = ngettext("%(number)s wish has no score.", "%(number)s wishes have no score.", number)
        found.append(Obstacle(text % {"number": number}, can_be_waived=True))
    known = {place.key for place in places_of(campaign)}
    named = wishes.order_by().values_list("school_id", "school__name", "track").distinct()
    lost = sorted(f"{name} ({track})" for pk, name, track in named if f"{pk}/{track}" not in known)
    if lost:
        found.append(
            Obstacle(
                _("Wishes name classes that no published notice offers: %(classes)s.")
                % {"classes": ", ".join(lost[:5])}
            )
        )
    without = Application.objects.filter(campaign=campaign, state=_S.VALID).filter(
        ~Exists(Wish.objects.filter(application=OuterRef("pk")))
    )
    if number := without.count():
        text = ngettext(
            "%(number)s valid application names no wish.",
            "%(number)s valid applications name no wish.",
            number,
        )
        found.append(Obstacle(text % {"number": number}))
    return found
