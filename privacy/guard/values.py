"""What a value is by its own shape: identity numbers by their structure, mobile telephones, private mail, dates of birth."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from common.text import fold
from privacy.guard.findings import Detail
from privacy.guard.words import lines_of, words_of

__all__ = [
    "PROVINCES",
    "details_of",
    "is_birth_date",
    "is_identity",
    "is_mobile",
    "numbers_to_mask",
    "spans_in_text",
]

PROVINCES = frozenset(words_of("places_of_registration"))

"""Codes of the places of registration in identity numbers; those given before the mergers of 2025 stay in force
(decree 70/2024, and before it circular 59/2021/TT-BCA, annex 1)."""
CENTURIES = {"0": 1900, "1": 1900, "2": 2000, "3": 2000, "4": 2100, "5": 2100}

_TWELVE = re.compile(r"(?<![\d.,])(\d{3})[ .]?(\d)[ .]?(\d{2})[ .]?(\d{6}|\d{3}[ .]\d{3})(?![\d])")
_MOBILE = re.compile(
    r"(?<![\d.,/-])(?:\+?84[ .-]?|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)(?:[ .-]?\d){7}(?![\d/])"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_PUBLIC_MAIL = re.compile(
    r"^(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|aol|proton|protonmail|zoho|mail|rocketmail|zing|fpt)"
    r"\.(com|com\.vn|net|me|vn|co\.uk)$",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)?\d{2})(?![\d/])")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_LONG_DATE = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d{2})", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:\b(?:số (?:nhà )?)?\d+[a-z]?(?:/\d+)* (?:đường|phố|ngõ|ngách|hẻm|khu|kp|tổ)\b)"
    r"|(?:\b(?:thôn|xóm|ấp|bản|buôn|tổ dân phố|tdp|khu phố|kp|tổ|khóm|làng|phum|sóc)\b.+,.+)"
    r"|(?:\b(?:xã|phường|thị trấn|p\.|x\.)\s*\S+.*,\s*(?:huyện|quận|thành phố|tp|thị xã|tỉnh|h\.|q\.|t\.)\s*\.?\S+)"
    r"|(?:^\d+[a-z]?(?:/\d+)* [A-ZÀ-ỸĐ]\S+ .*,)",
    re.IGNORECASE,
)
_ADDRESS_BARE = re.compile(
    r"\b(?:thon|xom|ap|ban|buon|to dan pho|tdp|khu pho|kp|to) [\w ]{1,25}, ?(?:xa|phuong|thi tran|p|x)\b"
)
_RELIGION = frozenset(
    (
        "phat giao",
        "thien chua giao",
        "cong giao",
        "tin lanh",
        "cao dai",
        "hoa hao",
        "hoi giao",
        "phat giao hoa hao",
    )
)
_PEOPLES = frozenset(fold(line) for line in lines_of("peoples"))
_POVERTY = re.compile(
    r"\b(?:ho )?(?:can )?ngheo\b|\bmo coi\b|hoan canh.{0,12}kho khan|\bbao tro xa hoi\b|con thuong binh"
)
_DISABILITY = re.compile(r"khuyet tat|tan tat|khiem (thi|thinh)|tu ky\b|cham phat trien|bai nao|\bdown\b")
_FEES = re.compile(
    r"\bno \d|\bno hoc phi|con no|chua (nop|dong)|con thieu|mien (100%|hoc phi)|giam (50|70)\s?%"
)
_HEALTH = re.compile(
    r"\b(hen suyen|tim bam sinh|dong kinh|viem gan|tieu duong|hiv|lao phoi|ung thu|thieu mau|suy dinh duong|beo phi)\b"
    r"|\b(benh tim|tram cam)\b"
)
_DIGITS = re.compile(r"\D")
_BARE_WORDS = (
    (Detail.POVERTY, _POVERTY),
    (Detail.DISABILITY, _DISABILITY),
    (Detail.FEES, _FEES),
    (Detail.HEALTH, _HEALTH),
)
_ETHNIC_TEXT = re.compile(r"dân tộc:? *([A-ZĐÊÔƠ][\w'’-]+)")


def is_identity(digits: str) -> bool:
    """Twelve digits: place of registration, century and sex, year of birth (decree 137/2015, article 13)."""
    if len(digits) != 12 or digits[:3] not in PROVINCES or digits[3] not in CENTURIES:
        return False
    born = CENTURIES[digits[3]] + int(digits[4:6])
    return 1910 <= born <= date.today().year  # noqa: DTZ011


def is_mobile(text: str) -> bool:
    return bool(_MOBILE.search(text))


def is_birth_date(text: str) -> bool:
    """A date with a year in which somebody now between three and a hundred was born."""
    return any(True for _span in _births(text))


def _births(text: str):
    for pattern in (_DATE, _ISO, _LONG_DATE):
        for match in pattern.finditer(text):
            parts = match.groups()
            year, month, day = parts if pattern is _ISO else parts[::-1]
            if _plausible(int(year), int(month), int(day)):
                yield match.span()


def _plausible(year: int, month: int, day: int) -> bool:
    this = date.today().year  # noqa: DTZ011
    if year < 100:
        year += 2000 if year <= this % 100 else 1900
    if not 1925 <= year <= this - 2:
        return False
    return (1 <= month <= 12 and 1 <= day <= 31) or (1 <= day <= 12 and 1 <= month <= 31)


def has_private_mail(text: str) -> bool:
    return any(_PUBLIC_MAIL.match(match[1]) for match in _MAIL.finditer(text))


@lru_cache(maxsize=100_000)
def details_of(text: str) -> frozenset[str]:
    """The particulars that a cell shows by itself, without its header."""
    found = _numbers_of(text) if any(letter.isdigit() for letter in text) else set()
    if text.isdecimal():
        return frozenset(found)
    if "@" in text and has_private_mail(text):
        found.add(str(Detail.EMAIL))
    bare = fold(text)
    if bare in _PEOPLES:
        found.add(str(Detail.ETHNICITY))
    if bare in _RELIGION:
        found.add(str(Detail.RELIGION))
    found |= {str(detail) for detail, pattern in _BARE_WORDS if pattern.search(bare)}
    if _ADDRESS.search(text) or _ADDRESS_BARE.search(bare):
        found.add(str(Detail.ADDRESS))
    return frozenset(found)


def _numbers_of(text: str) -> set[str]:
    found = set()
    if any(is_identity(_DIGITS.sub("", match[0])) for match in _TWELVE.finditer(text)):
        found.add(str(Detail.IDENTITY))
    if _MOBILE.search(text):
        found.add(str(Detail.PHONE))
    if is_birth_date(text):
        found.add(str(Detail.BIRTH))
    return found


_EMPTY = frozenset(("", "-", "–", "0", "khong", "k", "no", "none", "n/a", "x x x", "chua co", "ko"))


_LENGTHS = {
    Detail.INSURANCE: range(6, 21),
    Detail.BANK: range(6, 21),
    Detail.TAX: (10, 12, 13),
}
"""Digits that a number of that kind has."""


@lru_cache(maxsize=100_000)
def fits(detail: str, text: str) -> bool:
    """Whether a cell may be what its header says."""
    if fold(text) in _EMPTY:
        return False
    digits = _DIGITS.sub("", text)
    if detail in _LENGTHS:
        return len(digits) in _LENGTHS[detail]
    if detail == Detail.BIRTH:
        return is_birth_date(text) or (digits == text.strip() and 1 <= len(digits) <= 8 and int(digits) > 0)
    if detail == Detail.IDENTITY:
        return len(digits) in (8, 9, 11, 12) or bool(re.fullmatch(r"[A-Z]\d{7,8}", text.strip()))
    if detail == Detail.PHONE:
        whole = "0" + digits if len(digits) == 9 and digits[0] in "35789" else text
        return is_mobile(whole)
    if detail == Detail.EMAIL:
        return has_private_mail(text)
    if detail == Detail.ADDRESS:
        return len(text) >= 2 and not text.isdecimal()
    if detail == Detail.FEES:
        return bool(digits) or fold(text) in ("x", "co", "mien", "giam", "v")
    return len(text.strip()) >= 1


_BEFORE_BIRTH = re.compile(r"(sinh|sn|ns)[^\d]{0,16}$")
_BEFORE_OTHER = re.compile(r"(ngay|qd|so|tu|den|luc|thang|truoc|ky|han)[^\d\w]{0,4}$")
_BORN_IN = re.compile(
    r"(?:sinh năm|sinh|năm sinh:?|sn:?|ns:?|SN|NS) ?:? ?(19[3-9]\d|20[0-2]\d)(?!\d)", re.IGNORECASE
)
_LIVES = re.compile(
    r"(?:trú tại|thường trú|tạm trú|ngụ tại|cư trú tại|hktt|hộ khẩu|chỗ ở|nơi ở|địa chỉ|nhà ở|quê quán)"
    r"\s*(?:hiện nay|tại)?\s*:?\s*(?=\w)",
    re.IGNORECASE,
)
_LABELLED = (
    (
        Detail.IDENTITY,
        re.compile(r"(?:cmnd|cmt|cccd|căn cước|chứng minh|định danh)\D{0,25}(\d{9,12})(?!\d)", re.IGNORECASE),
    ),
    (Detail.BANK, re.compile(r"(?:tài khoản|stk|số tk)\D{0,20}(\d{6,19})(?!\d)", re.IGNORECASE)),
    (Detail.TAX, re.compile(r"(?:mã số thuế|mst)\D{0,10}(\d{10}|\d{13})(?!\d)", re.IGNORECASE)),
    (
        Detail.INSURANCE,
        re.compile(r"(?:bhxh|bhyt|bảo hiểm)\D{0,20}((?:[A-Z]{2})?\d{10,15})(?!\d)", re.IGNORECASE),
    ),
)


def spans_in_text(line: str) -> list[tuple[int, str]]:
    """The particulars in a line of running text as (start, particular)."""
    found: list[tuple[int, str]] = []
    if any(letter.isdigit() for letter in line):
        found += _numbers_in(line)
        for start, _end in _births(line):
            before = fold(line[max(0, start - 30) : start])
            if _BEFORE_BIRTH.search(before) or not _BEFORE_OTHER.search(before):
                found.append((start, Detail.BIRTH))
        found += [(m.start(), Detail.BIRTH) for m in _BORN_IN.finditer(line)]
    if "@" in line:
        found += [(m.start(), Detail.EMAIL) for m in _MAIL.finditer(line) if _PUBLIC_MAIL.match(m[1])]
    found += [(m.start(), Detail.ADDRESS) for m in _LIVES.finditer(line)]
    found += [
        (m.start(), Detail.ETHNICITY)
        for m in _ETHNIC_TEXT.finditer(line)
        if fold(m[1].strip(".,;")) in _PEOPLES or fold(m[1]) == "e"
    ]
    return sorted((start, str(detail)) for start, detail in found) + _words_in(line)


def _numbers_in(line: str) -> list[tuple[int, str]]:
    found = [
        (m.start(), Detail.IDENTITY) for m in _TWELVE.finditer(line) if is_identity(_DIGITS.sub("", m[0]))
    ]
    for match in _MOBILE.finditer(line):
        if not re.search(
            r"(nong|hotline|co quan|van phong)[^\d]{0,12}$",
            fold(line[max(0, match.start() - 30) : match.start()]),
        ):
            found.append((match.start(), Detail.PHONE))
    for detail, pattern in _LABELLED:
        found += [(m.start(1), detail) for m in pattern.finditer(line)]
    return found


_SENSITIVE = (
    (Detail.POVERTY, re.compile(r"hộ (?:cận )?nghèo|mồ côi|hoàn cảnh (?:đặc biệt )?khó khăn", re.IGNORECASE)),
    (Detail.DISABILITY, re.compile(r"khuyết tật|tự kỷ|chậm phát triển", re.IGNORECASE)),
    (
        Detail.FEES,
        re.compile(r"(?:còn )?nợ (?:học phí|\d)|chưa (?:nộp|đóng)|miễn (?:100 ?%|học phí)", re.IGNORECASE),
    ),
    (
        Detail.HEALTH,
        re.compile(
            r"hen suyễn|tim bẩm sinh|động kinh|viêm gan|\bHIV\b|nhiễm covid|suy dinh dưỡng", re.IGNORECASE
        ),
    ),
)


def _words_in(line: str) -> list[tuple[int, str]]:
    return [(m.start(), str(detail)) for detail, pattern in _SENSITIVE for m in pattern.finditer(line)]


def numbers_to_mask(line: str) -> list[tuple[int, int, str]]:
    """The numbers, dates of birth and private addresses in a line as (start, end, particular)."""
    found = [(*m.span(), str(Detail.PHONE)) for m in _MOBILE.finditer(line)]
    found += [(*m.span(), str(Detail.IDENTITY)) for m in _TWELVE.finditer(line)]
    found += [(*m.span(), str(Detail.EMAIL)) for m in _MAIL.finditer(line) if _PUBLIC_MAIL.match(m[1])]
    found += [(*span, str(Detail.BIRTH)) for span in _births(line)]
    for detail, pattern in _LABELLED:
        found += [(m.start(1), m.end(1), str(detail)) for m in pattern.finditer(line)]
    kept: list[tuple[int, int, str]] = []
    for span in sorted(found):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
