"""Names of people by the statistics of Vietnamese family, middle and given names.

Thirty family names cover nine tenths of the Kinh; those of other peoples are listed beside them. A word with marks must be
one of these words with the same letters; a word without any mark may be one whose marks were left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from common.text import clean_line, fold
from privacy.guard.words import lines_of, words_of

__all__ = ["NAME_IN_TEXT", "is_given", "is_surname_part", "name_strength", "names_in_text"]

STRONG, WEAK, NONE = 2, 1, 0

_COMMON = words_of("family_names")
_RARE = frozenset(words_of("ordinary_family_names"))
"""Family names that are ordinary words too: alone they prove nothing."""
_MIDDLE = frozenset(words_of("middle_names"))
_GIVEN = frozenset(words_of("given_names"))
_NOT_PEOPLE = frozenset(fold(line) for line in lines_of("called_like_people"))
"""Places, schools and streets that are called like people, and words of tables."""
_GROUPED = frozenset(words_of("before_no_person"))
_LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_UPPER = "A-Z" + _LOWER[3:].upper()
_WORD = rf"[{_UPPER}](?:['’][{_UPPER}])?[{_LOWER}'’]*"
_CAPS = rf"[{_UPPER}]+"
NAME_IN_TEXT = re.compile(
    rf"(?<![\w'’])(?:{_WORD}(?:[ \u00a0]{_WORD}){{1,5}}|{_CAPS}(?:[ \u00a0]{_CAPS}){{1,5}})(?![\w'’])"
)
_TITLE = re.compile(
    r"^(?:(?:ông|bà|anh|chị|em|cô|thầy|cháu|bé|đ/c|đồng chí|gs|pgs|ts|ths|cn|bs)[.:]?\s+|(?:gs|pgs|ts|ths|cn|bs)\.\s*)+",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\(?\d{1,4}[.)/]?\s+|^[-–•*+]\s*")
_LETTERS = re.compile(r"^[^\W\d_]+(?:['’][^\W\d_]+)?$")
_VOWEL = re.compile("[aeiouy]")

_SURNAMES = frozenset(_COMMON)
_SURNAMES_BARE = frozenset(fold(word) for word in _COMMON)
_SURE_BARE = frozenset(fold(word) for word in _COMMON if word not in _RARE)
_MIDDLE_BARE = frozenset(fold(word) for word in _MIDDLE)
_GIVEN_BARE = frozenset(fold(word) for word in _GIVEN)
_GROUPED_BARE = frozenset(fold(word) for word in _GROUPED)


def _is_surname(word: str) -> bool:
    lower = word.lower()
    return (
        lower in _SURNAMES or (lower.isascii() and lower in _SURNAMES_BARE) or lower.startswith(("h'", "h’"))
    )


def _is_sure(word: str) -> bool:
    """Whether a family name is hardly ever another word."""
    return fold(word) in _SURE_BARE and word.lower() not in _RARE


def bare_name(text: str) -> str:
    """A cell's text without number, form of address and academic degree."""
    line = clean_line(text)
    return _TITLE.sub("", _NUMBERED.sub("", line)).strip(" .,;:-–")


@lru_cache(maxsize=100_000)
def name_strength(text: str) -> int:
    """2: a person's full name by its words. 1: has the shape of one. 0: is none."""
    if not 3 <= len(text) <= 60:
        return NONE
    line = bare_name(text)
    words = line.split()
    if not 2 <= len(words) <= 6 or not all(_LETTERS.match(word) for word in words):
        return NONE
    folded = fold(line)
    if folded in _NOT_PEOPLE:
        return NONE
    if not (line.isupper() or line.islower() or all(word[0].isupper() for word in words)):
        return NONE
    if fold(words[0]) in _GROUPED_BARE and not _is_sure(words[0]):
        return NONE
    return _weighed(words) if not line.islower() or _is_sure(words[0]) else NONE


def _weighed(words: list[str]) -> int:
    rest = [fold(word) for word in words[1:]]
    known = (rest[-1] in _GIVEN_BARE) + any(word in _MIDDLE_BARE for word in rest[:-1])
    shaped = all(_VOWEL.search(word) and len(word) <= 7 for word in rest)
    if not _is_surname(words[0]) or not shaped:
        return WEAK if all(len(fold(w)) <= 8 for w in words) and len(words) <= 5 else NONE
    if _is_sure(words[0]):
        return STRONG if known or len(words) <= 4 else WEAK
    return STRONG if known == 2 or (known and len(words) == 3 and rest[0] in _MIDDLE_BARE) else WEAK


@lru_cache(maxsize=20_000)
def is_surname_part(text: str) -> bool:
    """A family name with middle names, without the given name: “Nguyễn Thị”."""
    words = bare_name(text).split()
    return 1 <= len(words) <= 4 and _is_surname(words[0]) and all(_LETTERS.match(word) for word in words)


@lru_cache(maxsize=20_000)
def is_given(text: str) -> bool:
    """One word, or two, that may be a given name."""
    words = clean_line(text).split()
    return 1 <= len(words) <= 2 and all(_LETTERS.match(word) and len(word) <= 8 for word in words)


def names_in_text(line: str) -> list[tuple[int, int, str]]:
    """The full names in a line of text as (start, end, name), in order; streets, schools and places left out."""
    found = []
    for match in NAME_IN_TEXT.finditer(line):
        start, words = match.start(), match[0].split()
        while words and not (_is_surname(words[0]) and name_strength(" ".join(words[:5])) == STRONG):
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) < 2:
            continue
        before = [fold(word) for word in re.findall(r"[^\W\d_]+", line[max(0, start - 24) : start])[-2:]]
        if before and before[-1] in _GROUPED_BARE and before[-1] not in ("doi", "ban", "hoi", "doan", "tinh"):
            continue
        name = " ".join(words[:5])
        found.append((start, start + len(name), name))
    return found
