"""The short road of a form that very many send at once (decision 0027): the last step is answered before session, sign-in and
page tree, which have no say in it.

The usual road takes the first form of a page, and one every FRESH_SECONDS after that, and leaves behind what is the same for
everybody: what is asked in the last step, and the receipt with holes. What a visitor sends is compared with that by the very
forms of the usual road; one statement takes it in (``form_acknowledge``). Whatever does not fit goes the usual road, which says
why.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.html import escape, format_html
from django.views.decorators.debug import sensitive_variables

from privacy import codes
from privacy.forms import CONSENT_PREFIX, SHARE_PREFIX, ConsentForm, DecisionForm, SharingForm
from privacy.journey_parts import CONSENT, SHARING
from privacy.models import Purpose, Recipient, Submission
from privacy.registry import FormKind, SubmissionRefusedError
from privacy.sending import granted_codes, purpose_decisions, sharing_decisions
from privacy.services.retention.terms import deadline_of
from privacy.services.sent import form_acknowledge
from privacy.services.submissions import Decided

if TYPE_CHECKING:
    from privacy.journey_sending import Sending

FRESH_SECONDS, STALE_SECONDS = 5.0, 10.0
"""After the first, one visitor goes the usual road and the others go on; after the second, all of them do."""
MOST_GATES, MOST_BALLOTS = 200, 64

REFERENCE, SECRET, WORDING = "ZZ-REFERENCE-ZZ", "ZZ-SECRET-ZZ", "ZZ-WORDING-ZZ"
SENT_AT = datetime(1911, 11, 11, 4, 11, 11, tzinfo=UTC)
KEPT_UNTIL = datetime(1912, 12, 12, 5, 12, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Ballot:
    """What is asked in the last step of a form, and what was decided before it."""

    step: str
    shown: str
    form: Callable[[Any], DecisionForm]
    consents: list[dict[str, Any]] | None
    purposes: list[Purpose]
    recipients: list[Recipient]
    snapshot: dict[str, Any]

    def decided(self, rows: list[dict[str, Any]]) -> list[Decided]:
        consents = rows if self.consents is None else self.consents
        sharing = [] if self.consents is None else rows
        return [
            *purpose_decisions(self.purposes, consents, step=CONSENT),
            *sharing_decisions(self.recipients, sharing, step=SHARING),
        ]


@dataclass
class Gate:
    """What this process knows of one address."""

    page_id: int
    kind: FormKind
    language: str
    pieces: list[str]
    closes_at: datetime | None
    fresh_until: float
    stale_at: float
    ballots: dict[str, Ballot] = field(default_factory=dict)

    def only_one(self, shown: str) -> str:
        """The name of the one ballot with these words; empty where there are several, and the draft has to say which. A
        draft with another is not taken in by the statement."""
        found = [name for name, ballot in self.ballots.items() if ballot.shown == shown]
        return found[0] if len(found) == 1 else ""

    def is_open(self) -> bool:
        """Whether it may answer; the one visitor who finds it no longer fresh is sent to renew it."""
        now = time.monotonic()
        if now > self.stale_at or (self.closes_at and timezone.now() >= self.closes_at):
            return False
        if now > self.fresh_until:
            self.fresh_until = now + 1.0
            return False
        return True


_gates: dict[tuple[str, str], Gate] = {}


def forget() -> None:
    """For tests, and for whoever closes a form at this very moment."""
    _gates.clear()


# What the usual road leaves behind


def remember(journey: Sending) -> None:
    """Keep what the last step of this form asks and shows, for other visitors."""
    request = journey.request
    if journey.is_preview or request.user.is_authenticated:
        return
    key, now = (request.get_host(), request.path_info), time.monotonic()
    gate = _gates.get(key)
    if gate is None or now > gate.fresh_until - 1.0 or journey.draft.ready not in gate.ballots:
        pieces = _pieces(journey)
        if pieces is None:
            return
        if len(_gates) > MOST_GATES:
            _gates.clear()
        old = gate.ballots if gate and now < gate.fresh_until and len(gate.ballots) < MOST_BALLOTS else {}
        _gates[key] = gate = Gate(
            page_id=journey.page.pk,
            kind=journey.kind,
            language=journey.language,
            pieces=pieces,
            closes_at=journey.page.form_ends_at(timezone.now()),
            fresh_until=now + FRESH_SECONDS,
            stale_at=now + STALE_SECONDS,
            ballots=dict(old),
        )
    gate.ballots[journey.draft.ready] = _ballot(journey)


def _ballot(journey: Sending) -> Ballot:
    consents = journey.data["consents"]["decisions"] if journey.recipients else None
    return Ballot(
        step=journey.last_step,
        shown=(journey.sharing_form() if journey.recipients else journey.consent_form()).fingerprint(),
        form=_form_of(journey),
        consents=consents,
        purposes=journey.purposes,
        recipients=journey.recipients,
        snapshot={"purposes": journey.snapshot()["purposes"]},
    )


def _form_of(journey: Sending) -> Callable[[Any], DecisionForm]:
    """The form of the last step, with nothing of the person whose journey this was."""
    if journey.recipients:
        return partial(
            SharingForm,
            notice=journey.notice,
            recipients=journey.recipients,
            institution_name=journey.institution.local_name,
        )
    return partial(
        ConsentForm,
        notice=journey.notice,
        purposes=journey.asked_purposes,
        institution_name=journey.institution.local_name,
        about_children=journey.is_about_children,
    )


@dataclass(frozen=True)
class _Hole:
    """Stands for a submission, and for a decision, in the receipt with holes."""

    notice: Any = None
    reference: str = REFERENCE
    created_at: datetime = SENT_AT
    expires_at: datetime = KEPT_UNTIL
    wording: str = WORDING

    def get_decision_display(self) -> str:
        return WORDING


def _pieces(journey: Sending) -> list[str] | None:
    """The receipt cut at its holes, texts and names of holes in turn; None where a template shows something else of a person."""
    hole = _Hole(journey.notice)
    token, journey.token = journey.token, ""
    response = journey.render("receipt", **journey.receipt_context(hole, [hole], secret=SECRET))
    journey.token = token
    response.context_data["draft_token"] = ""
    text = get_template(response.template_name).render(response.context_data, journey.request)
    holes = {
        escape(REFERENCE): "reference",
        SECRET: "secret",
        f"<div><dt>{WORDING}</dt><dd>{WORDING}</dd></div>": "decisions",
        _stamp(SENT_AT): "stamp",
        _clock(SENT_AT): "clock",
        _day(KEPT_UNTIL): "kept",
    }
    if any(text.count(mark) < 1 for mark in holes) or "csrfmiddlewaretoken" in text:
        return None
    cut = re.split("(" + "|".join(re.escape(mark) for mark in holes) + ")", text)
    return [holes.get(piece, piece) if number % 2 else piece for number, piece in enumerate(cut)]


def _stamp(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M:%S%z}"


def _clock(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M, %d/%m/%Y}"


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d/%m/%Y}"


# What a visitor sends


@sensitive_variables()
def answer_quickly(request: HttpRequest) -> HttpResponse | None:
    """The receipt of a form that could be taken in at once; None for every other request."""
    gate = _gates.get((request.META.get("HTTP_HOST", ""), request.path_info))
    if gate is None or request.content_type != "application/x-www-form-urlencoded" or not gate.is_open():
        return None
    request.sensitive_post_parameters = "__ALL__"
    if not _is_last_step(request) or _comes_from_elsewhere(request):
        return None
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
    form = ballot.form(request.POST)
    if not form.is_valid():
        return None
    rows, secret = form.decisions(), codes.secret_for(request.POST["draft"])
    decisions = ballot.decided(rows)
    granted, now = granted_codes(decisions), timezone.now()
    deadline = deadline_of(Submission(snapshot=ballot.snapshot, created_at=now), granted)
    if deadline is None:
        return None
    key = "consents" if ballot.consents is None else "sharing"
    try:
        receipt = form_acknowledge(
            token_hash=token_hash,
            page_id=gate.page_id,
            kind=gate.kind,
            ready=ready,
            secret=secret,
            choices={"sharing": []} | {key: rows},
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
        "decisions": _shown(decisions),
        "stamp": _stamp(now),
        "clock": _clock(now),
        "kept": _day(deadline.expires_at),
    }
    body = "".join(holes[piece] if number % 2 else piece for number, piece in enumerate(gate.pieces))
    return _response(body, gate.language)


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


def _shown(decisions: Sequence[Decided]) -> str:
    row = "<div><dt>{}</dt><dd>{}</dd></div>"
    return "\n".join(format_html(row, d.wording, d.get_decision_display()) for d in decisions if d.wording)


def _response(body: str, language: str) -> HttpResponse:
    response = HttpResponse(body)
    response["Cache-Control"] = "no-store, private"
    response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
    response["Content-Language"] = language
    return response


class ShortRoadMiddleware:
    """Stands behind the content policy and before everything that asks who somebody is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = answer_quickly(request) if request.method == "POST" and _gates else None
        return self.get_response(request) if response is None else response
