"""What differs from the configuration, where each institution stands, and that a text once approved never changes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.desk import desk_for
from editorial.desk.regulations import RegulationPart
from editorial.models import ApprovedRegulationError, Regulation, RegulationEvent
from editorial.regulations.kinds import EMAIL, KINDS, WEBSITE
from editorial.selectors.regulations import (
    RegulationCondition,
    regulation_drift,
    regulation_states,
    waiting_regulations,
)
from editorial.services import regulations as services
from editorial.services.board import board_member_remove
from editorial.services.chain_settings import chain_settings_change
from editorial.services.regulation_letters import reviews_remind
from network.models import Letter
from tests.editorial.regulations.conftest import approve
from tests.factories import make_institution, make_member


def said(institution):
    return [(d.key, d.says, d.now) for drift in regulation_drift(institution) for d in drift.differences]


def condition(institution, kind=WEBSITE, **kwargs):
    states = regulation_states([institution], **kwargs)[institution.pk]
    return next(state for state in states if state.kind is kind).condition


class TestDrift:
    def test_is_none_while_the_settings_are_as_the_text_says(self, in_force, place):
        assert regulation_drift(place.a) == []
        assert condition(place.a) == RegulationCondition.IN_FORCE

    def test_names_a_new_chief_editor(self, in_force, place, who):
        board_member_remove(institution=place.a, role=BoardRole.CHIEF, user=who.chief)
        make_member(place.a, BoardRole.CHIEF, last_name="Mới")
        assert said(place.a) == [("board.chief", ("Lê Thị Trưởng Ban",), ("Lê Thị Mới",))]
        assert condition(place.a) == RegulationCondition.DRIFTED

    def test_names_a_changed_contact_and_what_is_gone(self, in_force, place):
        place.a.email, place.a.phone = "", "0200 111 222"
        place.a.save()
        assert said(place.a) == [
            ("institution.phone", (), ("0200 111 222",)),
            ("institution.email", ("doiche@example.edu.vn",), ()),
        ]

    def test_names_a_changed_deadline(self, in_force, place, who):
        services.upkeep_save(institution=place.a, user=who.chief, values={"answer_days": 7})
        assert said(place.a) == [("upkeep.answer_days", ("10 ngày làm việc",), ("07 ngày làm việc",))]

    def test_ends_with_the_next_version(self, in_force, place, who):
        services.upkeep_save(institution=place.a, user=who.chief, values={"answer_days": 7})
        draft = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        services.regulation_edit(
            regulation=draft, user=who.chief, own={}, changes="Rút ngắn thời hạn trả lời."
        )
        services.regulation_submit(regulation=draft, user=who.chief)
        approve(draft, who.head)
        assert regulation_drift(place.a) == []

    def test_does_not_come_of_a_new_author(self, in_force, place):
        make_member(place.a, BoardRole.AUTHOR)
        assert regulation_drift(place.a) == []


class TestStates:
    def test_go_from_nothing_to_in_force(self, place, who):
        assert condition(place.a) == RegulationCondition.NONE
        draft = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        assert condition(place.a) == RegulationCondition.DRAFT
        services.regulation_submit(regulation=draft, user=who.chief)
        assert condition(place.a) == RegulationCondition.WAITING
        approve(draft, who.head, effective_on=timezone.localdate() + timedelta(days=5))
        assert condition(place.a) == RegulationCondition.UPCOMING
        assert condition(place.a, on=timezone.localdate() + timedelta(days=6)) == RegulationCondition.IN_FORCE
        assert (
            condition(place.a, on=timezone.localdate() + timedelta(days=400)) == RegulationCondition.OVERDUE
        )
        assert condition(place.a, EMAIL) == RegulationCondition.NONE

    def test_cost_the_same_for_many_institutions(self, in_force, place, who):
        def queries(institutions):
            with CaptureQueriesContext(connection) as caught:
                regulation_states(institutions)
            return len(caught)

        one = queries([place.a])
        more = [
            make_institution(f"HS1{n}", f"Trường {n}", "primary", place.hs, run=place.run) for n in range(3)
        ]
        for institution in more:
            chief = make_member(institution, BoardRole.CHIEF)
            services.regulation_draft(institution=institution, kind=WEBSITE, user=chief)
        assert queries([place.a, place.hs, *more]) == one


class TestApprovedText:
    def test_does_not_change(self, in_force):
        in_force.body = "<p>Khác</p>"
        with pytest.raises(ApprovedRegulationError, match="An approved regulation does not change"):
            in_force.save()

    @pytest.mark.parametrize("name", ["symbol", "effective_on", "signer_name", "status", "facts", "sha256"])
    def test_keeps_all_that_was_signed(self, in_force, name):
        value = {"status": "draft", "facts": {}, "effective_on": in_force.effective_on + timedelta(days=1)}
        setattr(in_force, name, value.get(name, "x"))
        with pytest.raises(ApprovedRegulationError):
            in_force.save()

    def test_is_not_removed_or_rewritten_in_bulk(self, in_force):
        for act in (
            in_force.delete,
            Regulation.objects.all().delete,
            lambda: Regulation.objects.update(body="x"),
            RegulationEvent.objects.all().delete,
            lambda: RegulationEvent.objects.update(name="x"),
            in_force.events.first().save,
        ):
            with pytest.raises(ApprovedRegulationError), transaction.atomic():
                act()
        assert Regulation.objects.get().is_intact

    def test_outlives_the_account_of_its_head(self, in_force, who):
        who.head.delete()
        in_force.refresh_from_db()
        assert (in_force.approved_by, in_force.approved_name) == (None, "Lê Thị Hiệu Trưởng")
        assert in_force.is_intact


class TestDesk:
    def part(self, user):
        return RegulationPart().context(desk_for(user, timezone.now()))

    def test_shows_the_head_what_waits(self, draft, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        assert self.part(who.head)["waiting"] == [draft]
        assert self.part(who.chief)["waiting"] == []

    def test_shows_an_authoritys_head_what_was_escalated(self, place, who):
        draft = services.regulation_draft(institution=place.b, kind=WEBSITE, user=who.chief_b)
        services.regulation_submit(regulation=draft, user=who.chief_b)
        assert waiting_regulations(who.head_hs) == [draft]

    def test_shows_the_board_what_is_missing_or_differs(self, in_force, place, who):
        place.a.phone = "0200 111 222"
        place.a.save()
        rows = self.part(who.chief)["rows"]
        assert [(row["state"].kind.code, row["state"].condition) for row in rows] == [
            ("website", RegulationCondition.DRIFTED),
            ("email", RegulationCondition.NONE),
            ("personal", RegulationCondition.NONE),
        ]

    def test_tells_an_authority_how_many_members_have_none(self, in_force, place, who):
        assert self.part(who.chief_hs)["missing"] == [{"institution": place.hs, "count": 1}]

    def test_says_nothing_to_an_author(self, in_force, who):
        assert self.part(who.author) is None

    def test_costs_the_same_with_many_waiting(self, place, who):
        def queries():
            with CaptureQueriesContext(connection) as caught:
                waiting_regulations(who.head_hs)
            return len(caught)

        def hand_in(institution, chief):
            draft = services.regulation_draft(institution=institution, kind=WEBSITE, user=chief)
            services.regulation_submit(regulation=draft, user=chief)

        hand_in(place.b, who.chief_b)
        waiting_regulations(who.head_hs)
        one = queries()
        for number in range(3):
            institution = make_institution(
                f"HS1{number}", f"Trường {number}", "primary", place.hs, run=place.run
            )
            hand_in(institution, make_member(institution, BoardRole.CHIEF))
        assert queries() == one


class TestReminder:
    def test_goes_to_chief_and_head_a_month_ahead_and_not_every_day(self, in_force, who):
        now = timezone.now() + timedelta(days=340)
        assert reviews_remind(now) == "1"
        kind = "editorial.regulation_review"
        assert {letter.user_id for letter in Letter.objects.filter(kind=kind)} == {who.chief.pk, who.head.pk}
        assert reviews_remind(now + timedelta(days=1)) is None
        assert reviews_remind(now + timedelta(days=31)) == "1"

    def test_is_not_of_a_version_that_was_replaced_nor_long_before(self, in_force, who):
        assert reviews_remind(timezone.now()) is None


class TestTexts:
    @pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_are_whole_with_few_facts_and_with_all(self, place, who, kind, language):
        services.upkeep_save(
            institution=place.hs,
            user=who.chief_hs,
            values={
                "plan": "Tháng 7: nâng cấp\nTháng 12: đánh giá",
                "contact": "Anh Đá",
                "mail_service": "Bưu điện",
            },
        )
        for institution, user in ((place.hs, who.chief_hs), (place.b, who.chief_b)):
            draft = services.regulation_draft(institution=institution, kind=kind, user=user)
            if language == "en" and not draft.has_english:
                continue
            text = draft.text(language)
            for category in kind.categories:
                assert category.title(language) in text
            for wrong in ("None", "()", ": .", " ,", "<p></p>", "<li></li>", "<ol></ol>", "..", ";;", "&lt;"):
                assert wrong not in text, wrong


class TestChain:
    def test_is_told_as_it_is_configured(self, in_force, place, who):
        chain_settings_change(
            institution=place.a, user=who.chief, with_editor=False, head_sections=["W9.2", "W9.7"]
        )
        found = {key: (says, now) for key, says, now in said(place.a)}
        assert found["chain.editor"] == (("có",), ("không",))
        assert found["sections.head"][0] == ()
        assert len(found["sections.head"][1]) == 2
        draft = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        assert "không có bước thẩm định riêng" in draft.text()
        assert "chỉ được đăng khi Người đứng đầu trực tiếp phê duyệt" in draft.text()
        assert "Biên tập viên thẩm định;" not in draft.text()
