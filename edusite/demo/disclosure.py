"""Public disclosure of the demonstration: a school and the department with full sections, another school with an empty one, the
rest with what their boards have posted so far. A second run changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.page_tree import PageNode, bulk_add_children
from common.text import slug
from network.models import Institution
from network.selectors import in_tree
from sections.disclosure.items import Item, items_for
from sections.models import (
    DisclosureFigure,
    DisclosurePage,
    DisclosureRecord,
    DisclosureReportPage,
    DocumentPage,
    GuidanceBasis,
    GuidancePage,
    GuidanceQuestion,
    GuidanceStep,
    PublicInformationPage,
)

FULL = {"HS", "HS.TP01"}
EMPTY = {"HS.TH02", "HS.CD01", "HS.CD02"}
LATE = {"HS.MN03", "HS.CS01"}
"""Posted after the day."""
VALUES: dict[str, tuple[Decimal | str, ...]] = {
    "09-2024.finance": tuple(
        Decimal(value)
        for value in (
            "8450000000", "612000000", "184500000", "96000000", "41000000",
            "7215000000", "1086000000", "214000000", "627000000",
        )
    ),
    "09-2024.staff": (Decimal("98.4"), Decimal(100)),
    "09-2024.facilities": (Decimal("11.6"),),
    "09-2024.quality": ("Cấp độ 2", "Mức độ 1"),
    "09-2024.plan": (Decimal(450),),
    "09-2024.results": (Decimal("99.2"), Decimal("98.7")),
    "authority.budget": (Decimal("2400000000"), Decimal("1184600000000")),
    "authority.settlement": (Decimal("1127300000000"), Decimal("18900000000")),
    "authority.quotas": (Decimal(21400), Decimal(19850), Decimal(12600)),
    "authority.inspection": (Decimal(14), Decimal(9)),
}  # fmt: skip
"""Figures of the rows that the items ask for, in their order."""
GUIDANCE: tuple[dict[str, Any], ...] = (
    {
        "title": "Miễn, giảm học phí và hỗ trợ chi phí học tập",
        "kind": "policy",
        "subject": "Học phí",
        "audience": "parents",
        "summary": "Ai được miễn, ai được giảm, nộp giấy tờ gì và nộp ở đâu.",
        "steps": (
            "Tải đơn đề nghị và ghi đủ thông tin của học sinh.",
            "Kèm giấy xác nhận thuộc đối tượng (hộ nghèo, khuyết tật, mồ côi…).",
            "Nộp cho nhà trường trong 45 ngày đầu năm học; nhà trường trả lời trong 10 ngày làm việc.",
        ),
        "questions": (
            ("Nộp chậm thì có được xét không?", "Có. Nhà trường xét từ tháng nhận được hồ sơ, không truy lĩnh."),
            ("Chuyển trường giữa năm thì làm gì?", "Nộp lại giấy xác nhận cho trường mới; không cần làm lại đơn."),
        ),
        "bases": (("Nghị định 81/2021/NĐ-CP", "Điều 15, Điều 16, Điều 18"),),
    },
    {
        "title": "Dạy thêm, học thêm: điều được làm và điều không được làm",
        "kind": "regulation",
        "subject": "Dạy thêm, học thêm",
        "audience": "teachers",
        "summary": "Những lớp nào được tổ chức, ai được dạy và phải công khai điều gì.",
        "steps": (
            "Báo cáo hiệu trưởng về môn học, địa điểm, hình thức và thời gian tham gia dạy thêm.",
            "Công khai môn, khối lớp, thời lượng, người dạy và mức thu trước khi tuyển sinh.",
        ),
        "questions": (
            (
                "Giáo viên có được dạy thêm học sinh của lớp mình không?",
                "Không được thu tiền của học sinh mà mình đang dạy ở trường.",
            ),
        ),
        "bases": (("Thông tư 29/2024/TT-BGDĐT", "Điều 4, Điều 6"),),
    },
    {
        "title": "Yêu cầu cung cấp thông tin",
        "kind": "law",
        "subject": "Tiếp cận thông tin",
        "audience": "everybody",
        "summary": "Muốn biết điều chưa được đăng thì hỏi thế nào và bao lâu có trả lời.",
        "steps": ("Gửi phiếu yêu cầu trực tiếp, qua bưu điện hoặc qua mạng.", "Nhận thông tin hoặc văn bản nêu lý do từ chối."),
        "questions": (("Có mất tiền không?", "Không; chỉ trả chi phí thực tế in, sao, chụp, gửi thông tin."),),
        "bases": (("Luật Tiếp cận thông tin 104/2016/QH13", "Điều 12, Điều 24"),),
    },
)  # fmt: skip


def disclosure_create(now: datetime | None = None) -> int:
    """Make what is missing; answers how many pages."""
    today = timezone.localdate(now)
    have = set(DisclosureRecord.objects.values_list("institution_id", flat=True))
    made: list[DisclosureReportPage] = []
    guidance: list[GuidancePage] = []
    with transaction.atomic():
        for institution in Institution.objects.active().exclude(site=None).order_by("path"):
            if institution.pk in have or institution.code in EMPTY or institution.home_key is None:
                continue
            if institution.is_authority and institution.code not in FULL:
                continue
            section = _section(institution)
            if section is None:
                continue
            made += _reports(institution, section, today)
            if institution.is_authority:
                guidance += _guidance(institution, section, today)
        for model, pages in ((DisclosureReportPage, made), (GuidancePage, guidance)):
            if pages:
                get_search_backend().add_bulk(model, pages)
    return len(made) + len(guidance)


def _section(institution: Institution) -> Page | None:
    model = PublicInformationPage if institution.is_authority else DisclosurePage
    home = Page.objects.get(translation_key=institution.home_key, locale__language_code="vi")
    return model.objects.filter(**in_tree(home)).select_related("locale").first()


def _reports(institution: Institution, section: Page, today: date) -> list[DisclosureReportPage]:
    """The full ones have all whose day is over, and those that have no day; the others some, a few of them late."""
    wanted = [
        (item, period)
        for item in items_for(institution.type)
        for period in item.periods_asked(today)
        if (late := item.late_from(period)) is None or late <= today
    ]
    if institution.code not in FULL:
        wanted = [pair for number, pair in enumerate(wanted) if (number + len(institution.code)) % 4]
    pages = [_page(institution, section, item, period, today) for item, period in wanted]
    bulk_add_children(parent=section, nodes=[PageNode(page) for page in pages])
    figures, records = [], []
    for page, (item, period) in zip(pages, wanted, strict=True):
        values = VALUES.get(item.key, ())
        figures += [
            DisclosureFigure(
                page=page,
                heading=row.heading_vi,
                name=row.name_vi,
                unit=row.unit,
                value=value if isinstance(value, Decimal) else None,
                words="" if isinstance(value, Decimal) else value,
                sort_order=place,
            )
            for place, (row, value) in enumerate(zip(item.rows, values, strict=False))
        ]
        posted = timezone.localdate(page.first_published_at)
        records.append(
            DisclosureRecord(
                institution=institution,
                item=item.key,
                period=period,
                page_key=page.translation_key,
                posted_on=posted,
                late_from=item.late_from(period),
                kept_until=item.kept_until(posted),
            )
        )
    DisclosureFigure.objects.bulk_create(figures)
    DisclosureRecord.objects.bulk_create(records)
    return pages


def _page(
    institution: Institution, section: Page, item: Item, period: int, today: date
) -> DisclosureReportPage:
    late = item.late_from(period)
    if late is None:
        day = date(today.year, today.month, 1)
    else:
        day = min(today, late + (timedelta(days=9) if institution.code in LATE else -timedelta(days=12)))
    moment = timezone.make_aware(datetime.combine(day, time(8)))
    title = item.title_for(period)
    return DisclosureReportPage(
        title=title,
        slug=slug(f"{title} {period}"),
        locale=section.locale,
        item=item.key,
        period=period,
        summary=f"{item.title[0]} – {institution.name}."[:300],
        author_name="Bộ phận văn phòng",
        source_name=institution.name[:200],
        first_published_at=moment,
        last_published_at=moment,
    )


def _guidance(institution: Institution, section: Page, today: date) -> list[GuidancePage]:
    moment = timezone.make_aware(datetime.combine(date(today.year, 1, 8), time(9)))
    pages = [
        GuidancePage(
            title=entry["title"],
            slug=slug(entry["title"]),
            locale=section.locale,
            kind=entry["kind"],
            subject=entry["subject"],
            audience=entry["audience"],
            summary=entry["summary"],
            date=timezone.localdate(moment),
            author_name="Phòng Kế hoạch – Tài chính",
            source_name=institution.name[:200],
            first_published_at=moment,
            last_published_at=moment,
        )
        for entry in GUIDANCE
    ]
    bulk_add_children(parent=section, nodes=[PageNode(page) for page in pages])
    law = DocumentPage.objects.filter(path__startswith=section.path[: -section.steplen]).live().first()
    for page, entry in zip(pages, GUIDANCE, strict=True):
        GuidanceStep.objects.bulk_create(
            GuidanceStep(page=page, text=text, sort_order=place) for place, text in enumerate(entry["steps"])
        )
        GuidanceQuestion.objects.bulk_create(
            GuidanceQuestion(page=page, question=question, answer=answer, sort_order=place)
            for place, (question, answer) in enumerate(entry["questions"])
        )
        bases = [
            GuidanceBasis(page=page, number=number, article=article) for number, article in entry["bases"]
        ]
        if law is not None:
            bases.append(GuidanceBasis(page=page, document=law))
        for place, basis in enumerate(bases):
            basis.sort_order = place
        GuidanceBasis.objects.bulk_create(bases)
    return pages
