"""Units, heads, history, decisions, hours and landmarks of the demonstration: rows below the introduction and the contact page,
written in bulk as the first version of a site."""

from __future__ import annotations

import uuid
from datetime import date, time

from django.utils import timezone
from wagtail.models import Page

from common.page_tree import PageNode, bulk_add_children
from common.text import slug
from network.models import Institution
from sections.introduction.choices import DecisionKind, Desk, Direction, UnitKind, Weekday
from sections.models import (
    ClosedPeriod,
    ContactPage,
    DocumentPage,
    InstitutionDecision,
    Landmark,
    Leader,
    Milestone,
    OpeningPeriod,
    UnitHead,
    UnitPage,
)

FIRST_WORDS = (
    ("Văn phòng", UnitKind.OFFICE),
    ("Tổ", UnitKind.SUBJECT_GROUP),
    ("Hội đồng", UnitKind.COUNCIL),
    ("Đội", UnitKind.TEAM),
)
UNIT_HEADS = {
    "Văn phòng Sở": ("Đinh Quốc Bảo", "Chánh Văn phòng", "vanphong@hoason.example.edu.vn"),
    "Phòng Tổ chức cán bộ": ("Lục Thị Hạnh", "Trưởng phòng", "tccb@hoason.example.edu.vn"),
    "Phòng Kế hoạch – Tài chính": ("Cao Văn Thạch", "Trưởng phòng", "khtc@hoason.example.edu.vn"),
    "Tổ Toán": ("Vi Thị Sim", "Tổ trưởng", "to-toan-cva@hoason.example.edu.vn"),
    "Tổ Vật lí – Công nghệ": ("Hà Minh Triết", "Tổ trưởng", "to-ly-cva@hoason.example.edu.vn"),
}
BELOW = {
    "Văn phòng Sở": (
        (
            "Bộ phận tiếp nhận và trả kết quả",
            UnitKind.TEAM,
            "Tiếp nhận hồ sơ\nTrả kết quả\nHướng dẫn nộp hồ sơ trực tuyến",
        ),
        ("Tổ Công nghệ thông tin", UnitKind.TEAM, "Vận hành trang thông tin điện tử\nHỗ trợ các trường"),
    ),
    "Tổ Toán": (
        (
            "Nhóm bồi dưỡng học sinh giỏi Toán",
            UnitKind.TEAM,
            "Bồi dưỡng đội tuyển\nSinh hoạt câu lạc bộ mô hình hóa",
        ),
    ),
}
ENGLISH_UNITS = {
    "Văn phòng Sở": (
        "Office of the department",
        "General affairs, records, reception of citizens, one-stop desk",
    ),
    "Phòng Tổ chức cán bộ": ("Division of personnel", "Staffing, recruitment, training, awards"),
    "Phòng Kế hoạch – Tài chính": (
        "Division of planning and finance",
        "Plans, budget, investment, statistics",
    ),
}
ENGLISH_TITLES = {"Giám đốc": "Director", "Phó Giám đốc": "Deputy director"}
HISTORY: dict[str, tuple[tuple[int, int | None, int | None, str, str], ...]] = {
    "HS": (
        (
            1957,
            9,
            None,
            "Ty Giáo dục Hòa Sơn ra đời",
            "11 cán bộ và 64 trường học trong căn nhà ba gian bên bến sông.",
        ),
        (1958, None, None, "Mở trường cấp ba đầu tiên của tỉnh", "Nay là Trường THPT Chu Văn An."),
        (1994, None, None, "Mở trường phổ thông dân tộc nội trú tỉnh", ""),
        (2004, None, None, "Thành lập trung tâm học tập cộng đồng đầu tiên ở Cồn Sẻ", ""),
        (2013, 12, 20, "Đạt chuẩn phổ cập giáo dục mầm non cho trẻ năm tuổi", ""),
        (2026, 9, 1, "Cấp trang thông tin điện tử thành viên cho các trường", ""),
    ),
    "HS.TP01": (
        (1958, None, None, "Thành lập trường với ba lớp", "Tám gian nhà lá trên bãi phượng."),
        (1965, None, None, "Sơ tán lên Thạch Lâm", ""),
        (1973, None, None, "Trở về chốn cũ", ""),
        (1992, None, None, "Xây nhà A ba tầng", ""),
        (2019, 5, None, "Đạt chuẩn quốc gia mức độ 2", ""),
    ),
}
DECISIONS: dict[str, tuple[tuple[DecisionKind, str, date, str, str], ...]] = {
    "HS": (
        (
            DecisionKind.ESTABLISHED,
            "118/QĐ-UB",
            date(1957, 9, 2),
            "Ủy ban hành chính tỉnh Hòa Sơn",
            "Về việc thành lập Ty Giáo dục",
        ),
        (
            DecisionKind.DUTIES,
            "27/QĐ-UBND",
            date(2025, 7, 15),
            "Ủy ban nhân dân tỉnh Hòa Sơn",
            "Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở",
        ),
    ),
    "HS.TP01": (
        (
            DecisionKind.ESTABLISHED,
            "64/QĐ-UB",
            date(1958, 8, 15),
            "Ủy ban hành chính tỉnh Hòa Sơn",
            "Về việc thành lập Trường cấp ba Hòa Sơn",
        ),
    ),
}
HOURS = {
    "HS": (
        (Desk.OFFICE, Weekday.MONDAY, Weekday.FRIDAY, time(7, 30), time(11, 30), ""),
        (Desk.OFFICE, Weekday.MONDAY, Weekday.FRIDAY, time(13, 30), time(17, 0), ""),
        (Desk.CITIZENS, Weekday.THURSDAY, Weekday.THURSDAY, time(8, 0), time(11, 0), "Phòng 101, tầng 1"),
        (Desk.PAPERS, Weekday.MONDAY, Weekday.FRIDAY, time(7, 30), time(11, 0), "Bộ phận một cửa"),
    ),
    "HS.TP01": (
        (Desk.OFFICE, Weekday.MONDAY, Weekday.SATURDAY, time(7, 0), time(11, 30), ""),
        (Desk.OFFICE, Weekday.MONDAY, Weekday.FRIDAY, time(13, 30), time(17, 0), ""),
        (Desk.LIBRARY, Weekday.MONDAY, Weekday.FRIDAY, time(7, 0), time(17, 30), "Học sinh mang thẻ"),
    ),
}
LANDMARKS = {
    "HS": (
        ("Bến phà Trung Hòa", 300, Direction.EAST),
        ("Trạm xe buýt số 2 và số 5", 40, Direction.SOUTH),
        ("Chợ Trung Hòa", 650, Direction.NORTH_WEST),
        ("Cầu sông Hòa", 1800, Direction.SOUTH_WEST),
    ),
    "HS.TP01": (
        ("Trạm xe buýt số 2", 200, Direction.NORTH),
        ("Công viên Hàng Phượng", 350, Direction.EAST),
    ),
}
PLACES = {"HS": ("20.412300", "105.871500"), "HS.TP01": ("20.405100", "105.866800")}


