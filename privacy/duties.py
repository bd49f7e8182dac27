"""Who answers for personal information in an institution. ``privacy`` owns the question; who leads a board and who heads an
institution, ``editorial`` answers through `register`.

REVIEW    handles requests of people, the publication guard, incidents and inspections: the officers whom the institution
          appointed in writing (law 91/2025, article 33); where there is none, the chief editor.
APPROVE   puts notices, activities and regulations into force: the head; where the board has no head, the chief editor.
OVERSEE   sees the state of members, numbers only, nothing that people sent: who reviews or approves for an authority above.

An administrator of the installation has none of these duties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.db.models.enums import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from privacy.models import PrivacyOfficer


class Duty(TextChoices):
    REVIEW = "review", _("Protection of personal information")
    APPROVE = "approve", _("Approval")
    OVERSEE = "oversee", _("Supervision of members")


@dataclass(frozen=True, kw_only=True)
class Boards:
    """What is known of boards: `led_by(user)` and `headed_by(user)` answer ids of institutions; `chiefs_of`, `heads_of` and
    `members_of` (everybody on the board) take ids of institutions and answer pairs (institution id, user id) of active people."""

    led_by: Callable[[object], Iterable[int]]
    headed_by: Callable[[object], Iterable[int]]
    chiefs_of: Callable[[Iterable[int]], Iterable[tuple[int, int]]]
    heads_of: Callable[[Iterable[int]], Iterable[tuple[int, int]]]
    members_of: Callable[[Iterable[int]], Iterable[tuple[int, int]]] = lambda ids: ()


_boards: list[Boards] = []


def register(boards: Boards) -> None:
    """Name who knows the boards; once."""
    if _boards and _boards[0] is not boards:
        raise ValueError("Boards are registered already.")
    _boards[:] = [boards]


def duties_of(user) -> frozenset[tuple[int, str]]:
    """The pairs (institution id, duty) of a person, supervision left out; at most five queries, kept on the user object for the
    request."""
    if not (user and user.is_authenticated and user.is_active):
        return frozenset()
    if not hasattr(user, "_edusite_privacy_duties"):
        user._edusite_privacy_duties = frozenset(_found(user))
    return user._edusite_privacy_duties


def _found(user) -> set[tuple[int, str]]:
    today = timezone.localdate()
    found = {
        (o.institution_id, Duty.REVIEW) for o in PrivacyOfficer.objects.in_office(today).filter(user=user)
    }
    if not _boards:
        return found
    boards = _boards[0]
    found |= {(pk, Duty.APPROVE) for pk in boards.headed_by(user)}
    if led := set(boards.led_by(user)):
        with_officer = set(
            PrivacyOfficer.objects.in_office(today)
            .filter(institution__in=led, user__is_active=True)
            .values_list("institution_id", flat=True)
        )
        with_head = {pk for pk, _user in boards.heads_of(led)}
        found |= {(pk, Duty.REVIEW) for pk in led - with_officer}
        found |= {(pk, Duty.APPROVE) for pk in led - with_head}
    return found


def ids_with(user, duty: Duty, *more: Duty) -> set[int]:
    """Ids of the institutions for which a person has one of these duties, supervision left out; no query of its own."""
    wanted = {duty, *more}
    return {pk for pk, held in duties_of(user) if held in wanted}


def is_in_charge(user, duty: Duty, *more: Duty) -> bool:
    """Whether a person has one of these duties anywhere; one query for supervision, kept on the user object, none for others."""
    if ids_with(user, duty, *more):
        return True
    return Duty.OVERSEE in {duty, *more} and any(
        i.is_authority and i.numchild for i in duty_institutions(user)
    )


def duty_institutions(user) -> list[Institution]:
    """The institutions for which a person has a duty, supervision left out; one query, kept on the user object."""
    ids = {pk for pk, _duty in duties_of(user)}
    if not ids:
        return []
    if not hasattr(user, "_edusite_duty_institutions"):
        user._edusite_duty_institutions = list(Institution.objects.filter(pk__in=ids))
    return user._edusite_duty_institutions


def may(user, duty: Duty, institution: Institution | None) -> bool:
    """Whether a person has that duty for that institution."""
    return institution is not None and institution.pk in set(
        institutions_with(user, duty).filter(pk=institution.pk).values_list("pk", flat=True)
    )


def institutions_with(user, duty: Duty, *more: Duty) -> QuerySet[Institution]:
    """The institutions for which a person has one of these duties: where every list and look-up of staff begins."""
    reach = Q(pk__in=ids_with(user, duty, *more))
    if Duty.OVERSEE in {duty, *more}:
        for path, end in ((i.path, _after(i.path)) for i in duty_institutions(user) if i.is_authority):
            reach |= Q(path__gt=path, path__lt=end)
    return Institution.objects.filter(reach)


def _after(path: str) -> str:
    """The first path that is no longer below `path`: a range uses the index on every database."""
    return path + "~"


def people_with(duty: Duty, institution: Institution) -> QuerySet:
    """The active people who have REVIEW or APPROVE for an institution."""
    users = get_user_model().objects.filter(is_active=True)
    boards = _boards[0] if _boards else None
    if duty == Duty.REVIEW:
        officers = PrivacyOfficer.objects.in_office(timezone.localdate()).filter(
            institution=institution, user__is_active=True
        )
        found = set(officers.values_list("user_id", flat=True))
    else:
        found = {user for _pk, user in boards.heads_of([institution.pk])} if boards else set()
    if not found and boards:
        found = {user for _pk, user in boards.chiefs_of([institution.pk])}
    return users.filter(pk__in=found)


def keepers_of(ids: Iterable[int]) -> dict[int, set[int]]:
    """Institution id → ids of the active people who have REVIEW or APPROVE there; three queries for any number."""
    ids = list(ids)
    in_office = PrivacyOfficer.objects.in_office(timezone.localdate())
    rows = in_office.filter(institution__in=ids, user__is_active=True)
    officers = set(rows.values_list("institution_id", "user_id"))
    heads = set(_boards[0].heads_of(ids)) if _boards else set()
    chiefs = set(_boards[0].chiefs_of(ids)) if _boards else set()
    settled = {pk for pk, _user in officers} & {pk for pk, _user in heads}
    found: dict[int, set[int]] = {pk: set() for pk in ids}
    for pk, user in officers | heads | {pair for pair in chiefs if pair[0] not in settled}:
        found[pk].add(user)
    return found


def candidates_of(institution: Institution) -> QuerySet:
    """The active people who may be appointed to protect personal information: those who serve on the board."""
    found = {user for _pk, user in _boards[0].members_of([institution.pk])} if _boards else set()
    return get_user_model().objects.filter(is_active=True, pk__in=found).order_by("last_name", "first_name")
