"""What readers see of procedures and online services (W8.4a, W8.4b, W8.4c)."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from common.page_tree import PageNode, bulk_add_children
from sections.models import DocumentIndexPage, DocumentPage, InformationPage, ProcedurePage
from sections.procedures.choices import Status
from sections.procedures.presentation import cases, fee_lines, online_services
from tests.factories import make_page, section_of
from tests.sections.procedures.conftest import make_procedure, make_service

pytestmark = pytest.mark.django_db
FULL = {
    "summary": "Khi gia đình chuyển nơi ở.",
    "steps": [("step", {"text": "Nộp đơn", "who": "Cha mẹ", "duration": "1 ngày"})],
    "components": [
        ("paper", {"name": "Đơn xin chuyển trường", "originals": 1}),
        ("paper", {"name": "Bản dịch bảng điểm", "case": "Từ nước ngoài về", "copies": 2}),
        ("paper", {"name": "Thẻ căn cước", "shown_only": True}),
    ],
    "channels": [("way", {"channel": "online", "time_limit": "3 ngày làm việc"})],
    "fees": [("fee", {"kind": "charge", "amount": 250000, "note": "mỗi bản"})],
    "handlers": [("person", {"name": "Lại Văn Thành", "title": "chuyên viên", "phone": "0200 000 082"})],
    "recipient": "Bộ phận Một cửa",
    "time_limit": "3 ngày làm việc",
    "result": "Quyết định tiếp nhận",
    "online_level": "full",
    "online_url": "https://dichvucong.example.gov.vn/nop",
    "legal_basis": [("document", {"number": "28/2020/TT-BGDĐT", "title": "Điều lệ"})],
    "audiences": ("pupils",),
    "decision": "512/QĐ-UBND",
}


def get(client, institution, path, **more):
    return client.get(path, headers={"host": institution.hostname}, **more)


def address(page) -> str:
    return page.get_url_parts()[2]


class TestProcedure:
    def test_a_page_names_all_that_the_circular_asks(self, client, department, section):
        page = make_procedure(section, **FULL)
        text = get(client, department, address(page)).content.decode()
        for said in (
            "9.000001",
            "Nộp đơn",
            "Đơn xin chuyển trường",
            "Bộ phận Một cửa",
            "Lại Văn Thành",
            "0200 000 082",
        ):
            assert said in text
        assert "250.000 đồng" in text
        assert "512/QĐ-UBND" in text

    def test_a_document_of_the_site_is_linked_by_its_number(self, client, department, section):
        documents = section_of(department, DocumentIndexPage)
        law = make_page(
            documents, DocumentPage, title="Điều lệ trường", number="28/2020/TT-BGDĐT", document_type="Thông tư",
            issuer="Bộ", issued_on=timezone.localdate(), author_name="Bộ", source_name="Bộ",
        )  # fmt: skip
        page = make_procedure(section, **FULL)
        assert f'href="{address(law)}"' in get(client, department, address(page)).content.decode()

    def test_a_document_of_another_site_is_not_linked(self, client, department, agency, section):
        make_page(
            section_of(agency, DocumentIndexPage), DocumentPage, title="Điều lệ trường", number="28/2020/TT-BGDĐT",
            document_type="Thông tư", issuer="Bộ", issued_on=timezone.localdate(), author_name="Bộ", source_name="Bộ",
        )  # fmt: skip
        page = make_procedure(section, **FULL)
        text = get(client, department, address(page)).content.decode()
        assert "28/2020/TT-BGDĐT" in text
        assert "dieu-le-truong" not in text

    def test_papers_of_one_case_stand_together(self, section):
        with translation.override("en"):
            found = cases(make_procedure(section, **FULL))
        assert [(case["case"], len(case["papers"])) for case in found] == [("", 2), ("Từ nước ngoài về", 1)]
        assert found[0]["papers"][1]["copies"] == "show only"

    def test_no_fee_is_said_and_not_left_out(self, section):
        with translation.override("en"):
            assert fee_lines(make_procedure(section, is_free=True)) == ["No fee and no charge"]

    def test_what_the_board_left_empty_the_institution_fills_in(self, client, department, section):
        department.address = "12 phố Bến Sông"
        department.save()
        page = make_procedure(section)
        assert "12 phố Bến Sông" in get(client, department, address(page)).content.decode()

    def test_the_data_hold_the_record_and_no_name(self, client, department, section):
        page = make_procedure(section, **FULL)
        data = json.loads(get(client, department, address(page) + "?format=json").content)
        assert data["code"] == "9.000001"
        assert data["levels"] == ["province"]
        assert data["components"][1] == {
            "name": "Bản dịch bảng điểm",
            "case": "Từ nước ngoài về",
            "copies": 2,
        }
        assert "Lại Văn Thành" not in json.dumps(data, ensure_ascii=False)

    def test_machines_read_a_government_service(self, client, department, section):
        page = make_procedure(section, **FULL)
        text = get(client, department, address(page)).content.decode()
        statement = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
        service = next(x for x in json.loads(statement)["@graph"] if x["@type"] == "GovernmentService")
        assert service["identifier"] == "9.000001"
        assert service["offers"][0]["price"] == 250000
        assert service["availableChannel"][0]["serviceUrl"] == "https://dichvucong.example.gov.vn/nop"


class TestChecklist:
    def test_it_lists_the_papers_to_tick_off(self, client, department, section):
        page = make_procedure(section, **FULL)
        text = get(client, department, address(page) + "can-chuan-bi/").content.decode()
        assert "papers--tick" in text
        assert "Đơn xin chuyển trường" in text
        assert "Lại Văn Thành" in text

    def test_a_repealed_procedure_has_no_papers_to_bring(self, client, department, section):
        over = timezone.localdate() - timedelta(days=1)
        page = make_procedure(section, **FULL, repealed_on=over, repeal_decision="3509/QĐ-UBND")
        text = get(client, department, address(page) + "can-chuan-bi/").content.decode()
        assert "papers--tick" not in text
        assert "3509/QĐ-UBND" in text

    def test_another_address_below_is_not_found(self, client, department, section):
        page = make_procedure(section)
        assert get(client, department, address(page) + "checklist/").status_code == 404


class TestLifeCycle:
    def test_the_dates_say_where_it_stands(self):
        today = timezone.localdate()
        day = timedelta(days=1)
        assert ProcedurePage(effective_on=today + day).status_on(today) == Status.COMING
        assert ProcedurePage(effective_on=today).status_on(today) == Status.IN_FORCE
        assert ProcedurePage(repealed_on=today + day).status_on(today) == Status.IN_FORCE
        assert ProcedurePage(repealed_on=today).status_on(today) == Status.REPEALED

    def test_lists_and_pages_agree_on_the_status(self, section):
        today, day = timezone.localdate(), timedelta(days=1)
        made = {
            Status.COMING: make_procedure(section, "A", code="9.000001", effective_on=today + day),
            Status.IN_FORCE: make_procedure(section, "B", code="9.000002"),
            Status.REPEALED: make_procedure(
                section, "C", code="9.000003", repealed_on=today, repeal_decision="1/QĐ-UBND"
            ),
        }
        for status, page in made.items():
            assert list(ProcedurePage.objects.in_status(status)) == [page]
            assert page.status_on() == status

    def test_a_repealed_one_stays_readable_and_names_its_successor(self, client, department, section):
        make_procedure(section, "Thủ tục mới", code="9.000002")
        old = make_procedure(
            section, "Thủ tục cũ", repealed_on=timezone.localdate(), repeal_decision="3509/QĐ-UBND", replaced_by_code="9.000002",
        )  # fmt: skip
        answer = get(client, department, address(old))
        assert answer.status_code == 200
        assert "3509/QĐ-UBND" in answer.content.decode()
        assert "thu-tuc-moi" in answer.content.decode()

    @pytest.mark.parametrize(
        ("fields", "name", "sentence"),
        [
            ({"repealed_on": "2026-01-01"}, "repeal_decision", "Name the decision that repeals it."),
            ({"repeal_decision": "1/QĐ"}, "repealed_on", "Give the day from which it is repealed."),
            (
                {"repealed_on": "2026-01-01", "effective_on": "2026-02-01", "repeal_decision": "1"},
                "repealed_on",
                "A procedure cannot be repealed before it is in force.",
            ),
        ],
    )
    def test_half_a_repeal_is_refused(self, section, fields, name, sentence):
        with translation.override("en"):
            with pytest.raises(ValidationError) as caught:
                make_procedure(section, **fields)
            assert caught.value.message_dict[name] == [sentence]


class TestList:
    def test_repealed_ones_stand_last(self, section):
        make_procedure(section, "A", repealed_on=timezone.localdate(), repeal_decision="1/QĐ-UBND")
        make_procedure(section, "B", code="9.000002")
        assert [page.title for page in section.items().order_by("is_over", "title")] == ["B", "A"]

    @pytest.mark.parametrize(
        ("question", "found"),
        [
            ("for=pupils", {"A"}),
            ("level=commune", {"B"}),
            ("online=full", {"A"}),
            ("status=repealed", {"C"}),
            ("field=Văn bằng", {"B"}),
            ("q=9.000003", {"C"}),
            ("level=nonsense", {"A", "B", "C"}),
        ],
    )
    def test_each_filter_narrows(self, client, department, section, question, found):
        make_procedure(section, "A", audiences=("pupils",), online_level="full")
        make_procedure(section, "B", code="9.000002", levels=("commune", "province"), field="Văn bằng")
        make_procedure(
            section, "C", code="9.000003", repealed_on=timezone.localdate(), repeal_decision="1/QĐ-UBND"
        )
        answer = get(client, department, f"{address(section)}?format=records&{question}")
        assert {row["title"] for row in json.loads(answer.content)["procedures"]} == found

    def test_entries_of_before_stay_in_the_section(self, client, department, section):
        make_page(section, InformationPage, title="Bài cũ", author_name="Sở", source_name="Sở")
        assert "Bài cũ" in get(client, department, address(section)).content.decode()

    def test_thousands_cost_what_a_page_of_them_costs(self, client, department, section):
        def add(start, number):
            pages = [
                ProcedurePage(
                    title=f"Thủ tục {n}", slug=f"tt-{n}", code=f"1.{n:06d}", field=f"Lĩnh vực {n % 140}",
                    levels=("province",), locale=section.locale, author_name="Sở", source_name="Sở",
                )
                for n in range(start, start + number)
            ]  # fmt: skip
            section.refresh_from_db()
            bulk_add_children(parent=section, nodes=[PageNode(page) for page in pages])

        def cost(question):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                answer = get(client, department, address(section) + question)
            assert answer.status_code == 200
            return len(queries)

        add(0, 41)
        cost("?q=tu")
        few = [cost(question) for question in ("?sort=code&q=tu", "?sort=-code&q=tuc&page=2")]
        add(1000, 2601)
        assert [cost(question) for question in ("?sort=code&q=thu", "?sort=-code&q=thu+tuc&page=60")] == few


class TestOnlineServices:
    def test_the_list_is_made_from_procedures_and_other_services(self, client, department, section, services):
        make_procedure(section, "Chuyển trường", **FULL)
        make_procedure(section, "Không trực tuyến", code="9.000002")
        over = {"repealed_on": timezone.localdate(), "repeal_decision": "1/QĐ-UBND", "online_level": "full"}
        make_procedure(section, "Đã hết", code="9.000003", **over)
        make_service(services, field="Thi")
        found = online_services(services)
        assert [(part["field"], [row["title"] for row in part["services"]]) for part in found] == [
            ("Giáo dục trung học", ["Chuyển trường"]),
            ("Thi", ["Tra cứu điểm thi"]),
        ]
        text = get(client, department, address(services)).content.decode()
        assert "https://dichvucong.example.gov.vn/nop" in text
        assert "Đã hết" not in text

    def test_a_service_has_one_target(self, services, department, section):
        with translation.override("en"):
            with pytest.raises(ValidationError) as caught:
                make_service(services, online_url="https://a.example.vn/", online_page=section)
            assert caught.value.message_dict == {"online_page": ["Give either a link or a page, not both."]}

    def test_another_site_lists_its_own(self, agency, department, section, services):
        make_procedure(section, **FULL)
        assert online_services(section_of(agency, type(services))) == []


def test_the_feed_tells_the_last_change_first(client, department, section):
    now = timezone.now()
    for days, title in ((2, "Cũ"), (1, "Mới")):
        page = make_procedure(section, title, code=f"9.00000{days}")
        ProcedurePage.objects.filter(pk=page.pk).update(last_published_at=now - timedelta(days=days))
    feed = json.loads(get(client, department, "/tin-tuc/thu-tuc/feed.json").content)
    assert [item["title"] for item in feed["items"]] == ["Mới", "Cũ"]
