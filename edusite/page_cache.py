"""Whole answers for anonymous readers: the keys they stand under, and how one site's answers are dropped at once.

Everything of a site stands under a generation number of its host name. Raising the number drops all of it; what lies under
the old number ages out. Pages that show other sites (a list of members) follow within EDUSITE_PAGE_CACHE_SECONDS.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import brotli
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse

QUERY_KEYS = frozenset({"page", "kind", "past", "type", "year"})
TRACKING_PREFIXES = ("utm_", "fbclid", "gclid", "zarsrc")
MAX_VALUE = 60


@dataclass(frozen=True)
class StoredAnswer:
    """A body as it goes over the wire, with what must be said beside it."""

    body: bytes
    content_type: str
    encoding: str
    etag: str
    language: str
    headers: tuple[tuple[str, str], ...]


def encoding_for(request: HttpRequest) -> str:
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    return "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""


def compress(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return brotli.compress(body, quality=5)
    if encoding == "gzip":
        return gzip.compress(body, compresslevel=6, mtime=0)
    return body


def generation(host: str) -> int:
    return cache.get_or_set(f"pages:{host}", 1, None)


def key_for(request: HttpRequest) -> str | None:
    """The key of an answer, or None where the address has a question that is not to be stored."""
    query = []
    for name, values in sorted(request.GET.lists()):
        if name.startswith(TRACKING_PREFIXES):
            continue
        if name not in QUERY_KEYS or any(len(value) > MAX_VALUE for value in values):
            return None
        query.append((name, values))
    host = request.get_host().lower()
    parts = f"{host}|{generation(host.partition(':')[0])}|{request.path}|{query}|{encoding_for(request)}"
    return "page:" + hashlib.blake2b(parts.encode(), digest_size=16).hexdigest()


def etag_of(body: bytes) -> str:
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def stored(response: HttpResponse, encoding: str) -> StoredAnswer:
    kept = ("Content-Security-Policy", "Last-Modified", "Link")
    return StoredAnswer(
        body=compress(response.content, encoding),
        content_type=response["Content-Type"],
        encoding=encoding,
        etag=etag_of(response.content),
        language=response.get("Content-Language", ""),
        headers=tuple((name, response[name]) for name in kept if name in response),
    )


def answer(found: StoredAnswer, request: HttpRequest, state: str) -> HttpResponse:
    if request.META.get("HTTP_IF_NONE_MATCH") == found.etag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(found.body, content_type=found.content_type)
        if found.encoding:
            response["Content-Encoding"] = found.encoding
        if found.language:
            response["Content-Language"] = found.language
        for name, value in found.headers:
            response[name] = value
    response["ETag"] = found.etag
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = "no-cache"
    response["X-Cache"] = state
    return response


def drop(hostnames: Iterable[str]) -> None:
    """Forget all stored answers of these host names, once the running transaction is committed."""
    names = [name for name in set(hostnames) if name]

    def forget() -> None:
        for name in names:
            key = f"pages:{name.lower()}"
            cache.add(key, 1, None)
            cache.incr(key)

    if names:
        transaction.on_commit(forget)
