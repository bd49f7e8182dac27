"""Provinces by their names of before and after 1 July 2025, as official tables write them.

Resolution 202/2025/QH15 of 12 June 2025 made 34 provinces and cities of 63; resolution 15/2008/QH12 joined Hà Tây to Hà Nội from
1 August 2008. Figures of a province of today are those of its parts, for the years in which these existed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from common.text import fold


@dataclass(frozen=True)
class Province:
    """`parts` are the provinces of before that make it up, its own former self included."""

    name: str
    parts: tuple[str, ...]


_UNCHANGED = (
    "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Cao Bằng",
)  # fmt: skip
_JOINED = {
    "Hà Nội": ("Hà Nội", "Hà Tây"),
    "Tuyên Quang": ("Tuyên Quang", "Hà Giang"),
    "Lào Cai": ("Lào Cai", "Yên Bái"),
    "Thái Nguyên": ("Thái Nguyên", "Bắc Kạn"),
    "Phú Thọ": ("Phú Thọ", "Vĩnh Phúc", "Hòa Bình"),
    "Bắc Ninh": ("Bắc Ninh", "Bắc Giang"),
    "Hưng Yên": ("Hưng Yên", "Thái Bình"),
    "Hải Phòng": ("Hải Phòng", "Hải Dương"),
    "Ninh Bình": ("Ninh Bình", "Hà Nam", "Nam Định"),
    "Quảng Trị": ("Quảng Trị", "Quảng Bình"),
    "Đà Nẵng": ("Đà Nẵng", "Quảng Nam"),
    "Quảng Ngãi": ("Quảng Ngãi", "Kon Tum"),
    "Gia Lai": ("Gia Lai", "Bình Định"),
    "Khánh Hòa": ("Khánh Hòa", "Ninh Thuận"),
    "Lâm Đồng": ("Lâm Đồng", "Đắk Nông", "Bình Thuận"),
    "Đắk Lắk": ("Đắk Lắk", "Phú Yên"),
    "Thành phố Hồ Chí Minh": ("Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Bình Dương"),
    "Đồng Nai": ("Đồng Nai", "Bình Phước"),
    "Tây Ninh": ("Tây Ninh", "Long An"),
    "Cần Thơ": ("Cần Thơ", "Sóc Trăng", "Hậu Giang"),
    "Vĩnh Long": ("Vĩnh Long", "Bến Tre", "Trà Vinh"),
    "Đồng Tháp": ("Đồng Tháp", "Tiền Giang"),
    "Cà Mau": ("Cà Mau", "Bạc Liêu"),
    "An Giang": ("An Giang", "Kiên Giang"),
}
PROVINCES: tuple[Province, ...] = tuple(
    sorted(
        [
            *(Province(name, (name,)) for name in _UNCHANGED),
            *(Province(name, parts) for name, parts in _JOINED.items()),
        ],
        key=lambda province: fold(province.name),
    )
)

_TITLES = re.compile(r"^(?:tinh|thanh pho|tp|t p)\s+|\s+(?:city|province)$")
_OTHER_SPELLINGS = {
    "thua thien hue": "hue",
    "dac lac": "dak lak",
    "dac lak": "dak lak",
    "daklak": "dak lak",
    "dac nong": "dak nong",
    "bac can": "bac kan",
    "brvt": "ba ria vung tau",
    "hcm": "ho chi minh",
    "sai gon": "ho chi minh",
    "ha noi cu": "ha noi",
}


def place_key(name: str) -> str:
    """The name of a province in one spelling: without marks, signs and titles, whatever the table writes."""
    words = " ".join(re.findall(r"[a-z]+", fold(name)))
    while (bare := _TITLES.sub("", words).strip()) != words and bare:
        words = bare
    return _OTHER_SPELLINGS.get(words, words)


_OLD: dict[str, str] = {place_key(part): part for province in PROVINCES for part in province.parts}


def is_province(name: str) -> bool:
    return place_key(name) in _OLD


def old_names() -> list[str]:
    """The provinces of before, in the order of the alphabet."""
    return sorted(_OLD.values(), key=fold)


def parts_for(choice: str) -> tuple[str, ...]:
    """Keys of the rows that a choice of the form adds up: ``new:<name>`` or ``old:<name>``. KeyError for any other."""
    kind, _colon, name = choice.partition(":")
    if kind == "old" and place_key(name) in _OLD:
        return (place_key(name),)
    found = next((p for p in PROVINCES if kind == "new" and p.name == name), None)
    if found is None:
        raise KeyError(choice)
    return tuple(place_key(part) for part in found.parts)


def existed(key: str, school_year: int) -> bool:
    """Whether a province of before has figures of its own on 30 September of a school year."""
    return not (key == "ha tay" and school_year >= 2008)
