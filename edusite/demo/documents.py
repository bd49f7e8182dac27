"""What the documents of the demonstration do to each other, so that every status is seen; the words of their files."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from wagtail.search.backends import get_search_backend

from common.page_tree import PageNode, bulk_add_children
from common.text import slug
from network.models import Institution
from network.selectors import home_pages
from sections.documents.choices import RelationKind
from sections.documents.texts import texts_read_missing
from sections.models import DocumentIndexPage, DocumentPage, DocumentRelation

CODE = "HS"
OLD = (
    (
        "87/QĐ-SGDĐT",
        "Quy chế quản lý trang thông tin điện tử của Sở",
        date(2021, 3, 15),
        "Công nghệ thông tin",
    ),
    (
        "64/QĐ-SGDĐT",
        "Quy định quản lý, cấp phát văn bằng, chứng chỉ",
        date(2019, 2, 20),
        "Văn bằng, chứng chỉ",
    ),
    (
        "120/KH-SGDĐT",
        "Kế hoạch thí điểm học bạ điện tử đến hết năm 2025",
        date(2023, 5, 8),
        "Công nghệ thông tin",
    ),
    ("233/QĐ-SGDĐT", "Quy định về hồ sơ chuyên môn của giáo viên", date(2022, 9, 1), "Chuyên môn"),
)
ENDS = {"120/KH-SGDĐT": date(2026, 1, 1)}
RELATIONS = (
    ("412/QĐ-SGDĐT", RelationKind.REPLACES, "87/QĐ-SGDĐT", False, ""),
    ("328/QĐ-SGDĐT", RelationKind.REPEALS, "64/QĐ-SGDĐT", True, "Chương II và Điều 14"),
    ("344/QĐ-SGDĐT", RelationKind.AMENDS, "233/QĐ-SGDĐT", False, "khoản 1 Điều 4"),
    ("351/KH-SGDĐT", RelationKind.BASED_ON, "344/QĐ-SGDĐT", False, ""),
)
"""Number, what it does, to which number, whether in part, which parts."""


def documents_relate() -> int:
    """Add the older documents and the relations where they are not there yet; answers how many relations were made."""
    institution = Institution.objects.filter(code=CODE).first()
    homes = home_pages(institution) if institution else []
    section = DocumentIndexPage.objects.child_of(homes[0]).first() if homes else None
    if section is None or DocumentRelation.objects.filter(page__path__startswith=section.path).exists():
        return 0
    with transaction.atomic():
        pages = bulk_add_children(
            parent=section, nodes=[PageNode(_old(institution, section, row)) for row in OLD]
        )
        get_search_backend().add_mixed(pages)
        by_number = {page.number: page for page in DocumentPage.objects.child_of(section)}
        rows = [
            DocumentRelation(
                page=by_number[number],
                kind=kind,
                target=by_number[other],
                target_number=other,
                target_issued_on=by_number[other].issued_on,
                is_partial=is_partial,
                extent=extent,
                sort_order=0,
            )
            for number, kind, other, is_partial, extent in RELATIONS
            if number in by_number and other in by_number
        ]
        DocumentRelation.objects.bulk_create(rows)
    texts_read_missing(limit=30)
    return len(rows)


def _old(institution: Institution, section: DocumentIndexPage, row) -> DocumentPage:
    number, title, issued_on, field = row
    return DocumentPage(
        title=title,
        slug=slug(number),
        locale_id=section.locale_id,
        date=issued_on,
        number=number,
        document_type="Kế hoạch" if "/KH-" in number else "Quyết định",
        field=field,
        issuer=institution.name,
        signer_name="Nguyễn Trọng Khải",
        signer_title="Giám đốc",
        issued_on=issued_on,
        expires_on=ENDS.get(number),
        author_name=institution.name[:160],
        source_name=institution.name[:200],
        reuse_terms="state",
    )
