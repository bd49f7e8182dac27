"""The virus scanner clamd, asked through INSTREAM.

``EDUSITE_CLAMD`` is ``unix:/run/clamav/clamd.ctl`` or ``tcp:127.0.0.1:3310``; empty: there is no scanner. Where it is set and
does not answer, nothing is taken: a scanner that fails is closed, not open.

Protocol (clamd(8)): ``zINSTREAM\\0``, pieces with their length in four bytes, network order, a length of nought at the end; the
answer ends with NUL: ``stream: OK``, ``stream: NAME FOUND`` or a text with ``ERROR``.
"""

from __future__ import annotations

import enum
import socket
import struct

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.views.decorators.debug import sensitive_variables

PIECE = 256 * 1024
LONGEST_ANSWER = 4096


class ScannerError(Exception):
    """The scanner should look at a file and does not. No message names the file."""


class Verdict(enum.Enum):
    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not-scanned"


def is_set_up() -> bool:
    return bool(settings.EDUSITE_CLAMD)


@sensitive_variables()
def scan(data: bytes) -> Verdict:
    """What the scanner says. Raises ScannerError where one is set up and gives no verdict."""
    if not is_set_up():
        return Verdict.NOT_SCANNED
    answer = _ask(b"zINSTREAM\x00", _pieces(data))
    if answer == "stream: OK":
        return Verdict.CLEAN
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return Verdict.INFECTED
    raise ScannerError("The scanner gave no verdict.")


def ping() -> bool:
    """Whether the scanner answers."""
    try:
        return _ask(b"zPING\x00", []) == "PONG"
    except ScannerError:
        return False


def _pieces(data: bytes) -> list[bytes]:
    view = memoryview(data)
    found = []
    for start in range(0, len(data), PIECE):
        piece = view[start : start + PIECE]
        found += [struct.pack("!L", len(piece)), bytes(piece)]
    return [*found, struct.pack("!L", 0)]


@sensitive_variables()
def _ask(command: bytes, pieces: list[bytes]) -> str:
    try:
        with _connection() as link:
            _send(link, [command, *pieces])
            return _answer(link)
    except OSError as error:
        raise ScannerError("The scanner does not answer.") from error


def _send(link: socket.socket, pieces: list[bytes]) -> None:
    try:
        for piece in pieces:
            link.sendall(piece)
    except (BrokenPipeError, ConnectionResetError):
        # clamd closes the line once it has read its StreamMaxLength; its answer may still be there.
        return


def _answer(link: socket.socket) -> str:
    found = b""
    while not found.endswith(b"\x00") and len(found) < LONGEST_ANSWER:
        piece = link.recv(LONGEST_ANSWER)
        if not piece:
            break
        found += piece
    return found.rstrip(b"\x00\n").decode("utf-8", "replace")


def _connection() -> socket.socket:
    family, address = parsed_address(settings.EDUSITE_CLAMD)
    link = socket.socket(family, socket.SOCK_STREAM)
    link.settimeout(settings.EDUSITE_CLAMD_SECONDS)
    try:
        link.connect(address)
    except OSError:
        link.close()
        raise
    return link


def parsed_address(text: str) -> tuple[socket.AddressFamily, str | tuple[str, int]]:
    """Raises ImproperlyConfigured for an address in neither form."""
    scheme, _colon, rest = text.partition(":")
    if scheme == "unix" and rest.startswith("/"):
        return socket.AF_UNIX, rest
    host, _colon, port = rest.rpartition(":")
    if scheme == "tcp" and host and port.isdecimal():
        return socket.AF_INET, (host, int(port))
    raise ImproperlyConfigured("EDUSITE_CLAMD is unix:/path or tcp:host:port.")
