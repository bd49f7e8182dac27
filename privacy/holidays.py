"""The days of the calendar that the product brings: public holidays, days off given for another, working days made up.

A row is (day, kind, name, name in English, source, not announced yet). Dates that an announcement fixes each year are marked
until it is there; the table in the database is what counts, and it is edited on a screen.
"""

from __future__ import annotations

from datetime import date, timedelta

from privacy.choices import DayKind

LABOUR_CODE = "Bộ luật Lao động 45/2019/QH14, điều 112"
IN_LIEU = "Bộ luật Lao động 45/2019/QH14, điều 111 khoản 3 và điều 112 (nghỉ bù)"
SWAP = "Thông báo của Bộ Nội vụ về hoán đổi ngày làm việc năm 2026"
TET_2026 = "Thông báo của Bộ Nội vụ về nghỉ Tết Nguyên đán Bính Ngọ 2026"
NATIONAL_2026 = "Thông báo của Bộ Nội vụ về nghỉ Quốc khánh năm 2026"
EXPECTED = "Dự kiến theo Bộ luật Lao động 45/2019/QH14, điều 111 và 112; chờ thông báo của năm"

NEW_YEAR = ("Tết Dương lịch", "New Year's Day")
TET = ("Tết Nguyên đán", "Lunar New Year (Tết)")
TET_LIEU = ("Nghỉ bù Tết Nguyên đán", "Day off in lieu for Tết")
KINGS = ("Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day")
KINGS_LIEU = ("Nghỉ bù Giỗ Tổ Hùng Vương", "Day off in lieu for Hùng Kings' Commemoration Day")
VICTORY = ("Ngày Chiến thắng", "Victory Day")
LABOUR = ("Ngày Quốc tế Lao động", "International Labour Day")
LABOUR_LIEU = ("Nghỉ bù Ngày Quốc tế Lao động", "Day off in lieu for Labour Day")
NATIONAL = ("Quốc khánh", "National Day")
SWAPPED = ("Nghỉ hoán đổi", "Day off given for another")
MADE_UP = ("Làm bù", "Working day made up")

FIELDS = ("day", "kind", "name", "name_en", "source", "is_provisional")
Row = tuple[date, str, str, str, str, bool]


def _row(
    day: date, names: tuple[str, str], source: str, *, kind: DayKind = DayKind.OFF, expected: bool = False
) -> Row:
    return (day, str(kind), *names, source, expected)


def _run(
    first: date, last: date, names: tuple[str, str], source: str, *, expected: bool = False
) -> list[Row]:
    days = (last - first).days + 1
    return [_row(first + timedelta(days=number), names, source, expected=expected) for number in range(days)]


DAYS: tuple[Row, ...] = (
    _row(date(2026, 1, 1), NEW_YEAR, LABOUR_CODE),
    _row(date(2026, 1, 2), SWAPPED, SWAP),
    _row(date(2026, 1, 10), MADE_UP, SWAP, kind=DayKind.WORKING),
    *_run(date(2026, 2, 16), date(2026, 2, 20), TET, TET_2026),
    _row(date(2026, 4, 26), KINGS, LABOUR_CODE),
    _row(date(2026, 4, 27), KINGS_LIEU, IN_LIEU),
    _row(date(2026, 4, 30), VICTORY, LABOUR_CODE),
    _row(date(2026, 5, 1), LABOUR, LABOUR_CODE),
    _row(date(2026, 8, 22), MADE_UP, NATIONAL_2026, kind=DayKind.WORKING),
    _row(date(2026, 8, 31), SWAPPED, NATIONAL_2026),
    *_run(date(2026, 9, 1), date(2026, 9, 2), NATIONAL, NATIONAL_2026),
    _row(date(2027, 1, 1), NEW_YEAR, LABOUR_CODE),
    *_run(date(2027, 2, 5), date(2027, 2, 9), TET, EXPECTED, expected=True),
    *_run(date(2027, 2, 10), date(2027, 2, 11), TET_LIEU, EXPECTED, expected=True),
    _row(date(2027, 4, 16), KINGS, LABOUR_CODE),
    _row(date(2027, 4, 30), VICTORY, LABOUR_CODE),
    _row(date(2027, 5, 1), LABOUR, LABOUR_CODE),
    _row(date(2027, 5, 3), LABOUR_LIEU, IN_LIEU),
    *_run(date(2027, 9, 2), date(2027, 9, 3), NATIONAL, EXPECTED, expected=True),
)
