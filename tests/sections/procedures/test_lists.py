"""Procedures as lists: our own notation in cells, the records of the national portal, the whole way there and back
(W8.4a, W8.4c)."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from sections.exchange import exchange
from sections.exchange.cells import guess, is_same, key_of, load_table, parsed_rows
from sections.models import ProcedurePage
from sections.procedures import national
from sections.procedures.cells import CODE, HANDLERS, LAWS, PAPERS, STEPS, WAYS, split_rows
from sections.procedures.choices import Audience
from sections.procedures.columns import FACTS
from tests.sections.procedures.conftest import make_procedure
from tests.sections.procedures.test_pages import FULL

PAPERS_TABLE = (
    "* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượng- Tờ khai theo mẫuMau so 1.docx1 bản chính"
    "- Học bạ0 bản chính,1 bản sao"
)
WAYS_TABLE = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việcMiễn phí- Qua CổngTrực tiếp5Không có thông tin"
LAW_TABLE = (
    "Tên văn bản pháp lýMã văn bảnLuật Công chứng năm 202446/2024/QH15Thông tư số 03/2023/TT-BTP ngày 02/8/2023 "
    "của Bộ trưởng03/2023/TT-BTPHướng dẫn Luật28/2020/TT-BGDĐT"
)


class TestCells:
    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            ("1. Nộp\n   thêm\n2. Nhận", ["Nộp\nthêm", "Nhận"]),
            ("- Bước 1: Nộp\n+ nếu thiếu\n- Bước 2. Nhận", ["Nộp\n+ nếu thiếu", "Nhận"]),
            ("Mở đầu\n- Một\ntiếp\n- Hai", ["Mở đầu", "Một\ntiếp", "Hai"]),
            ("a) Một\nb) Hai", ["Một", "Hai"]),
            ("Một\n\nHai", ["Một", "Hai"]),
        ],
    )
    def test_the_first_sign_decides_where_a_row_begins(self, text, rows):
        assert split_rows(text) == rows

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize(
        ("rows", "value"),
        [
            (STEPS, [{"text": "Nộp đơn\n2. đủ bộ", "who": "Cha mẹ"}, {"text": "Nhận"}]),
            (PAPERS, [{"name": "Đơn", "originals": 1, "copies": 2, "case": "A", "shown_only": True}]),
            (WAYS, [{"channel": "post", "note": "Dòng một\nDòng hai", "fee": "250.000 đồng"}]),
            (LAWS, [{"number": "28/2020/TT-BGDĐT", "title": "Điều lệ"}, {"title": "Không số"}]),
            (HANDLERS, [{"name": "Trần Văn An", "title": "chuyên viên", "email": "a@example.edu.vn"}]),
        ],
    )
    def test_what_is_written_is_read_again(self, language, rows, value):
        with translation.override(language):
            text = rows.show(value)
        assert rows.parse(text) == value

    def test_an_unknown_name_behind_a_bar_is_refused_with_the_known_ones(self):
        with translation.override("en"):
            with pytest.raises(ValidationError) as caught:
                STEPS.parse("1. Nộp | màu: xanh")
            assert caught.value.messages == ["“màu” is not known behind a bar. Known are: who, time."]

    def test_a_workbook_that_took_a_code_for_a_number_is_understood(self):
        assert CODE.from_number("1.00028") == "1.000280"
        with pytest.raises(ValidationError):
            CODE("1.00028")

    def test_names_with_commas_are_told_apart(self):
        parse = next(field.parse for field in FACTS if field.name == "audiences")
        found = parse(
            "Tổ chức (không bao gồm doanh nghiệp, HTX), Công dân Việt Nam, Cán bộ, công chức, viên chức"
        )
        assert set(found) == {Audience.ORGANISATIONS, Audience.CITIZENS, Audience.OFFICIALS}
        with translation.override("en"):
            with pytest.raises(ValidationError) as caught:
                parse("Người sao Hỏa")
            assert caught.value.messages[0].startswith("“nguoi sao hoa” is not known.")


class TestNational:
    def test_papers_run_together_are_told_apart(self):
        assert national.papers_in(PAPERS_TABLE) == [
            {"name": "Tờ khai theo mẫu", "note": "Mau so 1.docx", "originals": 1, "case": "Giấy tờ phải nộp"},
            {"name": "Học bạ", "copies": 1, "case": "Giấy tờ phải nộp"},
        ]

    def test_ways_run_together_are_told_apart(self):
        assert national.ways_in(WAYS_TABLE) == [
            {"channel": "online", "time_limit": "3 ngày làm việc", "fee": "Miễn phí", "note": "Qua Cổng"},
            {"channel": "direct", "time_limit": "5 ngày làm việc"},
        ]

    def test_a_number_within_a_title_ends_no_row(self):
        assert [row["number"] for row in national.laws_in(LAW_TABLE)] == [
            "46/2024/QH15",
            "03/2023/TT-BTP",
            "28/2020/TT-BGDĐT",
        ]

    def test_results_lose_codes_and_buttons(self):
        text = "Giấy phépMã: KQ.G01.00262Bản saoMã: KQ.G01.0003Từ khóaKhông có thông tinChọn cơ quan"
        assert national.result_in(text) == "Giấy phép\nBản sao"


def read(content: bytes, name: str, constants=None):
    found = exchange("procedures")
    table = load_table(BytesIO(content), name, found)
    mapping = {"columns": guess(found, table.header), "constants": constants or {}}
    return list(parsed_rows(table, found, mapping))


class TestFiles:
    def test_the_shape_of_2021_goes_in(self):
        record = {
            "title": "Phúc khảo bài thi",
            "Trình tự thực hiện": "Bước 1: Nộp đơn.</p> \nBước 2: Nhận kết quả.</p>",
            "Cách thức thực hiện": [{"Hình thức nộp": "Trực tiếp", "Thời hạn giải quyết": "15 Ngày", "Mô tả": ""}],
            "Thành phần hồ sơ": [
                {
                    "Tên giấy tờ": "Đơn",
                    "Mẫu đơn, tờ khai": "https://x.vn/?ma=",
                    "Số lượng - bản chính": "Bản chính: 1 - Bản sao: 0",
                }
            ],
            "Cơ quan thực hiện": "Sở Giáo dục và Đào tạo",
        }  # fmt: skip
        row = read(json.dumps([record]).encode(), "a.json", {"field": "Thi", "levels": "Cấp tỉnh"})[0]
        assert row.faults == []
        assert row.values["steps"] == [{"text": "Nộp đơn."}, {"text": "Nhận kết quả."}]
        assert row.values["components"] == [{"name": "Đơn", "originals": 1}]
        assert key_of(exchange("procedures"), row.values) == "phuc khao bai thi"

    def test_a_list_of_repealed_ones_says_so_on_each_page(self):
        head = "ma,ten_rut_gon,cap,linh_vuc,trang_thai,quyet_dinh,ngay"
        text = f"{head}\n1.000280,Công nhận,tinh,GD,bai_bo,3509/QĐ-UBND,2026-09-03\n"
        row = read(text.encode(), "a.csv")[0]
        page = ProcedurePage()
        for column in exchange("procedures").columns:
            if column.name in row.values:
                column.put(page, row.values[column.name])
        assert row.faults == []
        assert (page.repeal_decision, str(page.repealed_on)) == ("3509/QĐ-UBND", "2026-09-03")

    @pytest.mark.django_db
    def test_an_export_taken_in_again_changes_nothing(self, section):
        page = make_procedure(section, **FULL)
        found = exchange("procedures")
        header = [str(column.label) for column in found.columns]
        cells = [column.shown(page) for column in found.columns]
        texts = {name: "" if value is None else str(value) for name, value in zip(header, cells, strict=True)}
        row = read(json.dumps([texts]).encode(), "a.json")[0]
        assert row.faults == []
        changed = [
            c.name for c in found.columns if c.name in row.values and not is_same(c, page, row.values[c.name])
        ]
        assert changed == []

    @pytest.mark.django_db
    def test_a_changed_row_keeps_the_numbers_of_those_that_stay(self, section):
        page = ProcedurePage.objects.get(pk=make_procedure(section, **FULL).pk)
        before = {child.value["name"]: child.id for child in page.components}
        rows = PAPERS.read("components")(page)
        PAPERS.write("components")(page, [*rows[1:], {"name": "Giấy mới"}])
        after = {child.value["name"]: child.id for child in page.components}
        assert after["Thẻ căn cước"] == before["Thẻ căn cước"]
        assert "Đơn xin chuyển trường" not in after
        assert after["Giấy mới"] not in before.values()
