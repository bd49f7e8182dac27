"""Lists of documents (W8.3, W9.3) as people keep them: read right, or refused with the cell's reason."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from common.spreadsheets import header_key, read_table
from sections.documents.choices import RelationKind
from sections.documents.columns import DOCUMENTS, check_row
from sections.exchange.exporting import Format, export
from sections.models import DocumentRelation

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
SPELLINGS = {
    "20/6/2026": dt.date(2026, 6, 20),
    "20/06/2026": dt.date(2026, 6, 20),
    "20-06-2026": dt.date(2026, 6, 20),
    "2026-06-20": dt.date(2026, 6, 20),
    "20 tháng 6 năm 2026": dt.date(2026, 6, 20),
    "ngày 20 tháng 6 năm 2026": dt.date(2026, 6, 20),
    "20/6/2026 (cùng ngày ký)": dt.date(2026, 6, 20),
    "20/06/2026 (theo Điều 14)": dt.date(2026, 6, 20),
}
HEADINGS = {
    "so_ky_hieu": "number",
    "Số/Ký hiệu": "number",
    "loai_van_ban": "document_type",
    "co_quan_ban_hanh": "issuer",
    "ngay_ban_hanh": "issued_on",
    "ngay_hieu_luc": "effective_on",
    "trich_yeu": "title",
    "linh_vuc": "field",
    "Người ký": "signer_name",
    "thay_the": "replaces",
}


def parsed(column: str, text: str):
    return DOCUMENTS.column(column).parse(text)


@pytest.mark.parametrize(("text", "day"), SPELLINGS.items())
def test_dates_are_read_in_all_their_spellings(text, day):
    assert parsed("effective_on", text) == day


@pytest.mark.parametrize(
    "text", ["Đang cập nhật", "~02/07/2026", "18/05/2026 (một số quy định từ 01/07/2026)", "31/02/2026"]
)
def test_a_date_that_can_be_read_in_two_ways_or_in_none_is_refused(text):
    with pytest.raises(ValidationError):
        parsed("effective_on", text)


@pytest.mark.parametrize("column", ["number", "document_type", "issuer", "title"])
def test_words_for_not_yet_known_are_refused(column):
    with override("en"), pytest.raises(ValidationError) as caught:
        parsed(column, "Đang cập nhật")
    assert caught.value.messages == ["“Đang cập nhật” says nothing yet: fill it in or leave the row out."]


@pytest.mark.parametrize(("heading", "column"), HEADINGS.items())
def test_headings_of_real_lists_are_known(heading, column):
    known = {key.casefold(): name for key, name in DOCUMENTS.known_headings().items()}
    assert known[header_key(heading).casefold()] == column


def test_relations_are_read_from_lines():
    assert parsed("replaces", "Quyết định số 12/QĐ-SGDĐT ngày 05/01/2024 (một phần)\n36/2017/TT-BGDĐT") == [
        {"number": "12/QĐ-SGDĐT", "issued_on": dt.date(2024, 1, 5), "is_partial": True},
        {"number": "36/2017/TT-BGDĐT", "issued_on": None, "is_partial": False},
    ]


def test_a_row_as_a_whole_is_judged():
    row = {"number": "7", "issued_on": dt.date(2026, 1, 2), "expires_on": dt.date(2026, 1, 1)}
    row["repeals"] = [{"number": "12/QĐ-SGDĐT", "issued_on": None, "is_partial": False}]
    with override("en"):
        assert check_row(row) == {
            "expires_on": "A document cannot end before it begins.",
            "document_type": "The number does not show the type: name it.",
            "repeals": "Such numbers begin anew each year: write the day of issue as well.",
        }


def test_what_is_exported_is_read_unchanged(make_document, section):
    page = make_document(
        "30/QĐ-THHM", field="Tuyển sinh", signer_name="Lê Mây", effective_on=dt.date(2025, 10, 1)
    )
    DocumentRelation.objects.create(
        page=page,
        kind=RelationKind.REPLACES,
        target_number="12/QĐ-THHM",
        target_issued_on=dt.date(2024, 1, 5),
        is_partial=True,
    )
    data = export(exchange=DOCUMENTS, section=section, format_=Format.XLSX, drafts=False, now=NOW)
    table = read_table(BytesIO(data), filename="van-ban.xlsx")
    known = DOCUMENTS.known_headings()
    [row] = table.rows
    for heading, cell in zip(table.header, row.cells, strict=False):
        name = known.get(header_key(heading))
        if name is None or not cell:
            continue
        column = DOCUMENTS.column(name)
        now_there = column.read(page) if column.read else getattr(page, name)
        assert column.parse(cell) == now_there, name


def test_relations_of_a_list_replace_those_of_the_page_and_keep_what_it_does_not_hold(make_document):
    page = make_document("30/QĐ-THHM")
    row = DocumentRelation(kind="replaces", target_number="1/2020/TT-BGDĐT", extent="Điều 5")
    page.relations = [row, DocumentRelation(kind="guides", target_number="2/2020/TT-BGDĐT")]
    column = DOCUMENTS.column("replaces")
    column.put(page, parsed("replaces", "1/2020/TT-BGDĐT\n3/2021/TT-BGDĐT"))
    found = {(each.kind, each.target_number, each.extent) for each in page.relations.all()}
    assert found == {
        ("replaces", "1/2020/TT-BGDĐT", "Điều 5"),
        ("replaces", "3/2021/TT-BGDĐT", ""),
        ("guides", "2/2020/TT-BGDĐT", ""),
    }
