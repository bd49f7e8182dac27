"""Invented projects, packages, web conferences and centres of the demonstration."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from sections.models import CentrePage, ConferencePage, ProjectDecision, ProjectPage, TenderPage

DEPARTMENT = "Sở Giáo dục và Đào tạo tỉnh Hòa Sơn"
Rows = list[tuple[type[Page], dict[str, Any]]]


def projects(today: date) -> Rows:
    def ago(days: int) -> date:
        return today - timedelta(days=days)

    common = {"investor": DEPARTMENT, "capital_source": "local"}
    return [
        (
            ProjectPage,
            {
                "title": "Xây dựng dãy phòng học Trường Tiểu học Cồn Sẻ",
                "code": "7904512",
                "group": "c",
                "place": "Thôn Giữa Cồn, xã Cồn Sẻ",
                "capital": 28_500_000_000,
                "capital_note": "Ngân sách tỉnh 80 %, xã hội hóa 20 %",
                "starts_on": ago(250),
                "ends_on": today + timedelta(days=400),
                "progress": 45,
                "paid": 12_400_000_000,
                "progress_on": ago(40),
                "summary": "Mười hai phòng học hai tầng, nền cao hơn mực lũ lịch sử.",
                **common,
            },
        ),
        (
            ProjectPage,
            {
                "title": "Trang bị phòng máy tính cho 14 trường vùng cao",
                "code": "7911877",
                "group": "c",
                "capital": 9_800_000_000,
                "starts_on": ago(500),
                "ends_on": ago(30),
                "progress": 85,
                "paid": 7_900_000_000,
                "progress_on": ago(35),
                **common,
            },
        ),
        (
            ProjectPage,
            {
                "title": "Sửa chữa nhà bán trú Trường PTDTBT THCS Nà Lau",
                "code": "7885330",
                "group": "none",
                "place": "Bản Nà Lau, xã Nà Lau",
                "capital": 3_150_000_000,
                "starts_on": ago(420),
                "ends_on": ago(120),
                "finished_on": ago(135),
                "progress": 100,
                "paid": 3_020_000_000,
                "progress_on": ago(135),
                **common,
            },
        ),
    ]


def decisions(project: ProjectPage, today: date) -> list[ProjectDecision]:
    return [
        ProjectDecision(
            page=project,
            locale_id=project.locale_id,
            sort_order=place,
            kind=kind,
            number=number,
            issued_on=today - timedelta(days=days),
            issuer="Ủy ban nhân dân tỉnh Hòa Sơn",
        )
        for place, (kind, number, days) in enumerate(
            (("policy", "88/NQ-HĐND", 520), ("approval", "1204/QĐ-UBND", 330), ("plan", "1390/QĐ-UBND", 300))
        )
    ]


def tenders(project: ProjectPage, today: date) -> Rows:
    def closing(days: int) -> datetime:
        return timezone.make_aware(datetime.combine(today + timedelta(days=days), time(9)))

    return [
        (
            TenderPage,
            {
                "title": "Mua sắm thiết bị phòng học tiếng Anh",
                "code": "IB2600123456",
                "plan_code": "PL2600045678",
                "buyer": DEPARTMENT,
                "kind": "goods",
                "form": "open",
                "way": "1-1",
                "price": 1_850_000_000,
                "invited_on": today - timedelta(days=6),
                "closes_at": closing(14),
                "national_url": "https://muasamcong.mpi.gov.vn/",
                "summary": "Thiết bị cho mười phòng học tiếng Anh của các trường trung học cơ sở.",
            },
        ),
        (
            TenderPage,
            {
                "title": "Thi công dãy phòng học Trường Tiểu học Cồn Sẻ",
                "code": "IB2500098110",
                "plan_code": "PL2500031245",
                "project": project,
                "buyer": DEPARTMENT,
                "kind": "works",
                "form": "open",
                "way": "1-2",
                "price": 22_400_000_000,
                "invited_on": today - timedelta(days=330),
                "closes_at": closing(-305),
                "result_on": today - timedelta(days=270),
                "result_number": "901/QĐ-SGDĐT",
                "winner": "Công ty cổ phần Xây dựng Bến Đò (minh họa)",
                "winning_price": 21_870_000_000,
            },
        ),
        (
            TenderPage,
            {
                "title": "In giấy thi và phôi giấy chứng nhận",
                "code": "IB2600101010",
                "buyer": DEPARTMENT,
                "kind": "services",
                "form": "quotes",
                "price": 420_000_000,
                "invited_on": today - timedelta(days=30),
                "closes_at": closing(-4),
            },
        ),
        (
            TenderPage,
            {
                "title": "Mua xe đưa đón học sinh vùng lũ",
                "buyer": DEPARTMENT,
                "kind": "goods",
                "form": "open",
                "price": 3_900_000_000,
                "cancelled_on": today - timedelta(days=60),
                "cancelled_why": "Không có nhà thầu nộp hồ sơ dự thầu",
                "invited_on": today - timedelta(days=100),
                "closes_at": closing(-75),
            },
        ),
    ]


def conferences(now: datetime) -> Rows:
    def at(days: int, hour: int) -> datetime:
        day = timezone.localdate(now) + timedelta(days=days)
        return timezone.make_aware(datetime.combine(day, time(hour)))

    common = {"help_contact": "Văn phòng Sở, 0200 000 001", "platform": "Cầu truyền hình của tỉnh"}
    return [
        (
            ConferencePage,
            {
                "title": "Hội nghị trực tuyến toàn quốc triển khai nhiệm vụ năm học",
                "kind": "conference",
                "starts_at": at(12, 8),
                "ends_at": at(12, 11),
                "host": "Bộ Giáo dục và Đào tạo",
                "participants": "Lãnh đạo Sở\nTrưởng phòng chuyên môn\nHiệu trưởng các trường trung học phổ thông",
                "place": "Điểm cầu Hội trường A của Sở và phòng họp của các trường",
                "system": "ministry",
                "test_at": at(11, 15),
                "join_url": "https://hop.hoason.example/j/88812",
                "access_note": "Mật khẩu ghi trong giấy mời gửi các đơn vị.",
                "summary": "Sở là một điểm cầu của Bộ; các trường tham gia qua phòng họp trực tuyến.",
                **common,
            },
        ),
        (
            ConferencePage,
            {
                "title": "Tập huấn cán bộ công nghệ thông tin các trường",
                "kind": "training",
                "starts_at": at(-1, 6),
                "ends_at": at(1, 17),
                "host": "Văn phòng Sở",
                "participants": "Cán bộ công nghệ thông tin của các trường",
                "system": "own",
                "join_url": "https://hop.hoason.example/j/77123",
                "access_note": "Đăng nhập bằng tài khoản của đơn vị.",
                **common,
            },
        ),
        (
            ConferencePage,
            {
                "title": "Giao ban công tác chuyên môn quý",
                "kind": "meeting",
                "starts_at": at(-25, 14),
                "ends_at": at(-25, 16),
                "host": "Phòng Giáo dục Trung học",
                "participants": "Tổ trưởng chuyên môn",
                "system": "province",
                "recording_url": "https://video.hoason.example/giao-ban-quy",
                **common,
            },
        ),
        (
            ConferencePage,
            {
                "title": "Hội thảo dạy học vùng lũ",
                "kind": "seminar",
                "starts_at": at(5, 8),
                "ends_at": at(5, 10),
                "host": "Phòng Giáo dục Tiểu học",
                "participants": "Giáo viên tiểu học",
                "change": "cancelled",
                "change_note": "Hoãn vì bão; lịch mới báo trước một tuần",
                **common,
            },
        ),
    ]


def centres(today: date) -> Rows:
    rows: tuple[tuple[str, str, str, str, str, str, int | None, dict[str, Any]], ...] = (
        (
            "Trung tâm Ngoại ngữ Suối Nguồn",
            "language",
            "24 đường Cầu Đất",
            "Phường Đông Hòa",
            "Tiếng Anh trẻ em A1–B1\nTiếng Anh giao tiếp",
            "Lò Thị Thanh",
            980,
            {"website": "https://suoinguon.example/", "email": "vanphong@suoinguon.example"},
        ),
        (
            "Trung tâm Ngoại ngữ – Tin học Bến Đò",
            "both",
            "7 đường Bến Đò",
            "Phường Bến Gỗ",
            "Tiếng Trung HSK 1–4\nTin học văn phòng",
            "Quách Văn Đạt",
            95,
            {},
        ),
        (
            "Trung tâm Tin học Đồi Thông",
            "computer",
            "61 đường Đồi Thông",
            "Phường Tây Sơn",
            "Tin học cơ bản\nLập trình cho học sinh",
            "Mạc Đình Khôi",
            -40,
            {},
        ),
        (
            "Trung tâm Ngoại ngữ Mây Trắng",
            "language",
            "3 đường Chân Núi",
            "Phường Tây Sơn",
            "Tiếng Anh luyện thi",
            "Tòng Thị Vân",
            500,
            {"suspended_from": today - timedelta(days=20)},
        ),
    )
    found = []
    for number, (title, kind, address, commune, programmes, head, left, more) in enumerate(rows, start=318):
        fields = {
            "title": title,
            "kind": kind,
            "address": address,
            "commune": commune,
            "programmes": programmes,
            "licence_number": f"{number}/QĐ-SGDĐT",
            "licence_on": today + timedelta(days=(left or 0) - 1825),
            "licence_issuer": DEPARTMENT,
            "valid_until": today + timedelta(days=left) if left is not None else None,
            "head_name": head,
            "head_title": "Giám đốc",
            "phone": f"0200 000 {number}",
        }
        found.append((CentrePage, fields | more))
    return found
