"""Recognitions, results of universalisation, projects, packages, web conferences, centres and rules of the department; the
agencies have the same sections without records. A second run changes nothing. Everything is invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from common.page_tree import PageNode, bulk_add_children
from common.text import slug
from editorial.services.guard import system_publication
from edusite.demo.records_content import (
    DEPARTMENT,
    Rows,
    centres,
    conferences,
    decisions,
    projects,
    tenders,
)
from enrolment.models import (
    CertificateRulePage,
    CertificatesPage,
    ExaminationResultsPage,
    ExaminationRulePage,
)
from network.models import Institution
from network.selectors import home_pages, in_tree
from sections.models import (
    AccreditationPage,
    CentresPage,
    ConferencesPage,
    DocumentPage,
    ProcedurePage,
    ProjectDecision,
    ProjectPage,
    ProjectsPage,
    QualityRecordPage,
    TenderPage,
    UniversalisationPage,
)

AUTHORITY = "HS"


def records_create(now: datetime | None = None) -> int:
    """Make what is missing at the department; answers how many pages."""
    now = now or timezone.now()
    institution = Institution.objects.filter(code=AUTHORITY).first()
    if institution is None or institution.home_key is None:
        return 0
    home = home_pages(institution)[0].specific
    today = timezone.localdate(now)
    made = 0
    with transaction.atomic(), system_publication(reason="nội dung minh họa"):
        for section_type, rows in (
            (AccreditationPage, [*_quality(today), *_universalisation(today)]),
            (ProjectsPage, projects(today)),
            (ConferencesPage, conferences(now)),
            (CentresPage, centres(today)),
            (ExaminationResultsPage, _examinations(today, home)),
            (CertificatesPage, _certificates(today, home)),
        ):
            made += _fill(section_type.objects.filter(**in_tree(home)).first(), rows, institution, now)
        made += _tenders(home, institution, now)
    return made


def _fill(section: Page | None, rows: Rows, institution: Institution, now: datetime) -> int:
    if (
        section is None
        or not rows
        or any(model.objects.child_of(section).exists() for model, _fields in rows)
    ):
        return 0
    return _add(section, rows, institution, now)


def _add(section: Page, rows: Rows, institution: Institution, now: datetime) -> int:
    pages = [
        model(
            slug=slug(fields["title"], max_length=90, fallback="muc"),
            locale=section.locale,
            author_name=(institution.short_name or institution.name)[:160],
            source_name=institution.name[:200],
            date=timezone.localdate(now),
            first_published_at=now,
            last_published_at=now,
            **fields,
        )
        for model, fields in rows
    ]
    return len(bulk_add_children(parent=Page.objects.get(pk=section.pk), nodes=[PageNode(p) for p in pages]))


def _quality(today: date) -> Rows:
    rows = (
        ("HS.TP01", 3, 2, "512/QĐ-SGDĐT", 400, 1420),
        ("HS.TP02", 2, 1, "498/QĐ-SGDĐT", 1700, 120),
        ("HS.CS01", 2, None, "377/QĐ-SGDĐT", 900, 925),
        ("HS.TH01", 3, 1, "301/QĐ-SGDĐT", 600, 1225),
        ("HS.MN01", 1, None, "288/QĐ-SGDĐT", 2000, -170),
        ("HS.TH03", None, 1, "1250/QĐ-UBND", 300, None),
    )
    known = {one.code: one for one in Institution.objects.filter(code__in=[row[0] for row in rows])}
    found = []
    for code, quality, standard, number, since, left in rows:
        if code not in known:
            continue
        fields = {
            "institution": known[code],
            "quality_level": quality,
            "standard_level": standard,
            "decision_number": number,
            "decision_on": today - timedelta(days=since),
            "decision_issuer": "Ủy ban nhân dân tỉnh Hòa Sơn" if "UBND" in number else DEPARTMENT,
            "assessed_on": today - timedelta(days=since + 45),
            "valid_until": today + timedelta(days=left) if left is not None else None,
        }
        fields["title"] = QualityRecordPage.composed_title(fields)
        found.append((QualityRecordPage, fields))
    return found


def _universalisation(today: date) -> Rows:
    rows = (
        ("Phường Bến Gỗ", "lower", 3, 1184, 1171),
        ("Phường Bến Gỗ", "primary", 3, 402, 402),
        ("Xã Cồn Sẻ", "lower", 2, 536, 509),
        ("Xã Cồn Sẻ", "literacy", 2, 6120, 6004),
        ("Xã Bản Mây", "preschool", 1, 143, 141),
        ("Xã Bản Mây", "preschool3", 0, 421, 356),
        ("Xã Nà Lau", "literacy", 1, 3890, 3612),
    )
    found = []
    for number, (area, field, level, people, reached) in enumerate(rows, start=1):
        fields = {
            "area": area,
            "field": field,
            "year": today.year - 1,
            "level": level,
            "people": people,
            "people_reached": reached,
        }
        if level:
            fields |= {
                "decision_number": f"{2300 + number}/QĐ-UBND",
                "decision_on": date(today.year - 1, 12, 20),
                "decision_issuer": "Ủy ban nhân dân tỉnh Hòa Sơn",
            }
        fields["title"] = UniversalisationPage.composed_title(fields)
        found.append((UniversalisationPage, fields))
    return found


def _tenders(home: Page, institution: Institution, now: datetime) -> int:
    """The packages, and the decisions of the first project, once there are projects."""
    section = ProjectsPage.objects.filter(**in_tree(home)).first()
    project = ProjectPage.objects.child_of(section).filter(code="7904512").first() if section else None
    if project is None or TenderPage.objects.child_of(section).exists():
        return 0
    today = timezone.localdate(now)
    ProjectDecision.objects.bulk_create(decisions(project, today))
    return _add(section, tenders(project, today), institution, now)


def _related(home: Page, *types: type[Page]) -> list[tuple[str, Any]]:
    """The first procedure or document of the site, and a link."""
    found: list[tuple[str, Any]] = []
    for model in types:
        page = model.objects.filter(**in_tree(home), live=True).order_by("path").first()
        if page is not None:
            found.append(("page", Page.objects.get(pk=page.pk)))
    found.append(("link", {"title": "Cơ sở dữ liệu quốc gia về pháp luật", "url": "https://vbpl.vn/"}))
    return found


def _examinations(today: date, home: Page) -> Rows:
    of = f"Thi tốt nghiệp trung học phổ thông năm {today.year}"
    return [
        (
            ExaminationRulePage,
            {
                "title": "Phúc khảo bài thi",
                "kind": "review",
                "applies_to": of,
                "valid_from": date(today.year, 1, 1),
                "who": "Thí sinh có bài thi",
                "steps": "Nộp đơn tại nơi đăng ký dự thi\nHội đồng chấm lại bài\nNhận kết quả tại nơi nộp đơn",
                "papers": "Đơn phúc khảo theo mẫu",
                "time_limit": "Nộp đơn trong 10 ngày kể từ ngày công bố điểm",
                "fee": "Không thu phí",
                "contact": "Phòng Khảo thí, 0200 000 001",
                "related": _related(home, DocumentPage),
                "summary": "Ai được phúc khảo, nộp đơn ở đâu, bao giờ có kết quả.",
            },
        ),
        (
            ExaminationRulePage,
            {
                "title": "Vật dụng được mang vào phòng thi",
                "kind": "room",
                "applies_to": of,
                "valid_from": date(today.year, 1, 1),
                "steps": "Bút, thước, máy tính không có thẻ nhớ\nKhông mang điện thoại vào khu vực thi",
            },
        ),
        (
            ExaminationRulePage,
            {
                "title": "Đăng ký dự thi",
                "kind": "registration",
                "applies_to": f"Thi tốt nghiệp trung học phổ thông năm {today.year - 1}",
                "valid_from": date(today.year - 1, 1, 1),
                "valid_until": date(today.year - 1, 12, 31),
                "steps": "Nộp phiếu đăng ký tại trường",
            },
        ),
    ]


def _certificates(today: date, home: Page) -> Rows:
    return [
        (
            CertificateRulePage,
            {
                "title": "Cấp bản sao văn bằng từ sổ gốc",
                "kind": "copy",
                "applies_to": "Bằng tốt nghiệp trung học phổ thông",
                "valid_from": date(today.year - 2, 7, 1),
                "who": "Người được cấp văn bằng\nNgười đại diện hợp pháp",
                "steps": "Nộp đơn trực tiếp, qua bưu chính hoặc trực tuyến\nNhận bản sao",
                "papers": "Đơn đề nghị\nGiấy tờ tùy thân để đối chiếu",
                "time_limit": "Trong ngày làm việc; chậm nhất ngày làm việc tiếp theo",
                "contact": "Bộ phận một cửa, 0200 000 001",
                "related": _related(home, ProcedurePage, DocumentPage),
                "summary": "Mất bằng không được cấp lại bản chính; xin bản sao từ sổ gốc.",
            },
        ),
        (
            CertificateRulePage,
            {
                "title": "Chỉnh sửa nội dung văn bằng",
                "kind": "correction",
                "applies_to": "Văn bằng do Sở cấp",
                "valid_from": date(today.year - 2, 7, 1),
                "steps": "Nộp đơn kèm giấy tờ chứng minh\nNhận quyết định chỉnh sửa",
                "papers": "Đơn đề nghị\nVăn bằng\nTrích lục khai sinh",
            },
        ),
    ]
