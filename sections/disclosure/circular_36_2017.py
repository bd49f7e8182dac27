"""Circular 36/2017/TT-BGDĐT of 28 December 2017, in force from 12 February 2018 until circular 09/2024 replaced it: “three
disclosures” (commitment and actual quality, conditions, money) on forms 01–04 (preschool), 05–08 (primary), 09–12
(secondary), 13–16 (continuing education). Its reports stay on the sites that have them, and are shown under it."""

from __future__ import annotations

from datetime import date

from network.choices import InstitutionType
from sections.catalogue.entries import Source
from sections.disclosure.choices import FACILITIES, PRIMARY, SECONDARY, Cycle, Family, types_of
from sections.disclosure.items import Both, Deadline, Item
from sections.statistics.choices import Group

CIRCULAR = Source(
    number="Thông tư 36/2017/TT-BGDĐT",
    title_vi="Thông tư ban hành Quy chế thực hiện công khai đối với cơ sở giáo dục và đào tạo thuộc hệ thống giáo dục quốc dân",
    title_en="Circular on the rules of disclosure by facilities of the national education system",
    valid_from=date(2018, 2, 12),
    valid_to=date(2024, 7, 19),
)
ALL = types_of(FACILITIES)
PRESCHOOL = types_of((Family.PRESCHOOL,))
GENERAL = types_of((Family.GENERAL,))
CONTINUING = types_of((Family.CONTINUING,))
UNIVERSAL = frozenset({str(InstitutionType.UNIVERSAL)})
WHEN: Both = ("Quy chế kèm theo", "rules")


def _references(point: Both):
    return tuple(
        (
            types,
            (f"{point[0]} Điều {article} Quy chế kèm theo", f"{point[1]}, article {article} of the rules"),
        )
        for types, article in ((PRESCHOOL, 4), (GENERAL, 5), (CONTINUING, 6))
    )


def _forms(preschool: int):
    """The same form of each family: the numbers follow one another in steps of four."""

    def number(value: int) -> Both:
        return (f"Biểu mẫu {value:02d}", f"form {value:02d}")

    several = (
        f"Biểu mẫu {preschool + 4:02d}, {preschool + 8:02d}",
        f"forms {preschool + 4:02d}, {preschool + 8:02d}",
    )
    return (
        (PRESCHOOL, number(preschool)),
        (PRIMARY, number(preschool + 4)),
        (SECONDARY, number(preschool + 8)),
        (UNIVERSAL, several),
        (CONTINUING, number(preschool + 12)),
    )


def _item(key: str, title: Both, point: Both, **more) -> Item:
    more = {"cycle": Cycle.SCHOOL_YEAR, "deadline": Deadline(10, 1), "is_confirmed": False} | more
    return Item(
        key=f"36-2017.{key}",
        source=CIRCULAR,
        title=title,
        types=ALL,
        references=_references(point),
        deadline_basis=WHEN,
        **more,
    )


QUALITY: Both = ("khoản 1", "clause 1")
CONDITIONS: Both = ("khoản 2", "clause 2")
MONEY: Both = ("khoản 3", "clause 3")

ITEMS = (
    _item(
        "commitment",
        ("Cam kết chất lượng giáo dục", "Commitment on the quality of education"),
        QUALITY,
        forms_by_type=_forms(1),
    ),
    _item(
        "quality",
        ("Chất lượng giáo dục thực tế", "Actual quality of education"),
        QUALITY,
        forms_by_type=_forms(2),
        figures=(Group.CLASSES, Group.PUPILS),
    ),
    _item(
        "facilities",
        ("Cơ sở vật chất", "Facilities (rooms and equipment)"),
        CONDITIONS,
        forms_by_type=_forms(3),
        figures=(Group.FACILITIES,),
    ),
    _item(
        "staff",
        ("Đội ngũ nhà giáo, cán bộ quản lý, nhân viên", "Teachers, managers and staff"),
        CONDITIONS,
        forms_by_type=_forms(4),
        figures=(Group.STAFF,),
    ),
    _item(
        "finance",
        ("Thu chi tài chính", "Income and spending of the facility"),
        MONEY,
        asks=(
            (
                "Tình hình tài chính; học phí và các khoản thu khác; các khoản chi; miễn, giảm, trợ cấp",
                "Finances; fees and other payments; spending; reductions and support",
            ),
        ),
    ),
)
