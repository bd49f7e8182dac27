"""The frame of a page: whose site it is, the navigation, what stands above every page."""

from __future__ import annotations

from typing import Any

LONG_NAME = "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Nguyễn Bỉnh Khiêm"


def institution() -> dict[str, Any]:
    return {
        "name": LONG_NAME,
        "short_name": "Nguyễn Bỉnh Khiêm",
        "kind": "facility",
        "parent": {"name": "Sở Giáo dục và Đào tạo tỉnh Đông Hà"},
        "address": "Số 25, đường Nguyễn Đình Chiểu, phường Hòa Bình, tỉnh Đông Hà",
        "phone": "0200 3846 275",
        "email": "thongtin@nguyenbinhkhiem.example.edu.vn",
        "complaints_email": "khieunai@nguyenbinhkhiem.example.edu.vn",
        "head_name": "Nguyễn Thị Hồng Phượng",
        "head_title": "Hiệu trưởng",
    }


def _links(*titles: str) -> list[dict[str, Any]]:
    return [{"title": title, "url": "#", "current": False} for title in titles]


def navigation() -> list[dict[str, Any]]:
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
