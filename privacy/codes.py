"""Codes that people write down, read out and type on a phone."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.views.decorators.debug import sensitive_variables

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0/O, 1/I/L and U/V look-alikes."""
KEYED = "keyed$"
_TOKEN = re.compile(r"^[A-Za-z0-9_-]{43}$")


def new_reference(prefix: str) -> str:
    """A reference such as ``GY-7K3M-9Q2X``: 39 random bits, which open nothing without the second factor."""
    code = "".join(secrets.choice(ALPHABET) for _place in range(8))
    return f"{prefix}-{code[:4]}-{code[4:]}"


def new_token() -> str:
    """The key to a draft: 256 random bits, in a hidden field, never in an address."""
    return secrets.token_urlsafe(32)


def is_token(text: str) -> bool:
    return bool(_TOKEN.match(text))


@sensitive_variables()
def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@sensitive_variables()
def secret_for(token: str) -> str:
    """The second factor of a submission, ``XXXX-XXXX-XXXX`` (58 bits).

    Made from the draft's token, so that the receipt of a form sent twice shows the same one although only its
    hash is stored.
    """
    digest = hmac.new(
        settings.SECRET_KEY.encode(), b"second-factor|" + token.encode(), hashlib.sha256
    ).digest()
    number = int.from_bytes(digest, "big")
    letters = []
    for _place in range(12):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    text = "".join(letters)
    return "-".join((text[:4], text[4:8], text[8:]))


@sensitive_variables()
def hashed_secret(secret: str) -> str:
    """The second factor as it is stored: an HMAC under a key outside of the database. It has 58 random bits; slow hashes are made
    for what people think up, and would cost a fifth of a second for each application."""
    return KEYED + _keyed(settings.SECRET_KEY, secret)


@sensitive_variables()
def secret_matches(secret: str, stored: str) -> bool:
    """Whether a second factor is the one that was stored, now or under a key of SECRET_KEY_FALLBACKS, or by the slow hash of
    earlier versions."""
    if not stored.startswith(KEYED):
        return check_password(normalised_secret(secret), stored)
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    found = [hmac.compare_digest(stored, KEYED + _keyed(key, secret)) for key in keys]
    return any(found)


@sensitive_variables()
def _keyed(key: str, secret: str) -> str:
    text = f"second-factor-kept|{normalised_secret(secret)}".encode()
    return hmac.new(key.encode(), text, hashlib.sha256).hexdigest()


def normalised_reference(code: str) -> str:
    """A reference as it is stored, however it was typed: case, spaces and missing dashes do not matter."""
    bare = _bare(code)
    return f"{bare[:-8]}-{bare[-8:-4]}-{bare[-4:]}" if len(bare) > 8 else bare


def normalised_secret(code: str) -> str:
    bare = _bare(code)
    return "-".join(bare[place : place + 4] for place in range(0, len(bare), 4))


def _bare(code: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", code.upper())