def introduction_load(
    *, institution: Institution, page: Page, leaders: list[dict], units: list[dict]
) -> list[Page]:
    """Heads, history, decisions and units of one institution; answers the pages that were made."""
    _leaders(page, leaders, institution.head_name)
    _history(institution.code, page)
    return _units(page, institution, units)


def _leaders(page: Page, leaders: list[dict[str, str]], head_name: str, *, english: bool = False) -> None:
    is_known = any(person["name"] == head_name for person in leaders)
    Leader.objects.bulk_create(
        Leader(
            page_id=page.pk,
            locale_id=page.locale_id,
            sort_order=number,
            is_institution_head=not english and (person["name"] == head_name if is_known else False),
            name=person["name"],
            title=ENGLISH_TITLES.get(person["title"], person["title"]) if english else person["title"],
            email=person["email"],
            assignment="" if english else person["assignment"].replace("; ", "\n"),
        )
        for number, person in enumerate(leaders)
    )


def _history(code: str, page: Page) -> None:
    Milestone.objects.bulk_create(
        Milestone(
            page_id=page.pk,
            locale_id=page.locale_id,
            sort_order=n,
            year=year,
            month=month,
            day=day,
            title=title,
            text=text,
        )
        for n, (year, month, day, title, text) in enumerate(HISTORY.get(code, ()))
    )
    rows = [
        InstitutionDecision(
            page_id=page.pk,
            locale_id=page.locale_id,
            sort_order=n,
            kind=kind,
            number=number,
            issued_on=day,
            issuer=issuer,
            subject=subject,
        )
        for n, (kind, number, day, issuer, subject) in enumerate(DECISIONS.get(code, ()))
    ]
    board = DocumentPage.objects.filter(
        path__startswith=page.path[: -page.steplen], title__contains="Ban biên tập"
    ).first()
    if rows and board is not None:
        rows.append(
            InstitutionDecision(
                page_id=page.pk,
                locale_id=page.locale_id,
                sort_order=len(rows),
                kind=DecisionKind.APPOINTED,
                document=board,
            )
        )
    InstitutionDecision.objects.bulk_create(rows)


