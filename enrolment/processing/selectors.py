"""What officers see of a campaign: the queue, its counts, the quotas, without a name of anybody (W9.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page

from common.models import site_path
from enrolment.campaigns.selectors import Place, places_of
from enrolment.choices import ApplicationState, Channel, WishOutcome
from enrolment.models import AdmissionNoticePage, Application, CampaignPage, Wish
from enrolment.policies import campaign_institution, desk_institutions
from network.models import Institution
from network.selectors import in_tree, institutions_for_paths
from privacy.codes import normalised_reference

_S = ApplicationState
CHECKED = (_S.VALID, _S.ADMITTED, _S.WAITING, _S.NOT_ADMITTED, _S.CONFIRMED, _S.DECLINED, _S.LAPSED)
"""States in which an application was found valid."""
LATE = (_S.MORE, _S.ADMITTED)
"""States in which the applicant has to do something until `due_on`."""
SORTS = {
    "received": "submission__created_at",
    "newest": "-submission__created_at",
    "since": "state_at",
    "due": "due_on",
    "reference": "submission__reference",
    "number": "candidate_number",
}
"""Order → column, with a sign before it for the last one first; rows that are equal in it follow the order in which they came."""
OVERDUE, PROPOSED = "overdue", "proposed"


@dataclass(frozen=True)
class Office:
    """A person's part in one campaign: over all its schools, or for some of them."""

    campaign: CampaignPage
    owner: Institution
    offices: frozenset[int]

    @property
    def is_authority(self) -> bool:
        return self.owner.pk in self.offices

    @cached_property
    def places(self) -> list[Place]:
        """The classes that concern the person; five queries."""
        found = places_of(self.campaign)
        return found if self.is_authority else [place for place in found if place.school.pk in self.offices]

    @cached_property
    def schools(self) -> list[Institution]:
        return list({place.school.pk: place.school for place in self.places}.values())

    def rows(self, school: int | None = None) -> QuerySet[Application]:
        """The applications that the person checks."""
        rows = Application.objects.filter(campaign=self.campaign)
        if not self.is_authority:
            rows = rows.filter(handler__in=self.offices)
        return rows.filter(handler=school) if school else rows

    def named_rows(self) -> QuerySet[Application]:
        """Those that other schools check and that name one of the person's schools in a later wish."""
        named = Wish.objects.filter(application=OuterRef("pk"), school__in=self.offices)
        rows = Application.objects.filter(campaign=self.campaign).exclude(handler__in=self.offices)
        return rows.filter(Exists(named))


def office_for(user, campaign: CampaignPage) -> Office | None:
    """The person's part in a campaign, None where there is none; at most five queries."""
    offices = desk_institutions(user)
    owner = campaign_institution(campaign) if offices else None
    if owner is None:
        return None
    office = Office(campaign, owner, offices)
    if office.is_authority or campaigns_of(offices, campaign=campaign):
        return office
    return None


def campaigns_of(offices, *, campaign: CampaignPage | None = None) -> list[CampaignPage]:
    """The campaigns of these institutions, and those in which they have a notice or an application; the newest first.
    Two queries at any number of campaigns. `campaign` narrows to one."""
    keys = Institution.objects.filter(pk__in=offices).values("home_key")
    below = Q(pk__in=[])
    for home in Page.objects.filter(translation_key__in=keys).only("path", "depth"):
        below |= Q(**in_tree(home))
    pages = CampaignPage.objects.filter(locale__language_code="vi")
    notices = AdmissionNoticePage.objects.live().filter(below, campaign__isnull=False)
    wanted = Q(pk__in=notices.values("campaign")) | Q(
        Exists(Application.objects.filter(campaign=OuterRef("pk"), handler__in=offices))
    )
    rows = pages.filter(below | wanted)
    if campaign is not None:
        rows = rows.filter(pk=campaign.pk)
    return list(rows.defer_streamfields().order_by("-opens_at", "-pk"))


def owners_of(campaigns: list[CampaignPage]) -> Mapping[int, Institution | None]:
    """Id of a campaign → whose it is; two queries."""
    found = institutions_for_paths([page.path for page in campaigns])
    return {page.pk: found.get(site_path(page.path)) for page in campaigns}


