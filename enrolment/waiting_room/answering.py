"""What somebody sees who waits. The page is drawn once a language and room, with holes; each visit fills them by arithmetic, asks
nothing of the database and goes through neither session nor templates."""

from __future__ import annotations

import math
import re
import time
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enrolment.tries import Counted, tries_count
from enrolment.waiting_room.rooms import Address, Room, room_with_key, waiting_path
from enrolment.waiting_room.services import ticket_issue
from enrolment.waiting_room.tickets import VALID_MINUTES, Ticket
from privacy.throttle import network_of

PATH = re.compile(
    r"^/(?:(en)/)?phong-cho/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/(?:([^/]{1,80})/)?$"
)
STILL = "dung-yen"
"""In the query of whoever does not want the page to load itself anew."""
SOONEST, LATEST = 5, 60
"""Seconds between two visits: a tenth of what is left to wait, within these."""
DRAWN_SECONDS = 60.0
WAITING, TURN, OVER, BUSY, CLOSED = "waiting", "turn", "over", "busy", "closed"
HOLES = ("NUMBER", "PEOPLE", "MINUTES", "UNTIL", "ENTER", "HERE", "STILL", "SECONDS")
_MARK = re.compile("(" + "|".join(f"@@{name}@@" for name in HOLES) + ")")

_drawn: dict[tuple[str, str, UUID, str], tuple[float, list[str]]] = {}


def forget() -> None:
    _drawn.clear()


def answer_early(request: HttpRequest) -> HttpResponse | None:
    """The answer at an address of a waiting room; None for every other."""
    found = PATH.match(request.path_info)
    if found is None:
        return None
    language, key, text = found[1] or "vi", UUID(found[2]), found[3] or ""
    room = room_with_key(key)
    address = room.address(language) if room else None
    if room is None or address is None or request.get_host().partition(":")[0] != address.host:
        return None
    if not text:
        return given_number(room, request, language)
    return _shown(room, address, request, language, text)


def _shown(room: Room, address: Address, request: HttpRequest, language: str, text: str) -> HttpResponse:
    ticket, now = room.pace.read(text), time.time()
    enter = f"{address.enter_path}?ve={text}"
    if ticket is None or room.pace.is_late(ticket, now):
        return _page(OVER, room, address, language, {"ENTER": waiting_path(room, language)}, status=410)
    holes = {"NUMBER": _count(ticket.number, language), "ENTER": enter}
    seconds = room.pace.seconds_until(ticket, now)
    if not seconds:
        return _page(TURN, room, address, language, holes | {"UNTIL": _until(room, ticket, now)})
    again = min(LATEST, max(SOONEST, math.ceil(seconds / 10)))
    is_still = request.META.get("QUERY_STRING") == STILL
    here = request.path_info
    holes |= {
        "PEOPLE": _people(room.pace.people_before(ticket, now), language),
        "MINUTES": _minutes(seconds, language),
        "HERE": here,
        "STILL": here if is_still else f"{here}?{STILL}",
        "SECONDS": str(again),
    }
    response = _page(f"{WAITING}-{STILL}" if is_still else WAITING, room, address, language, holes)
    if not is_still:
        response["Refresh"] = str(again)
    return response


def _until(room: Room, ticket: Ticket, now: float) -> str:
    """Until when this ticket lets somebody begin: from its turn on, as long as tickets are good."""
    pace = room.pace
    left = VALID_MINUTES * 60 - (pace.door(now) - ticket.position) * 60 / pace.per_minute
    return timezone.localtime(
        datetime.fromtimestamp(now + left, tz=timezone.get_current_timezone())
    ).strftime("%H:%M")


@lru_cache(maxsize=2048)
def _people(number: int, language: str) -> str:
    with translation.override(language):
        if not number:
            return _("You are next.")
        text = ngettext("%(count)s person is before you.", "%(count)s people are before you.", number)
        return text % {"count": number_format(number, force_grouping=True)}


@lru_cache(maxsize=64)
def _words_of_minutes(minutes: int, language: str) -> str:
    with translation.override(language):
        if minutes < 1:
            return _("less than a minute")
        return ngettext("about %(count)s minute", "about %(count)s minutes", minutes) % {"count": minutes}


def _minutes(seconds: float, language: str) -> str:
    return _words_of_minutes(math.ceil(seconds / 60) if seconds >= 60 else 0, language)


def _count(number: int, language: str) -> str:
    separator = "." if language == "vi" else ","
    return f"{number:,}".replace(",", separator)


def given_number(room: Room, request: HttpRequest, language: str) -> HttpResponse:
    """The next number; who comes while nobody waits goes straight in. One network takes so many an hour."""
    address = room.address(language)
    if request.method == "HEAD":
        return to_waiting(room, language, "")
    network = Counted(
        f"tickets:{room.pace.key}", network_of(request), settings.EDUSITE_WAITING_NETWORK, is_busy=True
    )
    if tries_count([network], add=1, now=timezone.now())[0] > network.limit:
        return _page(BUSY, room, address, language, {"ENTER": waiting_path(room, language)}, status=429)
    ticket = ticket_issue(pace=room.pace)
    if ticket is None:
        return HttpResponseRedirect(address.page_path)
    text = room.pace.write(ticket)
    if room.pace.seconds_until(ticket, time.time()):
        return to_waiting(room, language, text)
    return _redirect(f"{address.enter_path}?ve={text}")


def to_waiting(room: Room, language: str, text: str) -> HttpResponse:
    return _redirect(waiting_path(room, language, text))


def _redirect(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address, status=303)
    response["Cache-Control"] = "no-store, private"
    return response


def _page(
    state: str, room: Room, address: Address, language: str, holes: dict, status: int = 200
) -> HttpResponse:
    pieces = _pieces(state, room, address, language)
    body = "".join(holes[piece] if number % 2 else piece for number, piece in enumerate(pieces))
    response = HttpResponse(body, status=status)
    for name, value in _headers(language).items():
        response.headers[name] = value
    return response


def _pieces(state: str, room: Room, address: Address, language: str) -> list[str]:
    key = (state, language, room.pace.key, address.title)
    found = _drawn.get(key)
    if found is None or time.monotonic() - found[0] > DRAWN_SECONDS:
        if len(_drawn) > 500:
            _drawn.clear()
        context = {"state": state.partition("-")[0], "is_still": state.endswith(STILL), "address": address}
        context |= {"is_lookup": room.is_lookup} | {name.lower(): f"@@{name}@@" for name in HOLES}
        with translation.override(language):
            text = render_to_string("enrolment/waiting_room.html", context | {"LANGUAGE_CODE": language})
        cut = _MARK.split(re.sub(r"\n\s*\n+", "\n", text))
        pieces = [piece.strip("@") if number % 2 else piece for number, piece in enumerate(cut)]
        _drawn[key] = found = (time.monotonic(), pieces)
    return found[1]


@lru_cache(maxsize=4)
def _headers(language: str) -> dict[str, str]:
    """What the middleware behind this one would have added."""
    policy = "; ".join(f"{name} {' '.join(values)}" for name, values in settings.PUBLIC_CSP.items())
    headers = {
        "Content-Language": language,
        "Cache-Control": "no-store, private",
        "Content-Security-Policy": policy,
        "X-Robots-Tag": "noindex, nofollow",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
    return headers
