"""Organisations, support, e-learning, the school management system and links (W9.11, W10.1, W10.2, W10.3, W10.6)."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from editorial.choices import BoardRole
from sections import links
from sections.community.choices import LinkGroup, OrganisationKind, SupportState
from sections.exchange import exchange
from sections.exchange.choices import Work
from sections.exchange.exporting import Format, export
from sections.exchange.services.batches import batch_create, batch_map, batch_start
from sections.exchange.services.runner import batch_run
from sections.introduction.exchange import heads_cell, read_heads, write_heads
from sections.models import (
    CoursePage,
    ELearningPage,
    ImportBatch,
    IntroductionPage,
    LinkPage,
    LinksPage,
    OrganisationHead,
    OrganisationPage,
    OrganisationsPage,
    SchoolManagementPage,
    SupportPage,
    SupportProgrammePage,
    SystemModulePage,
    UnitHead,
    UnitPage,
)
from tests.factories import home_of, make_institution, make_member, make_page, section_of

AUTHORED = {"author_name": "Văn phòng", "source_name": "Sở"}
TODAY = date(2026, 11, 10)


def section(institution, model) -> Page:
    return make_page(
        home_of(institution), model, title=str(model._meta.verbose_name), slug=model.__name__.lower()
    )


def read(client, institution, path: str) -> str:
    caches["pages"].clear()
    response = client.get(path, headers={"host": institution.hostname})
    assert response.status_code == 200
    return response.content.decode()


def programme(opens: int | None, closes: int | None, **fields) -> SupportProgrammePage:
    days = [TODAY + timedelta(days=n) if n is not None else None for n in (opens, closes)]
    return SupportProgrammePage(opens_on=days[0], closes_on=days[1], **fields)


class TestSupport:
    @pytest.mark.parametrize(
        ("opens", "closes", "state"),
        [
            (None, None, SupportState.ALWAYS),
            (-5, 5, SupportState.OPEN),
            (None, 0, SupportState.OPEN),
            (0, None, SupportState.OPEN),
            (1, 5, SupportState.PLANNED),
            (-9, -1, SupportState.CLOSED),
        ],
    )
    def test_the_state_follows_from_the_days_and_the_filter_agrees(self, department, opens, closes, state):
        parent = section(department, SupportPage)
        page = programme(opens, closes)
        made = make_page(
            parent,
            SupportProgrammePage,
            title="Học bổng",
            provider="Hội",
            who_can_apply="Học sinh",
            how_to_apply="Nộp đơn",
            opens_on=page.opens_on,
            closes_on=page.closes_on,
            **AUTHORED,
        )
        assert made.state(TODAY) == state
        found = [s for s in SupportState if SupportProgrammePage.objects.in_state(s, TODAY).exists()]
        assert found == [state]

    def test_a_closed_one_says_so_and_offers_no_link_and_no_calendar(self, client, department):
        parent = section(department, SupportPage)
        today = timezone.localdate()
        common = {
            "provider": "Hội",
            "who_can_apply": "A",
            "how_to_apply": "B",
            "apply_url": "https://x.example/",
        } | AUTHORED
        closed = make_page(
            parent, SupportProgrammePage, title="Đã hết hạn", closes_on=today - timedelta(days=1), **common
        )
        opened = make_page(parent, SupportProgrammePage, title="Đang nhận", closes_on=today, **common)
        html = read(client, department, closed.get_url_parts()[2])
        assert "alert--warning" in html
        assert "https://x.example/" not in html
        assert "format=ics" not in html
        html = read(client, department, opened.get_url_parts()[2])
        assert "https://x.example/" in html
        calendar = read(client, department, f"{parent.get_url_parts()[2]}?format=ics")
        assert calendar.count("BEGIN:VEVENT") == 1
        assert f"DTSTART;VALUE=DATE:{today:%Y%m%d}" in calendar

    def test_days_in_the_wrong_order_are_refused(self):
        with pytest.raises(ValidationError) as caught:
            programme(5, 1, title="x").clean()
        assert set(caught.value.message_dict) == {"closes_on"}


class TestOrganisations:
    def test_a_parent_is_named_only_with_consent(self, department):
        page = OrganisationPage(kind=OrganisationKind.PARENTS)
        row = OrganisationHead(page=page, name="Lò Thị Mai", title="Trưởng ban")
        with pytest.raises(ValidationError) as caught:
            row.clean()
        assert set(caught.value.message_dict) == {"named_with_consent_on"}
        row.named_with_consent_on = date(2026, 9, 1)
        row.clean()

    def test_the_list_costs_the_same_with_many(self, client, department):
        parent = section(department, OrganisationsPage)

        def add(number: int) -> None:
            page = make_page(
                Page.objects.get(pk=parent.pk), OrganisationPage, title=f"Hội {number}", **AUTHORED
            )
            OrganisationHead.objects.create(
                page=page, locale=page.locale, name="Lò Thị Mai", title="Chủ tịch"
            )

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                assert "Lò Thị Mai" in read(client, department, f"{parent.get_url_parts()[2]}?q=h%E1%BB%99i")
            return len(captured)

        add(1)
        queries()
        few = queries()
        for number in range(2, 9):
            add(number)
        assert queries() == few


class TestLinks:
    def test_ministry_authority_and_neighbours_come_from_the_tree(self, client, department, school):
        other = make_institution("THXX", "Trường Tiểu học Xuân Xanh", "primary", department)
        closed = make_institution("THDC", "Trường Tiểu học Đã Đóng", "primary", department)
        type(closed).objects.filter(pk=closed.pk).update(status="closed")
        kindergarten = make_institution("MNSM", "Trường Mầm non Sao Mai", "preschool", department)
        parent = section(school, LinksPage)
        html = read(client, school, parent.get_url_parts()[2]).split("<main")[1].split("</main>")[0]
        assert "https://moet.gov.vn/" in html
        assert department.hostname in html
        assert other.hostname in html
        assert closed.hostname not in html
        assert kindergarten.hostname not in html
        assert "Trường Tiểu học Hoa Mai</a>" not in html

    def test_an_authority_lists_its_members_and_finds_them_without_diacritics(
        self, client, department, school, agency
    ):
        parent = section(department, LinksPage)
        html = read(client, department, f"{parent.get_url_parts()[2]}?q=hoa+mai").split("<main")[1]
        assert school.hostname in html
        assert agency.hostname not in html

    def test_a_broken_link_is_said_to_be_broken(self, client, department, monkeypatch):
        parent = section(department, LinksPage)
        for name in ("tot", "hong"):
            url = f"https://{name}.example/"
            make_page(parent, LinkPage, title=name, group=LinkGroup.STATE, target_url=url, **AUTHORED)
        monkeypatch.setattr(
            links, "_states", [lambda urls: {"https://hong.example/": links.LinkState.BROKEN}]
        )
        html = read(client, department, parent.get_url_parts()[2]).split("https://hong.example/")[1]
        assert "<strong>" in html.split("</li>")[0]
        before = read(client, department, parent.get_url_parts()[2]).split("https://tot.example/")[1]
        assert "<strong>" not in before.split("</li>")[0]

    def test_links_of_published_pages_are_offered_to_the_checker(self, department):
        parent = section(department, LinksPage)
        make_page(parent, LinkPage, title="A", target_url="https://a.example/", **AUTHORED)
        make_page(parent, LinkPage, title="B", target_url="https://b.example/", live=False, **AUTHORED)
        assert [link.url for link in links.published_links() if link.field == "target_url"] == [
            "https://a.example/"
        ]


class TestOtherRecords:
    def test_a_module_shows_its_entry_to_whom_and_who_helps(self, client, school):
        parent = section(school, SchoolManagementPage)
        page = make_page(
            parent,
            SystemModulePage,
            title="Sổ điểm",
            entry_url="https://sodiem.example/",
            does="Nhập điểm",
            help_phone="0200 1",
            **AUTHORED,
        )
        html = read(client, school, page.get_url_parts()[2])
        for words in ('href="https://sodiem.example/"', "Nhập điểm", "0200 1"):
            assert words in html
        assert "https://sodiem.example/" in read(client, school, parent.get_url_parts()[2])

    def test_a_conference_is_over_after_its_day(self):
        page = CoursePage(starts_at=datetime(2026, 5, 4, 1, 0, tzinfo=UTC))
        assert not page.is_over(datetime(2026, 5, 4, 16, 0, tzinfo=UTC))
        assert page.is_over(datetime(2026, 5, 5, 1, 0, tzinfo=UTC))

    def test_a_form_opens_with_the_institution_as_author_and_source(self, client, department):
        parent = section(department, ELearningPage)
        client.force_login(make_member(department, BoardRole.AUTHOR))
        html = client.get(
            f"/admin/pages/add/sections/coursepage/{parent.pk}/", headers={"host": department.hostname}
        ).content.decode()
        assert f'name="author_name" value="{department.name}"' in html

    def test_another_board_may_not_add_to_the_section(self, client, department, school):
        parent = section(department, ELearningPage)
        client.force_login(make_member(school, BoardRole.CHIEF))
        response = client.get(
            f"/admin/pages/add/sections/coursepage/{parent.pk}/", headers={"host": school.hostname}
        )
        assert response.status_code in (302, 403, 404)


class TestSpreadsheets:
    def take_in(self, institution, parent: Page, name: str, text: str) -> ImportBatch:
        user = make_member(institution, BoardRole.AUTHOR)
        file = SimpleUploadedFile("list.csv", text.encode())
        batch = batch_create(file=file, exchange=exchange(name), section=parent, user=user)
        batch_map(batch=batch, columns=batch.mapping["columns"], constants={}, user=user)
        for work in (Work.CHECK, Work.APPLY):
            batch.refresh_from_db()
            batch_start(batch=batch, work=work, user=user)
            batch_run(batch_id=batch.pk)
        return ImportBatch.objects.get(pk=batch.pk)

    def test_units_come_in_with_heads_below_their_unit_and_go_out_unchanged(self, department):
        parent = section_of(department, IntroductionPage)
        text = (
            "Đơn vị,Thuộc đơn vị,Loại đơn vị,Nhiệm vụ,Lãnh đạo\n"
            'Văn phòng Sở,,Văn phòng,"Tổng hợp\nIn ấn","Lê Thị Mây | Chánh Văn phòng | may@example.edu.vn | Chung | 01/08/2024"'
            "\n"
            "Tổ Lưu trữ,Văn phòng Sở,Đội,Lưu trữ,\n"
        )
        batch = self.take_in(department, parent, "units", text)
        assert list(batch.rows.values_list("status", flat=True)) == ["created", "created"]
        office = UnitPage.objects.get(title="Văn phòng Sở").get_latest_revision_as_object()
        assert not office.live
        assert [str(line) for line in read_heads(office)] == [
            "Lê Thị Mây | Chánh Văn phòng | may@example.edu.vn | Chung | 01/08/2024"
        ]
        team = UnitPage.objects.get(title="Tổ Lưu trữ")
        assert team.get_parent().pk == office.pk
        out = export(
            exchange=exchange("units"), section=parent, format_=Format.CSV, drafts=True, now=timezone.now()
        ).decode("utf-8-sig")
        again = self.take_in(department, parent, "units", out)
        assert set(again.rows.values_list("status", flat=True)) == {"unchanged"}

    @pytest.mark.parametrize(
        ("name", "model", "text"),
        [
            (
                "organisations",
                OrganisationsPage,
                "Tổ chức,Loại tổ chức,Nhiệm kỳ từ,Lãnh đạo\nCông đoàn,trade_union,2023,Lò Mai | Chủ tịch\n",
            ),
            (
                "support",
                SupportPage,
                "Tên học bổng,Đơn vị cấp,Loại hỗ trợ,Điều kiện,Số tiền,Hạn nộp,Cách đăng ký\n"
                "Bến Sông,Hội,scholarship,Nghèo,2.000.000,15/10/2026,Nộp đơn\n",
            ),
            (
                "courses",
                ELearningPage,
                "Tên khóa học,Địa chỉ,Môn học,Bắt đầu\nToán 9,https://el.example/9,Toán,05/10/2026 08:00\n",
            ),
            ("links", LinksPage, "Tên trang,Website,Nhóm\nThư viện,https://tv.example/,learning\n"),
        ],
    )
    def test_records_go_out_as_they_came_in(self, department, name, model, text):
        parent = section(department, model)
        batch = self.take_in(department, parent, name, text)
        assert list(batch.rows.values_list("status", flat=True)) == ["created"]
        out = export(
            exchange=exchange(name), section=parent, format_=Format.XLSX, drafts=True, now=timezone.now()
        )
        assert io.BytesIO(out).read(2) == b"PK"
        csv = export(
            exchange=exchange(name), section=parent, format_=Format.CSV, drafts=True, now=timezone.now()
        )
        again = self.take_in(department, parent, name, csv.decode("utf-8-sig"))
        assert list(again.rows.values_list("status", flat=True)) == ["unchanged"]

    def test_a_person_who_is_not_in_the_list_any_more_is_ended_and_not_forgotten(self, department):
        page = make_page(section_of(department, IntroductionPage), UnitPage, title="Phòng", **AUTHORED)
        for name in ("Lê Thị Mây", "Hà Văn Thung"):
            UnitHead.objects.create(page=page, locale=page.locale, name=name, title="Phó")
        page = UnitPage.objects.get(pk=page.pk)
        write_heads(page, heads_cell("Lê Thị Mây | Trưởng phòng"), on=TODAY)
        rows = {row.name: (row.title, row.until) for row in page.heads.all()}
        assert rows == {"Lê Thị Mây": ("Trưởng phòng", None), "Hà Văn Thung": ("Phó", TODAY)}

    def test_a_line_without_a_title_names_the_line(self):
        with pytest.raises(ValidationError, match="Lê Thị Mây"):
            heads_cell("Lê Thị Mây")
