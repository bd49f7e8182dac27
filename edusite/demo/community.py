"""Organisations, support, e-learning, the school management system and links of the showcase institutions; the agency of Đông Hòa
has the same sections without entries. A second run changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from common.page_tree import PageNode, bulk_add_children
from common.text import slug
from editorial.services.guard import system_publication
from network.models import Institution
from network.selectors import home_pages
from sections.community.choices import (
    Audience,
    CourseKind,
    LinkGroup,
    ModuleUsers,
    OrganisationKind,
    SupportKind,
)
from sections.models import (
    CoursePage,
    ELearningPage,
    LinkPage,
    LinksPage,
    OrganisationHead,
    OrganisationPage,
    OrganisationsPage,
    SchoolManagementPage,
    SupportPage,
    SupportProgrammePage,
    SystemModulePage,
)

FULL = ("HS", "HS.TP01")
EMPTY = ("HS.CS01", "HS.PD")
SECTIONS: tuple[tuple[type[Page], str, str], ...] = (
    (OrganisationsPage, "Đảng, đoàn thể", "dang-doan-the"),
    (SupportPage, "Học bổng, hướng nghiệp, hỗ trợ", "hoc-bong-huong-nghiep"),
    (ELearningPage, "E-Learning", "e-learning"),
    (SchoolManagementPage, "Hệ thống quản lý nhà trường", "he-thong-quan-ly"),
    (LinksPage, "Liên kết", "lien-ket"),
)


def community_create(now: datetime | None = None) -> int:
    """Make the sections and entries that are missing; answers how many pages."""
    today = timezone.localdate(now)
    made = 0
    for code in (*FULL, *EMPTY):
        institution = Institution.objects.filter(code=code).first()
        if institution is not None and institution.home_key is not None:
            with transaction.atomic(), system_publication(reason="nội dung minh họa"):
                made += _of(institution, today)
    return made


def _of(institution: Institution, today: date) -> int:
    home = home_pages(institution)[0].specific
    made = 0
    for model, title, name in SECTIONS:
        if not model.can_exist_under(home) or model.objects.child_of(home).exists():
            continue
        section = home.add_child(instance=model(title=title, slug=name, locale=home.locale))
        made += 1
        if institution.code in FULL:
            made += _fill(section, institution, today)
    return made


def _fill(section: Page, institution: Institution, today: date) -> int:
    nodes, heads = [], {}
    for model, fields in _entries(institution, today):
        if isinstance(section, model.clean_parent_page_models()[0]):
            person = fields.pop("head", None)
            page = model(
                **fields,
                slug=slug(fields["title"], max_length=90, fallback="muc"),
                locale=section.locale,
                author_name=(institution.short_name or institution.name)[:160],
                source_name=institution.name[:200],
            )
            nodes.append(PageNode(page))
            if person:
                heads[id(page)] = person
    made = bulk_add_children(parent=Page.objects.get(pk=section.pk), nodes=nodes) if nodes else []
    OrganisationHead.objects.bulk_create(
        OrganisationHead(
            page_id=page.pk,
            locale_id=page.locale_id,
            sort_order=0,
            name=name,
            title=title,
            email=email,
            since=since,
        )
        for page in made
        if id(page) in heads
        for name, title, email, since in (heads[id(page)],)
    )
    return len(made)


def _entries(institution: Institution, today: date) -> list[tuple[type[Page], dict[str, Any]]]:
    return [*_organisations(institution), *_support(today), *_courses(today), *_modules(), *_links()]


def _organisations(institution: Institution) -> list[tuple[type[Page], dict[str, Any]]]:
    rows = (
        (
            "Chi bộ",
            OrganisationKind.PARTY,
            2025,
            2028,
            21,
            ("Nguyễn Trọng Khải", "Bí thư", "chibo@hoason.example.edu.vn"),
        ),
        (
            "Công đoàn cơ sở",
            OrganisationKind.TRADE_UNION,
            2023,
            2028,
            96,
            ("Mạc Thị Thoa", "Chủ tịch", "congdoan@hoason.example.edu.vn"),
        ),
        (
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            OrganisationKind.YOUTH_UNION,
            2025,
            2027,
            640,
            ("Lương Văn Bách", "Bí thư", "doan@hoason.example.edu.vn"),
        ),
        ("Hội Khuyến học", OrganisationKind.LEARNING, 2024, 2029, None, None),
        ("Ban đại diện cha mẹ học sinh", OrganisationKind.PARENTS, 2026, 2027, 12, None),
    )
    found = []
    for title, kind, first, last, members, head in rows:
        fields: dict[str, Any] = {
            "title": title,
            "kind": kind,
            "term_from": first,
            "term_to": last,
            "member_count": members,
            "summary": f"{title} của {institution.short_name or institution.name}"[:300],
            "tasks": "Chăm lo quyền lợi của thành viên\nTham gia xây dựng nhà trường\nPhối hợp tổ chức phong trào",
        }
        if head:
            fields["head"] = (*head, date(first, 9, 1))
        found.append((OrganisationPage, fields))
    return found


def _support(today: date) -> list[tuple[type[Page], dict[str, Any]]]:
    rows = (
        (
            "Học bổng “Bến Sông” cho học sinh vượt khó",
            SupportKind.SCHOLARSHIP,
            Audience.UPPER,
            "Hội Khuyến học tỉnh",
            2_000_000,
            "mỗi năm học",
            40,
            -20,
            25,
        ),
        (
            "Học bổng Hoa Phượng dành cho học sinh giỏi",
            SupportKind.SCHOLARSHIP,
            Audience.UPPER,
            "Hội cựu học sinh",
            3_000_000,
            "một lần",
            10,
            -90,
            -30,
        ),
        (
            "Miễn, giảm học phí",
            SupportKind.FEES,
            Audience.EVERYBODY,
            "Nhà nước",
            None,
            "theo quy định hiện hành",
            None,
            None,
            None,
        ),
        (
            "Tư vấn hướng nghiệp thứ Tư",
            SupportKind.CAREER,
            Audience.UPPER,
            "Tổ Tư vấn học đường",
            None,
            "miễn phí",
            None,
            None,
            None,
        ),
        (
            "Hỗ trợ chi phí học tập học kỳ II",
            SupportKind.ALLOWANCE,
            Audience.LOWER,
            "Ủy ban nhân dân phường",
            150_000,
            "mỗi tháng",
            None,
            30,
            60,
        ),
    )
    return [
        (
            SupportProgrammePage,
            {
                "title": title,
                "kind": kind,
                "audience": audience,
                "provider": provider,
                "amount": amount,
                "amount_note": note,
                "places": places,
                "opens_on": today + timedelta(days=opens) if opens is not None else None,
                "closes_on": today + timedelta(days=closes) if closes is not None else None,
                "who_can_apply": "Học sinh đang học tại tỉnh Hòa Sơn\nCó xác nhận của nhà trường",
                "papers": "Đơn đăng ký theo mẫu\nGiấy xác nhận của nhà trường",
                "how_to_apply": "Nhận mẫu đơn tại giáo viên chủ nhiệm\nNộp hồ sơ tại văn phòng\nXem kết quả trên trang này",
                "phone": "0200 000 041",
                "email": "hocbong@hoason.example.edu.vn",
                "summary": f"{title} – {note}",
            },
        )
        for title, kind, audience, provider, amount, note, places, opens, closes in rows
    ]


def _courses(today: date) -> list[tuple[type[Page], dict[str, Any]]]:
    rows = (
        ("Ôn tập Toán 9", CourseKind.COURSE, "Toán", "Lớp 9", Audience.LOWER, None),
        (
            "Bài giảng e-Learning: Sông Hòa quê em",
            CourseKind.LECTURE,
            "Địa lí",
            "Lớp 8",
            Audience.LOWER,
            None,
        ),
        ("Phòng học trực tuyến của tỉnh", CourseKind.CLASSROOM, "", "", Audience.EVERYBODY, None),
        ("Hội nghị số: dạy học kết hợp ở vùng cao", CourseKind.CONFERENCE, "", "", Audience.TEACHERS, 14),
        ("Hội nghị số: chuyển đổi số trường mầm non", CourseKind.CONFERENCE, "", "", Audience.MANAGERS, -40),
    )
    found = []
    for title, kind, subject, grade, audience, days in rows:
        fields: dict[str, Any] = {
            "title": title,
            "kind": kind,
            "subject": subject,
            "grade": grade,
            "audience": audience,
            "provider": "Phòng Giáo dục Trung học",
            "course_url": f"https://elearning.hoason.example.edu.vn/{slug(title, max_length=40, fallback='bai')}",
            "access": "Miễn phí; đăng nhập bằng tài khoản của trường",
            "summary": title,
        }
        if days is not None:
            start = timezone.make_aware(datetime.combine(today + timedelta(days=days), time(8, 0)))
            fields |= {"starts_at": start, "ends_at": start + timedelta(hours=3)}
        found.append((CoursePage, fields))
    return found


def _modules() -> list[tuple[type[Page], dict[str, Any]]]:
    rows = (
        (
            "Sổ liên lạc điện tử",
            ModuleUsers.FAMILIES,
            "Xem điểm, chuyên cần của con\nNhận thông báo của lớp",
            "so-lien-lac",
        ),
        ("Sổ điểm điện tử", ModuleUsers.TEACHERS, "Nhập điểm, nhận xét\nKý học bạ số", "so-diem"),
        ("Quản lý thời khóa biểu", ModuleUsers.STAFF, "Xếp và công bố thời khóa biểu", "thoi-khoa-bieu"),
    )
    return [
        (
            SystemModulePage,
            {
                "title": title,
                "users": users,
                "does": does,
                "system": "Hệ thống quản lý nhà trường Hòa Sơn",
                "entry_url": f"https://quanly.hoason.example.edu.vn/{name}",
                "account": "Giáo viên chủ nhiệm cấp tài khoản vào đầu năm học",
                "help_url": f"https://quanly.hoason.example.edu.vn/{name}/huong-dan",
                "help_phone": "0200 000 041",
                "summary": does.split("\n")[0],
            },
        )
        for title, users, does, name in rows
    ]


def _links() -> list[tuple[type[Page], dict[str, Any]]]:
    rows = (
        ("Ủy ban nhân dân tỉnh Hòa Sơn", LinkGroup.STATE, "https://hoason.example.gov.vn/"),
        ("Cổng Dịch vụ công tỉnh Hòa Sơn", LinkGroup.SERVICES, "https://dichvucong.hoason.example.gov.vn/"),
        ("Thư viện tỉnh Hòa Sơn", LinkGroup.LEARNING, "https://thuvien.hoason.example.gov.vn/"),
    )
    return [(LinkPage, {"title": title, "group": group, "target_url": url}) for title, group, url in rows]
