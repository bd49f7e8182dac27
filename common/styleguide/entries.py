"""What readers find in lists: articles, documents, events, sections, member institutions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from common.styleguide.frame import LONG_NAME


def articles(image: Any) -> list[dict[str, Any]]:
    titles = [
        (
            "Hơn một nghìn học sinh dự lễ khai giảng năm học mới",
            "Sáng 5/9, thầy trò nhà trường đón năm học mới.",
        ),
        (
            "Đội tuyển Khoa học kỹ thuật giành giải Nhì cấp tỉnh với máy đo độ mặn",
            "Sản phẩm được thử tại hai ao nuôi.",
        ),
        ("Ngày hội đọc sách: mỗi lớp kể một câu chuyện", "Thư viện mở cửa đến 18 giờ trong cả tuần."),
        ("Tập huấn kỹ năng phòng tránh đuối nước cho học sinh lớp 4 và lớp 5", ""),
        ("Hội nghị cha mẹ học sinh đầu năm học: những điều cần chuẩn bị", ""),
        ("Khánh thành phòng thí nghiệm Hóa học – Sinh học", ""),
    ]
    start = date(2026, 9, 5)
    return [
        {
            "title": title,
            "url": "#",
            "summary": summary,
            "date": start - timedelta(days=3 * place),
            "tag": "Tin nhà trường" if place < 3 else "",
            "image": image if place < 3 else None,
        }
        for place, (title, summary) in enumerate(titles)
    ]


def documents() -> list[dict[str, Any]]:
    pdf = {"url": "#", "title": "Bản ký số", "type": "PDF", "size": 482_133}
    sheet = {"url": "#", "title": "Phụ lục", "type": "XLSX", "size": 51_200}
    return [
        {
            "number": "123/KH-NBK",
            "title": "Kế hoạch tổ chức Hội khoẻ Phù Đổng cấp trường năm học 2026–2027",
            "url": "#",
            "date": date(2026, 9, 3),
            "type": "Kế hoạch",
            "files": [pdf, sheet],
        },
        {
            "number": "118/QĐ-NBK",
            "title": "Quyết định ban hành Quy chế hoạt động của trang thông tin điện tử",
            "url": "#",
            "date": date(2026, 8, 24),
            "type": "Quyết định",
            "files": [pdf],
        },
        {
            "number": "",
            "title": "Thông báo về việc thu, chi đầu năm học và các khoản được miễn, giảm",
            "url": "#",
            "date": None,
            "type": "Thông báo",
            "files": [],
        },
    ]


def events() -> list[dict[str, Any]]:
    start = datetime(2026, 9, 12, 0, 30, tzinfo=UTC)
    return [
        {
            "title": "Họp cha mẹ học sinh toàn trường",
            "url": "#",
            "start": start,
            "end": start + timedelta(hours=2),
            "place": "Hội trường A",
        },
        {
            "title": "Khám sức khoẻ định kỳ cho học sinh",
            "url": "#",
            "start": start + timedelta(days=4),
            "all_day": True,
            "place": "Phòng y tế",
        },
        {
            "title": "Vòng thi cấp trường Khoa học kỹ thuật",
            "url": "#",
            "start": start + timedelta(days=23),
            "place": "Nhà đa năng",
        },
    ]


def sections() -> list[dict[str, Any]]:
    entries = [
        ("Tuyển sinh", "Kế hoạch, thông báo, đăng ký trực tuyến", "form"),
        ("Công khai của cơ sở giáo dục", "Chất lượng, đội ngũ, tài chính", "scales"),
        ("Văn bản", "Tra cứu theo số, ký hiệu, ngày ban hành", "file"),
        ("Học liệu số", "Bài giảng, sách điện tử, phần mềm", "book"),
        ("Thống kê năm năm", "Trường, lớp, học sinh, cơ sở vật chất", "chart"),
        ("Hỏi đáp", "Dành cho học sinh, cha mẹ và giáo viên", "question"),
    ]
    return [
        {"title": title, "url": "#", "summary": summary, "icon": icon} for title, summary, icon in entries
    ]


def members() -> list[dict[str, Any]]:
    return [
        {
            "name": LONG_NAME,
            "url": "#",
            "type": "Trường phổ thông có nhiều cấp học",
            "address": "Phường Hòa Bình",
        },
        {"name": "Trường Mầm non Hoa Sen", "url": "#", "type": "Trường mầm non", "address": "Xã Tân Lập"},
        {
            "name": "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Đông Hà",
            "url": "",
            "type": "Trung tâm",
            "address": "",
        },
    ]
