"""Drafting, handing in, approving: who may what, and what a clash of two people comes to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from editorial.choices import BoardRole, RegulationAct, RegulationStatus
from editorial.models import Regulation
from editorial.regulations.kinds import EMAIL, WEBSITE
from editorial.selectors.regulations import approver_of
from editorial.services import regulations as services
from editorial.services.board import board_member_remove
from editorial.services.regulations import RegulationRefusedError
from network.models import Letter
from tests.editorial.regulations.conftest import DAY, approve
from tests.factories import make_member

REASON = "Chưa nêu đầu mối kỹ thuật."


def letters(kind):
    return {letter.user_id for letter in Letter.objects.filter(kind=kind)}


class TestDraft:
    def test_is_written_from_the_settings_of_the_site(self, draft, place):
        text = draft.text()
        for words in (
            "Trường THPT Đồi Chè",
            "Hiệu trưởng Nguyễn Văn Núi",
            "Trưởng Ban biên tập: Lê Thị Trưởng Ban",
            "Biên tập viên: Lê Thị Biên Tập",
            "doiche@example.edu.vn",
            "Sở Giáo dục và Đào tạo Hòa Sơn",
            place.a.hostname,
        ):
            assert words in text

    def test_has_the_six_categories_and_numbers_its_articles_through(self, draft):
        text = draft.text()
        for roman, category in enumerate(WEBSITE.categories):
            assert category.title_vi in text, roman
        assert "Điều 1. Phạm vi điều chỉnh" in text
        numbers = [int(part.split(".")[0]) for part in text.split("<h3>Điều ")[1:]]
        assert numbers == list(range(1, len(numbers) + 1))

    def test_is_begun_once(self, draft, place, who):
        again = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        assert again == draft
        assert Regulation.objects.count() == 1

    def test_is_in_english_too_for_an_authority_only(self, draft, place, who):
        department = services.regulation_draft(institution=place.hs, kind=WEBSITE, user=who.chief_hs)
        assert "Hoa Son Department" in department.text("en")
        assert "Chapter VII. <span>Working regime of the board of editors" in department.text("en")
        assert not draft.has_english

    @pytest.mark.parametrize("name", ["author", "editor", "head", "chief_b", "chief_hs", "root"])
    def test_is_for_the_chief_editor_alone(self, place, who, name):
        with pytest.raises(RegulationRefusedError, match="Only the chief editor"):
            services.regulation_draft(institution=place.a, kind=EMAIL, user=getattr(who, name))

    def test_keeps_the_boards_own_provisions_when_it_is_brought_up_to_date(self, draft, place, who):
        own = {"e": {"own": "Trực Trang vào thứ Hai:\n- buổi sáng;\n- buổi chiều."}}
        services.regulation_edit(regulation=draft, user=who.chief, own=own)
        place.a.phone = place.a.email = ""
        place.a.save()
        fresh = services.regulation_refresh(regulation=draft, user=who.chief)
        assert "doiche@example.edu.vn" not in fresh.text()
        assert "Quy định riêng của đơn vị" in fresh.text()
        assert '<ol type="a"><li>buổi sáng;</li>' in fresh.text()

    def test_shows_what_a_board_types_as_text(self, draft, who):
        services.regulation_edit(
            regulation=draft, user=who.chief, own={"a": {"own": "<script>alert(1)</script>"}}
        )
        draft.refresh_from_db()
        assert "&lt;script&gt;" in draft.text()
        assert "<script>" not in draft.text()

    def test_of_a_colleague_is_not_written_over(self, draft, who):
        seen = draft.text_hash()
        services.regulation_edit(regulation=draft, user=who.chief, own={"a": {"own": "Một."}}, seen=seen)
        with pytest.raises(RegulationRefusedError, match="The text has changed since you opened it"):
            services.regulation_edit(regulation=draft, user=who.chief, own={"a": {"own": "Hai."}}, seen=seen)

    def test_can_be_thrown_away(self, draft, who):
        services.regulation_discard(regulation=draft, user=who.chief)
        assert not Regulation.objects.exists()


class TestHandingIn:
    def test_freezes_the_text_and_tells_the_head(self, draft, who):
        done = services.regulation_submit(regulation=draft, user=who.chief)
        assert done.status == RegulationStatus.SUBMITTED
        assert done.body == done.compose("vi")
        assert letters("editorial.regulation") == {who.head.pk}

    def test_is_refused_while_the_text_says_otherwise_than_the_settings(self, draft, place, who):
        place.a.email = "moi@example.edu.vn"
        place.a.save()
        with pytest.raises(RegulationRefusedError, match="Bring the draft up to date first"):
            services.regulation_submit(regulation=draft, user=who.chief)

    def test_of_a_later_version_says_what_is_new(self, in_force, place, who):
        draft = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        with pytest.raises(ValidationError, match="Say what is new in this version"):
            services.regulation_submit(regulation=draft, user=who.chief)

    def test_can_be_taken_back(self, draft, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        back = services.regulation_recall(regulation=draft, user=who.chief)
        assert (back.status, back.body, back.submitted_name) == (RegulationStatus.DRAFT, "", "")


class TestApproval:
    def test_numbers_dates_signs_and_hashes_the_version(self, in_force, who):
        assert (in_force.version, in_force.symbol) == (1, "15/QĐ-THPTĐC")
        assert (in_force.signer_title, in_force.signer_name) == ("Hiệu trưởng", "Nguyễn Văn Núi")
        assert in_force.approved_by == who.head
        assert in_force.review_on == DAY + timedelta(days=365)
        assert in_force.is_intact
        assert len(in_force.sha256) == 64
        assert letters("editorial.regulation_decided") == {who.chief.pk}

    @pytest.mark.parametrize("name", ["author", "editor", "chief", "chief_b", "chief_hs", "head_hs", "root"])
    def test_is_for_the_head_alone(self, draft, who, name):
        services.regulation_submit(regulation=draft, user=who.chief)
        with pytest.raises(RegulationRefusedError, match="Only the head who answers for this site"):
            approve(draft, getattr(who, name))

    def test_is_refused_to_a_head_who_lost_the_role(self, draft, place, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        board_member_remove(institution=place.a, role=BoardRole.HEAD, user=who.head)
        with pytest.raises(RegulationRefusedError, match="Only the head"):
            approve(draft, who.head)

    def test_is_of_the_text_that_the_head_read(self, draft, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        with pytest.raises(RegulationRefusedError, match="The text has changed since you opened it"):
            services.regulation_approve(
                regulation=draft, user=who.head, seen="0" * 64, symbol="1/QĐ", issued_on=DAY, effective_on=DAY
            )

    def test_comes_once_and_the_second_person_is_told(self, in_force, who):
        with pytest.raises(RegulationRefusedError, match="Somebody else has acted"):
            approve(in_force, who.head)

    def test_is_refused_to_a_head_who_drafted_it(self, place, who):
        both = make_member(place.b, BoardRole.CHIEF)
        from editorial.services.board import board_member_add

        board_member_add(institution=place.b, role=BoardRole.HEAD, user=both)
        draft = services.regulation_draft(institution=place.b, kind=WEBSITE, user=both)
        services.regulation_submit(regulation=draft, user=both)
        with pytest.raises(RegulationRefusedError, match="You drafted or changed this version yourself"):
            approve(draft, both)

    @pytest.mark.parametrize(
        ("values", "words"),
        [
            ({"symbol": " "}, "Give the number and symbol"),
            ({"effective_on": DAY - timedelta(days=1)}, "takes effect on the day of issue or later"),
            ({"day": date(2099, 1, 1)}, "not in the future"),
            ({"review_on": DAY}, "review date lies after"),
        ],
    )
    def test_asks_for_number_and_dates_in_their_order(self, draft, who, values, words):
        services.regulation_submit(regulation=draft, user=who.chief)
        with pytest.raises(ValidationError, match=words):
            approve(draft, who.head, **values)

    def test_of_a_return_needs_a_reason_which_the_board_reads(self, draft, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        with pytest.raises(ValidationError, match="Give the reason"):
            services.regulation_return(regulation=draft, user=who.head, reason=" ")
        back = services.regulation_return(regulation=draft, user=who.head, reason=REASON)
        assert (back.status, back.return_reason) == (RegulationStatus.DRAFT, REASON)
        acts = list(back.events.values_list("act", flat=True))
        assert acts == [RegulationAct.DRAFTED, RegulationAct.SUBMITTED, RegulationAct.RETURNED]

    def test_of_the_next_version_keeps_the_first(self, in_force, place, who):
        draft = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        services.regulation_edit(regulation=draft, user=who.chief, own={}, changes="Thêm lịch trực.")
        services.regulation_submit(regulation=draft, user=who.chief)
        second = approve(draft, who.head, symbol="16/QĐ-THPTĐC")
        assert second.version == 2
        assert Regulation.objects.get(version=1).is_intact


class TestSiteWithoutHead:
    def test_goes_to_the_head_of_the_nearest_authority_visibly(self, place, who):
        draft = services.regulation_draft(institution=place.b, kind=WEBSITE, user=who.chief_b)
        services.regulation_submit(regulation=draft, user=who.chief_b)
        approver = approver_of(draft)
        assert (approver.institution, approver.escalated_from) == (place.hs, place.b)
        assert "Nobody holds the role of the head" in approver.reason
        done = approve(draft, who.head_hs)
        assert (done.approving_institution, done.signer_name) == (place.hs, "Lê Thị Mây")

    def test_waits_where_no_authority_has_one_either(self, place, who):
        board_member_remove(institution=place.hs, role=BoardRole.HEAD, user=who.head_hs)
        draft = services.regulation_draft(institution=place.b, kind=WEBSITE, user=who.chief_b)
        services.regulation_submit(regulation=draft, user=who.chief_b)
        assert approver_of(draft).user_ids == frozenset()

    def test_with_a_suspended_head_goes_up_too(self, draft, place, who):
        who.head.is_active = False
        who.head.save()
        services.regulation_submit(regulation=draft, user=who.chief)
        assert approver_of(draft).institution == place.hs


class TestReview:
    def test_is_recorded_with_its_next_date_and_changes_no_text(self, in_force, who):
        day = timezone.localdate() + timedelta(days=200)
        before = in_force.sha256
        done = services.regulation_reviewed(regulation=in_force, user=who.chief, review_on=day)
        assert (done.review_on, done.sha256, done.is_intact) == (day, before, True)
        assert done.events.last().act == RegulationAct.REVIEWED

    def test_is_not_put_into_the_past(self, in_force, who):
        with pytest.raises(ValidationError, match="The next review lies in the future"):
            services.regulation_reviewed(regulation=in_force, user=who.chief, review_on=DAY)
