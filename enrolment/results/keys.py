"""What leads to a row and what it says, as bytes. Nothing here touches the database or the settings.

The key of a row is HMAC-SHA256, cut to 128 bits, of candidate number, date of birth and printed code under the index key of its
version; the row is sealed with AES-256-GCM under the version's other key and bound to that very key and version.
"""

from __future__ import annotations

import os
import re
from datetime import date

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from enrolment.keyed_hash import KeyedHash

NONCE = 12
BLOCK = 64
SEPARATOR = "\x1f"
ABSENT = "\x16"
"""The value of a subject in which a candidate was absent; nothing is one that was not taken."""
_BARE = re.compile(r"[^0-9a-z]")
_DIGITS = re.compile(r"\d+")


def bare_number(text: str) -> str:
    """A candidate number however it was typed: case, spaces, dashes and leading zeros do not matter. Empty where nothing is
    left of it."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        text = _BARE.sub("", text.lower())
    return text.lstrip("0")


def bare_code(text: str) -> str:
    """A printed code without case, spaces and dashes."""
    return _BARE.sub("", text.lower())


def bare_birth(text: str) -> str:
    """A date as day, month, year, however it was typed (05/09/2011, 5-9-2011, 05092011, 2011-09-05); empty where it is none."""
    parts = _DIGITS.findall(text)
    if len(parts) >= 3 and len(parts[0]) == 4:
        parts = [parts[2], parts[1], parts[0]]
    elif len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    elif len(parts) != 3:
        return ""
    try:
        found = date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return ""
    return f"{found.day:02}{found.month:02}{found.year}" if 1900 <= found.year <= 2100 else ""


def row_key(index: KeyedHash, number: str, birth: str, code: str) -> bytes:
    """16 bytes; `index`: under the index key; the parts as the functions above answer them."""
    return index(f"{number}{SEPARATOR}{birth}{SEPARATOR}{code}".encode())[:16]


class RowCipher:
    """Seals and opens the values of the rows of one version."""

    def __init__(self, seal_key: bytes, version: bytes, width: int):
        self.aead = AESGCM(seal_key)
        self.version = version
        self.width = width

    def seal(self, digest_: bytes, values: list[str], nonce: bytes) -> bytes:
        """`nonce`: 12 random bytes, never used twice."""
        data = SEPARATOR.join(values).encode()
        data += b" " * (-len(data) % self.width)
        return nonce + self.aead.encrypt(nonce, data, self.version + digest_)

    def open(self, digest_: bytes, sealed: bytes) -> list[str] | None:
        """The values; None where the row was changed or belongs elsewhere."""
        try:
            data = self.aead.decrypt(sealed[:NONCE], sealed[NONCE:], self.version + digest_)
        except InvalidTag:
            return None
        return data.decode().rstrip(" ").split(SEPARATOR)


def nonces(count: int) -> list[bytes]:
    """So many random nonces, drawn at once."""
    drawn = os.urandom(NONCE * count)
    return [drawn[place : place + NONCE] for place in range(0, NONCE * count, NONCE)]
