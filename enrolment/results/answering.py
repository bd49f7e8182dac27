"""The answer to a look-up: a page that is drawn once, with a hole for what this visitor sees.

On results day a province asks within minutes. Everything around the answer is the same for everybody and kept by each process
for FRAME_SECONDS; of the request only its origin and its fields are read. Nothing of a visitor is in the frame, and every
answer has as many bytes as any other.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.results.keys import bare_birth
from enrolment.results.lookup import Answers, Result, answers_of, result_find, shown_rows

FRAME_SECONDS, LONGEST_SECONDS = 20.0, 30.0
"""After the first, one visitor a second takes the usual road to draw a new frame while the others are answered in the old one;
after the second it is gone."""
HOLE = "<!-- enrolment:answer -->"
ROOM = 4096
"""Bytes of the hole, to a multiple of which it is filled."""
PATH = re.compile(r"^/(?:(en)/)?ket-qua-thi/([0-9a-f-]{36})/$")

LATER = "3600"
"""Seconds after which counters of tries begin anew."""
NOT_KEPT = frozenset({"content-length", "retry-after", "set-cookie", "date"})


@dataclass
class Frame:
    """The page around an answer, and the headers that the usual road gives it. `origin`: what the browser says of a form of this
    site; `renew_at`: when the next visitor draws it anew."""

    key: uuid.UUID
    language: str
    host: str
    origin: str
    before: bytes
    after: bytes
    headers: tuple[tuple[str, str], ...]
    kept_at: float = field(default_factory=lambda: monotonic())
    renew_at: float = 0.0

    def __post_init__(self) -> None:
        self.renew_at = self.kept_at + FRAME_SECONDS

    def is_fresh(self) -> bool:
        """Whether it serves this visitor."""
        now = monotonic()
        if now < self.renew_at:
            return True
        self.renew_at = now + 1
        return False

    def is_gone(self) -> bool:
        return monotonic() - self.kept_at > LONGEST_SECONDS


Asked = tuple[str | None, ...]
_ASKED = (
    "wsgi.url_scheme",
    *(settings.SECURE_PROXY_SSL_HEADER or ())[:1],
    "HTTP_HOST",
    *(("HTTP_X_FORWARDED_HOST",) if settings.USE_X_FORWARDED_HOST else ()),
)
"""What Django takes scheme and host from: whoever sends the same in these has the same scheme and host."""
frames: dict[str, dict[Asked, Frame]] = {}
"""By path, then by scheme and host as they were sent."""


def asked_as(environ: Mapping[str, Any]) -> Asked:
    return tuple([environ.get(name) for name in _ASKED])


def comes_from_this_site(request: HttpRequest) -> bool:
    """Whether a form of this very site sent the request, by what browsers say of its origin: the page with the form is stored for
    everybody and carries no token. A request that says nothing is refused."""
    return comes_from(request.META, f"{request.scheme}://{request.get_host()}")


def comes_from(environ: Mapping[str, Any], site: str) -> bool:
    """`site`: scheme and host."""
    own = tuple(urlsplit(site)[:2])
    if origin := environ.get("HTTP_ORIGIN"):
        return origin == site or tuple(urlsplit(origin)[:2]) == own
    if referer := environ.get("HTTP_REFERER"):
        return tuple(urlsplit(referer)[:2]) == own
    return environ.get("HTTP_SEC_FETCH_SITE") == "same-origin"


def frame_keep(request: HttpRequest, response: HttpResponse) -> None:
    """Keep the page around an answer for other visitors, as the usual road has finished it."""
    key, language, before, after = response.lookup_frame
    path = PATH.match(request.path_info)
    if path is None or (path[1] or "vi") != language:
        return
    if response.status_code != 200 or response.has_header("Content-Encoding") or response.cookies:
        return
    if sum(map(len, frames.values())) > 200:
        frames.clear()
    headers = tuple(pair for pair in response.items() if pair[0].lower() not in NOT_KEPT)
    host = request.get_host()
    frame = Frame(key, language, host, f"{request.scheme}://{host}", before, after, headers)
    frames.setdefault(request.path_info, {})[asked_as(request.META)] = frame


def frames_forget() -> None:
    frames.clear()


def open_answers(key: uuid.UUID, host: str) -> Answers | None:
    """What answers on this very site at this moment."""
    answers = answers_of(key)
    if answers is None or host.partition(":")[0] not in answers.hosts or not answers.is_open(timezone.now()):
        return None
    return answers


@sensitive_variables()
def outcome_of(
    entered: Mapping[str, str], network: str, answers: Answers, language: str
) -> tuple[bytes, int]:
    """The filling of the hole, and the status. `network`: of whoever asks (``privacy.throttle``)."""
    number, birth, code = (entered.get(name, "") for name in ("number", "birth", "code"))
    if not number.strip():
        return _without_result(language, "number"), 422
    if answers.asks_birth and not bare_birth(birth):
        return _without_result(language, "birth"), 422
    result = result_find(answers=answers, number=number, birth=birth, code=code, network=network)
    # The rows are drawn in any case, so that a miss takes as long as a hit.
    own = _own_result(answers, result, language)
    if result.is_found:
        return own, 200
    return (
        (_without_result(language, "locked"), 429)
        if result.is_locked
        else (_without_result(language, ""), 200)
    )


_NUMBER, _LABEL, _VALUE = "@number@", "@label@", "@value@"


@dataclass(frozen=True)
class _Parts:
    """The template of a result in its pieces: before the number, before the first subject, between subject and score, between two
    rows, after the last; and the word for who was absent."""

    number: str
    head: str
    middle: str
    between: str
    tail: str
    absent: str


_parts: dict[str, _Parts] = {}
_without: dict[tuple[str, str], bytes] = {}
"""What is told where nothing is: the same for everybody, by language and reason."""


def _drawn(number: str, rows: list[tuple[str, str]]) -> str:
    context = {"result": Result(number), "rows": rows}
    return get_template("enrolment/results/own_result.html").render(context)


def _parts_of(language: str) -> _Parts:
    if language not in _parts:
        with translation.override(language):
            # Two rows: what stands between them, and what stands around all.
            one, two = _drawn(_NUMBER, [(_LABEL, _VALUE)]), _drawn(_NUMBER, [(_LABEL, _VALUE)] * 2)
            absent = escape(_("absent"))
        row = two[two.index(_LABEL) : two.rindex(_LABEL)]
        number, head = one[: one.index(_LABEL)].split(_NUMBER)
        _parts[language] = _Parts(
            number=number,
            head=head,
            middle=row[len(_LABEL) : row.index(_VALUE)],
            between=row[row.index(_VALUE) + len(_VALUE) :],
            tail=one[one.index(_VALUE) + len(_VALUE) :],
            absent=absent,
        )
    return _parts[language]


@sensitive_variables()
def _own_result(answers: Answers, result: Result, language: str) -> bytes:
    """What the template draws, put together from pieces that it drew once."""
    parts = _parts_of(language)
    rows = shown_rows(answers, result, language, parts.absent)
    if not rows:
        with translation.override(language):
            return _padded(_drawn(result.number, rows))
    middle = parts.middle
    body = parts.between.join([f"{label}{middle}{value}" for label, value in rows])
    return _padded(f"{parts.number}{escape(result.number)}{parts.head}{body}{parts.tail}")


def _without_result(language: str, reason: str) -> bytes:
    """`reason`: what was entered wrongly (number, birth), "locked" after too many tries, nothing where nothing was found."""
    key = (language, reason)
    if key not in _without:
        with translation.override(language):
            faults = {
                "number": _("Enter your candidate number."),
                "birth": _("Enter the date of birth as day, month, year: 05/09/2008."),
            }
            context = {"is_locked": reason == "locked", "fault": faults.get(reason, "")}
            _without[key] = _padded(get_template("enrolment/results/outcome.html").render(context))
    return _without[key]


def _padded(text: str) -> bytes:
    data = text.encode()
    return data + b" " * (-len(data) % ROOM)


def refused() -> HttpResponse:
    return HttpResponseForbidden("Not from a page of this site.", content_type="text/plain")


def sealed_response(body: bytes, status: int, language: str) -> HttpResponse:
    """An answer that nobody keeps, indexes or frames."""
    response = HttpResponse(body, status=status)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
    response["Content-Language"] = language
    if status == 429:
        response["Retry-After"] = LATER
    return response
