"""What each process keeps of a form that very many send at once (``privacy.short_road``): what its last step asks, and its
receipt with holes.

The usual road leaves it behind. Every FRESH_SECONDS one visitor compares what it was made of with what holds now, and draws
nothing; after DRAWN_SECONDS one of them takes the usual road, and everything is made anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.html import escape, format_html
from django.views.decorators.debug import sensitive_variables

from privacy import flood
from privacy.forms import ConsentForm, DecisionForm, SharingForm
from privacy.journey_parts import CONSENT, SHARING
from privacy.models import AbstractFormPage, Purpose, Recipient, Submission
from privacy.registry import FormKind
from privacy.selectors import activity_of
from privacy.sending import granted_codes, purpose_decisions, sharing_decisions
from privacy.services.retention.terms import deadline_of
from privacy.services.submissions import Decided

if TYPE_CHECKING:
    from privacy.journey_sending import Sending

FRESH_SECONDS, STALE_SECONDS, DRAWN_SECONDS = 5.0, 10.0, 60.0
"""After the first, one visitor compares and the others go on; after the second, all of them wait for that; after the third, it
is drawn anew."""
MOST_GATES, MOST_BALLOTS, MOST_VOTES = 200, 64, 64
LONGEST_ANSWER = 20
"""Of what is chosen in the last step: a word such as ``yes``."""

REFERENCE, SECRET, WORDING = "ZZ-REFERENCE-ZZ", "ZZ-SECRET-ZZ", "ZZ-WORDING-ZZ"
SENT_AT = datetime(1911, 11, 11, 4, 11, 11, tzinfo=UTC)
KEPT_UNTIL = datetime(1912, 12, 12, 5, 12, 12, tzinfo=UTC)
NOT_KEPT = frozenset({"content-length", "retry-after", "set-cookie", "date"})


@dataclass
class Vote:
    """One way to answer the last step: the same choices make the same decisions."""

    choices: dict[str, Any]
    granted: set[str]
    shown: str
    snapshot: dict[str, Any]
    kept: tuple[int, str] = (-1, "")

    def kept_until(self, now: datetime) -> str:
        """The day until which it is kept; empty where nothing may be kept. Days begin with a minute everywhere, so that one
        answer holds for a minute."""
        minute = int(now.timestamp()) // 60
        if self.kept[0] != minute:
            found = deadline_of(Submission(snapshot=self.snapshot, created_at=now), self.granted)
            self.kept = (minute, day_of(found.expires_at) if found else "")
        return self.kept[1]


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
    names: tuple[str, ...]
    """Of what is asked, besides ``shown``."""
    votes: dict[tuple, Vote] = field(default_factory=dict)

    @sensitive_variables()
    def vote(self, post: QueryDict) -> Vote | None:
        """What was decided, by the very form of the usual road; None where that has something to say."""
        if post.get("shown") != self.shown:
            return None
        key = tuple(tuple(post.getlist(name)) for name in self.names)
        found = self.votes.get(key)
        if found is None:
            form = self.form(post)
            if not form.is_valid():
                return None
            found = self._counted(form.decisions())
            if len(self.votes) < MOST_VOTES and all(len(v) <= LONGEST_ANSWER for each in key for v in each):
                self.votes[key] = found
        return found

    def _counted(self, rows: list[dict[str, Any]]) -> Vote:
        consents = rows if self.consents is None else self.consents
        sharing = [] if self.consents is None else rows
        decisions = [
            *purpose_decisions(self.purposes, consents, step=CONSENT),
            *sharing_decisions(self.recipients, sharing, step=SHARING),
        ]
        choices = {"sharing": []} | {"consents" if self.consents is None else "sharing": rows}
        return Vote(choices, granted_codes(decisions), _rows(decisions), self.snapshot)


def _rows(decisions: list[Decided]) -> str:
    row = "<div><dt>{}</dt><dd>{}</dd></div>"
    return "\n".join(format_html(row, d.wording, d.get_decision_display()) for d in decisions if d.wording)


@dataclass
class Gate:
    """What this process knows of one address."""

    page_id: int
    page_type: type[AbstractFormPage]
    journey: type[Sending]
    kind: FormKind
    language: str
    pieces: list[bytes | str]
    """Of the receipt: bytes, and the names of holes, in turn."""
    basis: str
    closes_at: datetime | None
    fresh_until: float
    stale_at: float
    drawn_until: float
    headers: tuple[tuple[str, str], ...] = ()
    """Of the receipt as the usual road finished it."""
    ballots: dict[str, Ballot] = field(default_factory=dict)

    def only_one(self, shown: str) -> str:
        """The name of the one ballot with these words; empty where there are several, and the draft has to say which. A
        draft with another is not taken in by the statement."""
        found = [name for name, ballot in self.ballots.items() if ballot.shown == shown]
        return found[0] if len(found) == 1 else ""

    def is_open(self, request: HttpRequest) -> bool:
        """Whether it may answer; the one visitor who finds it no longer fresh compares first."""
        now = time.monotonic()
        if not self.headers or now > self.drawn_until + STALE_SECONDS:
            return False
        if self.closes_at and timezone.now() >= self.closes_at:
            return False
        if now <= self.fresh_until:
            return True
        if now > self.drawn_until:
            # The one who has it drawn; the others go on meanwhile.
            self.fresh_until = now + 1.0
            return False
        if now <= self.stale_at:
            self.fresh_until = now + 1.0
        return self._holds(request)

    def _holds(self, request: HttpRequest) -> bool:
        """Whether all is as it was when this was made; else the gate goes."""
        now = time.monotonic()
        with translation.override(self.language):
            try:
                page = self.page_type.objects.get(pk=self.page_id)
                holds = basis_of(self.journey(page, request)) == self.basis
            except ObjectDoesNotExist:
                holds = False
        if not holds:
            for place in [place for place, gate in _gates.items() if gate is self]:
                _gates.pop(place, None)
            return False
        self.fresh_until, self.stale_at = now + FRESH_SECONDS, now + STALE_SECONDS
        return True


_gates: dict[tuple[str, str, str], Gate] = {}


def gate_of(request: HttpRequest) -> Gate | None:
    return _gates.get((request.scheme, request.META.get("HTTP_HOST", ""), request.path_info))


def forget() -> None:
    """For tests, and for whoever closes a form at this very moment."""
    _gates.clear()


def is_known() -> bool:
    return bool(_gates)


# What the usual road leaves behind


def basis_of(journey: Sending) -> str:
    """Of a journey without answers: everything that its last step and what may be sent rest on, in short; empty where nothing is
    taken."""
    page, institution = journey.page, journey.institution
    if not page.live or institution is None or not journey.is_open:
        return ""
    if flood.break_of(institution, page.form_code) or page.get_view_restrictions().exists():
        return ""
    activity = activity_of(institution, page.form_code)
    told = [
        [str(page.url_path), page.title, page.latest_revision_id, page.last_published_at],
        page.form_ends_at(timezone.now()),
        _values(institution),
        [_values(purpose) for purpose in journey.purposes],
        [_values(recipient) for recipient in journey.recipients],
        bool(activity and activity.includes_children),
        journey.notice.pk,
        journey.snapshot(),
    ]
    text = json.dumps(told, sort_keys=True, cls=DjangoJSONEncoder, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _values(row: Model) -> dict[str, str]:
    return {f.attname: str(getattr(row, f.attname)) for f in row._meta.concrete_fields}


def remember(journey: Sending) -> None:
    """Keep what the last step of this form asks and shows, for other visitors."""
    request = journey.request
    if journey.is_preview or request.user.is_authenticated:
        return
    key, now = (request.scheme, request.get_host(), request.path_info), time.monotonic()
    gate = _gates.get(key)
    if (
        gate is None
        or not gate.headers
        or now > gate.fresh_until - 1.0
        or journey.draft.ready not in gate.ballots
    ):
        gate = _renewed(journey, gate, now)
        if gate is None:
            return
        if len(_gates) > MOST_GATES:
            _gates.clear()
        _gates[key] = gate
        request.short_road_gate = gate
    gate.ballots.setdefault(journey.draft.ready, _ballot(journey))


def _renewed(journey: Sending, old: Gate | None, now: float) -> Gate | None:
    basis, pieces = basis_of(type(journey)(journey.page, journey.request)), _pieces(journey)
    if pieces is None or not basis:
        return None
    same = old is not None and old.basis == basis and len(old.ballots) < MOST_BALLOTS
    return Gate(
        page_id=journey.page.pk,
        page_type=type(journey.page),
        journey=type(journey),
        kind=journey.kind,
        language=journey.language,
        pieces=pieces,
        basis=basis,
        closes_at=journey.page.form_ends_at(timezone.now()),
        fresh_until=now + FRESH_SECONDS,
        stale_at=now + STALE_SECONDS,
        drawn_until=now + DRAWN_SECONDS,
        headers=old.headers if same else (),
        ballots=dict(old.ballots) if same else {},
    )


def finished(request: HttpRequest, response: HttpResponse) -> None:
    """Take the headers that the usual road gave its receipt."""
    gate = getattr(request, "short_road_gate", None)
    if gate is None:
        return
    if response.status_code == 200 and not response.has_header("Content-Encoding"):
        gate.headers = tuple(
            (name, value) for name, value in response.items() if name.lower() not in NOT_KEPT
        )


def _ballot(journey: Sending) -> Ballot:
    consents = journey.data["consents"]["decisions"] if journey.recipients else None
    form = journey.sharing_form() if journey.recipients else journey.consent_form()
    return Ballot(
        step=journey.last_step,
        shown=form.fingerprint(),
        form=_form_of(journey),
        consents=consents,
        purposes=journey.purposes,
        recipients=journey.recipients,
        snapshot={"purposes": journey.snapshot()["purposes"]},
        names=tuple(name for name in form.fields if name != "shown"),
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


def _pieces(journey: Sending) -> list[bytes | str] | None:
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
        stamp_of(SENT_AT): "stamp",
        clock_of(SENT_AT): "clock",
        day_of(KEPT_UNTIL): "kept",
    }
    if journey.kind.code_of:
        holes[escape(journey.kind.code_of(REFERENCE))] = "code"
    if any(text.count(mark) < 1 for mark in holes) or "csrfmiddlewaretoken" in text:
        return None
    cut = re.split("(" + "|".join(re.escape(mark) for mark in holes) + ")", text)
    return [holes.get(piece, piece) if number % 2 else piece.encode() for number, piece in enumerate(cut)]


def filled(pieces: list[bytes | str], holes: Mapping[str, str]) -> bytes:
    """A receipt."""
    put = {name: text.encode() for name, text in holes.items()}
    return b"".join(put[piece] if number % 2 else piece for number, piece in enumerate(pieces))


def stamp_of(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M:%S%z}"


def clock_of(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M, %d/%m/%Y}"


def day_of(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d/%m/%Y}"
