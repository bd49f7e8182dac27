"""The answer to a look-up: a page that is drawn once, with a hole for what this visitor sees.

On results day a province asks within minutes. Everything around the answer is the same for everybody and kept by each process
for FRAME_SECONDS; of the request only its origin and its fields are read. Nothing of a visitor is in the frame, and every
answer has as many bytes as any other.
"""

from __future__ import annotations

import re
import time
import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.results.keys import bare_birth
from enrolment.results.lookup import Answers, Result, answers_of, result_find, shown_rows
from enrolment.waiting_room.doorkeeper import lookup_refusal
from privacy.throttle import network_of

FRAME_SECONDS = 20.0
HOLE = "<!-- enrolment:answer -->"
ROOM = 4096
"""Bytes of the hole, to a multiple of which it is filled."""
PATH = re.compile(r"^/(?:(en)/)?ket-qua-thi/([0-9a-f-]{36})/$")

NOT_KEPT = frozenset({"content-length", "retry-after", "set-cookie", "date"})


@dataclass(frozen=True)
class Frame:
    """The page around an answer, and the headers that the usual road gives it."""

    kept_at: float
    before: bytes
    after: bytes
    headers: tuple[tuple[str, str], ...]


_frames: dict[tuple[str, str, uuid.UUID, str], Frame] = {}


def comes_from_this_site(request: HttpRequest) -> bool:
    """Whether a form of this very site sent the request, by what browsers say of its origin: the page with the form is stored for
    everybody and carries no token. A request that says nothing is refused."""
    own = (request.scheme, request.get_host())
    if origin := request.headers.get("Origin"):
        return tuple(urlsplit(origin)[:2]) == own
    if referer := request.headers.get("Referer"):
        return tuple(urlsplit(referer)[:2]) == own
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def _place(request: HttpRequest, key: uuid.UUID, language: str) -> tuple[str, str, uuid.UUID, str]:
    return (str(request.scheme), request.get_host(), key, language)


def frame_keep(request: HttpRequest, response: HttpResponse) -> None:
    """Keep the page around an answer for other visitors, as the usual road has finished it."""
    key, language, before, after = response.lookup_frame
    if response.status_code != 200 or response.has_header("Content-Encoding") or response.cookies:
        return
    if len(_frames) > 200:
        _frames.clear()
    headers = tuple((name, value) for name, value in response.items() if name.lower() not in NOT_KEPT)
    _frames[_place(request, key, language)] = Frame(time.monotonic(), before, after, headers)


def frame_of(request: HttpRequest, key: uuid.UUID, language: str) -> Frame | None:
    found = _frames.get(_place(request, key, language))
    return None if found is None or time.monotonic() - found.kept_at > FRAME_SECONDS else found


def frames_forget() -> None:
    _frames.clear()


def open_answers(request: HttpRequest, key: uuid.UUID) -> Answers | None:
    """What answers on this very site at this moment."""
    answers = answers_of(key)
    host = request.get_host().partition(":")[0]
    if answers is None or host not in answers.hosts or not answers.is_open(timezone.now()):
        return None
    return answers


@sensitive_variables()
def outcome_of(request: HttpRequest, answers: Answers, language: str) -> tuple[bytes, int]:
    """The filling of the hole, and the status."""
    entered = {name: request.POST.get(name, "") for name in ("number", "birth", "code")}
    if not entered["number"].strip():
        return _filling(language, fault=_("Enter your candidate number.")), 422
    if answers.asks_birth and not bare_birth(entered["birth"]):
        return _filling(
            answers, language, fault=_("Enter the date of birth as day, month, year: 05/09/2008.")
        ), 422
    result = result_find(answers=answers, network=network_of(request), **entered)
    return _filling(language, result=result), 429 if result.is_locked else 200


_constant: dict[tuple[str, str, bool], bytes] = {}
"""What is told where nothing is: the same for everybody, by language."""


