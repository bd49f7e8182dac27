"""Tickets: a number in the order of arrival, signed. What one says at a moment follows from time and rate, without a query.

A ticket is ``number.position.signature`` in the address: reloading, another network, another phone with the same address keep the
place. It holds nothing of a person.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import math
import re
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

VALID_MINUTES = 30
"""So long after its turn a ticket lets somebody begin."""
_TEXT = re.compile(r"^([1-9][0-9]{0,17})\.([0-9]{1,18})\.([A-Za-z0-9_-]{22})$", re.ASCII)
_SCALE = 1000


@dataclass(frozen=True)
class Ticket:
    """`position`: how far the door has to be; at least that of every number before."""

    number: int
    position: float


@dataclass(frozen=True)
class Pace:
    """How far the door of a room is at a moment (`WaitingRoom`), as this process knows it."""

    key: UUID
    opening: int
    """Seconds since 1970 at which numbers began: yesterday's tickets are no longer good."""
    per_minute: int
    base_at: float
    base_position: float
    closes: float

    def door(self, now: float) -> float:
        return self.base_position + self.per_minute / 60 * max(0.0, now - self.base_at)

    def seconds_until(self, ticket: Ticket, now: float) -> float:
        """How long this ticket still waits; 0: it is its turn."""
        if ticket.position <= self.door(now):
            return 0.0
        ahead = max(0.0, self.base_at - now)
        return ahead + (ticket.position - self.door(now)) * 60 / self.per_minute

    def people_before(self, ticket: Ticket, now: float) -> int:
        return max(0, math.ceil(ticket.position - self.door(now)) - 1)

    def is_late(self, ticket: Ticket, now: float) -> bool:
        """Whether its turn is so long over that somebody else has the place."""
        return self.door(now) - ticket.position > self.per_minute * VALID_MINUTES

    def write(self, ticket: Ticket) -> str:
        body = f"{ticket.number}.{round(ticket.position * _SCALE)}"
        return f"{body}.{self._signature(body)}"

    def read(self, text: str) -> Ticket | None:
        """The ticket; None where it is not one of this room and these hours."""
        found = _TEXT.match(text)
        if found is None:
            return None
        number, position, signature = found.groups()
        if not hmac.compare_digest(signature, self._signature(f"{number}.{position}")):
            return None
        return Ticket(int(number), int(position) / _SCALE)

    def _signature(self, body: str) -> str:
        text = f"waiting-room|{self.key.hex}|{self.opening}|{body}".encode()
        digest = hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).digest()[:16]
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")
