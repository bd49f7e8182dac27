"""The short road of a form that very many send at once (decision 0027): the last step is answered before everything else, which
has no say in it.

What a visitor sends is compared with what the usual road left behind (``privacy.gates``) by the very forms of the usual road; one
statement takes it in (``form_acknowledge``). Whatever does not fit goes the usual road, which says why.
"""

from __future__ import annotations

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.debug import sensitive_variables

from privacy import codes
from privacy.forms import CONSENT_PREFIX, SHARE_PREFIX
from privacy.gates import (
    Ballot,
    Gate,
    clock_of,
    filled,
    finished,
    forget,
    gate_of,
    is_known,
    remember,
    stamp_of,
)
from privacy.journey_parts import CONSENT, SHARING
from privacy.registry import SubmissionRefusedError
from privacy.services.sent import form_acknowledge

__all__ = ["ShortRoadMiddleware", "answer_quickly", "forget", "remember"]


@sensitive_variables()
def answer_quickly(request: HttpRequest) -> HttpResponse | None:
    """The receipt of a form that could be taken in at once; None for every other request."""
    gate = gate_of(request)
    if gate is None or request.content_type != "application/x-www-form-urlencoded":
        return None
    request.sensitive_post_parameters = "__ALL__"
    if not _is_last_step(request) or _comes_from_elsewhere(request):
        return None
    # The connection is not asked for its health first; where it is gone, the usual road finds a new one, and the same form sent
    # twice is the same form.
    connection.health_check_done = True
    try:
        return _taken_in(request, gate) if gate.is_open(request) else None
    except (InterfaceError, OperationalError):
        connection.close()
        return None


@sensitive_variables()
def _taken_in(request: HttpRequest, gate: Gate) -> HttpResponse | None:
    token_hash = codes.token_hash(request.POST["draft"])
    ready = gate.only_one(request.POST.get("shown", "")) or _ready(token_hash, gate.page_id)
    ballot = gate.ballots.get(ready)
    if ballot is None or ballot.step != request.POST["step"]:
        return None
    with translation.override(gate.language):
        return _answered(request, gate, ballot, token_hash, ready)


@sensitive_variables()
def _answered(
    request: HttpRequest, gate: Gate, ballot: Ballot, token_hash: str, ready: str
) -> HttpResponse | None:
    vote, now = ballot.vote(request.POST), timezone.now()
    if vote is None or not (kept := vote.kept_until(now)):
        return None
    secret = codes.secret_for(request.POST["draft"])
    try:
        receipt = form_acknowledge(
            token_hash=token_hash,
            page_id=gate.page_id,
            kind=gate.kind,
            ready=ready,
            secret=secret,
            choices=vote.choices,
            language=gate.language,
            now=now,
        )
    except SubmissionRefusedError:
        return None
    if receipt is None or not receipt.is_new:
        return None
    holes = {
        "reference": receipt.reference,
        "secret": secret,
        "code": gate.kind.code_of(receipt.reference) if gate.kind.code_of else "",
        "decisions": vote.shown,
        "stamp": stamp_of(now),
        "clock": clock_of(now),
        "kept": kept,
    }
    response = HttpResponse(filled(gate.pieces, holes))
    for name, value in gate.headers:
        response.headers[name] = value
    return response


def _is_last_step(request: HttpRequest) -> bool:
    post = request.POST
    step, token = post.get("step", ""), post.get("draft", "")
    if step not in (CONSENT, SHARING) or "change" in post or not codes.is_token(token):
        return False
    foreign = SHARE_PREFIX if step == CONSENT else CONSENT_PREFIX
    return not any(name.startswith(foreign) for name in post)


def _comes_from_elsewhere(request: HttpRequest) -> bool:
    """By what browsers say of a form on another site. The token of the draft is known to the page of its sender only: that is
    what keeps others from sending it."""
    origin = request.META.get("HTTP_ORIGIN", "")
    return bool(origin) and origin != f"{request.scheme}://{request.get_host()}"


def _ready(token_hash: str, page_id: int) -> str:
    sql = "SELECT ready FROM privacy_formdraft WHERE token_hash = %s AND page_id = %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [token_hash, page_id])
        row = cursor.fetchone()
    return row[0] if row else ""


class ShortRoadMiddleware:
    """Stands before all others; the receipt has the headers that they gave the last one of the usual road."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = answer_quickly(request) if request.method == "POST" and is_known() else None
        if response is None:
            response = self.get_response(request)
            finished(request, response)
        return response
