"""Look-ups are answered before Django makes a request of them (decision 0022): on results day a province asks within minutes.

``LookupsFirst`` is the WSGI application that stands before Django's own. What it does not know goes on to
``enrolment.results.views.ResultView`` as it came, which gives the same answer and leaves the page around it behind for those who
ask next (``enrolment.results.answering``).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from django.core.handlers.wsgi import WSGIRequest
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.utils import translation
from django.views.decorators.debug import sensitive_variables

from enrolment.results import answering
from enrolment.results.answering import LATER, Frame
from enrolment.waiting_room.doorkeeper import lookup_refusal
from enrolment.waiting_room.rooms import room_before
from privacy.throttle import sending_network

Environ = dict[str, Any]
FORM = "application/x-www-form-urlencoded"
LONGEST_FORM = 2048
"""Bytes of three short entries; a longer one takes the usual road."""
MOST_FIELDS = 10


@dataclass(frozen=True)
class Answer:
    status: HTTPStatus
    headers: list[tuple[str, str]]
    body: bytes


class LookupsFirst:
    """`application`: Django's, after its set-up."""

    def __init__(self, application: Callable) -> None:
        self.application = application

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "POST" or environ.get("PATH_INFO") not in answering.frames:
            return self.application(environ, start_response)
        connection = connections[DEFAULT_DB_ALIAS]
        # The connection is not asked for its health first; where it is gone, the usual road finds a new one.
        connection.health_check_done = True
        try:
            answer = answer_quickly(environ)
        finally:
            # What Django does at the end of a request.
            connection.close_if_unusable_or_obsolete()
        if answer is None:
            return self.application(environ, start_response)
        start_response(f"{answer.status:d} {answer.status.phrase}", answer.headers)
        return [answer.body]


@sensitive_variables()
def answer_quickly(environ: Environ) -> Answer | None:
    """The answer to a look-up whose frame is known; None for every other request, which can be read again from its beginning."""
    frame = _frame_of(environ)
    if frame is None or (entered := _entered(environ)) is None:
        return None
    if not answering.comes_from(environ, frame.origin):
        return _refused()
    try:
        answers = answering.open_answers(frame.key, frame.host)
        if answers is None or _waits(environ, frame):
            return None
        outcome = answering.outcome_of(entered, sending_network(environ), answers, frame.language)
    except Error:
        connections[DEFAULT_DB_ALIAS].close()
        return None
    return _framed(frame, *outcome)


def _frame_of(environ: Environ) -> Frame | None:
    by_host = answering.frames.get(environ["PATH_INFO"])
    found = by_host and by_host.get(answering.asked_as(environ))
    if not found or found.is_gone() or not found.is_fresh():
        return None
    return found


@sensitive_variables()
def _entered(environ: Environ) -> dict[str, str] | None:
    """The fields of a plain form; None where it is none. The body can be read again."""
    length = environ.get("CONTENT_LENGTH") or ""
    if environ.get("CONTENT_TYPE") != FORM or not length.isdecimal() or not 0 < int(length) <= LONGEST_FORM:
        return None
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return None


def _waits(environ: Environ, frame: Frame) -> bool:
    """Whether a waiting room lets this visitor in, is asked by what Django would make of the request."""
    if room_before(frame.key) is None:
        return False
    with translation.override(frame.language):
        return lookup_refusal(WSGIRequest(environ), frame.key) is not None


def _refused() -> Answer:
    response = answering.refused()
    return Answer(HTTPStatus(response.status_code), list(response.items()), response.content)


def _framed(frame: Frame, filling: bytes, status: int) -> Answer:
    body = b"".join((frame.before, filling, frame.after))
    headers = [*frame.headers, ("Content-Length", str(len(body)))]
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        headers.append(("Retry-After", LATER))
    return Answer(HTTPStatus(status), headers, body)
