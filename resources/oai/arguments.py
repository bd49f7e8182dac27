"""What a harvester asks: arguments of OAI-PMH 2.0 (section 3.1.1, 4), checked as the protocol says, and its errors (3.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.http import QueryDict

from resources.oai.tokens import BadTokenError, Place, read_token

OAI_DC, LOM = "oai_dc", "lom"
FORMATS = {
    OAI_DC: ("http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
    LOM: ("http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd", "http://ltsc.ieee.org/xsd/LOM"),
}
"""Prefix → schema and namespace."""

_SELECTIVE = ("from", "until", "metadataPrefix", "set", "resumptionToken")
ALLOWED = {
    "Identify": (),
    "ListMetadataFormats": ("identifier",),
    "ListSets": ("resumptionToken",),
    "ListIdentifiers": _SELECTIVE,
    "ListRecords": _SELECTIVE,
    "GetRecord": ("identifier", "metadataPrefix"),
}
REQUIRED = {
    "ListIdentifiers": ("metadataPrefix",),
    "ListRecords": ("metadataPrefix",),
    "GetRecord": ("identifier", "metadataPrefix"),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SECOND = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_SET = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")
LONGEST = 2_000


class Code(StrEnum):
    """The error codes of the protocol that can happen here."""

    ARGUMENT = "badArgument"
    TOKEN = "badResumptionToken"  # noqa: S105 – a code of the protocol
    VERB = "badVerb"
    FORMAT = "cannotDisseminateFormat"
    IDENTIFIER = "idDoesNotExist"
    NO_MATCH = "noRecordsMatch"


class ProtocolError(Exception):
    """An error of the protocol. Its text is English, as harvesters' logs are."""

    def __init__(self, code: Code, text: str):
        super().__init__(text)
        self.code = code


@dataclass(frozen=True)
class Question:
    """A request that is right in itself. `given` are its arguments as they are told back; `place` is where a list goes on."""

    verb: str
    given: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    identifier: str = ""
    set_spec: str = ""
    since: datetime | None = None
    until: datetime | None = None
    place: Place | None = None


def read_question(given: QueryDict, *, scope: int, now: datetime) -> Question:
    """`scope` is the institution whose repository is asked: a token of another one is none here. Raises ProtocolError."""
    verbs = given.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in ALLOWED:
        raise ProtocolError(Code.VERB, "The verb is missing, repeated or unknown.")
    verb = verbs[0]
    arguments = {name: values for name, values in given.lists() if name != "verb"}
    for name, values in arguments.items():
        if name not in ALLOWED[verb]:
            raise ProtocolError(Code.ARGUMENT, f"{verb} takes no argument of that name.")
        if len(values) != 1:
            raise ProtocolError(Code.ARGUMENT, f"The argument {name} is repeated.")
        if not values[0] or len(values[0]) > LONGEST or not values[0].isprintable():
            raise ProtocolError(Code.ARGUMENT, f"The argument {name} has no value that can be right.")
    plain = {name: values[0] for name, values in arguments.items()}
    if "resumptionToken" in plain:
        return _resumed(verb, plain, scope, now)
    for name in REQUIRED.get(verb, ()):
        if name not in plain:
            raise ProtocolError(Code.ARGUMENT, f"The argument {name} is missing.")
    return _fresh(verb, plain)


def _resumed(verb: str, plain: dict[str, str], scope: int, now: datetime) -> Question:
    if len(plain) > 1:
        raise ProtocolError(Code.ARGUMENT, "resumptionToken is an exclusive argument.")
    try:
        place = read_token(plain["resumptionToken"], now=now)
    except BadTokenError:
        raise ProtocolError(Code.TOKEN, "The resumptionToken is not valid or has expired.") from None
    if place.scope != scope or place.verb != verb:
        raise ProtocolError(Code.TOKEN, "The resumptionToken belongs to another list.")
    return Question(
        verb,
        plain,
        prefix=place.prefix,
        set_spec=place.set_spec,
        since=place.since,
        until=place.until,
        place=place,
    )


def _fresh(verb: str, plain: dict[str, str]) -> Question:
    prefix = plain.get("metadataPrefix", "")
    if prefix and prefix not in FORMATS:
        raise ProtocolError(Code.FORMAT, "The metadata format is not supported.")
    set_spec = plain.get("set", "")
    if set_spec and not _SET.fullmatch(set_spec):
        raise ProtocolError(Code.ARGUMENT, "The argument set is no setSpec.")
    since, until = _dates(plain)
    return Question(
        verb,
        plain,
        prefix=prefix,
        identifier=plain.get("identifier", ""),
        set_spec=set_spec,
        since=since,
        until=until,
    )


def _dates(plain: dict[str, str]) -> tuple[datetime | None, datetime | None]:
    given = [plain[name] for name in ("from", "until") if name in plain]
    if len({len(text) for text in given}) > 1:
        raise ProtocolError(Code.ARGUMENT, "from and until have different granularities.")
    since = _moment(plain["from"]) if "from" in plain else None
    until = _moment(plain["until"]) if "until" in plain else None
    if until is not None and _DAY.fullmatch(plain["until"]):
        until += timedelta(days=1) - timedelta(seconds=1)
    if since and until and since > until:
        raise ProtocolError(Code.ARGUMENT, "from is later than until.")
    return since, until


def _moment(text: str) -> datetime:
    pattern = "%Y-%m-%d" if _DAY.fullmatch(text) else "%Y-%m-%dT%H:%M:%SZ" if _SECOND.fullmatch(text) else ""
    try:
        found = datetime.strptime(text, pattern).replace(tzinfo=UTC) if pattern and text.isascii() else None
    except ValueError:
        found = None
    if found is None or found.year < 1900 or found.year > 9000:
        raise ProtocolError(Code.ARGUMENT, "A date is written as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")
    return found
