"""Who manages the people of which boards, and who they are. Every list costs a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.models import AccessReview, BoardEvent, Invitation, SuspendedRole, roles_of
from editorial.selectors.mandates import acts_on
from network.models import Institution

LEADING = (BoardRole.CHIEF, BoardRole.HEAD)
ORDER = list(BoardRole)


def managed_by(user) -> QuerySet[Institution]:
    """The active institutions whose people a person manages: those that they lead as chief editor or head, and
    for the leaders of an authority all below it. All of them for a superuser."""
    rows = Institution.objects.active()
    if user.is_superuser and user.is_active:
        return rows
    if not hasattr(user, "_edusite_managed"):
        led = {pk for pk, role in roles_of(user) if role in LEADING}
        found = rows.filter(pk__in=led).values_list("pk", "path", "kind")
        user._edusite_managed = [(pk, path, kind != "facility") for pk, path, kind in found]
    reach = Q(pk__in=[pk for pk, _path, _above in user._edusite_managed])
    for _pk, path, is_above in user._edusite_managed:
        if is_above:
            reach |= Q(path__range=(path, path + "~"))
    return rows.filter(reach)


def leads(user, institution: Institution) -> bool:
    """Whether the person is chief editor or head of this very institution in their own right: a role lent to an
    authority's chief editor does not count."""
    return any((institution.pk, role) in roles_of(user) for role in LEADING) and not acts_on(
        user, institution
    )


def acts_as_authority(user, institution: Institution) -> bool:
    """Whether the person acts on this board from above: each such act needs a reason."""
    return not leads(user, institution)


def assignable_roles(user, institution: Institution) -> list[BoardRole]:
    """The roles that a person may give on a board. A chief editor appoints authors, editors and chief editors; a head
    is appointed by the head, or from above."""
    if not managed_by(user).filter(pk=institution.pk).exists():
        return []
    is_head = (institution.pk, BoardRole.HEAD) in roles_of(user)
    if is_head or acts_as_authority(user, institution):
        return ORDER
    return [BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF]


def people_of(institutions) -> QuerySet:
    """The accounts with a role, held or suspended, on one of the boards; one row for each."""
    # One list of ids: PostgreSQL reads every account for two conditions joined by OR.
    members = get_user_model().groups.through.objects.filter(group__board_group__institution__in=institutions)
    suspended = SuspendedRole.objects.filter(institution__in=institutions)
    ids = members.order_by().values("user_id").union(suspended.order_by().values("user_id"))
    users = get_user_model().objects.filter(pk__in=ids)
    return users.order_by("last_name", "first_name", "pk")


@dataclass
class Place:
    """One person on one board."""

    institution: Institution
    roles: list[BoardRole] = field(default_factory=list)
    suspended: list[BoardRole] = field(default_factory=list)

    @property
    def roles_shown(self) -> str:
        return ", ".join(str(role.label) for role in self.roles or self.suspended)

    @property
    def stored(self) -> str:
        return ",".join(self.roles)


@dataclass
class PersonRow:
    """What a list shows of a person: only the boards that its reader manages."""

    user: object
    places: list[Place]
    has_factor: bool

    @property
    def is_idle(self) -> bool:
        return is_idle(self.user)


def is_idle(user, now: datetime | None = None) -> bool:
    """Whether nobody has signed in for as long as it takes until the letter that warns."""
    limit = (now or timezone.now()) - timedelta(days=settings.EDUSITE_IDLE_WARNING_DAYS)
    return (user.last_login or user.date_joined) < limit


def person_rows(users, institutions) -> list[PersonRow]:
    """Rows for a page of people, in three queries at any number of them."""
    ids = [user.pk for user in users]
    places: dict[int, dict[int, Place]] = defaultdict(dict)

    def place(user_id: int, institution: Institution) -> Place:
        return places[user_id].setdefault(institution.pk, Place(institution))

    memberships = get_user_model().groups.through.objects.filter(
        user_id__in=ids, group__board_group__institution__in=institutions
    )
    for row in memberships.select_related("group__board_group__institution"):
        board = row.group.board_group
        place(row.user_id, board.institution).roles.append(BoardRole(board.role))
    held = SuspendedRole.objects.filter(institution__in=institutions, user__in=ids)
    for row in held.select_related("institution"):
        place(row.user_id, row.institution).suspended.append(BoardRole(row.role))
    factors = set(
        Authenticator.objects.filter(user__in=ids, type__in=["totp", "webauthn"]).values_list(
            "user_id", flat=True
        )
    )
    for found in places.values():
        for one in found.values():
            one.roles.sort(key=ORDER.index)
            one.suspended.sort(key=ORDER.index)
    return [
        PersonRow(
            user, sorted(places[user.pk].values(), key=lambda p: p.institution.path), user.pk in factors
        )
        for user in users
    ]


def place_of(person, institution: Institution) -> Place:
    """A person's roles on one board, fresh from the database."""
    rows = person_rows([person], [institution])
    return rows[0].places[0] if rows[0].places else Place(institution)


def events_of(institutions) -> QuerySet[BoardEvent]:
    return BoardEvent.objects.filter(institution__in=institutions).select_related("institution")


def invitations_of(institutions) -> QuerySet[Invitation]:
    """Invitations that nobody has accepted, expired ones among them."""
    rows = Invitation.objects.filter(institution__in=institutions, accepted_at__isnull=True)
    return rows.select_related("institution", "invited_by").order_by("-created_at", "-pk")


@dataclass(frozen=True)
class ReviewDue:
    """When the head has to look through the rights of a board."""

    due_on: object
    is_open: bool
    is_overdue: bool


def access_reviews_due(institutions, now: datetime | None = None) -> dict[int, ReviewDue]:
    """Institution id → when its next review is due; two queries for any number of institutions."""
    now = now or timezone.now()
    latest: dict[int, datetime] = {}
    open_ = set()
    rows = AccessReview.objects.filter(institution__in=institutions).order_by("opened_at")
    for institution_id, closed_at in rows.values_list("institution_id", "closed_at"):
        if closed_at:
            latest[institution_id] = closed_at
        else:
            open_.add(institution_id)
    due = {}
    for pk, created in institutions.values_list("pk", "created_at"):
        since = latest.get(pk) or created
        on = timezone.localtime(since + timedelta(days=settings.EDUSITE_ACCESS_REVIEW_DAYS)).date()
        due[pk] = ReviewDue(on, pk in open_, on < timezone.localdate(now))
    return due


def access_review_due(institution: Institution, now: datetime | None = None) -> ReviewDue:
    return access_reviews_due(Institution.objects.filter(pk=institution.pk), now)[institution.pk]
