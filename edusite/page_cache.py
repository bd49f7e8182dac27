"""Whole answers for anonymous readers: the keys they stand under, and how one site's answers are dropped at once.

Every key contains the *generation* of its host name, a random word in the default cache. Writing a new word drops all
answers of the host; what lies under the old word ages out. A word is written, never counted up, so two writers at once
do no harm in any cache, files included. The answers themselves stand in the cache ``pages``: however many addresses a
visitor invents, they push out other answers only, not counters and words. Pages that show other sites (a list of members)
follow within EDUSITE_PAGE_CACHE_SECONDS at the latest.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

import brotli
from django.conf import settings
from django.core.cache import cache, caches
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone

from common.generations import generation, generation_key
from feedback.choices import ConsultationState
from network.choices import InstitutionType
from sections.models.news import NewsView
from sections.models.press import PressKind
from sections.statistics.choices import PUPIL_LEVELS
from sections.statistics.overview import MEMBERS, OWN, SPANS

QUERY = {
    "page": re.compile(r"[1-9]\d{0,2}"),
    "kind": re.compile("|".join({*NewsView.values, *PressKind.values})),
    "topic": re.compile(r"[a-z0-9-]{1,100}"),
    "month": re.compile(r"20\d\d-(0[1-9]|1[0-2])"),
    "past": re.compile("1"),
    "type": re.compile("|".join(InstitutionType.values)),
    "year": re.compile(r"(19|20)\d\d"),
    "state": re.compile("|".join(ConsultationState.values)),
    "source": re.compile(f"{OWN}|{MEMBERS}"),
    "level": re.compile("|".join(PUPIL_LEVELS)),
    "years": re.compile("|".join(SPANS)),
}
"""The questions whose answers are stored, with the values that they may have."""
TRACKING = ("utm_", "fbclid", "gclid", "zarsrc")
KEPT_HEADERS = (
    "Access-Control-Allow-Origin",
    "Content-Security-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Content-Language",
    "Last-Modified",
    "Link",
    "X-Frame-Options",
    "X-Robots-Tag",
)


@dataclass(frozen=True)
class Key:
    """`name` of an answer in the store. `may_fill`: whether the answer to this very request may be stored under it; one
    with a tracker's mark in its address may only be read, since links on the page could repeat the mark."""

    name: str
    may_fill: bool


@dataclass(frozen=True)
class StoredAnswer:
    """A body as it goes over the wire, with what must be said beside it."""

    body: bytes
    content_type: str
    encoding: str
    etag: str
    headers: tuple[tuple[str, str], ...]


def store():
    return caches["pages"]


def encoding_for(request: HttpRequest) -> str:
    """``br``, ``gzip`` or nothing, from what the reader accepts (RFC 9110, 12.5.3)."""
    accepted = {}
    for part in request.META.get("HTTP_ACCEPT_ENCODING", "").lower().split(","):
        name, _semicolon, weight = part.partition(";")
        refused = re.fullmatch(r"\s*q\s*=\s*0(\.0{0,3})?\s*", weight)
        accepted[name.strip()] = not refused
    return next((name for name in ("br", "gzip") if accepted.get(name)), "")


def compress(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return brotli.compress(body, quality=5)
    if encoding == "gzip":
        return gzip.compress(body, compresslevel=6, mtime=0)
    return body


def key_for(request: HttpRequest) -> Key | None:
    """The key of an answer, or None where the address has a question that is not to be stored.

    Port and spelling of the host name do not matter. Reading writes nothing, so that a made-up host name leaves no trace.
    """
    query, marked = [], False
    for name, values in sorted(request.GET.lists()):
        if name.startswith(TRACKING):
            marked = True
        elif name not in QUERY or len(values) != 1 or not QUERY[name].fullmatch(values[0]):
            return None
        else:
            query.append((name, values[0]))
    hostname = split_domain_port(request.get_host())[0]
    parts = [hostname, generation(hostname), request.path, query, encoding_for(request)]
    digest = hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()
    return Key(f"page:{digest}", may_fill=request.method == "GET" and not marked)


def stored(response: HttpResponse, encoding: str) -> StoredAnswer:
    digest = hashlib.blake2b(response.content, digest_size=12).hexdigest()
    return StoredAnswer(
        body=compress(response.content, encoding),
        content_type=response["Content-Type"],
        encoding=encoding,
        etag=f'"{digest}{encoding and "-" + encoding}"',
        headers=tuple((name, response[name]) for name in KEPT_HEADERS if name in response),
    )


def answer(found: StoredAnswer, request: HttpRequest, state: str) -> HttpResponse:
    """`state` is told in ``X-Cache``: HIT or MISS."""
    if _reader_has(found.etag, request):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(
            b"" if request.method == "HEAD" else found.body, content_type=found.content_type
        )
        response["Content-Length"] = str(len(found.body))
        if found.encoding:
            response["Content-Encoding"] = found.encoding
    for name, value in found.headers:
        response[name] = value
    response["ETag"] = found.etag
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = "no-cache"
    response["X-Cache"] = state
    return response


def _reader_has(etag: str, request: HttpRequest) -> bool:
    """If-None-Match, compared weakly: a proxy that compresses makes a strong tag weak."""
    asked = request.META.get("HTTP_IF_NONE_MATCH", "")
    return asked.strip() == "*" or etag in {tag.strip().removeprefix("W/") for tag in asked.split(",")}


def seconds_for(request: HttpRequest) -> float:
    """How long an answer may stand: less than EDUSITE_PAGE_CACHE_SECONDS where the page said, in ``request.shown_until``, at
    which moment it will be another one."""
    until = getattr(request, "shown_until", None)
    longest = settings.EDUSITE_PAGE_CACHE_SECONDS
    return longest if until is None else min(longest, max((until - timezone.now()).total_seconds(), 0))


def drop(hostnames: Iterable[str]) -> None:
    """Forget all stored answers of these host names, once the running transaction is committed."""
    keys = {generation_key(name) for name in hostnames if name}

    def forget() -> None:
        cache.set_many({key: secrets.token_hex(8) for key in keys}, None)

    if keys:
        transaction.on_commit(forget)
