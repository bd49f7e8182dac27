"""Candidate numbers and rooms of an entrance examination, and the card that a candidate prints (W9.4, W9.8).

Candidates are put in an order that nobody chose and that everybody gets again: by a digest of their lot codes, never by name.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from enrolment.campaigns.selectors import Place, places_of
from enrolment.choices import ApplicationState
from enrolment.models import Application, CampaignPage, Wish
from enrolment.processing.selectors import office_for
from network.models import Institution
from privacy.choices import AuditAction
from privacy.services.access import audit_record

BATCH = 500
DIGITS = 4
_NUMBER = re.compile(r"(\d+)$")


@dataclass(frozen=True, kw_only=True)
class RoomPlan:
    """How candidates of one school are numbered and seated: ``prefix`` and four digits, so many to a room."""

    prefix: str
    room_size: int = 24
    first_room: int = 1


def order_key(campaign: CampaignPage, application: Application) -> str:
    """Where a candidate stands in the order: hexadecimal digits."""
    return hashlib.sha256(f"{campaign.translation_key}|{application.lot_code}".encode()).hexdigest()


def candidates_of(campaign: CampaignPage, school: Institution):
    """The applications that sit the examination at a school: those found valid that it checks."""
    return Application.objects.filter(campaign=campaign, handler=school, state=ApplicationState.VALID)


def numbers_assign(
    *, campaign: CampaignPage, school: Institution, user, plan: RoomPlan, again: bool = False
) -> int:
    """Give numbers and rooms to the candidates of a school who have none; `again`: to all of them anew, as long as no score was
    entered. Answers how many were given. The same candidates and plan give the same numbers.

    Raises PermissionDenied for whoever does not check for the school, ValidationError where numbers would stand twice.
    """
    office = office_for(user, campaign)
    if office is None or not (office.is_authority or school.pk in office.offices):
        raise PermissionDenied
    with transaction.atomic():
        rows = list(candidates_of(campaign, school).select_for_update().order_by("pk"))
        if again:
            if Wish.objects.filter(application__in=rows, score__isnull=False).exists():
                raise ValidationError(
                    _("Scores were entered under these numbers: they stay as they are."), code="scores"
                )
            for row in rows:
                row.candidate_number = row.room = ""
        new = sorted(
            (row for row in rows if not row.candidate_number), key=lambda row: order_key(campaign, row)
        )
        _number(
            new, plan, last=_last_number(rows, plan.prefix), taken=Counter(r.room for r in rows if r.room)
        )
        _refuse_doubles(campaign, rows, new)
        if again:
            Application.objects.filter(pk__in=[row.pk for row in rows]).update(candidate_number="", room="")
        Application.objects.bulk_update(new, ["candidate_number", "room"], batch_size=BATCH)
        audit_record(
            institution=office.owner,
            action=AuditAction.CHANGE,
            object_ref=f"enrolment.campaign:{campaign.pk}:numbers:{school.pk}",
            user=user,
            count=len(new),
        )
    return len(new)


def _last_number(rows, prefix: str) -> int:
    own = (row.candidate_number for row in rows if row.candidate_number.startswith(prefix))
    return max((int(found[1]) for text in own if (found := _NUMBER.search(text[len(prefix) :]))), default=0)


def _number(new: list[Application], plan: RoomPlan, *, last: int, taken: Counter[str]) -> None:
    room = plan.first_room
    for number, row in enumerate(new, start=last + 1):
        while taken[f"{room:02}"] >= plan.room_size:
            room += 1
        row.candidate_number = f"{plan.prefix}{number:0{DIGITS}}"
        row.room = f"{room:02}"
        taken[row.room] += 1


def _refuse_doubles(campaign: CampaignPage, rows: list[Application], new: list[Application]) -> None:
    numbers = {row.candidate_number for row in new}
    others = Application.objects.filter(campaign=campaign).exclude(pk__in=[row.pk for row in rows])
    known = set(others.exclude(candidate_number="").values_list("candidate_number", flat=True))
    if numbers & known:
        raise ValidationError(
            _("Another school has numbers that begin like that. Choose other letters or digits."),
            code="prefix",
        )


@dataclass(frozen=True)
class RoomCount:
    """A room and how many sit in it."""

    room: str
    candidates: int
    first: str
    last: str


def rooms_of(campaign: CampaignPage, school: Institution) -> list[RoomCount]:
    """The rooms of a school with their first and last numbers; one query."""
    rows = Application.objects.filter(campaign=campaign, handler=school).exclude(candidate_number="")
    found: dict[str, list[str]] = {}
    for room, number in rows.values_list("room", "candidate_number"):
        found.setdefault(room, []).append(number)
    return [
        RoomCount(room, len(numbers), min(numbers), max(numbers)) for room, numbers in sorted(found.items())
    ]


@dataclass(frozen=True)
class ExamCard:
    """What a candidate takes to the examination; the name is for whoever shows the card to add."""

    number: str
    room: str
    school: Institution
    campaign: CampaignPage
    places: list[Place]
    exam_at: datetime | None
    exam_place: str


def exam_card(application: Application) -> ExamCard | None:
    """The card of a candidate with a number, for the applicant's own page; None before. Six queries."""
    if not application.candidate_number or application.state == ApplicationState.WITHDRAWN:
        return None
    campaign = application.campaign
    wished = set(application.wishes.values_list("school", "track"))
    places = [one for one in places_of(campaign) if (one.school.pk, one.track.code) in wished]
    own = [one for one in places if one.school.pk == application.handler_id]
    notice = own[0].notice if own else None
    return ExamCard(
        number=application.candidate_number,
        room=application.room,
        school=application.handler,
        campaign=campaign,
        places=places,
        exam_at=notice.exam_at if notice else None,
        exam_place=notice.exam_place if notice else "",
    )