def _kind(name: str) -> UnitKind:
    return next((kind for word, kind in FIRST_WORDS if name.startswith(word)), UnitKind.DIVISION)


def _unit(institution: Institution, page: Page, name: str, kind: UnitKind, tasks: str) -> UnitPage:
    return UnitPage(
        title=name,
        slug=slug(name, max_length=90, fallback="don-vi"),
        locale_id=page.locale_id,
        translation_key=uuid.uuid4(),
        kind=kind,
        tasks=tasks,
        phone=institution.phone,
        email=UNIT_HEADS.get(name, ("", "", ""))[2],
        author_name=(institution.short_name or institution.name)[:160],
        source_name=institution.name[:200],
    )


def _units(page: Page, institution: Institution, units: list[dict[str, str]]) -> list[Page]:
    nodes = []
    for entry in units:
        tasks = "\n".join(part[:1].upper() + part[1:] for part in entry["tasks"].split(", "))
        below = [PageNode(_unit(institution, page, *found)) for found in BELOW.get(entry["name"], ())]
        nodes.append(PageNode(_unit(institution, page, entry["name"], _kind(entry["name"]), tasks), below))
    if not nodes:
        return []
    made = bulk_add_children(parent=Page.objects.get(pk=page.pk), nodes=nodes)
    UnitHead.objects.bulk_create(
        UnitHead(
            page_id=unit.pk, locale_id=page.locale_id, sort_order=0, name=name, title=title, email=address
        )
        for unit in made
        if unit.title in UNIT_HEADS
        for name, title, address in (UNIT_HEADS[unit.title],)
    )
    return made


def english_introduction_load(
    *, page: Page, leaders: list[dict[str, str]], units: list[Page], name: str
) -> list[Page]:
    """The heads and some units in English, tied to the Vietnamese ones."""
    _leaders(page, leaders, "", english=True)
    nodes = []
    for unit in units:
        if unit.title in ENGLISH_UNITS:
            title, tasks = ENGLISH_UNITS[unit.title]
            nodes.append(
                PageNode(
                    UnitPage(
                        title=title,
                        slug=slug(title, max_length=90, fallback="unit"),
                        locale_id=page.locale_id,
                        translation_key=unit.translation_key,
                        kind=unit.kind,
                        tasks=tasks.replace(", ", "\n"),
                        email=unit.email,
                        phone=unit.phone,
                        author_name=name[:160],
                        source_name=name[:200],
                    )
                )
            )
    return bulk_add_children(parent=Page.objects.get(pk=page.pk), nodes=nodes) if nodes else []


def contact_load(*, institution: Institution, page: Page) -> None:
    """Hours, days closed, landmarks and coordinates of a contact page."""
    code, common = institution.code, {"page_id": page.pk, "locale_id": page.locale_id}
    if code in PLACES:
        latitude, longitude = PLACES[code]
        ContactPage.objects.filter(pk=page.pk).update(latitude=latitude, longitude=longitude)
    OpeningPeriod.objects.bulk_create(
        OpeningPeriod(
            **common,
            sort_order=n,
            desk=desk,
            first_weekday=first,
            last_weekday=last,
            opens=opens,
            closes=closes,
            note=note,
        )
        for n, (desk, first, last, opens, closes, note) in enumerate(HOURS.get(code, ()))
    )
    Landmark.objects.bulk_create(
        Landmark(**common, sort_order=n, name=name, distance=distance, direction=direction)
        for n, (name, distance, direction) in enumerate(LANDMARKS.get(code, ()))
    )
    if code == "HS.TP01":
        today = timezone.localdate()
        ClosedPeriod.objects.create(
            **common,
            first=date(today.year, 7, 1),
            last=date(today.year, 7, 31),
            reason="Nghỉ hè",
            sort_order=0,
        )
