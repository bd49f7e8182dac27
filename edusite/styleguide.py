"""The context of the style page: the samples of ``common.styleguide`` and what the packages above ``common`` draw from samples.

Chart, plan and month come from the functions that the public pages use, so the style page shows what they really draw.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from common.styleguide import styleguide_context
from sections.calendars.month import Day, Month
from sections.calendars.occurrences import Occurrence
from sections.introduction.chart import Twig, organisation_chart
from sections.introduction.places import sketch
from sections.registers.facts import Fact

FIRST = date(2026, 9, 1)


@dataclass(frozen=True)
class SampleEvent:
    """What the month reads of ``sections.EventPage``."""

    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    all_day: bool = False
    state: str = "planned"
    state_note: str = ""
    place: str = ""
    repeats: str = ""

    def get_url(self, **_site: Any) -> str:
        return "#"


@dataclass(frozen=True)
class SampleLandmark:
    name: str
    distance: int
    direction: str


def style_page_context(*, image: Any = None) -> dict[str, Any]:
    """Everything that ``templates/styleguide.html`` shows; ``image`` is any Wagtail image."""
    landmarks = [
        SampleLandmark("Chợ Hòa Bình", 120, "e"),
        SampleLandmark("Cầu Bến Đá", 450, "nw"),
        SampleLandmark("Ga Đông Hà", 3800, "s"),
    ]
    return styleguide_context(image=image) | {
        "organisation": organisation_chart(_tree()),
        "sketch": sketch(landmarks),
        "month": _month(),
        "facts": _facts(),
    }


def _facts() -> list[Fact]:
    return [
        Fact("Số quyết định", "118/QĐ-SGDĐT"),
        Fact("Ngày ký", date(2026, 3, 12), "day"),
        Fact("Hiện trạng", {"text": "Còn hiệu lực", "tone": "success"}, "badge"),
        Fact("Ngôn ngữ giảng dạy", ["Tiếng Anh", "Tiếng Nhật"], "lines"),
        Fact("Thư điện tử", "ngoaingu@hoason.example.edu.vn", "mail"),
    ]


def _tree() -> Twig:
    return Twig(
        "Ban Giám hiệu",
        note="Hiệu trưởng: Nguyễn Thị Hồng Phượng",
        children=(
            Twig(
                "Tổ Khoa học tự nhiên",
                "#",
                "Tổ trưởng: Lê Hoàng Yến",
                (Twig("Nhóm Vật lý – Công nghệ", "#"),),
            ),
            Twig("Tổ Ngữ văn – Lịch sử – Địa lý", "#", "Tổ trưởng: Phạm Văn Thịnh"),
            Twig("Tổ Tiểu học", "#", "", (Twig("Khối 1, 2, 3", "#"), Twig("Khối 4, 5", "#"))),
            Twig("Tổ Văn phòng"),
        ),
    )


def _month() -> Month:
    opening = datetime(2026, 9, 5, 0, 0, tzinfo=UTC)
    events = [
        SampleEvent("Lễ khai giảng", opening, opening + timedelta(hours=3)),
        SampleEvent("Họp cha mẹ học sinh", opening + timedelta(days=7), state="moved"),
        SampleEvent("Hội trại", opening + timedelta(days=13), opening + timedelta(days=14), all_day=True),
        SampleEvent("Đi bộ gây quỹ", opening + timedelta(days=21), state="cancelled"),
    ]
    times = [Occurrence(event, event.starts_at, event.ends_at) for event in events]
    weeks = [
        [
            Day(
                day,
                is_inside=day.month == FIRST.month,
                is_today=day == date(2026, 9, 10),
                times=[one for one in times if one.first_day <= day <= one.last_day],
            )
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(FIRST.year, FIRST.month)
    ]
    return Month(FIRST, weeks, previous=date(2026, 8, 1), next=date(2026, 10, 1), number=len(times))
