"""Hours and rate of a waiting room, its numbers, and what is begun with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from enrolment.models import SpentTicket, WaitingRoom
from enrolment.waiting_room.tickets import Pace, Ticket
from network.models import Institution
from privacy.models import FormDraft
from privacy.services import file_delete


class SpentError(Exception):
    """A ticket with which a form was sent already."""


def pace_of(room: WaitingRoom) -> Pace:
    return Pace(
        key=room.key,
        opening=int(room.opens_at.timestamp()),
        per_minute=room.per_minute,
        base_at=room.base_at,
        base_position=room.base_position,
        closes=room.closes_at.timestamp(),
    )


@transaction.atomic
def room_set(
    *,
    institution: Institution,
    page_key: UUID,
    opens_at: datetime,
    starts_at: datetime,
    closes_at: datetime,
    per_minute: int,
    now: datetime | None = None,
) -> WaitingRoom:
    """Set the hours and the rate. During the hours whoever waits keeps number and order; a new day begins with number one."""
    now = now or timezone.now()
    room = WaitingRoom.objects.select_for_update().filter(page_key=page_key).first()
    is_same_day = room is not None and room.opens_at == opens_at
    room = room or WaitingRoom(page_key=page_key)
    door = pace_of(room).door(now.timestamp()) if is_same_day else 0.0
    room.institution = institution
    room.opens_at, room.starts_at, room.closes_at = opens_at, starts_at, closes_at
    room.per_minute = per_minute
    room.base_position = door
    room.base_at = max(now, starts_at).timestamp()
    if not is_same_day:
        room.last_number, room.last_position = 0, 0.0
    room.full_clean()
    room.save()
    if not is_same_day:
        room.spent.all().delete()
    return room


@transaction.atomic
def room_remove(*, room: WaitingRoom, now: datetime | None = None) -> None:
    """Let everybody in from now on. A room in its hours ends now and goes with the others a month later, so that the addresses of
    those who wait lead on; before its hours it is deleted. After them nothing is left to do."""
    now = now or timezone.now()
    found = WaitingRoom.objects.select_for_update().filter(pk=room.pk).first()
    if found is None or found.closes_at <= now:
        return
    if now <= found.opens_at:
        found.delete()
        return
    found.starts_at, found.closes_at = min(found.starts_at, found.opens_at), now
    found.save(update_fields=["starts_at", "closes_at"])


def ticket_issue(*, pace: Pace, now: datetime | None = None) -> Ticket | None:
    """The next number: one statement, so that the order is that in which it ran; None where the room is gone.

    Where nobody waits the door has gone on meanwhile: the position is then where it stands, and its turn is now.
    """
    seconds = (now or timezone.now()).timestamp()
    greatest = "GREATEST" if connection.vendor == "postgresql" else "MAX"
    sql = (
        "UPDATE enrolment_waitingroom SET last_number = last_number + 1, "  # noqa: S608
        f"last_position = {greatest}(last_position + 1, base_position + "
        f"per_minute / 60.0 * {greatest}(0.0, %s - base_at)) WHERE key = %s RETURNING last_number, last_position"
    )
    key = WaitingRoom._meta.get_field("key").get_db_prep_value(pace.key, connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, [seconds, key])
        row = cursor.fetchone()
    return Ticket(row[0], row[1]) if row else None


def ticket_spend(*, key: UUID, ticket: Ticket, draft: FormDraft) -> None:
    """Bind a ticket to the form that was begun with it, inside the caller's transaction. Begun a second time before it was sent,
    as by pressing the button twice, the first form goes: one ticket is one form. Raises SpentError where it was sent."""
    room = WaitingRoom.objects.get(key=key)
    try:
        with transaction.atomic():
            SpentTicket.objects.create(room=room, number=ticket.number, draft=draft)
        return
    except IntegrityError:
        found = SpentTicket.objects.select_for_update().get(room=room, number=ticket.number)
    earlier = FormDraft.objects.filter(pk=found.draft_id, sent=None).first()
    if earlier is None:
        raise SpentError
    file_delete(files=earlier.files.all())
    found.draft = draft
    found.save(update_fields=["draft"])
    earlier.delete()


def is_spent(*, key: UUID, ticket: Ticket) -> bool:
    """Whether a form was sent, or is over, that was begun with this ticket."""
    found = SpentTicket.objects.filter(room__key=key, number=ticket.number).values_list(
        "draft", "draft__sent"
    )
    row = found.first()
    return row is not None and (row[0] is None or row[1] is not None)


def rooms_purge(*, now: datetime) -> int:
    """Delete rooms a month after their hours, with their spent tickets."""
    return WaitingRoom.objects.filter(closes_at__lt=now - timedelta(days=30)).delete()[0]
