"""Sample content for the page that shows every component (``templates/styleguide.html``), in development
only.

The people, schools and documents are invented. Everything is plain data in the shapes that the components
document.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator

from common.charts import bar_chart

LONG_NAME = "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Nguyễn Bỉnh Khiêm"


class SampleForm(forms.Form):
    """One field of each kind that a public form uses."""

    full_name = forms.CharField(label="Họ và tên", help_text="Viết đầy đủ, có dấu, như trong giấy khai sinh.")
    email = forms.EmailField(label="Thư điện tử", required=False)
    topic = forms.ChoiceField(
        label="Chủ đề", choices=[("", "Chọn một chủ đề"), ("1", "Tuyển sinh"), ("2", "Bán trú")]
    )
    message = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 5}))
    share = forms.ChoiceField(
        label="Có đồng ý chia sẻ thông tin này với Phòng Văn hoá – Xã hội của phường không?",
        help_text="Từ chối không ảnh hưởng đến việc trả lời.",
        choices=[("yes", "Đồng ý"), ("no", "Không đồng ý")],
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(
        label="Tôi đã đọc thông báo và đồng ý để nhà trường dùng thông tin này để trả lời tôi."
    )


def styleguide_context(*, image: Any = None) -> dict[str, Any]:
    """Return the context of the style page; ``image`` is any Wagtail image, to show the components that hold
    one.
    """
    return {
        "image": image,
        "institution": _institution(),
        "page": {
            "title": "Bộ thành phần giao diện",
            "search_description": "Mọi thành phần của giao diện công khai.",
        },
        "navigation": _navigation(),
        "languages": [
            {"code": "vi", "name": "Tiếng Việt", "url": "#", "current": True},
            {"code": "en", "name": "English", "url": "#en", "current": False},
        ],
        "breadcrumb": [
            {"title": "Trang chủ", "url": "#"},
            {"title": "Tin tức", "url": "#"},
            {"title": "Bộ thành phần", "url": "#"},
        ],
        "alerts": [
            {
                "level": "warning",
                "title": "Học sinh nghỉ học ngày 12/9 do mưa bão",
                "text": "Nhà trường sẽ tổ chức dạy bù vào thứ Bảy tuần sau.",
                "url": "#",
            }
        ],
        "levels": ["info", "success", "warning", "danger"],
        "articles": _articles(image),
        "documents": _documents(),
        "events": _events(),
        "sections": _sections(),
        "members": _members(),
        "places": [{"value": "1", "title": "Phường Hoà Bình"}, {"value": "2", "title": "Xã Tân Lập"}],
        "form": SampleForm(auto_id="id_%s"),
        "wrong_form": SampleForm({"full_name": "", "email": "khong-phai-thu"}, auto_id="wrong_%s"),
        "page_obj": _page(),
        "collected": ["họ và tên", "địa chỉ thư điện tử", "nội dung câu hỏi"],
        "now": datetime(2026, 9, 5, 0, 30, tzinfo=UTC),
        "contact_url": "#",
        "feedback_url": "#",
        "privacy_url": "#",
        "sitemap_url": "#",
        "search_url": "/tim-kiem/",
        "feed_url": "#",
        "parent_url": "#",
        "opening_hours": "Thứ Hai đến thứ Sáu, 7 giờ 30 đến 16 giờ 30",
        "last_updated": date(2026, 9, 5),
    } | _tables()


def _tables() -> dict[str, Any]:
    return {
        "rows": [
            {"label": "Họ và tên", "value": "Trần Thị Minh Nguyệt", "change_url": "#"},
            {"label": "Chủ đề", "value": "Tuyển sinh", "change_url": "#"},
            {
                "label": "Nội dung",
                "value": "Xin hỏi thời gian nhận hồ sơ vào lớp 1.\nXin cảm ơn.",
                "change_url": "#",
            },
        ],
        "chart": bar_chart([("Học cả ngày", 62, "62 %"), ("Học một buổi", 38, "38 %")], full=100),
        "head": ["Năm học", "Số lớp", "Học sinh", "Giáo viên"],
        "figures": [
            ["2021–2022", "28", "1.012", "54"],
            ["2022–2023", "29", "1.046", "55"],
            ["2023–2024", "30", "1.107", "57"],
            ["2024–2025", "31", "1.149", "58"],
            ["2025–2026", "32", "1.190", "60"],
        ],
    }


def _institution() -> dict[str, Any]:
    return {
        "name": LONG_NAME,
        "short_name": "Nguyễn Bỉnh Khiêm",
        "kind": "facility",
        "parent": {"name": "Sở Giáo dục và Đào tạo tỉnh Đông Hà"},
        "address": "Số 25, đường Nguyễn Đình Chiểu, phường Hoà Bình, tỉnh Đông Hà",
        "phone": "0200 3846 275",
        "email": "thongtin@nguyenbinhkhiem.example.edu.vn",
        "complaints_email": "khieunai@nguyenbinhkhiem.example.edu.vn",
        "head_name": "Nguyễn Thị Hồng Phượng",
        "head_title": "Hiệu trưởng",
    }


def _links(*titles: str) -> list[dict[str, Any]]:
    return [{"title": title, "url": "#", "current": False} for title in titles]


def _navigation() -> list[dict[str, Any]]:
    groups = [
        {"title": "Trang chủ", "url": "#", "current": True, "items": []},
        {
            "title": "Giới thiệu",
            "url": "#",
            "items": _links("Lịch sử hình thành và phát triển", "Sơ đồ tổ chức", "Liên hệ"),
        },
        {"title": "Tin tức – sự kiện", "url": "#", "items": _links("Tin tức", "Thông báo", "Lịch công tác")},
        {"title": "Văn bản", "url": "#", "items": []},
        {
            "title": "Tuyển sinh",
            "url": None,
            "items": _links(
                "Kế hoạch tuyển sinh", "Thông báo tuyển sinh", "Đăng ký trực tuyến", "Danh sách dự tuyển"
            ),
        },
        {
            "title": "Công khai",
            "url": None,
            "items": _links(
                "Công khai của cơ sở giáo dục", "Thống kê năm năm", "Dữ liệu mở", "Lấy ý kiến góp ý"
            ),
        },
        {"title": "Học liệu số", "url": "#", "items": []},
    ]
    groups[2]["items"][0]["current"] = True
    return groups


def _articles(image: Any) -> list[dict[str, Any]]:
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
        ("Khánh thành phòng thí nghiệm Hoá học – Sinh học", ""),
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


def _documents() -> list[dict[str, Any]]:
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


def _events() -> list[dict[str, Any]]:
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


def _sections() -> list[dict[str, Any]]:
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


def _members() -> list[dict[str, Any]]:
    return [
        {
            "name": LONG_NAME,
            "url": "#",
            "type": "Trường phổ thông có nhiều cấp học",
            "address": "Phường Hoà Bình",
        },
        {"name": "Trường Mầm non Hoa Sen", "url": "#", "type": "Trường mầm non", "address": "Xã Tân Lập"},
        {
            "name": "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Đông Hà",
            "url": "",
            "type": "Trung tâm",
            "address": "",
        },
    ]


def _page() -> Page[int]:
    return Paginator(range(240), 20).page(6)
