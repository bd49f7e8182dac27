"""What an institution tells about itself, the links it keeps and the digital resources it offers."""

from __future__ import annotations

from datetime import date
from typing import Any


def introduction(image: Any) -> dict[str, Any]:
    """``image`` is any Wagtail image, shown as a photograph of somebody who agreed and with a resource."""
    return {
        "heads": [
            {
                "name": "Nguyễn Thị Hồng Phượng",
                "title": "Hiệu trưởng",
                "email": "phuong.nth@nguyenbinhkhiem.example.edu.vn",
                "assignment": [
                    "Phụ trách chung",
                    "Tổ chức, nhân sự và tài chính",
                    "Chủ tịch Hội đồng thi đua",
                ],
                "photo": image,
            },
            {
                "name": "Trần Quốc Đạt",
                "title": "Phó Hiệu trưởng",
                "email": "dat.tq@nguyenbinhkhiem.example.edu.vn",
                "assignment": ["Phụ trách chuyên môn cấp trung học phổ thông"],
                "photo": None,
            },
        ],
        "decisions": [
            {
                "kind": "Quyết định thành lập",
                "number": "412/QĐ-UBND",
                "issued_on": date(1986, 7, 25),
                "issuer": "Ủy ban nhân dân tỉnh Đông Hà",
                "subject": "thành lập Trường Phổ thông Nguyễn Bỉnh Khiêm",
                "url": "#",
            },
            {
                "kind": "Quyết định bổ nhiệm",
                "number": "1058/QĐ-SGDĐT",
                "issued_on": date(2024, 8, 15),
                "issuer": "Sở Giáo dục và Đào tạo tỉnh Đông Hà",
                "subject": "bổ nhiệm Hiệu trưởng",
                "url": "",
            },
        ],
        "duties": [
            {
                "title": "Chức năng",
                "lines": ["Dạy học và giáo dục học sinh từ lớp 1 đến lớp 12 trên địa bàn phường Hòa Bình."],
            },
            {
                "title": "Nhiệm vụ và quyền hạn",
                "lines": [
                    "Xây dựng và thực hiện kế hoạch giáo dục của nhà trường.",
                    "Tuyển sinh và quản lý học sinh theo phân cấp.",
                    "Công khai chất lượng giáo dục, đội ngũ và tài chính.",
                ],
            },
        ],
        "milestones": [
            {
                "date": "25/7/1986",
                "machine_date": "1986-07-25",
                "title": "Thành lập trường",
                "text": "Mười hai lớp học đầu tiên trong dãy nhà lá bên bờ sông.",
            },
            {"date": "Tháng 9/2003", "machine_date": "2003-09", "title": "Khánh thành thư viện", "text": ""},
            {
                "date": "2019",
                "machine_date": "2019",
                "title": "Đạt chuẩn quốc gia mức độ 2",
                "text": "Năm đầu tiên mọi lớp đều có phòng học riêng.",
            },
        ],
        "links": [
            {
                "title": "Thư viện tỉnh Đông Hà",
                "url": "https://thuvien.example.vn/",
                "note": "Mượn sách bằng thẻ học sinh",
            },
            {
                "title": "Trung tâm Học tập cộng đồng phường Hòa Bình",
                "url": "https://hoctap.example.vn/",
                "note": "",
                "is_broken": True,
            },
        ],
        "resources": _resources(image),
    }


def _resources(image: Any) -> list[dict[str, Any]]:
    return [
        {
            "title": "Đo độ mặn của nước bằng pin cúc áo",
            "url": "#",
            "summary": "Bài thực hành 45 phút, có phiếu ghi số liệu và video hướng dẫn.",
            "kind": "Bài giảng điện tử",
            "subject": "Vật lý",
            "grades": "10, 11",
            "licence": "CC BY 4.0",
            "date": date(2026, 8, 20),
            "institution": "",
            "image": image,
            "note": "",
        },
        {
            "title": "Kể chuyện sông nước: mười hai truyện cho lớp 2",
            "url": "#",
            "summary": "",
            "kind": "Sách điện tử",
            "subject": "Tiếng Việt",
            "grades": "2",
            "licence": "Chỉ dùng trong nhà trường",
            "date": date(2026, 3, 2),
            "institution": "Trường Tiểu học Hoa Phượng",
            "image": None,
            "note": "Có bản mới hơn",
        },
    ]
