"""A school with a section of documents; documents made many at once."""

import datetime as dt

import pytest

from common.page_tree import PageNode, bulk_add_children
from sections.models import DocumentIndexPage, DocumentPage
from tests.factories import make_institution, make_page, section_of

ISSUED = dt.date(2025, 9, 5)


@pytest.fixture
def section(school):
    return section_of(school, DocumentIndexPage)


@pytest.fixture
def make_document(section):
    def make(number: str, *, below=None, **fields):
        given = {"title": f"Văn bản {number}", "issued_on": ISSUED, "issuer": "Nhà trường", "number": number}
        given |= {
            "document_type": "Quyết định",
            "author_name": "Văn thư",
            "source_name": "Nhà trường",
        } | fields
        return make_page(below or section, DocumentPage, **given)

    return make


@pytest.fixture
def other_section(department):
    return section_of(
        make_institution("THKH", "Trường Tiểu học Kim Hoa", "primary", department), DocumentIndexPage
    )


@pytest.fixture
def many(section):
    """Documents written in bulk, as an import of years leaves them."""

    def make(count: int, first: int = 1) -> None:
        nodes = [
            PageNode(
                DocumentPage(
                    title=f"Kế hoạch tuyển sinh số {number}",
                    slug=f"many-{number}",
                    locale_id=section.locale_id,
                    number=f"{number}/KH-SGDĐT",
                    document_type=("Kế hoạch", "Quyết định", "Công văn")[number % 3],
                    issuer="Sở Giáo dục và Đào tạo",
                    issued_on=ISSUED - dt.timedelta(days=number % 2000),
                    author_name="Văn thư",
                    source_name="Sở",
                )
            )
            for number in range(first, first + count)
        ]
        bulk_add_children(parent=DocumentIndexPage.objects.get(pk=section.pk), nodes=nodes)

    return make
