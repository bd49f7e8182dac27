"""What the health page shows of waiting rooms and of forms that wait to be filed."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _

from enrolment.models import WaitingRoom
from enrolment.waiting_room.services import pace_of
from network.health import Level
from privacy.models import SentForm
from privacy.services.sent import MOST_TRIES

FILED_LATE = timedelta(minutes=10)


def rooms_health(now: datetime) -> tuple:
    """How many wait, and at which pace they are let in; one query."""
    rooms = WaitingRoom.objects.filter(opens_at__lte=now, closes_at__gt=now)
    waiting, pace, numbers = 0, 0, 0
    for room in rooms:
        waiting += max(0, ceil(room.last_position - pace_of(room).door(now.timestamp())))
        pace += room.per_minute
        numbers += room.last_number
    found = {"rooms": len(rooms), "waiting": waiting, "a_minute": pace, "numbers": numbers}
    if not rooms:
        return Level.OK, _("None is open."), found
    text = _("%(rooms)s are open: %(waiting)s people wait, %(a_minute)s are let in a minute.")
    return Level.OK, text % found, found


def sent_health(now: datetime) -> tuple:
    """Forms whose senders have a receipt and that are not filed yet; one query."""
    found = SentForm.objects.filter(filed_at=None, refused_at=None).aggregate(
        waiting=Count("pk"), oldest=Min("sent_at"), stuck=Count("pk", filter=Q(tries__gte=MOST_TRIES))
    )
    is_late = found["oldest"] is not None and found["oldest"] < now - FILED_LATE
    level = Level.FAIL if found["stuck"] else Level.WARN if is_late else Level.OK
    text = _("%(waiting)s wait to be filed, %(stuck)s cannot be filed.") % found
    return level, text, found | {"oldest": found["oldest"].isoformat() if found["oldest"] else None}
