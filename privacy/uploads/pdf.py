"""PDF without programs, without commands to other programs, without files inside.

A goal to jump to on opening is common and harmless; JavaScript, Launch, forms that send themselves somewhere, remote targets,
attachments and XFA are not. Objects packed into streams are unpacked by qpdf within its limits.
"""

from __future__ import annotations

import io
import re
import threading
import zlib

import pikepdf
from django.utils.translation import gettext as _

from privacy.uploads.kinds import FileType
from privacy.uploads.refusal import refused

MAX_OBJECTS = 300_000
MAX_PAGES = 2_000
MAX_OBJECT_STREAM = 32 * 1024 * 1024
MAX_STREAM = 256 * 1024 * 1024
TAIL = 1024
_FORBIDDEN_ACTIONS = frozenset(
    (
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
        "/GoTo3DView",
    )
)
_FORBIDDEN_KEYS = frozenset(
    (
        "/JS",
        "/JavaScript",
        "/EmbeddedFiles",
        "/EmbeddedFile",
        "/XFA",
        "/RichMediaContent",
        "/Launch",
    )
)
_FORBIDDEN_TYPES = frozenset(
    (
        "/FileAttachment",
        "/RichMedia",
        "/Movie",
        "/Sound",
        "/Screen",
        "/3D",
    )
)
_BAD_ADDRESS = re.compile(rb"^\s*(javascript|vbscript|data|file|ms-[a-z]+|smb)\s*:", re.IGNORECASE)
_lock = threading.Lock()
_limits: list[dict] = []


def checked(data: bytes, found: FileType) -> bytes:
    if not data.startswith(b"%PDF-"):
        raise refused(
            "polyglot",
            _("The PDF does not begin as one. Open it, print it to a new PDF file and send that one."),
        )
    end = data.rfind(b"%%EOF")
    if end < 0 or len(data) - end > TAIL or data[end + 5 :].strip(b"\x00 \r\n\t\x1a"):
        raise refused(
            "polyglot",
            _(
                "There is something else behind the end of the PDF. Print it to a new PDF file and send that one."
            ),
        )
    if b"PK\x05\x06" in data[-66_000:]:
        raise refused(
            "polyglot", _("The PDF contains another file. Print it to a new PDF file and send that one.")
        )
    _check_packed(data)
    _limit_qpdf()
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=True) as book:
            _check_book(book)
    except pikepdf.PasswordError:
        raise refused(
            "encrypted",
            _("The PDF is protected by a password, so it cannot be checked. Save it without one."),
        ) from None
    except (
        pikepdf.PdfError,
        RuntimeError,
        ValueError,
        MemoryError,
        RecursionError,
        KeyError,
        TypeError,
        AttributeError,
    ):
        raise refused(
            "broken",
            _("The PDF is damaged and cannot be opened. Print it to a new PDF file and send that one."),
        ) from None
    return data


def _limit_qpdf() -> None:
    """qpdf's limits hold for the whole process; set once."""
    with _lock:
        if not _limits:
            _limits.append(
                pikepdf.settings.set_qpdf_limits(
                    flate_max_memory=MAX_STREAM,
                    run_length_max_memory=MAX_STREAM,
                    png_max_memory=MAX_STREAM,
                    tiff_max_memory=MAX_STREAM,
                    dct_max_memory=MAX_STREAM,
                    parser_max_container_size=MAX_OBJECTS,
                    max_stream_filters=4,
                )
            )


def _check_packed(data: bytes) -> None:
    """Streams that would unpack to far more than they are: measured before any of them is opened."""
    start = 0
    while (start := data.find(b"stream", start)) >= 0:
        if data[start - 3 : start] == b"end":
            start += 6
            continue
        body = start + 6 + (2 if data[start + 6 : start + 8] == b"\r\n" else 1)
        described = data[max(0, start - 2_000) : start]
        described = described[described.rfind(b"obj") :]
        packed = b"/ObjStm" in described or b"/XRef" in described
        if b"Flate" in described or packed:
            limit = MAX_OBJECT_STREAM if packed else MAX_STREAM
            start = _measure(data, body, limit)
        else:
            start += 6


def _measure(data: bytes, body: int, limit: int) -> int:
    """Unpack from `body` without keeping anything; answers where the packed bytes end."""
    unpacker = zlib.decompressobj()
    size, place, rest = 0, body, b""
    while not unpacker.eof:
        piece = rest or data[place : place + 65_536]
        if not piece:
            break
        if not rest:
            place += len(piece)
        try:
            size += len(unpacker.decompress(piece, 1_048_576))
        except zlib.error:
            return body
        rest = unpacker.unconsumed_tail
        if size > limit:
            raise refused(
                "bomb",
                _("Unpacked, the PDF would be far too large. Print it to a new PDF file and send that one."),
            )
    return max(body, place - len(unpacker.unused_data) - len(rest))


def _check_book(book: pikepdf.Pdf) -> None:
    if book.is_encrypted:
        raise refused(
            "encrypted",
            _("The PDF is protected by a password, so it cannot be checked. Save it without one."),
        )
    if len(book.objects) > MAX_OBJECTS or len(book.pages) > MAX_PAGES:
        raise refused(
            "bomb",
            _("The PDF is too complicated to be checked. Print it to a new PDF file and send that one."),
        )
    for found in book.objects:
        _check_object(found, 0)
    _check_object(book.trailer, 0)


def _check_object(found: object, depth: int) -> None:
    """One object with what stands directly in it; what it refers to comes in its own turn."""
    if depth > 60:
        raise refused(
            "bomb",
            _("The PDF is too complicated to be checked. Print it to a new PDF file and send that one."),
        )
    if isinstance(found, pikepdf.Array):
        for item in found:
            if isinstance(item, pikepdf.Object) and not item.is_indirect:
                _check_object(item, depth + 1)
        return
    if not isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    entries = found.stream_dict if isinstance(found, pikepdf.Stream) else found
    keys = set(entries.keys())
    action, subtype, kind = (str(entries.get(name, "")) for name in ("/S", "/Subtype", "/Type"))
    if keys & {"/JS", "/JavaScript", "/XFA"} or action == "/JavaScript":
        raise refused(
            "script",
            _("The PDF contains a program (JavaScript). Print it to a new PDF file and send that one."),
        )
    if keys & _FORBIDDEN_KEYS or subtype in _FORBIDDEN_TYPES or kind == "/EmbeddedFile":
        raise refused("embedded", _("The PDF contains attached files or media. Send them one by one."))
    if action in _FORBIDDEN_ACTIONS or _bad_address(entries):
        raise refused(
            "action",
            _(
                "The PDF would start something when it is opened. Print it to a new PDF file and send that one."
            ),
        )
    for key in keys:
        value = entries.get(key)
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            _check_object(value, depth + 1)


def _bad_address(entries: pikepdf.Dictionary) -> bool:
    address = entries.get("/URI")
    return isinstance(address, pikepdf.String) and bool(_BAD_ADDRESS.match(bytes(address)))
