"""What is counted, as data with validity: names in both languages, unit, levels, what a figure is part of.

The Ministry lists its indicators by circular: 19/2017/TT-BGDĐT until 2 May 2024, 03/2024/TT-BGDĐT (of 18 March 2024) since.
This is the part of them that clause 8 of article 8 and clause 9 of article 9 of circular 37/2020 are about: schools, classes,
pupils, staff, facilities. A later circular is another ``Source`` and, where it drops or adds an indicator, its validity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import get_language

from sections.catalogue.entries import Source
from sections.statistics.choices import (
    KINDS_OF_SCHOOL,
    PUPIL_LEVELS,
    SCHOOL_LEVELS,
    Group,
    Level,
    Unit,
)

Cell = tuple[str, str]
"""Code of an indicator and level."""

CIRCULAR_2017 = Source(
    number="19/2017/TT-BGDĐT",
    title_vi="Thông tư ban hành Hệ thống chỉ tiêu thống kê ngành giáo dục",
    title_en="Circular on the system of statistical indicators of education",
    valid_from=date(2017, 9, 12),
    valid_to=date(2024, 5, 3),
)
CIRCULAR_2024 = Source(
    number="03/2024/TT-BGDĐT",
    title_vi="Thông tư ban hành Hệ thống chỉ tiêu thống kê ngành giáo dục",
    title_en="Circular on the system of statistical indicators of education",
    valid_from=date(2024, 5, 3),
)
SOURCES = (CIRCULAR_2017, CIRCULAR_2024)
WHOLE = (Level.WHOLE,)


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One thing that is counted. `part_of` is the code of the whole, which the figure cannot exceed; the figures whose
    `adds_up_to` is the same code make up that whole together. `first_year` and `last_year` (beginning of the school year) limit
    when it is asked. `is_main`: a school that gives any figure at a level is expected to give this one. `is_derived`: for a
    school the product says it; nobody types it."""

    code: str
    name_vi: str
    name_en: str
    group: Group
    unit: Unit
    levels: tuple[Level, ...]
    part_of: str = ""
    adds_up_to: str = ""
    is_main: bool = False
    is_derived: bool = False
    first_year: int | None = None
    last_year: int | None = None

    @property
    def name(self) -> str:
        return self.name_in(get_language())

    def name_in(self, language: str | None) -> str:
        return self.name_en if language == "en" else self.name_vi

    def asked_in(self, school_year: int) -> bool:
        return (self.first_year or 0) <= school_year <= (self.last_year or 9999)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple((self.code, level) for level in self.levels)


def _of(
    code: str, vi: str, en: str, group: Group, unit: Unit, levels: tuple[Level, ...], **more
) -> Indicator:
    return Indicator(code=code, name_vi=vi, name_en=en, group=group, unit=unit, levels=levels, **more)


