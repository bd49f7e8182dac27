"""Numbers and symbols of documents, and the types that stand behind them.

Decree 30/2020/NĐ-CP, appendix III, gives the abbreviations of administrative documents; legal documents have theirs from
law 64/2025/QH15. A number of an administrative document begins anew each year, one of a legal document holds the year.
"""

from __future__ import annotations

import re

from common.text import clean_line, fold

TYPES = (
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Thông tư liên tịch",
    "Văn bản hợp nhất",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Thông cáo",
    "Thông báo",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Biên bản",
    "Tờ trình",
    "Hợp đồng",
    "Công văn",
    "Công điện",
    "Bản ghi nhớ",
    "Bản thỏa thuận",
    "Giấy ủy quyền",
    "Giấy mời",
    "Giấy giới thiệu",
    "Giấy nghỉ phép",
    "Phiếu gửi",
    "Phiếu chuyển",
    "Phiếu báo",
    "Thư công",
)
"""Offered to whoever types; other types may be written."""

ABBREVIATIONS = {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "VBHN": "Văn bản hợp nhất",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QYĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTR": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTR": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}
_TYPED_ALIKE = {fold(name).replace(" ", "-"): name for name in TYPES} | {fold(name): name for name in TYPES}
_UNKNOWN = {"dang cap nhat", "chua cap nhat", "chua co", "khong ro", "n/a", "-", "–", "…", "..."}

_LETTER = re.compile(r"\d[\w.]*/[A-ZĐ]+[\w&]*-[A-ZĐ]")
_PARLIAMENT = re.compile(r"/(?:19|20)\d\d/(?:UBTV)?QH\d+$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISSUED = re.compile(r",?\s*(?:ban hành\s+)?ngày\s+(?P<day>.+)$", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"^.*?\bsố\s*:?\s*", re.IGNORECASE)


def clean_symbol(text: str) -> str:
    """A number and symbol as it is stored: one line, nothing around strokes and hyphens between its parts, no “Số:” before."""
    line = re.sub(r"^(?:số|no)\s*[:.]?\s*(?=\d)", "", clean_line(text), flags=re.IGNORECASE)
    return re.sub(r"(?<=\w)\s*([/\-])\s*(?=\w)", r"\1", line) if "/" in line else line


def holds_year(symbol: str) -> bool:
    """Whether a number stands for one document for ever: "12/2020/TT-BGDĐT", not "12/QĐ-SGDĐT"."""
    return _YEAR.search(symbol.partition("/")[2]) is not None


def type_of(symbol: str) -> str:
    """The type that a number and symbol shows ("12/QĐ-SGDĐT": Quyết định); empty where it does not. Without an abbreviation
    it is an official letter ("1862/SGDĐT-GDTrH")."""
    if _PARLIAMENT.search(symbol):
        return "Nghị quyết" if "NQ" in symbol else "Pháp lệnh" if "UBTVQH" in symbol else "Luật"
    for part in symbol.split("/")[1:]:
        if found := ABBREVIATIONS.get(part.partition("-")[0].upper()):
            return found
    return "Công văn" if _LETTER.match(symbol) else ""


def clean_type(text: str) -> str:
    """A type as it is stored: "nghi-dinh", "NGHỊ ĐỊNH" and "Nghị định" are one."""
    line = clean_line(text)
    return _TYPED_ALIKE.get(fold(line), line)


def is_placeholder(text: str) -> bool:
    """Words that lists have where nothing is known yet: “Đang cập nhật”."""
    return fold(text).strip("*. ") in _UNKNOWN


def split_reference(text: str) -> tuple[str, str]:
    """“Quyết định số 12/QĐ-SGDĐT ngày 05/01/2024” → the number and what stands for the day, empty where there is none."""
    line = clean_line(text)
    day = ""
    if found := _ISSUED.search(line):
        day, line = found["day"].strip(" .)"), line[: found.start()]
    return clean_symbol(_WORDS_BEFORE.sub("", line)), day
