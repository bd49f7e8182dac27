"""Packages of lectures, run shut off from the site: each file is read from the archive when it is asked for and sent with a
policy that gives it an origin of its own, without cookies, and lets it load nothing but its own files (decision 19)."""

from __future__ import annotations

import mimetypes
import posixpath
import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from network.selectors import institution_for_request
from network.site_roots import public_origin
from resources.packages.reading import NotAPackageError, opened
from resources.packages.runtime import RUNTIME, RUNTIME_NAME, with_runtime
from resources.presentation import package_folder
from resources.selectors.contents import document_of

LARGEST = 100 * 1024 * 1024
"""Bytes of one file of a package that are sent."""
TYPES = {
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "text/html",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "xml": "text/xml",
    "xsd": "text/xml",
    "svg": "image/svg+xml",
    "wasm": "application/wasm",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "vtt": "text/vtt",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
}
_SAFE = re.compile(r"(image|font|audio|video)/[\w.+-]+|text/plain|application/(json|pdf|wasm)")


@require_safe
@xframe_options_exempt
def package(request: HttpRequest, page_id: int, document_id: int, member: str) -> HttpResponse:
    institution = institution_for_request(request)
    document = institution and document_of(
        institution=institution, page_id=page_id, document_id=document_id, use="package"
    )
    if not document or not _is_plain(member):
        raise Http404("No such part of a package here")
    folder = package_folder(page_id, document_id)
    place = public_origin(institution.hostname) + folder
    if member == RUNTIME_NAME:
        return _isolated(HttpResponse(RUNTIME, content_type="text/javascript; charset=utf-8"), place)
    content_type = type_of(member)
    body = _read(document, member)
    if content_type == "text/html":
        body = with_runtime(body, folder + RUNTIME_NAME)
        content_type = ""
    response = HttpResponse(body)
    # Without a charset of ours a page's own declaration holds.
    response["Content-Type"] = content_type or "text/html"
    return _isolated(response, place)


def _is_plain(member: str) -> bool:
    return (
        bool(member)
        and member.isprintable()
        and posixpath.normpath(member) == member
        and not member.startswith("..")
    )


def type_of(member: str) -> str:
    """The media type by the ending; what a browser would run in another way than expected is handed over as bytes."""
    ending = member.rpartition(".")[2].lower()
    found = TYPES.get(ending) or mimetypes.guess_type(f"x.{ending}")[0] or ""
    return found if ending in TYPES or _SAFE.fullmatch(found) else "application/octet-stream"


def _read(document: Any, member: str) -> bytes:
    try:
        with opened(document) as archive:
            info = archive.getinfo(member)
            if info.is_dir() or info.file_size > LARGEST or info.flag_bits & 0x1:
                raise Http404("No such part of a package here")
            with archive.open(info) as stored:
                return stored.read(info.file_size)
    except (KeyError, NotAPackageError):
        raise Http404("No such part of a package here") from None


def _isolated(response: HttpResponse, place: str) -> HttpResponse:
    told = {
        "Content-Security-Policy": policy_of(place),
        # The frame has an origin of its own, so its own files come from elsewhere for it. They are public, and asked for
        # without cookies.
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "public, max-age=600, no-transform",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    for header, value in told.items():
        response[header] = value
    return response


def policy_of(place: str) -> str:
    """The policy of all files below an address: no origin, no other server, no sending of forms, no windows."""
    own = {
        "script-src": f"{place} 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src": f"{place} 'unsafe-inline'",
        "img-src": f"{place} data: blob:",
        "media-src": f"{place} data: blob:",
        "font-src": f"{place} data:",
        "connect-src": f"{place} data: blob:",
        "worker-src": f"{place} blob:",
        "frame-src": place,
        "base-uri": place,
    }
    parts = ["sandbox allow-scripts allow-forms", "default-src 'none'", "form-action 'none'"]
    return "; ".join([*parts, *(f"{name} {value}" for name, value in own.items())])