def rows_checked_by(user, campaign: CampaignPage) -> QuerySet[Application]:
    """The applications of a campaign that a person checks."""
    office = office_for(user, campaign)
    return office.rows() if office else Application.objects.none()


@dataclass(frozen=True)
class QueueFilter:
    """What a queue is narrowed to, as it stands in its address; unknown values are as if nothing was chosen."""

    state: str = ""
    school: str = ""
    place: str = ""
    """``<school id>/<class>``: any wish for it."""
    priority: str = ""
    """``points``, ``first`` or ``none``."""
    catchment: str = ""
    channel: str = ""
    assigned: str = ""
    """``me``, ``nobody``."""
    sort: str = ""
    named: str = ""
    """``1``: those that other schools check."""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> QueueFilter:
        return cls(**{one.name: str(query.get(one.name, "")).strip()[:80] for one in fields(cls)})

    @property
    def chosen(self) -> dict[str, str]:
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}

    @property
    def order(self):
        return order_of(self.sort)


def order_of(sort: str, *, is_backwards: bool = False) -> tuple:
    """What to order by; empty values last."""
    column = SORTS.get(sort, SORTS["received"])
    is_last_first = column.startswith("-") != is_backwards
    name = F(column.lstrip("-"))
    if is_last_first:
        return name.desc(nulls_first=is_backwards or None), "-pk"
    return name.asc(nulls_last=True), "pk"


def queue_neighbours(rows: QuerySet[Application], application: Application, sort: str) -> list[UUID | None]:
    """The uids before and after an application in a queue of that order, whether it still stands in it or not; two queries of one
    row at any length of the queue."""
    column = SORTS.get(sort, SORTS["received"])
    name = column.lstrip("-")
    value = application
    for part in name.split("__"):
        value = getattr(value, part)
    found: list[UUID | None] = []
    for is_backwards in (True, False):
        goes_up = column.startswith("-") == is_backwards
        side = Q(pk__gt=application.pk) if goes_up else Q(pk__lt=application.pk)
        if value is None:
            beyond = Q(**{f"{name}__isnull": True}) & side
            if not goes_up:
                beyond |= Q(**{f"{name}__isnull": False})
        else:
            beyond = Q(**{name: value}) & side | Q(**{f"{name}__{'gt' if goes_up else 'lt'}": value})
            if goes_up:
                beyond |= Q(**{f"{name}__isnull": True})
        ordered = rows.filter(beyond).order_by(*order_of(sort, is_backwards=is_backwards))
        found.append(ordered.values_list("uid", flat=True).first())
    return found


def queue(office: Office, chosen: QueueFilter, user, today: date) -> QuerySet[Application]:
    """The applications that are asked for, in their order; one query, two with the schools of a place."""
    if chosen.named:
        rows = office.named_rows()
    else:
        rows = office.rows(
            int(chosen.school) if chosen.school.isascii() and chosen.school.isdigit() else None
        )
    rows = _by_state(rows, chosen.state, today)
    rows = _by_wish(rows, chosen, None if office.is_authority else office.offices)
    if chosen.channel in Channel.values:
        rows = rows.filter(channel=chosen.channel)
    if chosen.assigned == "me":
        rows = rows.filter(assigned_to=user)
    elif chosen.assigned == "nobody":
        rows = rows.filter(assigned_to=None)
    return rows.select_related("submission", "handler", "assigned_to", "proposed_by").order_by(*chosen.order)


def application_by_code(office: Office, text: str) -> Application | None:
    """The application of a reference code or a candidate number, in full, among those that the person may open; at most two
    queries."""
    code = text.strip()[:80]
    if not code:
        return None
    wanted = Q(submission__reference=normalised_reference(code)) | Q(candidate_number=code)
    for rows in (office.rows(), office.named_rows()):
        if found := rows.filter(wanted).select_related("submission").first():
            return found
    return None


def _by_state(rows, state: str, today: date):
    if state == OVERDUE:
        return rows.filter(state__in=LATE, due_on__lt=today)
    if state == PROPOSED:
        return rows.exclude(proposed_state="")
    return rows.filter(state=state) if state in _S.values else rows


