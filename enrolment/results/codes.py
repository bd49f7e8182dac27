"""How the code of a candidate follows from the key of a book. Nothing here touches the database or the settings."""

from __future__ import annotations

import hmac
import secrets

from privacy.codes import ALPHABET

KEY_BYTES = 32
LETTERS = 8
_PAIRS = [first + second for first in ALPHABET for second in ALPHABET]


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


class CodeMaker:
    """Candidate number → code: 39 bits of HMAC-SHA256 under the key of the book, in letters that are not confused."""

    def __init__(self, key: bytes):
        self.key = key

    def bare(self, number: str) -> str:
        """As it is compared (``keys.bare_code``); `number` as ``keys.bare_number`` answers it."""
        return self._letters(number).lower()

    def printed(self, number: str) -> str:
        """As it stands on a card: ``ABCD-EFGH``."""
        text = self._letters(number)
        return f"{text[:4]}-{text[4:]}"

    def _letters(self, number: str) -> str:
        rest = int.from_bytes(hmac.digest(self.key, number.encode(), "sha256")[:16], "big")
        text = ""
        for _pair in range(LETTERS // 2):
            rest, place = divmod(rest, len(_PAIRS))
            text += _PAIRS[place]
        return text
