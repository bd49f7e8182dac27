"""Videos, sounds and captions of published resources, in pieces: phones play nothing from a server that cannot give a part of a
file (RFC 9110, 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from network.selectors import institution_for_request
from resources.blocks import ending_of
from resources.presentation import TYPES
from resources.selectors.contents import document_of

CHUNK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@require_safe
def media(request: HttpRequest, page_id: int, document_id: int, name: str) -> HttpResponse:
    institution = institution_for_request(request)
    found = institution and document_of(
        institution=institution, page_id=page_id, document_id=document_id, use="media"
    )
    if not found or found.filename != name or ending_of(found) not in TYPES:
        raise Http404("No such part of a resource here")
    return ranged(request, found, TYPES[ending_of(found)])


def ranged(request: HttpRequest, document: Any, content_type: str) -> HttpResponse:
    """The whole file or the one piece that is asked for; several pieces at once are answered with the whole."""
    try:
        size = document.file.size
        stored = document.file.storage.open(document.file.name, "rb")
    except OSError:
        raise Http404("The file is gone") from None
    etag = quote_etag(f"{document.pk}-{document.file_hash or size}")
    start, stop = 0, size
    asked = request.headers.get("Range", "")
    is_part = bool(asked) and request.headers.get("If-Range", etag) == etag
    if is_part and (found := _RANGE.fullmatch(asked.strip())) and any(found.groups()):
        start, stop = _bounds(found, size)
        if start >= stop:
            stored.close()
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        is_part = False
    if request.method == "HEAD":
        stored.close()
        response = HttpResponse(status=206 if is_part else 200)
    else:
        response = StreamingHttpResponse(_pieces(stored, start, stop), status=206 if is_part else 200)
    told = {
        "Content-Type": content_type,
        "Content-Length": str(stop - start),
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": http_date(document.created_at.timestamp()),
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "public, max-age=3600",
        "X-Content-Type-Options": "nosniff",
    }
    for header, value in told.items():
        response[header] = value
    if is_part:
        response["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return response


def _bounds(found: re.Match[str], size: int) -> tuple[int, int]:
    first, last = found.groups()
    if not first:
        return max(size - int(last), 0) if int(last) else size, size
    return int(first), min(int(last) + 1, size) if last else size


def _pieces(stored: Any, start: int, stop: int) -> Iterator[bytes]:
    with stored:
        stored.seek(start)
        left = stop - start
        while left > 0 and (piece := stored.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
