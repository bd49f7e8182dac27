"""The personal identification number: twelve digits of which the first six say something (decree 137/2015/NĐ-CP, article 13;
circular 59/2021/TT-BCA, article 7): three of the province where the birth was registered, one of century and sex, two of the
year of birth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

PROVINCES = frozenset(
    f"{number:03d}"
    for number in (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37),
        *(38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77),
        *(79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96),
    )
)
"""Numbers given out before provinces were merged in 2025 keep theirs."""


@dataclass(frozen=True)
class Identity:
    """What a number says of itself."""

    province: str
    sex: str
    birth_year: int

    @property
    def has_known_province(self) -> bool:
        return self.province in PROVINCES


def bare_identity(text: str) -> str:
    """The digits, without spaces, dots and dashes."""
    return re.sub(r"[\s.\-–]", "", text)


def identity_of(number: str, *, today: date) -> Identity | None:
    """What a number says; None where nobody living can have it: not twelve digits, no province, a birth in the future."""
    if not re.fullmatch(r"[0-9]{12}", number, re.ASCII) or number.startswith("000"):
        return None
    century, sex = divmod(int(number[3]), 2)
    year = 1900 + 100 * century + int(number[4:6])
    if year > today.year:
        return None
    return Identity(number[:3], "female" if sex else "male", year)
