"""Procedures and online services of the authorities of the demonstration. A second run changes nothing."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents import get_document_model

from common.text import slug
from editorial.services.guard import system_publication
from edusite.demo import content as source
from edusite.demo.odt import odt
from network.models import Institution
from network.selectors import home_pages
from sections.models import DocumentPage, OnlineServicesPage, ProcedurePage, ProceduresPage, ServicePage

PUPILS, SCHOOLS, CITIZENS = ("pupils", "citizens", "foreigners"), ("schools", "organisations"), ("citizens",)
MORE: dict[str, dict[str, Any]] = {
    "Chuyển trường đối với học sinh trung học phổ thông": {
        "audiences": PUPILS,
        "summary": "Khi gia đình chuyển nơi ở hoặc có lý do chính đáng để đổi trường giữa năm học.",
        "result": "Quyết định tiếp nhận học sinh và giấy giới thiệu chuyển trường",
        "requirements": "Trường chuyển đến còn chỗ học.\nHọc sinh không đang trong thời gian bị kỷ luật.",
        "form": 0,
        "papers": [
            ("Học bạ (bản chính)", "", 1, 0, "Trường đang học trả lại khi học sinh xin chuyển."),
            ("Giấy tờ tùy thân của cha hoặc mẹ", "", 0, 1, ""),
            (
                "Bảng điểm có bản dịch công chứng",
                "Học sinh từ nước ngoài về",
                1,
                1,
                "Bản dịch do phòng công chứng làm.",
            ),
            ("Giấy xác nhận của nơi làm việc", "Cha mẹ là bộ đội, công an chuyển vùng", 1, 0, ""),
        ],
        "channels": [
            ("online", "3 ngày làm việc"),
            ("direct", "3 ngày làm việc"),
            ("post", "5 ngày làm việc"),
        ],
    },
    "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc": {
        "audiences": (*CITIZENS, "overseas", "foreigners"),
        "summary": "Khi cần nộp bằng mà không muốn gửi bản chính.",
        "result": "Bản sao văn bằng, chứng chỉ có dấu của Sở",
        "form": 0,
        "channels": [("online", "Trong ngày làm việc"), ("post", "3 ngày làm việc")],
    },
    "Chỉnh sửa nội dung văn bằng, chứng chỉ": {"audiences": CITIZENS, "form": 0},
    "Đăng ký dự tuyển vào lớp 10 trung học phổ thông": {
        "audiences": PUPILS,
        "fees": [("charge", 60000, "mỗi môn thi")],
        "summary": "Dành cho học sinh lớp 9 và cha mẹ.",
        "result": "Giấy báo dự thi và kết quả tuyển sinh",
    },
    "Cấp phép hoạt động trung tâm ngoại ngữ, tin học": {"audiences": SCHOOLS},
    "Đề nghị kiểm định và công nhận chất lượng cơ sở giáo dục": {"audiences": ("schools",)},
}
SUCCESSOR, FORMER = "9.900003", "9.900090"
SERVICES = (
    ("Tra cứu trường theo nơi ở", "full", "Tra cứu", "Tìm trường gần nhà và thông tin liên hệ.", "/don-vi/"),
    (
        "Gửi phản ánh và theo dõi câu trả lời",
        "full",
        "Hỏi đáp",
        "Gửi một lần, xem trả lời bằng mã tra cứu.",
        "/tra-cuu-gop-y/",
    ),
)


def procedures_create() -> int:
    """Make what is missing; answers how many pages."""
    made = 0
    for institution in Institution.objects.select_related("site", "collection").authorities():
        entries = source.content_of(institution.code)["procedures"]
        if institution.home_key is None or not entries:
            continue
        with transaction.atomic(), system_publication(reason="nội dung minh họa"):
            made += _of(institution, entries)
    return made


def _of(institution: Institution, entries: list[dict[str, Any]]) -> int:
    home = home_pages(institution)[0]
    section = ProceduresPage.objects.child_of(home).first()
    if section is None or ProcedurePage.objects.child_of(section).exists():
        return 0
    law = DocumentPage.objects.descendant_of(home).live().order_by("-issued_on").first()
    pages = [_page(institution, entry, place, law) for place, entry in enumerate(entries, start=1)]
    if institution.depth == 1:
        pages += _passing(institution)
    for page in pages:
        section.add_child(instance=page)
    services = OnlineServicesPage.objects.child_of(home).first()
    if services is None or institution.depth > 1:
        return len(pages)
    for title, level, field, summary, path in SERVICES:
        services.add_child(
            instance=ServicePage(
                **_common(institution, title),
                online_level=level,
                field=field,
                summary=summary,
                online_url=f"http://{institution.hostname}{path}",
                audiences=("pupils", "citizens"),
                unit="Văn phòng Sở",
                contact="0200 000 080",
                steps=[
                    ("step", {"text": "Mở trang dịch vụ."}),
                    ("step", {"text": "Làm theo từng bước trên màn hình."}),
                ],
            )
        )
    return len(pages) + len(SERVICES)


def _common(institution: Institution, title: str) -> dict[str, Any]:
    return {
        "title": title,
        "locale": home_pages(institution)[0].locale,
        "author_name": (institution.short_name or institution.name)[:160],
        "source_name": institution.name[:200],
    }


def _page(
    institution: Institution, entry: dict[str, Any], place: int, law: DocumentPage | None
) -> ProcedurePage:
    more = MORE.get(entry["name"], {})
    name, _comma, title = entry["handler"].partition(", ")
    is_free = entry["fee"].startswith("Không")
    fees = more.get("fees") or [] if is_free else more.get("fees") or [("charge", None, entry["fee"])]
    form = _form(institution, entry["components"][0]) if "form" in more else None
    papers = [(text, "", 1, 0, "") for text in entry["components"]] + more.get("papers", [])
    return ProcedurePage(
        **_common(institution, entry["name"]),
        summary=more.get("summary", ""),
        code=f"9.9{institution.depth - 1}{place:04d}",
        field=entry["field"],
        levels=("province",) if institution.depth == 1 else ("other",),
        audiences=more.get("audiences", CITIZENS),
        recipient=entry["recipient"],
        handlers=[
            (
                "person",
                {
                    "name": name,
                    "title": title or "chuyên viên",
                    "phone": entry["handler_contact"],
                    "email": "",
                },
            )
        ],
        time_limit=entry["time_limit"],
        is_free=is_free and not fees,
        fees=[("fee", {"kind": kind, "amount": amount, "note": note}) for kind, amount, note in fees],
        result=more.get("result", "Văn bản trả lời của đơn vị"),
        requirements=more.get("requirements", ""),
        sets=1,
        steps=[("step", {"text": text}) for text in entry["steps"]],
        components=[
            (
                "paper",
                {
                    "name": text,
                    "case": case,
                    "originals": first,
                    "copies": second,
                    "note": note,
                    "form": form if n == 0 else None,
                },
            )
            for n, (text, case, first, second, note) in enumerate(papers)
        ],
        channels=[("way", {"channel": way, "time_limit": limit}) for way, limit in more.get("channels", [])],
        online_level={"toàn trình": "full", "một phần": "partial"}.get(entry["level"], ""),
        online_url="https://dichvucong.example.gov.vn/nop-ho-so" if entry["level"] == "toàn trình" else "",
        legal_basis=[("document", {"number": law.number, "title": law.title})] if law else [],
        decision="512/QĐ-UBND",
        change="issued",
        decided_on=date(2026, 8, 12),
        effective_on=date(2026, 9, 1),
    )


def _passing(institution: Institution) -> list[ProcedurePage]:
    """One that is repealed and has a successor."""
    former = ProcedurePage(
        **_common(institution, "Chuyển trường đối với học sinh trung học phổ thông (nộp tại Phòng Giáo dục)"),
        code=FORMER,
        field="Giáo dục trung học",
        levels=("province", "district"),
        audiences=PUPILS,
        time_limit="7 ngày làm việc",
        steps=[("step", {"text": "Nộp hồ sơ giấy tại Phòng Giáo dục và Đào tạo."})],
        components=[("paper", {"name": "Đơn xin chuyển trường", "originals": 2})],
        decision="88/QĐ-UBND",
        decided_on=date(2021, 3, 2),
        effective_on=date(2021, 4, 1),
        repealed_on=date(2026, 9, 1),
        repeal_decision="512/QĐ-UBND",
        replaced_by_code=SUCCESSOR,
    )
    return [former]


def _form(institution: Institution, title: str):
    data = odt(
        title,
        [
            "Kính gửi: " + institution.name,
            "Họ và tên: …………",
            "Nội dung đề nghị: …………",
            "Ngày … tháng … năm …",
        ],
    )
    document = get_document_model()(
        title=title,
        collection=institution.collection,
        file=ContentFile(data, name=f"mau-{slug(title, max_length=50, fallback='don')}.odt"),
        file_size=len(data),
        file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        author_name=(institution.short_name or institution.name)[:160],
        source_name=institution.name[:200],
        reuse_terms="state",
    )
    document.save()
    return document