@sensitive_variables()
def _filling(language: str, *, result: Result | None = None, fault: str = "") -> bytes:
    """What one visitor sees. The rows of a result are drawn in any case, so that a miss takes as long as a hit."""
    if result is None:
        return _without_result(language, fault, is_locked=False)
    own = _padded(_own_result(result, shown_rows(result, language, _("absent")), language))
    return own if result.is_found else _without_result(language, fault, is_locked=result.is_locked)


_parts: dict[str, tuple[str, str, str, str]] = {}
"""The template of a result in its four pieces, by language."""
_NUMBER, _LABEL, _VALUE = "@number@", "@label@", "@value@"


def _drawn(number: str, rows: list[tuple[str, str]]) -> str:
    context = {"result": Result(number), "rows": rows}
    return get_template("enrolment/results/own_result.html").render(context)


@sensitive_variables()
def _own_result(result: Result, rows: list[tuple[str, str]], language: str) -> str:
    """What the template draws, put together from pieces that it drew once."""
    if not rows:
        return _drawn(result.number, rows)
    if language not in _parts:
        # Two rows: what stands between them, and what stands around all.
        one, two = _drawn(_NUMBER, [(_LABEL, _VALUE)]), _drawn(_NUMBER, [(_LABEL, _VALUE)] * 2)
        row = two[one.index(_LABEL) : two.rindex(_LABEL)]
        start = one.index(_LABEL)
        tail = one[one.index(_VALUE) + len(_VALUE) :]
        between = row[row.index(_VALUE) + len(_VALUE) :]
        middle = row[len(_LABEL) : row.index(_VALUE)]
        _parts[language] = (one[:start], middle, between, tail)
    head, middle, between, tail = _parts[language]
    body = between.join(f"{escape(label)}{middle}{escape(value)}" for label, value in rows)
    return head.replace(_NUMBER, escape(result.number)) + body + tail


def _without_result(language: str, fault: str, *, is_locked: bool) -> bytes:
    key = (language, fault, is_locked)
    if key not in _constant:
        context = {"is_locked": is_locked, "fault": fault}
        _constant[key] = _padded(get_template("enrolment/results/outcome.html").render(context))
    return _constant[key]


def _padded(text: str) -> bytes:
    data = text.encode()
    return data + b" " * (-len(data) % ROOM)


@sensitive_variables()
def answer_quickly(request: HttpRequest) -> HttpResponse | None:
    """The answer to a look-up whose frame is known; None for every other request, which takes the usual road."""
    found = PATH.match(request.path_info)
    if found is None:
        return None
    language = found[1] or "vi"
    try:
        key = uuid.UUID(found[2])
    except ValueError:
        return None
    frame = frame_of(request, key, language)
    if frame is None:
        return None
    return _answered(request, key, language, frame)


@sensitive_variables()
def _answered(request: HttpRequest, key: uuid.UUID, language: str, frame: Frame) -> HttpResponse | None:
    request.sensitive_post_parameters = "__ALL__"
    if not comes_from_this_site(request):
        return refused()
    # The connection is not asked for its health first; where it is gone, the usual road finds a new one.
    connection.health_check_done = True
    try:
        answers = open_answers(request, key)
        if answers is None:
            return None
        with translation.override(language):
            if lookup_refusal(request, key):
                # The usual road turns away with all the headers of an answer.
                return None
            filling, status = outcome_of(request, answers, language)
    except (InterfaceError, OperationalError):
        connection.close()
        return None
    response = HttpResponse(b"".join((frame.before, filling, frame.after)), status=status)
    for name, value in frame.headers:
        response.headers[name] = value
    return _locked(response)


def refused() -> HttpResponse:
    return HttpResponseForbidden("Not from a page of this site.", content_type="text/plain")


def sealed_response(body: bytes, status: int, language: str) -> HttpResponse:
    """An answer that nobody keeps, indexes or frames."""
    response = HttpResponse(body, status=status)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
    response["Content-Language"] = language
    return _locked(response)


def _locked(response: HttpResponse) -> HttpResponse:
    if response.status_code == 429:
        response["Retry-After"] = "3600"
    return response
