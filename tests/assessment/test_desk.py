"""The required sections, the first steps and the members on the desk; what the desk costs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessment.desk_parts import AskedPart, MembersPart, SectionsPart
from assessment.first_steps import FirstStepsPart
from assessment.models import BoardLetter, FirstStepsDismissal
from assessment.services.states import site_states_refresh
from editorial.choices import BoardRole
from editorial.desk import desk_for
from editorial.services.board import board_member_add
from network.models import Institution
from sections.models import ArticlePage, NewsIndexPage, SectionSlot
from sections.rules import changing_tree
from tests.factories import make_institution, make_member, make_page, make_review, make_superuser, section_of

HOME = reverse("wagtailadmin_home")
WRITTEN = {"author_name": "Tổ Ngữ văn", "source_name": "Trường Tiểu học Hoa Mai"}


def shown(part, user, now, **kwargs):
    return part.context(desk_for(user, now, **kwargs))


class TestSections:
    def test_own_sections_stand_first_then_empty_ones_before_old_ones(self, province, now):
        user = make_member(province.a, BoardRole.EDITOR)
        news = section_of(province.a, NewsIndexPage)
        make_page(news, ArticlePage, title="A", **WRITTEN, last_published_at=now - timedelta(days=400))
        NewsIndexPage.objects.filter(pk=news.pk).update(last_published_at=now - timedelta(days=400))
        make_review(news, responsible=user)
        rows = shown(SectionsPart(), user, now)["rows"]
        assert (rows[0].finding.criterion.key, rows[0].is_mine) == ("W9.2", True)
        assert [row.finding.state for row in rows[1:]] == ["missing"] * (len(rows) - 1)

    def test_a_section_whose_review_date_has_passed_is_shown_though_it_is_met(self, province, now):
        user = make_member(province.a, BoardRole.EDITOR)
        make_page(
            section_of(province.a, NewsIndexPage), ArticlePage, title="A", **WRITTEN, last_published_at=now
        )
        keys = {row.finding.criterion.key for row in SectionsPart()._rows(desk_for(user, now))}
        assert "W9.2" not in keys
        make_review(
            section_of(province.a, NewsIndexPage), review_on=timezone.localdate(now) - timedelta(days=1)
        )
        row = next(
            row for row in SectionsPart()._rows(desk_for(user, now)) if row.finding.criterion.key == "W9.2"
        )
        assert row.is_overdue

    def test_an_author_is_led_to_adding_and_an_editor_to_editing_as_well(self, province, now):
        for role, may_edit in (("author", False), ("editor", True), ("head", True)):
            rows = shown(SectionsPart(), make_member(province.a, role), now)["rows"]
            assert {bool(row.edit_url) for row in rows if row.page} == {may_edit}
            assert any(row.add_url for row in rows)


class TestAsked:
    def test_each_section_asked_for_says_whether_it_is_done(self, province, now):
        user = make_member(province.a, BoardRole.AUTHOR)
        BoardLetter.objects.create(
            sender=province.hs,
            institution=province.a,
            text="…",
            keys=["W9.2", "W9.3"],
            created_at=now,
            complete_by=timezone.localdate(now) - timedelta(days=1),
        )
        make_page(
            section_of(province.a, NewsIndexPage), ArticlePage, title="A", **WRITTEN, last_published_at=now
        )
        row = shown(AskedPart(), user, now)["rows"][0]
        assert (row["done"], len(row["findings"]), row["is_late"]) == (1, 2, True)

    def test_a_settled_one_stays_for_a_week(self, province, now):
        user = make_member(province.a, BoardRole.AUTHOR)
        BoardLetter.objects.create(
            sender=province.hs, institution=province.a, text="…", created_at=now, resolved_at=now
        )
        assert shown(AskedPart(), user, now)["count"] == 0
        assert shown(AskedPart(), user, now + timedelta(days=8)) is None

    def test_the_letters_of_others_are_not_shown(self, province, now):
        BoardLetter.objects.create(sender=province.hs, institution=province.b, text="…", created_at=now)
        assert shown(AskedPart(), make_member(province.a, BoardRole.CHIEF), now) is None


class TestFirstSteps:
    def done(self, user, now) -> dict[str, bool]:
        context = shown(FirstStepsPart(), user, now)
        return {row["name"]: row["is_done"] for row in context["sites"][0]["rows"]}

    def test_they_follow_the_real_state(self, province, now):
        chief = make_member(province.a, BoardRole.CHIEF)
        before = self.done(chief, now)
        assert not before["contact"]
        assert not before["head"]
        assert before["notice"]
        Institution.objects.filter(pk=province.a.pk).update(
            address="Thôn Trung",
            phone="0200 3000 000",
            email="a@example.edu.vn",
            complaints_email="b@example.edu.vn",
            head_name="Lê Thị Hiền",
        )
        make_member(province.a, BoardRole.HEAD)
        after = self.done(chief, now)
        assert after["contact"]
        assert after["head"]

    def test_authors_and_editors_have_none(self, province, now):
        for role in ("author", "editor"):
            assert shown(FirstStepsPart(), make_member(province.a, role), now) is None

    def test_the_chief_editor_puts_them_away_for_good(self, client, province, now):
        chief = make_member(province.a, BoardRole.CHIEF)
        url = reverse("assessment_first_steps", args=[province.a.pk])
        client.force_login(make_member(province.a, BoardRole.HEAD))
        client.post(url)
        assert not FirstStepsDismissal.objects.exists()
        client.force_login(chief)
        for _ in range(2):
            assert client.post(url).status_code == 302
        assert shown(FirstStepsPart(), chief, now) is None

    def test_no_other_site_is_touched(self, client, province):
        client.force_login(make_member(province.b, BoardRole.CHIEF))
        assert client.post(reverse("assessment_first_steps", args=[province.a.pk])).status_code == 404


class TestMembers:
    def test_the_numbers_lead_to_the_overview_and_the_worst_stand_below(self, assessed, now):
        context = shown(MembersPart(), make_member(assessed.hs, BoardRole.AUTHOR), now)
        assert context["count"] == 4
        assert {lack["number"] for lack in context["lacks"]} == {4}
        severities = [row.state.severity for row in context["rows"]]
        assert severities == sorted(severities, reverse=True)

    def test_a_school_has_no_members(self, assessed, now):
        assert shown(MembersPart(), make_member(assessed.a, BoardRole.CHIEF), now) is None

    def test_a_superuser_sees_the_members_of_the_tops(self, assessed, now):
        assert shown(MembersPart(), make_superuser(), now)["count"] == 4


def test_what_parts_share_is_read_anew_for_each_opening_and_each_desk(client, province, now):
    user = make_member(province.a, BoardRole.CHIEF)
    board_member_add(institution=province.b, role=BoardRole.CHIEF, user=user)
    client.force_login(user)
    rows = client.get(HOME, {"institution": province.a.pk}).content.decode()
    page = section_of(province.a, NewsIndexPage)
    address = reverse("wagtailadmin_pages:add", args=["sections", "articlepage", page.pk])
    assert address in rows
    with changing_tree():
        SectionSlot.objects.filter(translation_key=page.translation_key).delete()
    both = client.get(HOME).content.decode()
    other = section_of(province.b, NewsIndexPage)
    assert address not in both
    assert reverse("wagtailadmin_pages:add", args=["sections", "articlepage", other.pk]) in both


class TestCost:
    """What a desk costs does not depend on the number of members, boards, rows."""

    def queries(self, client, user) -> int:
        client.force_login(user)
        client.get(HOME)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(HOME).status_code == 200
        return len(captured)

    def test_of_an_authority_with_few_and_with_many_members(self, client, assessed, now):
        chief = make_member(assessed.hs, BoardRole.CHIEF)
        before = self.queries(client, chief)
        for number in range(4):
            make_institution(
                f"TH{number}", f"Trường Tiểu học số {number}", "primary", assessed.hs, run=assessed.run
            )
        site_states_refresh(institutions=Institution.objects.all(), now=now)
        assert self.queries(client, chief) == before

    def test_of_a_person_on_one_and_on_several_boards(self, client, province):
        user = make_member(province.a, BoardRole.CHIEF)
        board_member_add(institution=province.b, role=BoardRole.CHIEF, user=user)
        two = self.queries(client, user)
        board_member_add(institution=province.c, role=BoardRole.EDITOR, user=user)
        assert self.queries(client, user) == two

    @pytest.mark.parametrize(("role", "limit"), [("author", 63), ("editor", 74), ("chief", 96), ("head", 85)])
    def test_of_each_role_it_stays_within_bounds(self, client, province, role, limit):
        assert self.queries(client, make_member(province.a, role)) <= limit
