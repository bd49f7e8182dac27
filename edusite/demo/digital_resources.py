"""Digital resources of the showcase institutions: a lecture that runs, materials, links, a collection. A second run changes
nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents import get_document_model

from common.text import slug
from editorial.services.guard import system_publication
from edusite.demo.odt import odt
from network.models import Institution
from network.selectors import home_pages, in_tree
from privacy.guard.checking import file_check
from resources.models import CollectionEntry, CollectionPage, DigitalResourcesPage, ResourcePage
from resources.services.links import page_links_write
from resources.services.records import records_reconcile

MADE_AT = (2026, 9, 1, 7, 30, 0)
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="phan-so" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="bai"><organization identifier="bai"><title>So sánh hai phân số</title>
    <item identifier="muc" identifierref="trang"><title>So sánh hai phân số</title></item></organization></organizations>
  <resources><resource identifier="trang" type="webcontent" adlcp:scormtype="sco" href="index.html">
    <file href="index.html"/><file href="bai.css"/><file href="bai.js"/></resource></resources>
</manifest>
"""
PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>So sánh hai phân số</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="bai.css"></head>
<body><main><h1>So sánh hai phân số</h1><p>Phân số nào lớn hơn?</p>
<p><button type="button" data-right="1">3/4</button> <button type="button">2/3</button></p>
<p id="answer" role="status"></p></main><script src="bai.js"></script></body></html>
"""
STYLE = "body{font:1.2rem/1.6 sans-serif;margin:2rem;color:#1b1b1b;background:#fff}button{font:inherit;padding:.6rem 1.4rem}\n"
SCRIPT = """document.querySelectorAll("button").forEach(function (button) {
  button.addEventListener("click", function () {
    var right = button.dataset.right === "1";
    document.getElementById("answer").textContent = right ? "Đúng: 9/12 lớn hơn 8/12." : "Chưa đúng. Hãy quy đồng mẫu số.";
    window.API.LMSSetValue("cmi.core.lesson_status", right ? "passed" : "incomplete");
  });
});
"""

DEPARTMENT: tuple[dict[str, Any], ...] = (
    {
        "title": "Bài giảng tương tác: So sánh hai phân số",
        "kind": "lecture",
        "subject": "maths",
        "grade_from": 4,
        "grade_to": 5,
        "summary": "Bài giảng có câu hỏi, học sinh tự làm và biết ngay kết quả.",
        "objective": "So sánh được hai phân số khác mẫu số bằng cách quy đồng mẫu số.",
        "curriculum_topic": "Số và phép tính: Phân số",
        "minutes": 35,
        "licence": "cc-by",
        "author_name": "Tổ Toán, Trường Tiểu học Hoa Mai",
        "date": date(2026, 9, 5),
        "parts": ("package", "file"),
    },
    {
        "title": "Mô phỏng: Lực và chuyển động",
        "kind": "simulation",
        "subject": "natural-science",
        "grade_from": 8,
        "grade_to": 9,
        "summary": "Thí nghiệm ảo về lực ma sát và chuyển động, dùng trong giờ học hoặc ở nhà.",
        "objective": "Mô tả được ảnh hưởng của lực ma sát đến chuyển động của vật.",
        "curriculum_topic": "Năng lượng và sự biến đổi: Lực",
        "minutes": 20,
        "licence": "cc-by",
        "author_name": "PhET Interactive Simulations",
        "is_republished": True,
        "source_url": "https://phet.colorado.edu/vi/simulations/forces-and-motion-basics",
        "date": date(2026, 9, 12),
        "parts": ("phet",),
    },
    {
        "title": "Tài liệu bồi dưỡng: Xây dựng học liệu số có giấy phép mở",
        "kind": "reference",
        "subject": "management",
        "summary": "Hướng dẫn giáo viên chọn giấy phép, ghi nguồn và mô tả học liệu.",
        "objective": "Chọn được giấy phép và ghi đúng nguồn khi chia sẻ học liệu.",
        "for_learners": False,
        "for_managers": True,
        "licence": "cc-by-sa",
        "author_name": "Phòng Giáo dục Trung học",
        "date": date(2026, 8, 20),
        "parts": ("file",),
    },
)
SCHOOL: tuple[dict[str, Any], ...] = (
    {
        "title": "Phiếu ôn tập: Tứ giác",
        "kind": "exercise",
        "subject": "maths",
        "grade_from": 8,
        "summary": "Hai mươi bài tập có lời giải.",
        "objective": "Vận dụng được dấu hiệu nhận biết hình bình hành, hình chữ nhật.",
        "licence": "cc-by-nc-sa",
        "author_name": "Tổ Toán – Tin",
        "date": date(2026, 10, 2),
        "parts": ("file",),
    },
)
SHOWN = {"HS": DEPARTMENT, "HS.TP01": SCHOOL}


def resources_create() -> int:
    """Make the resources that are missing; answers how many."""
    made = 0
    for code, rows in SHOWN.items():
        institution = Institution.objects.filter(code=code).select_related("collection").first()
        if institution is None or institution.home_key is None:
            continue
        with transaction.atomic():
            made += _resources_of(institution, rows)
    records_reconcile()
    return made


def _resources_of(institution: Institution, rows: tuple[dict[str, Any], ...]) -> int:
    home = home_pages(institution)[0]
    section = DigitalResourcesPage.objects.filter(**in_tree(home)).first()
    if section is None or ResourcePage.objects.child_of(section).exists():
        return 0
    pages = []
    with system_publication(reason="nội dung minh họa"):
        for row in rows:
            fields = {name: value for name, value in row.items() if name != "parts"}
            page = ResourcePage(
                slug=slug(row["title"], max_length=80, fallback="hoc-lieu"),
                locale=section.locale,
                source_name=institution.name[:200],
                contents=[_part(name, row["title"], institution) for name in row["parts"]],
                **fields,
            )
            section.add_child(instance=page)
            page_links_write(page=page, institution=institution)
            pages.append(page)
        if len(pages) > 1:
            _collection(section, pages, institution)
    return len(pages)


def _collection(section: DigitalResourcesPage, pages: list[ResourcePage], institution: Institution) -> None:
    page = CollectionPage(
        title="Học liệu mở đầu năm học 2026–2027",
        slug="hoc-lieu-mo-dau-nam-hoc",
        locale=section.locale,
        summary="Những học liệu dùng trong tháng Chín, theo thứ tự.",
        author_name="Phòng Giáo dục Trung học",
        source_name=institution.name[:200],
        date=date(2026, 9, 14),
    )
    notes = ("Tuần 1", "Tuần 2", "Dành cho giáo viên")
    page.entries = [
        CollectionEntry(resource=each, note=note, sort_order=number)
        for number, (each, note) in enumerate(zip(pages, notes, strict=False))
    ]
    section.add_child(instance=page)


def _part(name: str, title: str, institution: Institution) -> tuple[str, dict[str, Any]]:
    if name == "phet":
        address = "https://phet.colorado.edu/sims/html/forces-and-motion-basics/latest/forces-and-motion-basics_vi.html"
        return "link", {"url": address, "title": "Mở mô phỏng"}
    if name == "package":
        return "package", {
            "document": _document(institution, "so-sanh-phan-so.zip", title, _package()),
            "title": title,
        }
    data = odt(title, ["Tài liệu kèm theo.", "Được dùng lại theo giấy phép ghi trên trang."])
    label = f"Tài liệu: {title}"
    return "file", {"document": _document(institution, "tai-lieu-kem-theo.odt", label, data), "title": ""}


def _package() -> bytes:
    """The same bytes at every build."""
    kept = io.BytesIO()
    files = {"imsmanifest.xml": MANIFEST, "index.html": PAGE, "bai.css": STYLE, "bai.js": SCRIPT}
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, MADE_AT), text)
    return kept.getvalue()


def _document(institution: Institution, name: str, title: str, data: bytes):
    document = get_document_model()(
        title=title[:255],
        author_name=institution.name[:160],
        source_name=institution.name[:200],
        reuse_terms="cc-by",
        collection=institution.collection,
        file=ContentFile(data, name=name),
    )
    document.save()
    file_check(document=document)
    return document
