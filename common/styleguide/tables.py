"""Figures and rows: tables, charts, the filters of a list and the list itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from common.charts import bar_chart, line_chart


def tables() -> dict[str, Any]:
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
        "lines": line_chart(
            ["2021", "2022", "2023", "2024", "2025"],
            [("Tiểu học", [402, 415, 431, 446, 460]), ("Trung học cơ sở", [338, 341, None, 372, 384])],
            words=lambda figure: f"{figure:.0f}",
        ),
        "year_head": ["2023–2024", "2024–2025", "2025–2026"],
        "year_rows": [
            {"name": "Học sinh", "unit": "người", "is_part": False, "cells": ["1.107", "1.149", "1.190"]},
            {"name": "Nữ", "unit": "", "is_part": True, "cells": ["551", "570", "594"]},
            {"name": "Dân tộc thiểu số", "unit": "", "is_part": True, "cells": ["83", "87", "92"]},
            {"name": "Phòng học", "unit": "phòng", "is_part": False, "cells": ["30", "31", "32"]},
            {
                "name": "Sách trong thư viện",
                "unit": "bản",
                "is_part": False,
                "cells": ["6.240", "–", "7.015"],
            },
        ],
        "head": ["Năm học", "Số lớp", "Học sinh", "Giáo viên"],
        "figures": [
            ["2021–2022", "28", "1.012", "54"],
            ["2022–2023", "29", "1.046", "55"],
            ["2023–2024", "30", "1.107", "57"],
            ["2024–2025", "31", "1.149", "58"],
            ["2025–2026", "32", "1.190", "60"],
        ],
    }


def lists() -> dict[str, Any]:
    """A list with its filters, as ``sections.lists`` hands it to the components."""
    return {
        "filters": _filters(),
        "downloads": [{"label": name, "url": f"?format={name.lower()}"} for name in ("CSV", "XLSX", "JSON")],
        "record_head": [
            _title("Tên văn bản"),
            _title("Số, ký hiệu", sort="none"),
            _title("Ngày ban hành", sort="descending"),
            _title("Số trang", sort="none", num=True),
            _title("Hiệu lực"),
            _title("Tệp"),
        ],
        "records": [
            _record(
                "Kế hoạch phòng, chống thiên tai và bảo đảm an toàn trường học",
                "127/KH-NBK",
                date(2026, 9, 4),
                12,
                {"text": "Còn hiệu lực", "tone": "success"},
                [{"url": "#", "title": "Bản ký số", "type": "PDF", "size": 318_000}],
            ),
            _record(
                "Quy định tạm thời về việc cho mượn thiết bị dạy học",
                "96/QĐ-NBK",
                date(2025, 11, 18),
                4,
                {"text": "Hết hiệu lực một phần", "tone": "warning"},
                [],
            ),
            _record(
                "Nội quy thư viện năm học 2019–2020",
                "",
                None,
                None,
                {"text": "Hết hiệu lực", "tone": "danger"},
                [],
            ),
        ],
    }


def _title(label: str, *, sort: str = "", num: bool = False) -> dict[str, Any]:
    return {"label": label, "num": num, "url": "#" if sort else "", "sort": sort}


def _record(
    title: str,
    number: str,
    issued_on: date | None,
    pages: int | None,
    status: dict[str, str],
    files: list[dict[str, Any]],
) -> dict[str, Any]:
    cells = [
        ("Tên văn bản", "title", title),
        ("Số, ký hiệu", "symbol", number),
        ("Ngày ban hành", "date", issued_on),
        ("Số trang", "number", pages),
        ("Hiệu lực", "badge", status),
        ("Tệp", "files", files),
    ]
    return {
        "url": "#",
        "title": title,
        "details": [("Người ký", "Nguyễn Thị Hồng Phượng, Hiệu trưởng")] if number else [],
        "cells": [
            {"label": label, "kind": kind, "value": value, "num": kind == "number"}
            for label, kind, value in cells
        ],
    }


def _filters() -> list[dict[str, Any]]:
    kinds = [
        ("ke-hoach", "Kế hoạch", False),
        ("quyet-dinh", "Quyết định", True),
        ("thong-bao", "Thông báo", False),
    ]
    years = [(str(year), str(year), False) for year in (2026, 2025, 2024)]
    return [
        _filter(
            "words", "Từ khóa", "search", value="thiết bị", help_text="Gõ có dấu hay không dấu đều được."
        ),
        _filter("kind", "Loại văn bản", "select", options=kinds, value="quyet-dinh"),
        _filter("year", "Năm ban hành", "select", options=years),
        _filter(
            "issued",
            "Ngày ban hành",
            "days",
            days=[("issued_from", "2025-08-01"), ("issued_to", "")],
            more=True,
        ),
        _filter("valid", "Chỉ văn bản còn hiệu lực", "checkbox", more=True),
    ]


def _filter(name: str, label: str, widget: str, **more: Any) -> dict[str, Any]:
    empty = {"help_text": "", "value": "", "options": [], "days": [], "more": False}
    return empty | {"name": name, "label": label, "widget": widget} | more
