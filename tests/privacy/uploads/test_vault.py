"""Sealed pieces open whole and in their place, or not at all."""

from __future__ import annotations

import os

import pytest

from privacy.encryption import BrokenSealError
from privacy.uploads import vault
from privacy.uploads.vault import HEAD, PIECE_BYTES, PREFIX_BYTES, TAG_BYTES

KEY = bytes(range(32))
START = len(HEAD) + PREFIX_BYTES
STEP = PIECE_BYTES + TAG_BYTES


def sealed(data: bytes, context: str = "a:1:data", key: bytes = KEY) -> bytes:
    return b"".join(vault.sealed_pieces(data, key=key, context=context))


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES])
def test_a_file_comes_back_as_it_was(size):
    data = os.urandom(size)
    found = sealed(data)
    assert vault.opened(found, key=KEY, context="a:1:data") == data
    assert len(found) == START + size + max(1, -(-size // PIECE_BYTES)) * TAG_BYTES


def test_nothing_of_a_file_can_be_read_without_its_key():
    assert b"marker" not in sealed(b"marker" * 50_000)


TWO = bytes(PIECE_BYTES) + b"\x01" * PIECE_BYTES
SPOILT = {
    "one bit": lambda s: s[:-1] + bytes([s[-1] ^ 1]),
    "cut short": lambda s: s[:-1],
    "last piece left out": lambda s: s[: START + STEP],
    "pieces changed over": lambda s: s[:START] + s[START + STEP :] + s[START : START + STEP],
    "other prefix": lambda s: s[: len(HEAD)] + bytes(PREFIX_BYTES) + s[START:],
    "head only": lambda s: s[:START],
    "other head": lambda s: b"EDSF\x02" + s[len(HEAD) :],
    "nothing": lambda s: b"",
    "something behind": lambda s: s + b"\x00",
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_spoilt_file_does_not_open(case):
    with pytest.raises(BrokenSealError):
        vault.opened(SPOILT[case](sealed(TWO)), key=KEY, context="a:1:data")


@pytest.mark.parametrize(("key", "context"), [(bytes(32), "a:1:data"), (KEY, "a:2:data")])
def test_a_file_opens_with_its_own_key_and_record_only(key, context):
    with pytest.raises(BrokenSealError):
        vault.opened(sealed(TWO), key=key, context=context)
