"""Text in the fonts of before Unicode (TCVN3, VNI), turned into Unicode (W12.1)."""

from __future__ import annotations

import re
import unicodedata

from common.text import TCVN3_CAPITAL, looks_legacy

__all__ = ["converted", "decode_bytes", "from_vni", "to_unicode"]

_TCVN3 = str.maketrans(
    "¢£¤µ¸©·ÌÐª×Ýßã«âïóý¡§¥¦¨®Üò¬\u00ad¹¶ÊÇÈÉË¾»¼½ÆÑÎÏÕÒÓÔÖØÞäáèåæçéíêëìîôñøõö÷ùúþûü",
    "ÂÊÔàáâãèéêìíòóôõùúýĂĐƠƯăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
)
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = (
    "\u0301",
    "\u0300",
    "\u0309",
    "\u0303",
    "\u0323",
    "\u0302",
    "\u0306",
)
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}
_VNI = re.compile(
    f"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])|[{''.join(_VNI_LETTERS)}{''.join(_VNI_LETTERS).upper()}]"
)
_VNI_TELL = re.compile(
    r"[aeouyAEOUY][øïûåäëüØÏÛÅÄËÜ]|[ñÑ][aeiouyöô]|[ôö][ùøûõï]|[aeAE][áàãâéèêúÁÀÃÂÉÈÊÚ]|[oO][âäÂÄ]"
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def to_unicode(text: str) -> str:
    """Text whose letters are those of an old font, in Unicode; all other text as it is."""
    if text.isascii() or not looks_legacy(text):
        return text
    return converted(text)


def converted(text: str) -> str:
    """A text that is known to be in one of the old fonts, in Unicode: whichever of the two it is."""
    return from_vni(text) if len(_VNI_TELL.findall(text)) > _tcvn3_tells(text) else text.translate(_TCVN3)


def _tcvn3_tells(text: str) -> int:
    return sum(letter in "µ¸¶·¹©¨ª«¬\u00ad®" for letter in text) + len(TCVN3_CAPITAL.findall(text))


def from_vni(text: str) -> str:
    """Text of the VNI fonts, in which a letter and its marks are two characters, in Unicode."""
    return _VNI.sub(_composed, text)


def _composed(match: re.Match) -> str:
    letter, mark = match[1], match[2]
    if letter is None:
        lower = _VNI_LETTERS[match[0].lower()]
        return lower if match[0].islower() else lower.upper()
    base = _VNI_LETTERS.get(letter.lower(), letter.lower())
    whole = unicodedata.normalize("NFC", base + _VNI_MARKS[mark.lower()])
    return whole.upper() if letter.isupper() else whole


def decode_bytes(data: bytes) -> str:
    """Bytes of a text file in whatever encoding Vietnamese lists come; never fails."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\x00" in data[:4000]:
        sample = data[:4000]
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return data.decode("utf-16-le" if odd >= even else "utf-16-be", "replace")
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    wrong = lenient.count("\ufffd")
    if sum(ord(letter) > 127 for letter in lenient) - wrong > 3 * wrong:
        return lenient
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = data.decode("latin-1")
    try:
        combined = data.decode("cp1258")
    except UnicodeDecodeError:
        combined = ""
    marks = sum(bool(unicodedata.combining(letter)) for letter in combined)
    composed = unicodedata.normalize("NFC", combined)
    if marks and sum(bool(unicodedata.combining(letter)) for letter in composed) <= marks // 20:
        return composed
    return to_unicode(western)