def _by_wish(rows, chosen: QueueFilter, offices):
    """Narrows by what wishes say; wishes at schools of others do not count."""
    wishes = Wish.objects.filter(application=OuterRef("pk"))
    if offices is not None:
        wishes = wishes.filter(school__in=offices)
    school, _slash, track = chosen.place.partition("/")
    is_narrowed = False
    if track and school.isascii() and school.isdigit():
        wishes, is_narrowed = wishes.filter(school=int(school), track=track), True
    if chosen.catchment.isascii() and chosen.catchment.isdigit():
        wishes, is_narrowed = wishes.filter(catchment=int(chosen.catchment[:3])), True
    if chosen.priority == "first":
        wishes, is_narrowed = wishes.filter(is_first=True), True
    elif chosen.priority == "points":
        wishes, is_narrowed = wishes.filter(points__gt=0), True
    elif chosen.priority == "none":
        rows = rows.exclude(Exists(wishes.filter(Q(is_first=True) | Q(points__gt=0))))
    return rows.filter(Exists(wishes)) if is_narrowed else rows


@dataclass
class Counts:
    """How many applications of a queue are how far."""

    states: dict[str, int] = field(default_factory=dict)
    overdue: int = 0
    proposed: int = 0

    @property
    def all(self) -> int:
        return sum(self.states.values())


def counts_of(rows: QuerySet[Application], today: date) -> Counts:
    """One query."""
    overdue = Count("pk", filter=Q(state__in=LATE, due_on__lt=today))
    proposed = Count("pk", filter=~Q(proposed_state=""))
    found = Counts()
    lines = rows.order_by().values("state").annotate(n=Count("pk"), overdue=overdue, proposed=proposed)
    for line in lines:
        found.states[line["state"]] = line["n"]
        found.overdue += line["overdue"]
        found.proposed += line["proposed"]
    return found


def counts_by_school(rows: QuerySet[Application], today: date) -> dict[int, Counts]:
    """Id of the school that checks → counts; one query."""
    overdue = Count("pk", filter=Q(state__in=LATE, due_on__lt=today))
    proposed = Count("pk", filter=~Q(proposed_state=""))
    found: dict[int, Counts] = {}
    lines = (
        rows.order_by().values("handler", "state").annotate(n=Count("pk"), overdue=overdue, proposed=proposed)
    )
    for line in lines:
        own = found.setdefault(line["handler"], Counts())
        own.states[line["state"]] = line["n"]
        own.overdue += line["overdue"]
        own.proposed += line["proposed"]
    return found


@dataclass(frozen=True)
class PlaceCount:
    """The quota of one class and what there is for it."""

    place: Place
    wishes: int = 0
    first: int = 0
    valid: int = 0
    admitted: int = 0
    confirmed: int = 0

    @property
    def quota(self) -> int:
        return self.place.track.quota

    @property
    def left(self) -> int:
        return self.quota - self.admitted - self.confirmed


def place_counts(office: Office) -> list[PlaceCount]:
    """A line for each class of the office; one query besides the places."""
    valid = Q(application__state__in=CHECKED)
    taken = Q(outcome=WishOutcome.ADMITTED)
    lines = (
        Wish.objects.filter(application__campaign=office.campaign)
        .exclude(application__state=_S.WITHDRAWN)
        .order_by()
        .values("school", "track")
        .annotate(
            wishes=Count("pk"),
            first=Count("pk", filter=Q(position=1)),
            valid=Count("pk", filter=valid),
            admitted=Count("pk", filter=taken & Q(application__state=_S.ADMITTED)),
            confirmed=Count("pk", filter=taken & Q(application__state=_S.CONFIRMED)),
        )
    )
    if not office.is_authority:
        lines = lines.filter(school__in=office.offices)
    found = {(line.pop("school"), line.pop("track")): line for line in lines}
    return [
        PlaceCount(place, **found.get((place.school.pk, place.track.code), {})) for place in office.places
    ]


def quota_of(campaign: CampaignPage, school_id: int, track: str) -> int:
    """How many children a class admits; 0 where no published notice names it."""
    for place in places_of(campaign):
        if (place.school.pk, place.track.code) == (school_id, track):
            return place.track.quota
    return 0


def place_names(campaign: CampaignPage) -> dict[tuple[int, str], str]:
    """(School, class) → school and class, for showing wishes."""
    return {(place.school.pk, place.track.code): place.label for place in places_of(campaign)}
