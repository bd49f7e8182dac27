"""Encryption of personal information by the application itself (P12.3).

A sealed value is the text ``v1.<key id>.<base64url of nonce and ciphertext>``: AES-256-GCM, bound by its
associated data to one field of one record, so that a ciphertext moved to another row, field or model no
longer opens. Keys stand outside the database and the code, in ``EDUSITE_FIELD_KEYS``: a list of ``id:base64``
of 32 bytes each, the one in use first; the others still open what they sealed until ``rotate_field_keys`` has
sealed everything anew. No message names a key or a value.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.views.decorators.debug import sensitive_variables

VERSION = "v1"
KEY_BYTES = 32
NONCE_BYTES = 12
_KEY_ID = re.compile(r"^[A-Za-z0-9_-]{1,32}$")


class EncryptionError(Exception):
    """Something cannot be sealed or opened."""


class KeyRingError(EncryptionError):
    """EDUSITE_FIELD_KEYS is empty or malformed."""


class UnknownKeyError(EncryptionError):
    """The value was sealed with a key that the ring does not have."""


class BrokenSealError(EncryptionError):
    """The value was changed, belongs to another record, or was sealed with another key of the same id."""


@dataclass(frozen=True)
class KeyRing:
    """Keys by id; `active` seals, all of them open. The keys stay out of any representation of the object."""

    active: str
    keys: dict[str, bytes] = field(repr=False)

    def key(self, key_id: str, use: str) -> bytes:
        """A key of 32 bytes derived for one `use`, so that sealing and indexing never share one."""
        if key_id not in self.keys:
            raise UnknownKeyError("The value was sealed with a key that is not in EDUSITE_FIELD_KEYS.")
        return _derived(self.keys[key_id], use)


@sensitive_variables()
def parse_keys(entries: tuple[str, ...]) -> KeyRing:
    """Read ``id:base64`` entries. Raises KeyRingError, which says which entry is wrong and never what it
    holds."""
    keys: dict[str, bytes] = {}
    for number, entry in enumerate(entries, start=1):
        key_id, _separator, encoded = entry.strip().partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not _KEY_ID.match(key_id) or len(key) != KEY_BYTES:
            raise KeyRingError(f"Entry {number} of EDUSITE_FIELD_KEYS is not id:base64 of {KEY_BYTES} bytes.")
        if key_id in keys:
            raise KeyRingError(f"Entry {number} of EDUSITE_FIELD_KEYS repeats the id of another.")
        keys[key_id] = key
    if not keys:
        raise KeyRingError("EDUSITE_FIELD_KEYS is empty: personal information cannot be stored.")
    return KeyRing(active=next(iter(keys)), keys=keys)


@lru_cache(maxsize=8)
@sensitive_variables()
def _ring(entries: tuple[str, ...]) -> KeyRing:
    return parse_keys(entries)


def key_ring() -> KeyRing:
    return _ring(tuple(settings.EDUSITE_FIELD_KEYS))


def is_ready() -> bool:
    """Whether something can be sealed at all: without keys, no form is open."""
    try:
        key_ring()
    except KeyRingError:
        return False
    return True


@lru_cache(maxsize=64)
@sensitive_variables()
def _derived(key: bytes, use: str) -> bytes:
    hkdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"edusite/{use}/v1".encode())
    return hkdf.derive(key)


@sensitive_variables()
def seal(value: Any, *, context: str) -> str:
    """Seal a JSON value. `context` names the place it belongs to, ``model:uid:field``."""
    text = json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder, separators=(",", ":"))
    return seal_bytes(text.encode(), context=context)


@sensitive_variables()
def unseal(sealed: str, *, context: str) -> Any:
    """Open a sealed JSON value. Raises UnknownKeyError or BrokenSealError."""
    return json.loads(unseal_bytes(sealed, context=context))


@sensitive_variables()
def seal_bytes(data: bytes, *, context: str) -> str:
    ring = key_ring()
    nonce = os.urandom(NONCE_BYTES)
    cipher = AESGCM(ring.key(ring.active, "seal"))
    sealed = nonce + cipher.encrypt(nonce, data, _associated(ring.active, context))
    return f"{VERSION}.{ring.active}.{base64.urlsafe_b64encode(sealed).decode()}"


@sensitive_variables()
def unseal_bytes(sealed: str, *, context: str) -> bytes:
    key_id, raw = _parts(sealed)
    cipher = AESGCM(key_ring().key(key_id, "seal"))
    try:
        return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _associated(key_id, context))
    except InvalidTag:
        raise BrokenSealError(
            "A sealed value does not open: it was changed, moved from another record, or its key is another."
        ) from None


def active_prefix() -> str:
    """How every value sealed with the key in use begins: what does not is due for rotation."""
    return f"{VERSION}.{key_ring().active}."


@sensitive_variables()
def reseal(sealed: str, *, context: str) -> str:
    """The same value under the key in use; unchanged where it is under it already."""
    if sealed.startswith(active_prefix()):
        return sealed
    return seal_bytes(unseal_bytes(sealed, context=context), context=context)


@sensitive_variables()
def blind_index(value: str, *, use: str, key_id: str | None = None) -> str:
    """64 hexadecimal digits by which an exact value is found without being stored, the same for one key and
    `use`.

    Key: derived apart from the one that seals; by default of the key in use.
    """
    ring = key_ring()
    key = ring.key(key_id or ring.active, "index")
    return hmac.new(key, f"{use}\x00{value}".encode(), hashlib.sha256).hexdigest()


def blind_indexes(value: str, *, use: str) -> list[str]:
    """The index of a value under each key of the ring: for look-ups while keys are rotated."""
    return [blind_index(value, use=use, key_id=key_id) for key_id in key_ring().keys]


def _associated(key_id: str, context: str) -> bytes:
    return f"{VERSION}|{key_id}|{context}".encode()


def _parts(sealed: str) -> tuple[str, bytes]:
    version, _dot, rest = sealed.partition(".")
    key_id, _dot, encoded = rest.partition(".")
    try:
        raw = base64.b64decode(encoded.encode("ascii"), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError):
        raw = b""
    if version != VERSION or len(raw) <= NONCE_BYTES:
        raise BrokenSealError("A sealed value is not in the form v1.<key id>.<data>.")
    return key_id, raw
