"""The words around a regulation that the form of an administrative document asks for (decree 30/2020, appendix I)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
HEAD = {"vi": "Người đứng đầu", "en": "The head"}
REGULATION = {"vi": "QUY CHẾ", "en": "REGULATION"}
OF = {"vi": "của", "en": "of"}
DRAFT = {"vi": "DỰ THẢO", "en": "DRAFT"}
GROUND = {"vi": "Căn cứ", "en": "Pursuant to"}
RECIPIENTS = {
    "vi": (
        "Nơi nhận:",
        "Cơ quan quản lý cấp trên (để báo cáo);",
        "Ban biên tập, các bộ phận (để thực hiện);",
        "Trang thông tin điện tử (để công khai);",
        "Lưu: VT.",
    ),
    "en": (
        "For:",
        "the authority above (report);",
        "the board and all units (implementation);",
        "the website (publication);",
        "records.",
    ),
}
TRANSLATION = "Translation for information; the Vietnamese text prevails."


def number_line(symbol: str, language: str) -> str:
    """The line below the name of the institution."""
    return f"No.: {symbol or '…'}" if language == "en" else f"Số: {symbol or '…'}"


def place_and_date(place: str, day: date | None, language: str) -> str:
    """The line below the national heading; dots where the day is not known yet."""
    if language == "en":
        parts = (place, f"{day:%d/%m/%Y}" if day else "…")
        return ", ".join(part for part in parts if part)
    when = f"ngày {day:%d} tháng {_month(day)} năm {day.year}" if day else "ngày … tháng … năm …"
    return f"{place}, {when}" if place else when.capitalize()


def _month(day: date) -> str:
    """January and February are written with two figures, as the form asks, so that nobody can add one."""
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def issued_line(symbol: str, day: date | None, head: str, language: str) -> str:
    """By which decision the regulation is issued."""
    if language == "en":
        return f"(issued with decision {symbol or '…'} of {f'{day:%d/%m/%Y}' if day else '…'} by the head: {head})"
    when = f"ngày {day:%d} tháng {_month(day)} năm {day.year}" if day else "ngày … tháng … năm …"
    return f"(Ban hành kèm theo Quyết định số {symbol or '…'} {when} của {head})"


def force_line(effective_on: date, language: str) -> str:
    if language == "en":
        return f"In force from {effective_on:%d/%m/%Y}."
    return f"Có hiệu lực từ ngày {effective_on:%d/%m/%Y}."


def approval_line(at: datetime, language: str) -> str:
    """What stands where a pen would sign: the approval is electronic, and is said to be."""
    moment = timezone.localtime(at)
    if language == "en":
        return f"(approved in the system, {moment:%d/%m/%Y %H:%M})"
    return f"(Đã phê duyệt trên hệ thống lúc {moment:%H:%M} ngày {moment:%d/%m/%Y})"


def mark_line(version: int, sha256: str, language: str) -> str:
    return (
        f"Version {version}. SHA-256: {sha256}"
        if language == "en"
        else f"Phiên bản {version}. SHA-256: {sha256}"
    )
