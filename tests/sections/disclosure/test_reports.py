"""A report from its beginning to the section, its withdrawal and its reminders (W8.5, W9.7)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from editorial.choices import BoardRole
from editorial.publication_rules import Stage, refusals
from editorial.services.guard import system_publication
from editorial.services.withdrawals import page_withdraw
from network.models import Letter
from sections.disclosure.choices import Status
from sections.disclosure.letters import due, reminders_send, stage_of
from sections.disclosure.services import report_begin
from sections.models import (
    DisclosureRecord,
    DisclosureReminder,
    DisclosureReportPage,
    GuidancePage,
    GuidanceQuestion,
    InformationPage,
)
from tests.factories import make_member, make_page
from tests.sections.disclosure.making import make_report, section_for
from tests.sections.statistics.making import make_year


def signed_in(institution, role=BoardRole.AUTHOR):
    client = Client(headers={"host": institution.site.hostname})
    client.force_login(make_member(institution, role))
    return client


def public(institution, page, query=""):
    client = Client(headers={"host": institution.site.hostname})
    return client.get(page.relative_url(institution.site) + query)


class TestBeginning:
    def test_a_button_makes_a_draft_with_title_and_names_of_figures(self, school):
        section = section_for(school)
        page, is_new = report_begin(
            section=section, item_key="09-2024.finance", period=2025, user=None, on=date(2026, 11, 22)
        )
        assert is_new
        assert not page.live
        assert page.title.endswith("2025")
        names = [row.name for row in page.get_latest_revision_as_object().figures.all()]
        assert "Học phí" in names
        again, is_new = report_begin(
            section=section, item_key="09-2024.finance", period=2025, user=None, on=date(2026, 11, 22)
        )
        assert (again.pk, is_new) == (page.pk, False)

    def test_the_rows_of_the_year_before_come_without_their_figures(self, school):
        make_report(school, period=2025, rows=(("Tuyển sinh", "Chỉ tiêu lớp 1", 90, "người"),))
        page, _new = report_begin(
            section=section_for(school),
            item_key="09-2024.plan",
            period=2026,
            user=None,
            on=date(2026, 11, 22),
        )
        assert [(f.heading, f.name, f.value) for f in page.figures.all()] == [
            ("Tuyển sinh", "Chỉ tiêu lớp 1", None)
        ]

    @pytest.mark.parametrize(
        ("item", "period", "sentence"),
        [
            ("authority.budget", 2026, "This item is not asked of an institution of this type."),
            ("none", 2026, "This item is not asked of an institution of this type."),
            ("36-2017.staff", 2025, "This item was not asked for that year"),
            ("09-2024.plan", 2028, "This year has not begun yet."),
        ],
    )
    def test_what_nobody_asks_for_is_not_begun(self, school, item, period, sentence):
        with override("en"), pytest.raises(ValidationError, match=sentence):
            report_begin(
                section=section_for(school), item_key=item, period=period, user=None, on=date(2026, 11, 22)
            )
        assert not DisclosureReportPage.objects.exists()

    def test_the_screen_offers_what_is_open_and_its_button_opens_the_form(self, school):
        client, section = signed_in(school), section_for(school)
        html = client.get(reverse("disclosure_reports", args=[section.pk])).content.decode()
        begin = reverse("disclosure_begin", args=[section.pk, "09-2024.results", 2025])
        assert begin in html
        response = client.post(begin)
        page = DisclosureReportPage.objects.get()
        assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = client.get(response["Location"]).content.decode()
        assert "Điều 9" in form
        assert begin not in client.get(reverse("disclosure_reports", args=[section.pk])).content.decode()

    def test_a_new_form_suggests_what_is_missing(self, school):
        url = reverse(
            "wagtailadmin_pages:add", args=["sections", "disclosurereportpage", section_for(school).pk]
        )
        html = signed_in(school).get(url).content.decode()
        assert '<option value="09-2024.general" selected>' in html
        assert "authority.budget" not in html


class TestPosting:
    def test_the_first_publication_is_kept_and_later_ones_change_nothing(self, school):
        page = make_report(school)
        record = DisclosureRecord.objects.get()
        assert record.posted_on == date(2026, 6, 20)
        assert record.kept_until == date(2031, 6, 20)
        with system_publication(reason="test"):
            page.save_revision().publish()
        record.refresh_from_db()
        assert record.posted_on == date(2026, 6, 20)

    def test_a_draft_is_no_posting(self, school):
        make_report(school, live=False)
        assert not DisclosureRecord.objects.exists()

    def test_a_withdrawal_is_kept_with_its_reason_and_shown(self, school):
        page = make_report(school)
        chief = make_member(school, BoardRole.CHIEF)
        page_withdraw(page=page, user=chief, reason="Số liệu phải tính lại")
        record = DisclosureRecord.objects.get()
        assert record.withdrawn_on == timezone.localdate()
        html = public(school, section_for(school)).content.decode()
        assert "Số liệu phải tính lại" in html
        page.refresh_from_db()
        page.delete()
        assert DisclosureRecord.objects.get().reason == "Số liệu phải tính lại"

    def test_a_report_that_comes_back_is_no_longer_withdrawn(self, school):
        page = make_report(school)
        page_withdraw(page=page, user=make_member(school, BoardRole.CHIEF), reason="Nhầm")
        page.refresh_from_db()
        with system_publication(reason="test"):
            page.save_revision().publish()
        record = DisclosureRecord.objects.get()
        assert (record.withdrawn_on, record.reason) == (None, "")

    def test_an_end_date_before_its_time_is_refused(self, school):
        page = make_report(school)
        page.expire_at = datetime(2027, 1, 1, tzinfo=UTC)
        with override("en"):
            found = str(refusals(page, Stage.SUBMIT)["sections.disclosure"])
        assert found.startswith(
            "The report has to stay on the site until 20/06/2031 (article 14, Thông tư 09/2024"
        )

    def test_a_posted_report_keeps_its_item_and_year(self, school):
        page = make_report(school)
        page.period = 2024
        with override("en"):
            assert refusals(page, Stage.PUBLISH)["sections.disclosure"] == (
                "A report that was posted keeps its item and year."
            )

    def test_an_empty_report_does_not_go_on(self, school):
        page = make_report(school, "09-2024.quality", live=False)
        page.figures = []
        with override("en"):
            assert "There is nothing in the report yet" in str(
                refusals(page, Stage.SUBMIT)["sections.disclosure"]
            )

    def test_figures_of_the_statistics_are_content_enough(self, school):
        page = make_report(school, "09-2024.results", live=False)
        page.figures = []
        assert "sections.disclosure" in refusals(page, Stage.SUBMIT)
        make_year(school, 2025)
        assert "sections.disclosure" not in refusals(page, Stage.SUBMIT)

    def test_an_item_of_others_is_refused(self, school):
        page = make_report(school, "authority.budget", 2026, live=False)
        with override("en"):
            assert "not asked of an institution of this type" in str(
                refusals(page, Stage.SUBMIT)["sections.disclosure"]
            )


class TestPages:
    def test_the_section_shows_items_by_years_with_their_status(self, school):
        page = make_report(school)
        html = public(school, section_for(school)).content.decode()
        assert page.relative_url(school.site) in html
        assert "Thông tư 09/2024/TT-BGDĐT" in html
        assert "khoản 1 Điều 9" in html
        assert 'datetime="2026-06-20"' in html

    def test_the_table_is_handed_out(self, school):
        make_report(school)
        section = section_for(school)
        data = public(school, section, "?table=json").json()
        rows = {(row["item"], row["year"]): row for row in data["items"]}
        found = rows["Kế hoạch hoạt động giáo dục của năm học", "2025–2026"]
        assert found["posted_on"] == "2026-06-20"
        assert found["url"].endswith("/")
        assert public(school, section, "?table=csv").content.startswith(b"\xef\xbb\xbf")
        assert public(school, section, "?table=xlsx").content.startswith(b"PK")

    def test_the_list_is_filtered_by_item_and_status_and_handed_out(self, school):
        make_report(school)
        make_report(school, "09-2024.staff", 2025, at=datetime(2026, 8, 1, tzinfo=UTC))
        section = section_for(school)
        late = public(school, section, "?status=late&format=json").json()
        assert [row["item"] for row in late["items"]] == ["Đội ngũ cán bộ quản lý, giáo viên, nhân viên"]
        assert late["items"][0]["posted_on"] == "2026-08-01"
        one = public(school, section, "?item=09-2024.plan&format=json").json()
        assert one["count"] == 1
        assert public(school, section, "?item=x&year=y&table=z").status_code == 200

    def test_a_report_shows_its_facts_and_tables_with_sums(self, school):
        rows = (("Thu", "Học phí", "1200000", "đồng"), ("Thu", "Ngân sách", "3400000", "đồng"))
        page = make_report(school, "09-2024.finance", rows=rows)
        html = public(school, page).content.decode()
        assert "4.600.000" in html
        assert "Điều 5 Thông tư 09/2024/TT-BGDĐT" in html
        assert 'datetime="2031-06-20"' in html

    def test_figures_of_the_statistics_stand_in_the_report_by_themselves(self, school):
        make_year(school, 2025)
        html = public(school, make_report(school, "09-2024.results")).content.decode()
        assert ">600<" in html

    def test_what_the_site_knows_of_the_institution_is_not_asked_again(self, school):
        html = public(school, make_report(school, "09-2024.general")).content.decode()
        assert f"<dd>{school.name}</dd>" in html
        assert f"<dd>{school.hostname}</dd>" in html

    def test_an_entry_that_was_there_before_stays_shown(self, school):
        credit = {"author_name": "Văn phòng", "source_name": "Nhà trường"}
        make_page(section_for(school), InformationPage, title="Công khai cũ", slug="cu", **credit)
        assert "Công khai cũ" in public(school, section_for(school)).content.decode()

    def test_an_authority_lists_guidance_and_shows_its_table(self, department):
        make_report(department, "authority.settlement", 2024)
        credit = {"author_name": "Văn phòng", "source_name": "Sở"}
        page = make_page(
            section_for(department),
            GuidancePage,
            title="Miễn học phí",
            slug="mien",
            subject="Học phí",
            **credit,
        )
        GuidanceQuestion.objects.create(page=page, question="Ai được miễn?", answer="Học sinh tiểu học.")
        html = public(department, section_for(department)).content.decode()
        assert "Miễn học phí" in html
        assert "Quyết toán ngân sách" in html
        shown = public(department, page).content.decode()
        assert "Ai được miễn?" in shown
        assert (
            public(department, section_for(department), "?subject=Học+phí&format=json").json()["count"] == 1
        )


def test_reports_of_an_authority_are_a_list_of_their_own(department):
    page = make_report(department, "authority.settlement", 2024)
    found = public(department, section_for(department), "danh-sach/bai-cong-khai/?format=json").json()
    assert [row["title"] for row in found["items"]] == [page.title]


def test_a_school_has_no_guidance(school):
    assert GuidancePage not in section_for(school).clean_subpage_models()


class TestReminders:
    @pytest.mark.parametrize(
        ("day", "stage"),
        [
            (date(2026, 5, 30), None),
            (date(2026, 5, 31), 30),
            (date(2026, 6, 22), 30),
            (date(2026, 6, 23), 7),
            (date(2026, 6, 30), 0),
            (date(2026, 8, 29), 0),
            (date(2026, 8, 30), None),
        ],
    )
    def test_stages_are_thirty_and_seven_days_and_the_day_itself(self, day, stage):
        assert stage_of(date(2026, 6, 30), day) == stage

    def test_a_board_is_written_to_once_a_stage(self, school):
        chief, author = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.AUTHOR)
        now = datetime(2026, 6, 1, 3, tzinfo=UTC)
        assert reminders_send(now=now) == 3
        told = set(Letter.objects.filter(kind="sections.disclosure_due").values_list("user", flat=True))
        assert chief.pk in told
        assert author.pk not in told
        assert reminders_send(now=now) == 0
        assert reminders_send(now=datetime(2026, 6, 25, 3, tzinfo=UTC)) == 1
        assert set(DisclosureReminder.objects.filter(institution=school).values_list("stage", flat=True)) == {
            30,
            7,
        }

    def test_the_letter_names_what_is_left_and_is_not_sent_where_nothing_is(self, school, monkeypatch):
        make_member(school, BoardRole.CHIEF)
        reminders_send(now=datetime(2026, 6, 1, 3, tzinfo=UTC))
        letter = Letter.objects.filter(kind="sections.disclosure_due", institution=school).first()
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2026, 6, 2))
        with override("en"):
            message = due(letter)
        assert message.subject == "By 29/06/2026: 8 reports of public disclosure"
        assert "Kế hoạch" in message.body or "Plan of the school year" in message.body
        monkeypatch.setattr("sections.disclosure.letters.OPEN", (Status.OPEN,))
        assert due(letter) is None


def test_a_whole_figure_needs_no_digits_behind_the_comma(school):
    page = make_report(school, rows=(("", "Diện tích", "12.5", "m²"), ("", "Lớp", "20", "lớp")))
    assert [row.value for row in page.figures.all()] == [Decimal("12.5"), Decimal(20)]
    html = public(school, page).content.decode()
    assert ">12,5<" in html
    assert ">20<" in html
