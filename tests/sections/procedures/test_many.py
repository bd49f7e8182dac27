"""A province's whole catalogue of procedures: as many queries as a handful (W8.4c)."""

from __future__ import annotations

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from common.page_tree import PageNode, bulk_add_children
from sections.models import ProcedurePage, ProceduresPage

FIELDS = ("Giáo dục trung học", "Giáo dục mầm non", "Thi, tuyển sinh", "Văn bằng, chứng chỉ")
ASKED = (
    "",
    "?page=2",
    "?page=9999",
    "?q=chuyen+truong+7",
    "?field=Gi%C3%A1o+d%E1%BB%A5c+m%E1%BA%A7m+non&level=province",
)


def make(section: ProceduresPage, count: int, first: int = 1) -> None:
    """Written in bulk, as a list of the whole catalogue leaves them."""
    nodes = [
        PageNode(
            ProcedurePage(
                title=f"Chuyển trường, loại {number}",
                slug=f"thu-tuc-{number}",
                locale_id=section.locale_id,
                code=f"1.{number:06}",
                field=FIELDS[number % len(FIELDS)],
                levels=["province"],
                author_name="Văn phòng",
                source_name="Sở",
            )
        )
        for number in range(first, first + count)
    ]
    bulk_add_children(parent=ProceduresPage.objects.get(pk=section.pk), nodes=nodes)


def costs(client: Client, section: ProceduresPage) -> list[int]:
    for name in ("default", "pages"):
        caches[name].clear()
    found = []
    for query in ASKED:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(section.url + query).status_code == 200
        found.append(len(queries))
    return found


def test_two_thousand_six_hundred_procedures_cost_as_many_queries_as_thirty(department, section):
    client = Client(headers={"host": department.hostname})
    make(section, 30)
    costs(client, section)  # what a process reads once, content types for instance
    few = costs(client, section)
    make(section, 2_570, first=31)
    assert costs(client, section) == few
    answer = client.get(f"{section.url}?q=1.002600")
    assert "Chuyển trường, loại 2600" in answer.content.decode()
