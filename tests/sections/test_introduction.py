"""Introduction: units, heads, history, decisions, and what becomes of whoever left (W8.1a, W9.1a)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Revision

from sections.introduction.chart import COLUMNS, WIDTH, Twig, organisation_chart
from sections.introduction.choices import DecisionKind, UnitKind
from sections.introduction.services import heads_clear
from sections.models import (
    DocumentIndexPage,
    DocumentPage,
    InformationPage,
    InstitutionDecision,
    IntroductionPage,
    Leader,
    Milestone,
    UnitHead,
    UnitPage,
)
from tests.factories import make_page, section_of

AUTHORED = {"author_name": "Văn phòng", "source_name": "Sở"}


@pytest.fixture
def introduction(department):
    return section_of(department, IntroductionPage)


def unit_below(parent: Page, title: str, **fields) -> UnitPage:
    return make_page(Page.objects.get(pk=parent.pk), UnitPage, title=title, **AUTHORED, **fields)


def read(client, institution, page: Page) -> str:
    caches["pages"].clear()
    response = client.get(page.get_url_parts()[2], headers={"host": institution.hostname})
    assert response.status_code == 200
    return response.content.decode()


class TestThePage:
    def test_chart_and_list_name_every_published_unit_and_its_head(self, client, department, introduction):
        office = unit_below(introduction, "Văn phòng Sở", kind=UnitKind.OFFICE)
        unit_below(office, "Tổ Lưu trữ", kind=UnitKind.TEAM)
        unit_below(introduction, "Phòng còn là bản thảo", live=False)
        UnitHead.objects.create(
            page=office, locale=office.locale, name="Đinh Thị Lụa", title="Chánh Văn phòng"
        )
        html = read(client, department, introduction)
        svg, after = html.split('<svg class="orgchart"')[1].split("</svg>")[0], html.split("</svg>")[-1]
        for words in ("Văn phòng Sở", "Đinh Thị Lụa"):
            assert words in svg
        for words in ("Văn phòng Sở", "Tổ Lưu trữ", "Chánh Văn phòng: Đinh Thị Lụa"):
            assert words in after
        assert svg.count("<a href=") == 2
        assert "Phòng còn là bản thảo" not in html

    def test_the_head_of_the_record_stands_there_without_being_asked_again(
        self, client, department, introduction
    ):
        department.head_name, department.head_title = "Lê Thị Mây", "Giám đốc"
        department.save()
        assert "Lê Thị Mây" in read(client, department, introduction)
        Leader.objects.create(
            page=introduction,
            locale=introduction.locale,
            is_institution_head=True,
            name="Tên cũ trong dòng",
            email="may@example.edu.vn",
        )
        html = read(client, department, introduction)
        assert html.split("<main")[1].count("Lê Thị Mây</h3>") == 1
        assert "may@example.edu.vn" in html
        assert "Tên cũ trong dòng" not in html

    def test_history_is_in_the_order_of_time_whatever_order_it_was_entered_in(
        self, client, department, introduction
    ):
        for year, month, title in (
            (2019, None, "Đạt chuẩn"),
            (1957, 9, "Thành lập"),
            (1957, None, "Chuẩn bị"),
        ):
            Milestone.objects.create(
                page=introduction, locale=introduction.locale, year=year, month=month, title=title
            )
        html = read(client, department, introduction)
        places = [html.index(words) for words in ("Chuẩn bị", "Thành lập", "Đạt chuẩn")]
        assert places == sorted(places)
        assert 'datetime="1957-09"' in html

    def test_a_decision_takes_number_and_day_from_its_document_and_leads_to_it(
        self, client, department, introduction
    ):
        document = make_page(
            section_of(department, DocumentIndexPage),
            DocumentPage,
            title="Về việc bổ nhiệm",
            number="45/QĐ-UBND",
            issuer="Ủy ban nhân dân tỉnh",
            issued_on=date(2024, 8, 1),
            document_type="Quyết định",
            **AUTHORED,
        )
        InstitutionDecision.objects.create(
            page=introduction, locale=introduction.locale, kind=DecisionKind.APPOINTED, document=document
        )
        html = read(client, department, introduction)
        assert f'<a href="{document.get_url_parts()[2]}">45/QĐ-UBND</a>' in html
        assert "01/08/2024" in html

    def test_entries_from_before_there_were_units_stay(self, client, department, introduction):
        make_page(introduction, InformationPage, title="Phòng truyền thống", **AUTHORED)
        assert "Phòng truyền thống" in read(client, department, introduction)

    def test_the_page_costs_the_same_with_many_units(self, client, department, introduction):
        def queries() -> int:
            with CaptureQueriesContext(
                connection,
            ) as captured:
                read(client, department, introduction)
            return len(captured)

        first = unit_below(introduction, "Phòng 1")
        UnitHead.objects.create(page=first, locale=first.locale, name="Vi Thị Sim", title="Trưởng phòng")
        read(client, department, introduction)
        few = queries()
        for number in range(2, 12):
            unit = unit_below(introduction, f"Phòng {number}")
            UnitHead.objects.create(page=unit, locale=unit.locale, name="Vi Thị Sim", title="Trưởng phòng")
        assert queries() == few

    def test_units_of_units_are_in_the_trail(self, client, department, introduction):
        office = unit_below(introduction, "Văn phòng Sở")
        team = unit_below(office, "Tổ Lưu trữ")
        trail = read(client, department, team).split("crumbs", 1)[1].split("</nav>")[0]
        assert trail.index(introduction.title) < trail.index("Văn phòng Sở") < trail.index("Tổ Lưu trữ")


class TestHeads:
    def test_a_name_and_a_title_are_asked_of_whoever_is_in_office(self):
        with pytest.raises(ValidationError, match=r"full name and title|họ tên đầy đủ"):
            UnitHead(name="Vi Thị Sim").clean()
        UnitHead(title="Trưởng phòng", until=date(2020, 1, 1)).clean()

    @pytest.mark.parametrize("words", ["Sinh năm 1970, phụ trách chung", "Quê quán: Hòa Sơn", "CCCD 0123"])
    def test_particulars_that_nobody_asks_for_are_refused(self, words):
        with pytest.raises(ValidationError) as caught:
            UnitHead(name="Vi Thị Sim", title="Trưởng phòng", assignment=words).clean()
        assert set(caught.value.message_dict) == {"assignment"}

    def test_a_photograph_needs_the_consent_of_the_person_in_the_form_and_in_the_table(self, introduction):
        picture = get_image_model().objects.create(title="Chân dung", file=get_test_image_file())
        row = Leader(
            page=introduction, locale=introduction.locale, name="Vi Thị Sim", title="Phó", photo=picture
        )
        with pytest.raises(ValidationError) as caught:
            row.clean()
        assert set(caught.value.message_dict) == {"photo_consent_on"}
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()

    def test_whoever_left_is_gone_from_the_page_the_day_after(self, client, department, introduction):
        today = date.today()  # noqa: DTZ011
        row = Leader.objects.create(
            page=introduction,
            locale=introduction.locale,
            name="Hà Văn Thung",
            title="Phó Giám đốc",
            until=today,
        )
        assert "Hà Văn Thung" in read(client, department, introduction)
        Leader.objects.filter(pk=row.pk).update(until=today - timedelta(days=1))
        assert "Hà Văn Thung" not in read(client, department, introduction)

    def test_the_history_keeps_title_and_dates_only(self, introduction):
        row = Leader(
            locale=introduction.locale,
            name="Hà Văn Thung",
            title="Phó Giám đốc",
            email="thung@example.edu.vn",
            assignment="Khảo thí",
            since=date(2020, 1, 1),
        )
        introduction.heads = [row]
        introduction.save_revision()
        introduction.save()
        Leader.objects.update(until=date(2026, 3, 31))
        now = datetime(2026, 4, 2, 3, 0, tzinfo=UTC)
        assert Revision.objects.filter(content__icontains="thung@example").exists()
        assert heads_clear(now=now) == 1
        assert heads_clear(now=now) == 0
        row = Leader.objects.get()
        assert (row.name, row.email, row.assignment) == ("", "", "")
        assert (row.title, row.since, row.until) == ("Phó Giám đốc", date(2020, 1, 1), date(2026, 3, 31))
        contents = [str(revision.content) for revision in Revision.objects.for_instance(introduction)]
        assert contents
        assert not [text for text in contents if "Hà Văn Thung" in text or "thung@example" in text]

    def test_whoever_leaves_today_is_not_cleared_yet(self, introduction):
        Leader.objects.create(
            page=introduction,
            locale=introduction.locale,
            name="Hà Văn Thung",
            title="Phó",
            until=date(2026, 4, 2),
        )
        assert heads_clear(now=datetime(2026, 4, 2, 3, 0, tzinfo=UTC)) == 0


class TestMilestone:
    def test_a_day_that_does_not_exist_is_refused(self):
        with pytest.raises(ValidationError):
            Milestone(year=2023, month=2, day=30, title="x").clean()

    def test_a_day_needs_its_month(self):
        with pytest.raises(ValidationError):
            Milestone(year=2023, day=3, title="x").clean()


class TestChart:
    def units(self, count: int) -> tuple[Twig, ...]:
        return tuple(
            Twig(f"Phòng chuyên môn số {n}", f"/{n}/", "Người đứng đầu", (Twig("Tổ nhỏ"),))
            for n in range(count)
        )

    @pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 23])
    def test_every_unit_has_a_box_inside_the_drawing_and_none_covers_another(self, count):
        chart = organisation_chart(Twig("Sở Giáo dục và Đào tạo", children=self.units(count)))
        assert len(chart.boxes) == 1 + 2 * count
        for box in chart.boxes:
            assert box.x >= 0
            assert box.x + box.width <= WIDTH
            assert box.y + box.height <= chart.height
        for one in chart.boxes:
            for other in chart.boxes:
                apart = (
                    one is other
                    or one.x + one.width <= other.x
                    or other.x + other.width <= one.x
                    or one.y + one.height <= other.y
                    or other.y + other.height <= one.y
                )
                assert apart

    def test_a_fifth_unit_begins_a_new_row(self):
        boxes = organisation_chart(Twig("Sở", children=self.units(COLUMNS + 1))).boxes
        tops = {box.y for box in boxes if box.lines[0].text.startswith("Phòng")}
        assert len(tops) == 2

    def test_the_trunk_goes_on_where_the_row_above_left_it(self):
        lines = organisation_chart(Twig("Sở", children=self.units(2 * COLUMNS + 1))).lines
        trunk = [re.fullmatch(rf"M{WIDTH // 2} (\d+)V(\d+)", line) for line in lines]
        ends = [found.groups() for found in trunk if found]
        assert len(ends) == 3
        assert [start for start, _end in ends[1:]] == [end for _start, end in ends[:-1]]