_G, _U = Group, Unit
INDICATORS: tuple[Indicator, ...] = (
    _of("schools", "Trường", "Schools", _G.NETWORK, _U.SCHOOL, KINDS_OF_SCHOOL, is_derived=True),
    _of("campuses", "Điểm trường", "School sites", _G.NETWORK, _U.PLACE, WHOLE),
    _of("classes", "Nhóm, lớp", "Classes and groups", _G.CLASSES, _U.CLASS, PUPIL_LEVELS, is_main=True),
    _of(
        "classes_two_sessions", "Lớp học 2 buổi/ngày", "Classes with two sessions a day",
        _G.CLASSES, _U.CLASS, SCHOOL_LEVELS, part_of="classes",
    ),
    _of("pupils", "Trẻ em, học sinh", "Children and pupils", _G.PUPILS, _U.PUPIL, PUPIL_LEVELS, is_main=True),
    _of("pupils_female", "Nữ", "Girls", _G.PUPILS, _U.PUPIL, PUPIL_LEVELS, part_of="pupils"),
    _of(
        "pupils_ethnic", "Dân tộc thiểu số", "Of ethnic minorities",
        _G.PUPILS, _U.PUPIL, PUPIL_LEVELS, part_of="pupils",
    ),
    _of(
        "pupils_disabled", "Khuyết tật học hòa nhập", "With disabilities, in inclusive classes",
        _G.PUPILS, _U.PUPIL, PUPIL_LEVELS, part_of="pupils",
    ),
    _of("pupils_new", "Tuyển mới", "Newly enrolled", _G.PUPILS, _U.PUPIL, PUPIL_LEVELS, part_of="pupils"),
    _of("pupils_repeating", "Lưu ban", "Repeating a year", _G.PUPILS, _U.PUPIL, SCHOOL_LEVELS, part_of="pupils"),
    _of("pupils_dropout", "Bỏ học trong năm học trước", "Left school in the year before", _G.PUPILS, _U.PUPIL, SCHOOL_LEVELS),
    _of("managers", "Cán bộ quản lý", "Heads and deputy heads", _G.STAFF, _U.PERSON, WHOLE),
    _of("teachers", "Giáo viên", "Teachers", _G.STAFF, _U.PERSON, PUPIL_LEVELS, is_main=True),
    _of("teachers_female", "Nữ", "Women", _G.STAFF, _U.PERSON, PUPIL_LEVELS, part_of="teachers"),
    _of(
        "teachers_ethnic", "Dân tộc thiểu số", "Of ethnic minorities",
        _G.STAFF, _U.PERSON, PUPIL_LEVELS, part_of="teachers",
    ),
    _of(
        "teachers_qualified", "Đạt chuẩn trình độ đào tạo trở lên", "With the required degree or above",
        _G.STAFF, _U.PERSON, PUPIL_LEVELS, part_of="teachers",
    ),
    _of("employees", "Nhân viên", "Other employees", _G.STAFF, _U.PERSON, WHOLE),
    _of("classrooms", "Phòng học", "Classrooms", _G.FACILITIES, _U.ROOM, WHOLE),
    _of(
        "classrooms_solid", "Kiên cố", "Solid",
        _G.FACILITIES, _U.ROOM, WHOLE, part_of="classrooms", adds_up_to="classrooms",
    ),
    _of(
        "classrooms_semi", "Bán kiên cố", "Semi-solid",
        _G.FACILITIES, _U.ROOM, WHOLE, part_of="classrooms", adds_up_to="classrooms",
    ),
    _of(
        "classrooms_temporary", "Tạm, nhờ, mượn", "Temporary or borrowed",
        _G.FACILITIES, _U.ROOM, WHOLE, part_of="classrooms", adds_up_to="classrooms",
    ),
    _of("subject_rooms", "Phòng học bộ môn", "Subject rooms", _G.FACILITIES, _U.ROOM, WHOLE),
    _of("libraries", "Thư viện", "Libraries", _G.FACILITIES, _U.ROOM, WHOLE),
    _of("computers", "Máy tính phục vụ dạy học", "Computers for teaching", _G.FACILITIES, _U.PIECE, WHOLE),
    _of("toilets", "Nhà vệ sinh đạt chuẩn", "Toilets that meet the standard", _G.FACILITIES, _U.ROOM, WHOLE),
    _of("land_area", "Diện tích đất", "Area of land", _G.FACILITIES, _U.SQUARE_METRE, WHOLE),
)  # fmt: skip


@dataclass(frozen=True)
class Ratio:
    """What the product works out of two figures at one level."""

    code: str
    name_vi: str
    name_en: str
    over: str
    under: str
    group: Group

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" else self.name_vi


RATIOS = (
    Ratio("pupils_per_class", "Học sinh/lớp", "Pupils per class", "pupils", "classes", Group.CLASSES),
    Ratio(
        "pupils_per_teacher", "Học sinh/giáo viên", "Pupils per teacher", "pupils", "teachers", Group.STAFF
    ),
    Ratio("teachers_per_class", "Giáo viên/lớp", "Teachers per class", "teachers", "classes", Group.STAFF),
)


@dataclass(frozen=True)
class ClassSize:
    """The most pupils that a class may have: a limit of each class, so that an average above it is surely wrong or against the
    rules."""

    level: Level
    limit: int
    source: str
    valid_from: date


CLASS_SIZES = (
    ClassSize(Level.PRIMARY, 35, "khoản 1 Điều 16 Thông tư 28/2020/TT-BGDĐT", date(2020, 10, 20)),
    ClassSize(Level.LOWER, 45, "khoản 1 Điều 16 Thông tư 32/2020/TT-BGDĐT", date(2020, 11, 1)),
    ClassSize(Level.UPPER, 45, "khoản 1 Điều 16 Thông tư 32/2020/TT-BGDĐT", date(2020, 11, 1)),
)


@cache
def by_code() -> dict[str, Indicator]:
    return {indicator.code: indicator for indicator in INDICATORS}


def is_cell(cell: Cell) -> bool:
    """Whether an indicator is counted at a level."""
    found = by_code().get(cell[0])
    return found is not None and cell[1] in found.levels


def cells_for(
    levels: tuple[Level, ...], *, is_school: bool, school_year: int | None = None
) -> Iterator[Cell]:
    """What an institution with classes at these levels is asked, in the order of the grid."""
    for indicator in INDICATORS:
        if (is_school and indicator.is_derived) or not (
            school_year is None or indicator.asked_in(school_year)
        ):
            continue
        for level in indicator.levels:
            if level == Level.WHOLE or level in levels or indicator.is_derived:
                yield indicator.code, level


def source_for(school_year: int) -> Source:
    """The circular in force when a school year begins; years before the first go by the first."""
    day = date(school_year, 9, 30)
    return next((source for source in SOURCES if source.in_force(day)), SOURCES[0])
