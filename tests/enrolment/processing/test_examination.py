"""Numbers, rooms, lists of participants and scores (W9.4, W9.8)."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import ModelLogEntry, PageLogEntry

from editorial.choices import BoardRole
from enrolment.choices import ApplicationState, Entry, ScoreListState
from enrolment.models import Application, ScoreList, Wish
from enrolment.processing.participants import participants_export, participants_page_make
from enrolment.processing.rooms import RoomPlan, exam_card, numbers_assign, order_key, rooms_of
from enrolment.processing.scores import (
    score_list_confirm,
    score_list_create,
    score_list_propose,
    score_list_return,
    score_list_try,
    score_lists_purge,
    scores_type,
)
from enrolment.processing.selectors import office_for
from privacy.choices import AuditAction
from privacy.guard import scan_content
from privacy.guard.checking import page_hindrances
from privacy.guard.reading.pages import page_content
from privacy.models import PrivacyAudit
from tests.enrolment.making import workbook
from tests.enrolment.making_applications import make_application
from tests.factories import make_member

S = ApplicationState
PLAN = RoomPlan(prefix="05", room_size=2)


@pytest.fixture
def five(world):
    return [
        make_application(
            world.campaign,
            (world.school, "chuyen"),
            (world.other, "chuyen"),
            state=S.VALID,
            answers={"child_name": f"Trần Thị {name}", "child_birth": f"2010-0{at}-11"},
        )
        for at, name in enumerate(("Ánh", "Bích", "Châu", "Diệp", "Én"), start=1)
    ]


@pytest.fixture
def numbered(five, world):
    numbers_assign(campaign=world.campaign, school=world.school, user=world.editor, plan=PLAN)
    return list(Application.objects.order_by("candidate_number"))


def test_numbers_follow_the_lot_and_not_the_names(five, world):
    def pairs():
        return list(Application.objects.order_by("pk").values_list("candidate_number", "room"))

    assert numbers_assign(campaign=world.campaign, school=world.school, user=world.editor, plan=PLAN) == 5
    first = pairs()
    assert sorted(number for number, _room in first) == [f"05000{n}" for n in range(1, 6)]
    assert [room.candidates for room in rooms_of(world.campaign, world.school)] == [2, 2, 1]
    in_order = sorted(Application.objects.all(), key=lambda one: order_key(world.campaign, one))
    assert [one.candidate_number for one in in_order] == sorted(number for number, _room in first)
    numbers_assign(campaign=world.campaign, school=world.school, user=world.chief, plan=PLAN, again=True)
    assert pairs() == first


def test_whoever_comes_later_gets_the_next_number(numbered, world):
    late = make_application(world.campaign, (world.school, "thuong"), state=S.VALID)
    assert numbers_assign(campaign=world.campaign, school=world.school, user=world.editor, plan=PLAN) == 1
    late.refresh_from_db()
    assert (late.candidate_number, late.room) == ("050006", "03")


def test_two_schools_never_share_a_number(numbered, world):
    make_application(world.campaign, (world.other, "chuyen"), state=S.VALID)
    with pytest.raises(ValidationError, match=r"Another school|Trường khác"):
        numbers_assign(campaign=world.campaign, school=world.other, user=world.stranger, plan=PLAN)
    with pytest.raises(PermissionDenied):
        numbers_assign(campaign=world.campaign, school=world.other, user=world.editor, plan=PLAN)


def test_numbers_stay_once_scores_were_entered(numbered, world):
    Wish.objects.filter(application=numbered[0]).update(score=8)
    with pytest.raises(ValidationError, match=r"stay as they are|giữ nguyên"):
        numbers_assign(campaign=world.campaign, school=world.school, user=world.editor, plan=PLAN, again=True)


def test_a_card_names_room_place_and_classes(numbered, world):
    card = exam_card(numbered[0])
    assert (card.number, card.room, card.exam_place) == ("050001", "01", "Nhà A")
    assert [place.school for place in card.places] == [world.school, world.other]
    assert exam_card(make_application(world.campaign, (world.school, "thuong"))) is None


def exported(world, user, **values):
    asked = {
        "purpose": "handle",
        "reason": "Xếp chỗ ngồi",
        "columns": ["number", "name", "birth"],
        "school": world.school,
    } | values
    return participants_export(office=office_for(user, world.campaign), user=user, **asked)


def test_the_internal_list_holds_what_was_asked_for_and_is_on_record(numbered, world):
    rows = exported(world, world.editor)
    assert len(rows) == 6
    assert {row[1] for row in rows[1:]} == {f"Trần Thị {n}" for n in ("Ánh", "Bích", "Châu", "Diệp", "Én")}
    assert ["Trần Thị Ánh", "11/01/2010"] in [row[1:] for row in rows]
    assert "0362" not in str(rows)
    record = PrivacyAudit.objects.filter(action=AuditAction.EXPORT).get()
    assert (record.user, record.count, record.purpose) == (world.editor, 5, "handle")
    entry = PageLogEntry.objects.filter(action="enrolment.participants_export").get()
    assert entry.data["reason"] == "Xếp chỗ ngồi"
    assert not ModelLogEntry.objects.filter(action="enrolment.participants_export").exists()


def test_who_has_no_number_stands_at_the_end_of_the_list(numbered, world):
    numbered[0].__class__.objects.filter(pk=numbered[0].pk).update(candidate_number="", room="")
    rows = exported(world, world.editor, columns=["number", "room"])[1:]
    assert [row[0] for row in rows] == ["050002", "050003", "050004", "050005", ""]


def test_no_list_without_purpose_and_reason_or_for_another_school(numbered, world):
    with pytest.raises(ValidationError, match=r"purpose|mục đích"):
        exported(world, world.editor, purpose="")
    with pytest.raises(ValidationError, match=r"needed for|để làm gì"):
        exported(world, world.editor, reason=" ")
    with pytest.raises(PermissionDenied):
        exported(world, world.stranger)


def test_a_list_of_a_class_has_scores_of_that_class_only(numbered, world):
    Wish.objects.filter(application=numbered[0], school=world.other).update(score="7.5")
    place = next(p for p in office_for(world.stranger, world.campaign).places)
    rows = exported(world, world.stranger, school=None, place=place, columns=["number", "score", "reference"])
    assert rows[1][0] == "050001"
    assert rows[1][2] == Decimal("7.5")


def table(*rows):
    return io.BytesIO("\n".join(("SBD,Tổng điểm", *rows)).encode())


def taken_in(world, *rows, user=None):
    return score_list_create(
        office=office_for(user or world.editor, world.campaign),
        user=user or world.editor,
        file=table(*rows),
        filename="diem.csv",
        school=world.school,
    )


GOOD = ('050001,"8,25"', "050002,0", "050003,vắng", "050004,7.5", "050005,10")


def test_scores_come_in_whole_once_a_second_person_confirmed(numbered, world):
    made = taken_in(world, *GOOD)
    assert made.columns == {"number": 0, "total": 1}
    score_list_try(score_list=made, user=world.editor, columns=made.columns)
    score_list_propose(score_list=made, user=world.editor)
    assert not Wish.objects.filter(score__isnull=False).exists()
    with pytest.raises(ValidationError, match=r"second person|[Nn]gười thứ hai"):
        score_list_confirm(score_list=made, user=world.editor)
    with pytest.raises(PermissionDenied):
        score_list_confirm(score_list=made, user=world.stranger)
    assert score_list_confirm(score_list=made, user=world.chief) == 10
    scores = [list(one.wishes.order_by("position").values_list("score", flat=True)) for one in numbered]
    assert scores == [[Decimal(x)] * 2 if x else [None] * 2 for x in ("8.25", "0", None, "7.5", "10")]
    made.refresh_from_db()
    assert (made.state, made.sealed_table, made.sealed_scores) == (ScoreListState.CONFIRMED, "", "")
    assert numbered[0].entries.get().kind == Entry.SCORED


def test_one_wrong_row_keeps_all_out_and_is_reported_by_cell(numbered, world):
    made = taken_in(world, "050001,8.25", "050001,9", "999999,5", "050002,tám", "050003,")
    trial = score_list_try(score_list=made, user=world.editor, columns=made.columns)
    assert [fault["cell"] for fault in trial.faults] == ["A3", "A4", "B5", "B6"]
    assert "050001" not in str(trial.faults)
    made.refresh_from_db()
    assert made.state == ScoreListState.WRONG
    with pytest.raises(ValidationError):
        score_list_propose(score_list=made, user=world.editor)


def test_a_class_with_a_paper_of_its_own_takes_its_own_column(numbered, world):
    key = f"{world.other.pk}/chuyen"
    file = workbook([["SBD", "Tổng điểm", "Chuyên"], ["050001", 8.25, 6], ["050002", 7, None]])
    office = office_for(world.authority, world.campaign)
    made = score_list_create(office=office, user=world.authority, file=file, filename="diem.xlsx")
    score_list_try(score_list=made, user=world.authority, columns={"number": 0, "total": 1, key: 2})
    score_list_propose(score_list=made, user=world.authority)
    second = make_member(world.department, BoardRole.CHIEF)
    score_list_confirm(score_list=made, user=second)
    first = numbered[0].wishes.order_by("position").values_list("score", flat=True)
    assert list(first) == [Decimal("8.25"), Decimal(6)]
    assert list(numbered[1].wishes.order_by("position").values_list("score", flat=True)) == [7, None]


def test_what_is_typed_is_typed_twice(numbered, world):
    room = numbered[0].room
    office = office_for(world.editor, world.campaign)
    people = [one for one in numbered if one.room == room]
    typed = {people[0].pk: "8,25", people[1].pk: "vắng"}
    made = scores_type(office=office, user=world.editor, room=room, typed=typed, school=world.school)
    wrong = typed | {people[1].pk: "5"}
    with pytest.raises(ValidationError, match=people[1].candidate_number):
        score_list_confirm(score_list=made, user=world.chief, typed=wrong)
    assert not Wish.objects.filter(score__isnull=False).exists()
    assert score_list_confirm(score_list=made, user=world.chief, typed=typed) == 4
    assert people[0].wishes.first().score == Decimal("8.25")


def test_an_application_that_was_decided_meanwhile_keeps_the_list_out(numbered, world):
    made = taken_in(world, *GOOD)
    score_list_try(score_list=made, user=world.editor, columns=made.columns)
    score_list_propose(score_list=made, user=world.editor)
    Application.objects.filter(pk=numbered[0].pk).update(state=S.ADMITTED)
    with pytest.raises(ValidationError, match=r"try the list again|thử lại"):
        score_list_confirm(score_list=made, user=world.chief)
    assert not Wish.objects.filter(score__isnull=False).exists()


def test_what_nobody_decides_is_erased(numbered, world):
    made, returned = taken_in(world, *GOOD), taken_in(world, *GOOD)
    score_list_return(score_list=returned, user=world.chief, reason="Nhầm phòng")
    assert score_lists_purge(now=made.made_at) == 0
    assert score_lists_purge(now=made.made_at + timedelta(days=31)) == 1
    assert set(ScoreList.objects.values_list("state", "sealed_table")) == {("dropped", ""), ("returned", "")}


def test_the_public_list_is_a_draft_without_names(numbered, world):
    page = participants_page_make(campaign=world.campaign, school=world.school, user=world.editor)
    draft = page.get_latest_revision_as_object()
    assert not page.live
    assert draft.body[-1].value["data"][1:] == [[one.candidate_number, one.room] for one in numbered]
    assert "Trần Thị" not in str(draft.body.get_prep_value())
    with pytest.raises(PermissionDenied):
        participants_page_make(campaign=world.campaign, school=world.school, user=world.authority)


def test_the_guard_lets_numbers_through_and_stops_names(numbered, world):
    page = participants_page_make(campaign=world.campaign, school=world.school, user=world.editor)
    draft = page.get_latest_revision_as_object()
    assert scan_content(page_content(draft)).people == 0
    assert not page_hindrances(draft)
    names = exported(world, world.editor)
    rows = [[str(cell) for cell in row] for row in names]
    draft.body = [("table", {"data": rows, "first_row_is_table_header": True})]
    assert scan_content(page_content(draft)).people == 5
    assert page_hindrances(draft)
