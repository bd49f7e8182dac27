"""Who sees what is late, on desk and overview, in how many queries (W9.7)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from assessment.choices import State
from assessment.selectors.findings import findings_of
from editorial.choices import BoardRole
from editorial.desk import desk_for
from network.models import Institution
from sections.disclosure.desk import DisclosurePart
from sections.disclosure.exchange import REPORTS, row_check
from sections.disclosure.guidance_exchange import GUIDANCE
from sections.disclosure.items import items_for
from sections.disclosure.selectors import members_of_authority
from sections.exchange import exchanges
from sections.models import (
    DisclosurePage,
    DisclosureRecord,
    DisclosureReportPage,
    GuidanceBasis,
    GuidancePage,
    GuidanceQuestion,
    GuidanceStep,
    PublicInformationPage,
)
from tests.factories import make_member, make_page
from tests.sections.disclosure.making import make_report, section_for

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def signed_in(institution, role=BoardRole.EDITOR, host=None):
    client = Client(headers={"host": (host or institution).site.hostname})
    client.force_login(make_member(institution, role))
    return client


def fill(department, number):
    """Schools without sites, with half of their reports posted."""
    parent = Institution.objects.get(pk=department.pk)
    start = parent.numchild
    schools = [
        Institution(
            code=f"X{start + n}",
            name=f"Trường {n}",
            type="primary",
            kind="facility",
            path=Institution._get_path(parent.path, parent.depth + 1, start + n + 1),
            depth=2,
        )
        for n in range(number)
    ]
    schools = Institution.objects.bulk_create(schools)
    Institution.objects.filter(pk=parent.pk).update(numchild=start + number)
    items = [item for item in items_for("primary") if item.key.startswith("09")][:4]
    DisclosureRecord.objects.bulk_create(
        DisclosureRecord(
            institution=one,
            item=item.key,
            period=2025,
            page_key="0" * 32,
            posted_on=date(2026, 6, 1 + place) if place else date(2026, 7, 2),
            late_from=item.late_from(2025),
        )
        for one in schools
        for place, item in enumerate(items)
    )


class TestOverview:
    def test_members_are_listed_with_what_they_lack_and_posted_late(self, department, school):
        make_report(school, at=datetime(2026, 7, 1, tzinfo=UTC))
        [found] = members_of_authority(department, on=DAY)
        assert len(found.lacking) == 7
        assert [state.item.key for state in found.late] == ["09-2024.plan"]
        assert len(found.due) == 8

    def test_the_screen_narrows_and_exports(self, department, school):
        make_report(school)
        client, url = signed_in(department), reverse("disclosure_members", args=[department.pk])
        assert school.name in client.get(url).content.decode()
        assert school.name not in client.get(url + "?only=late").content.decode().split("<table")[-1]
        assert client.get(url + "?q=không+có&only=x&item=y").status_code == 200
        book = load_workbook(BytesIO(client.get(url + "?export=xlsx&item=09-2024.plan").content))
        rows = list(book.active.iter_rows(values_only=True))
        assert [row[0] for row in rows[1:]] == [school.code, school.code]
        text = client.get(url + "?export=csv&only=lacking").content.decode("utf-8-sig")
        assert text.count(school.code) == 7

    def test_it_is_the_authoritys_own(self, department, agency, school):
        url = reverse("disclosure_members", args=[department.pk])
        assert signed_in(school).get(url).status_code == 404
        assert signed_in(agency).get(url).status_code == 404
        assert signed_in(department).get(reverse("disclosure_members", args=[school.pk])).status_code == 404

    def test_a_strangers_section_does_not_exist(self, department, agency, school):
        section = section_for(school)
        url = reverse("disclosure_reports", args=[section.pk])
        begin = reverse("disclosure_begin", args=[section.pk, "09-2024.plan", 2025])
        stranger = signed_in(agency)
        assert stranger.get(url).status_code == 404
        assert stranger.post(begin).status_code == 404
        superior = signed_in(department)
        page = superior.get(url)
        assert page.status_code == 200
        assert begin not in page.content.decode()
        refused = superior.post(begin)
        assert refused.status_code == 302
        assert not DisclosureReportPage.objects.exists()

    @pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF])
    def test_everybody_on_the_board_writes_reports(self, school, role):
        client, section = signed_in(school, role), section_for(school)
        begin = reverse("disclosure_begin", args=[section.pk, "09-2024.plan", 2025])
        assert begin in client.get(reverse("disclosure_reports", args=[section.pk])).content.decode()
        client.post(begin)
        assert DisclosureReportPage.objects.child_of(section).count() == 1


class TestDesk:
    def test_a_school_is_shown_what_is_missing(self, school):
        member = make_member(school, BoardRole.AUTHOR)
        found = DisclosurePart().context(desk_for(member, NOW))
        assert [row["lacking"] for row in found["rows"]] == [8]
        assert found["rows"][0]["url"] == reverse("disclosure_reports", args=[section_for(school).pk])

    def test_an_authority_is_shown_how_many_reports_its_members_posted(self, department, school):
        make_report(school)
        found = DisclosurePart().context(desk_for(make_member(department, BoardRole.CHIEF), NOW))
        assert [(row["posted"], row["expected"]) for row in found["members"]] == [(1, 8)]

    def test_somebody_without_a_board_is_shown_nothing(self, superuser):
        assert DisclosurePart().context(desk_for(superuser, NOW)) is None


def test_few_and_many_members_cost_the_same(department):
    member = make_member(department, BoardRole.EDITOR)
    url = reverse("disclosure_members", args=[department.pk])
    counts = []
    for number in (2, 300):
        fill(department, number)
        client = Client(headers={"host": department.site.hostname})
        client.force_login(member)
        client.get(url)
        with CaptureQueriesContext(connection) as screen:
            assert client.get(url).status_code == 200
        with CaptureQueriesContext(connection) as desk:
            DisclosurePart().context(desk_for(member, NOW))
        counts.append((len(screen), len(desk)))
    assert counts[0] == counts[1]


def test_few_and_many_reports_cost_the_same(school):
    counts = []
    section = section_for(school)
    client = Client(headers={"host": school.site.hostname})
    path = section.relative_url(school.site)
    admin, screen = signed_in(school), reverse("disclosure_reports", args=[section.pk])
    for keys in (("plan",), ("staff", "facilities", "results", "finance", "quality")):
        for key in keys:
            make_report(school, f"09-2024.{key}")
        client.get(path + "?x=1")
        admin.get(screen)
        with CaptureQueriesContext(connection) as page:
            client.get(path + "?x=1")
        with CaptureQueriesContext(connection) as file:
            client.get(path + "?format=csv")
        with CaptureQueriesContext(connection) as board:
            admin.get(screen)
        counts.append((len(page), len(file), len(board)))
    assert counts[0] == counts[1]


class TestCriterion:
    def test_missing_reports_make_the_section_partly_met(self, school):
        make_report(school)
        with override("en"):
            found = next(f for f in findings_of([school], on=DAY)[school.pk] if f.criterion.key == "W9.7")
            assert found.state == State.PARTLY
            assert "7 reports of public disclosure are missing" in str(found.reason)

    def test_an_empty_section_is_missing(self, school):
        found = next(f for f in findings_of([school], on=DAY)[school.pk] if f.criterion.key == "W9.7")
        assert found.state == State.MISSING


class TestExchange:
    def test_both_sections_offer_the_reports(self):
        assert REPORTS in exchanges(DisclosurePage)
        assert REPORTS in exchanges(PublicInformationPage)
        assert GUIDANCE in exchanges(PublicInformationPage)

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_what_is_exported_is_read_unchanged(self, school, language):
        rows = (("Thu", "Học phí", "1200000", "đồng"), ("", "Diện tích", "12.5", "m²"))
        page = make_report(school, "09-2024.finance", rows=rows)
        with override(language):
            for column in REPORTS.columns:
                shown = column.shown(page)
                value = column.read(page) if column.read else getattr(page, column.name)
                assert column.parse(str(shown)) == value, column.name

    def test_every_item_leads_back_to_itself(self):
        column = REPORTS.column("item")
        for item in (*items_for("primary"), *items_for("department")):
            for language in ("vi", "en"):
                with override(language):
                    assert column.parse(column.parse.show(item.key)) == item.key

    @pytest.mark.parametrize(
        ("column", "text", "sentence"),
        [
            ("item", "Thực đơn", "“Thực đơn” is no item of disclosure."),
            ("period", "2025-2027", "“2025-2027” is no year. Write 2025, or 2025-2026."),
            ("figures", "Học phí", "“Học phí” is no figure. Write part | what | figure | unit | note."),
        ],
    )
    def test_what_cannot_be_read_is_refused(self, column, text, sentence):
        with override("en"), pytest.raises(Exception, match="is no") as caught:
            REPORTS.column(column).parse(text)
        assert caught.value.messages == [sentence]

    def test_a_year_in_which_nobody_asked_is_refused(self):
        with override("en"):
            assert (
                "was not asked for that year"
                in row_check({"item": "36-2017.staff", "period": 2025})["period"]
            )
        assert row_check({"item": "09-2024.staff", "period": 2025}) == {}

    def test_guidance_is_read_unchanged(self, department):
        credit = {"author_name": "Văn phòng", "source_name": "Sở"}
        page = make_page(
            section_for(department), GuidancePage, title="Miễn học phí", slug="m", subject="Học phí", **credit
        )
        page.steps = [GuidanceStep(text="Nộp đơn."), GuidanceStep(text="Nhận kết quả.")]
        page.questions = [
            GuidanceQuestion(question="Ai được miễn?", answer="Học sinh tiểu học.\nTrẻ mồ côi.")
        ]
        page.bases = [GuidanceBasis(number="Nghị định 81/2021/NĐ-CP", article="khoản 1 Điều 15")]
        for name in ("steps", "questions", "bases", "kind", "audience"):
            column = GUIDANCE.column(name)
            value = column.read(page) if column.read else getattr(page, name)
            shown = column.shown(page)
            again = column.parse(shown)
            assert again == value, name
            kept = [row.pk for row in page.bases.all()]
            column.put(page, again)
            assert column.shown(page) == shown
            assert [row.pk for row in page.bases.all()] == kept

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (
                "Không hỏi",
                "“Không hỏi” stands before the first question. A question ends with a question mark.",
            ),
            ("Ai được miễn?", "“Ai được miễn?” has no answer below it."),
        ],
    )
    def test_questions_without_answers_are_refused(self, text, sentence):
        with override("en"), pytest.raises(Exception, match="“") as caught:
            GUIDANCE.column("questions").parse(text)
        assert caught.value.messages == [sentence]


def test_the_feed_of_disclosure_has_the_reports(school):
    page = make_report(school)
    client = Client(headers={"host": school.site.hostname})
    assert page.title in client.get("/tin-tuc/cong-khai/feed.atom").content.decode()
