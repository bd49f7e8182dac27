"""The bytes of a file in sealed pieces.

Layout: ``EDSF`` and the version 1, seven random bytes, then pieces of 64 KiB, each with AES-256-GCM under the file's own
key. The nonce of a piece is the random bytes, its number (4 bytes) and whether it is the last (1 byte): a piece that was
changed, left out, moved or taken from another file does not open, nor does a file that was cut short. The associated data is the
record (``model:uid:field``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.views.decorators.debug import sensitive_variables

from privacy.encryption import BrokenSealError

HEAD = b"EDSF\x01"
PREFIX_BYTES = 7
PIECE_BYTES = 64 * 1024
TAG_BYTES = 16
KEY_BYTES = 32


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


@sensitive_variables()
def sealed_pieces(data: bytes, *, key: bytes, context: str) -> Iterator[bytes]:
    """The head, then the sealed pieces of `data` in order."""
    prefix = os.urandom(PREFIX_BYTES)
    yield HEAD + prefix
    cipher = AESGCM(key)
    last = max(0, (len(data) - 1) // PIECE_BYTES)
    for number in range(last + 1):
        piece = data[number * PIECE_BYTES : (number + 1) * PIECE_BYTES]
        yield cipher.encrypt(_nonce(prefix, number, number == last), piece, context.encode())


@sensitive_variables()
def opened(sealed: bytes, *, key: bytes, context: str) -> bytes:
    """The file. Raises BrokenSealError where any piece is not what was stored for this record."""
    start = len(HEAD) + PREFIX_BYTES
    if not sealed.startswith(HEAD) or len(sealed) < start + TAG_BYTES:
        raise BrokenSealError("A sealed file does not begin as one.")
    prefix = sealed[len(HEAD) : start]
    step = PIECE_BYTES + TAG_BYTES
    places = range(start, len(sealed), step)
    cipher = AESGCM(key)
    try:
        return b"".join(
            cipher.decrypt(
                _nonce(prefix, number, place == places[-1]), sealed[place : place + step], context.encode()
            )
            for number, place in enumerate(places)
        )
    except InvalidTag:
        raise BrokenSealError("A sealed file does not open: it was changed or belongs to another.") from None


def _nonce(prefix: bytes, number: int, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([is_last])
