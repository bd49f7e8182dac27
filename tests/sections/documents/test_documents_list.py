"""The list of documents (W8.3, W9.3): filters, order, downloads, paper, words of files; a fixed number of queries."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.documents import get_document_model

from sections.documents.texts import texts_read
from sections.models import DocumentFile, DocumentRelation, FileText
from tests.sections.documents.conftest import ISSUED

WORDS = "Điều khoản về bể bơi thông minh"


@pytest.fixture
def reader(school):
    return Client(headers={"host": school.hostname})


def numbers(response) -> list[str]:
    soup = BeautifulSoup(response.content, "lxml")
    return [cell.get_text() for cell in soup.select("tbody td.symbol")]


@pytest.fixture
def three(make_document):
    first = make_document("12/QĐ-THHM", title="Quy chế đặt tên", field="Pháp chế")
    second = make_document(
        "30/KH-THHM",
        title="Kế hoạch tuyển sinh",
        document_type="Kế hoạch",
        issued_on=ISSUED.replace(year=2024),
        signer_name="Lê Thị Mây",
    )
    third = make_document("31/QĐ-THHM", title="=HYPERLINK(1)", issued_on=ISSUED.replace(day=6))
    DocumentRelation.objects.create(page=third, kind="replaces", target=first, target_number=first.number)
    return first, second, third


ADDRESSES = [
    ("", ["31/QĐ-THHM", "12/QĐ-THHM", "30/KH-THHM"]),
    ("?q=tuyen+SINH", ["30/KH-THHM"]),
    ("?q=qd-thhm", ["31/QĐ-THHM", "12/QĐ-THHM"]),
    ("?type=K%E1%BA%BF+ho%E1%BA%A1ch", ["30/KH-THHM"]),
    ("?type=nonsense", ["31/QĐ-THHM", "12/QĐ-THHM", "30/KH-THHM"]),
    ("?year=2024", ["30/KH-THHM"]),
    ("?signer=may", ["30/KH-THHM"]),
    ("?status=ended", ["12/QĐ-THHM"]),
    ("?status=in_force&year=2025", ["31/QĐ-THHM"]),
    ("?issued_from=2025-09-06", ["31/QĐ-THHM"]),
    ("?issued_to=2024-12-31&issued_from=x", ["30/KH-THHM"]),
    ("?sort=number", ["12/QĐ-THHM", "30/KH-THHM", "31/QĐ-THHM"]),
    ("?sort=-number&q=th", ["31/QĐ-THHM", "30/KH-THHM", "12/QĐ-THHM"]),
    ("?sort=body&page=9&q=%00", ["31/QĐ-THHM", "12/QĐ-THHM", "30/KH-THHM"]),
    ("?q=a&q=b", ["31/QĐ-THHM", "12/QĐ-THHM", "30/KH-THHM"]),
]


def test_filters_and_order_do_what_the_address_says(reader, section, three):
    for query, found in ADDRESSES:
        response = reader.get(section.url + query)
        assert response.status_code == 200, query
        assert numbers(response) == found, query


def test_the_table_says_how_it_is_ordered_and_the_form_keeps_it(reader, section, three):
    soup = BeautifulSoup(reader.get(f"{section.url}?sort=-number&year=2025").content, "lxml")
    assert soup.select_one("th[aria-sort]")["aria-sort"] == "descending"
    assert soup.select_one("form.finder--list input[name=sort]")["value"] == "-number"
    assert soup.select_one("select[name=year] option[selected]")["value"] == "2025"


def test_a_list_with_nothing_found_leads_back(reader, section, three):
    soup = BeautifulSoup(reader.get(f"{section.url}?q=qqqzzz").content, "lxml")
    assert section.url.endswith(soup.select_one(".empty a")["href"])


def test_downloads_hold_the_filtered_list_with_where_it_comes_from(reader, section, three, school):
    rows = list(
        csv.reader(StringIO(reader.get(f"{section.url}?q=qd&format=csv").content.decode("utf-8-sig")))
    )
    assert [row[0] for row in rows[1:]] == ["31/QĐ-THHM", "12/QĐ-THHM"]
    assert rows[1][1] == "'=HYPERLINK(1)"
    book = load_workbook(BytesIO(reader.get(f"{section.url}?year=2024&format=xlsx").content))
    assert [row[0].value for row in book.worksheets[0].iter_rows()][1:] == ["30/KH-THHM"]
    assert section.title in str(book.worksheets[1]["B2"].value)
    data = json.loads(reader.get(f"{section.url}?status=ended&format=json").content)
    assert (data["count"], data["items"][0]["number"], data["items"][0]["issued_on"]) == (
        1,
        "12/QĐ-THHM",
        "2025-09-05",
    )
    assert data["section"] == section.title
    assert data["items"][0]["url"].startswith(f"http://{school.hostname}")


def test_the_description_of_the_csv_stands_beside_it(reader, section, three):
    response = reader.get(f"{section.url}?q=qd&format=csv")
    assert 'rel="describedby"' in response["Link"]
    described = json.loads(reader.get(f"{section.url}?q=qd&format=csvw").content)
    names = [column["titles"] for column in described["tableSchema"]["columns"]]
    head = next(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
    assert names == head


def test_the_print_view_has_the_whole_list_and_no_frame(reader, section, many):
    many(45)
    soup = BeautifulSoup(
        reader.get(f"{section.url}?print=1&type=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh").content, "lxml"
    )
    assert len(soup.select("tbody tr")) == 15
    assert not soup.select("nav")


def test_ten_thousand_documents_cost_as_many_queries_as_thirty(reader, section, many):
    asked = [
        "?page=2",
        "?page=9999",
        "?q=tuyen+sinh+so+7",
        "?status=in_force&sort=-title",
        "?year=2025&type=C%C3%B4ng+v%C4%83n",
    ]

    def counts():
        found = []
        for name in ("default", "pages"):
            caches[name].clear()
        for query in asked:
            with CaptureQueriesContext(connection) as queries:
                assert reader.get(section.url + query).status_code == 200
            found.append(len(queries))
        return found

    many(30)
    counts()  # what a process reads once, content types for instance
    few = counts()
    many(9_970, first=31)
    assert counts() == few


def test_words_of_files_are_found_once_they_were_read(reader, section, school, make_document):
    page = make_document("12/QĐ-THHM")
    file = get_document_model().objects.create(
        title="Toàn văn", file=ContentFile(WORDS.encode(), "toan-van.txt"), collection=school.collection
    )
    DocumentFile.objects.create(page=page, file=file)
    assert numbers(reader.get(f"{section.url}?q=be+boi+thong")) == []
    assert texts_read(page=page) == 1
    assert texts_read(page=page) == 0
    assert FileText.objects.get(file=file).text == WORDS
    assert numbers(reader.get(f"{section.url}?q=be+boi+thong")) == ["12/QĐ-THHM"]
    [item] = json.loads(reader.get(f"{section.url}?format=json").content)["items"]
    assert item["files"].startswith(f"http://{school.hostname}")
    assert WORDS in reader.get(page.url).content.decode()
