"""Lets people into forms and look-ups by their tickets (``privacy.entry``)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from enrolment.models import ExaminationPage
from enrolment.tries import Counted, tries_count
from enrolment.waiting_room.answering import given_number, to_waiting
from enrolment.waiting_room.rooms import Room, room_before, waiting_path
from enrolment.waiting_room.services import SpentError, is_spent, ticket_spend
from enrolment.waiting_room.tickets import Ticket
from privacy.entry import EntryRefusedError

QUERY = "ve"
"""Name of the ticket in an address (vé: a ticket)."""


def ticket_of(room: Room, request: HttpRequest) -> Ticket | None:
    """The ticket that a request carries, where it is its turn."""
    ticket = room.pace.read(request.GET.get(QUERY, ""))
    now = timezone.now().timestamp()
    if ticket is None or room.pace.seconds_until(ticket, now) or room.pace.is_late(ticket, now):
        return None
    return ticket


def turned_away(room: Room, request: HttpRequest) -> HttpResponse:
    """To where somebody waits: with the ticket that they have and whose turn is to come, else with a new one."""
    language, text = get_language() or "vi", request.GET.get(QUERY, "")
    ticket = room.pace.read(text)
    if ticket and room.pace.seconds_until(ticket, timezone.now().timestamp()):
        return to_waiting(room, language, text)
    return given_number(room, request, language)


class FormDoor:
    """Before the first step of a form; a look-up is no form of this kind."""

    def refusal(self, page, request: HttpRequest) -> HttpResponse | None:
        room = self._room(page)
        if room is None:
            return None
        ticket = ticket_of(room, request)
        if ticket is not None and not is_spent(key=room.pace.key, ticket=ticket):
            return None
        return turned_away(room, request)

    def query(self, request: HttpRequest) -> str:
        text = request.GET.get(QUERY, "")
        return (
            f"?{QUERY}={text}"
            if text and text.replace(".", "").replace("-", "").replace("_", "").isalnum()
            else ""
        )

    def begun(self, page, request: HttpRequest, draft) -> None:
        room = self._room(page)
        if room is None:
            return
        ticket = ticket_of(room, request)
        if ticket is None:
            raise EntryRefusedError(turned_away(room, request))
        try:
            ticket_spend(key=room.pace.key, ticket=ticket, draft=draft)
        except SpentError:
            raise EntryRefusedError(given_number(room, request, get_language() or "vi")) from None

    def _room(self, page) -> Room | None:
        if not page.kind_of_form.is_rushed or isinstance(page, ExaminationPage):
            return None
        return room_before(page.translation_key)


def lookup_refusal(request: HttpRequest, page_key) -> HttpResponse | None:
    """Before a look-up: whose turn it is tries a few times with one ticket; nobody else does."""
    room = room_before(page_key)
    if room is None:
        return None
    ticket = ticket_of(room, request)
    if ticket is None:
        return turned_away(room, request)
    counted = Counted(f"ticket:{room.pace.key}", str(ticket.number), settings.EDUSITE_WAITING_LOOKUPS)
    if tries_count([counted], add=1, now=timezone.now())[0] > counted.limit:
        return given_number(room, request, get_language() or "vi")
    return None


def lookup_waits(request: HttpRequest, page_key) -> str:
    """Where a reader of an examination's page takes a number at this moment; empty: the look-up is open to them."""
    room = room_before(page_key)
    if room is None or ticket_of(room, request):
        return ""
    return waiting_path(room, get_language() or "vi")
