"""Evidence, validity, and decisions that two people make (W9.4)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.applications.services import place_confirm
from enrolment.applications.states import StateError
from enrolment.choices import AllocationState, ApplicationState, Entry, WishOutcome
from enrolment.models import Allocation
from enrolment.processing.deciding import (
    application_accept,
    application_reopen,
    decision_confirm,
    decision_propose,
    decision_return,
    evidence_ask,
    proposals_for,
    readmission_propose,
    record_of,
)
from enrolment.processing.letters import overdue_tell
from network.models import Letter
from privacy.calendar import add_working_days
from privacy.models import PrivacyAudit
from privacy.services.retention import submission_close
from tests.enrolment.making_applications import make_application
from tests.factories import make_member, make_superuser

S = ApplicationState
NOW = datetime(2026, 6, 3, 2, tzinfo=UTC)
REASON = "Em sinh năm 2011, đợt này cho học sinh sinh năm 2010."


def fresh(application):
    application.refresh_from_db()
    return application


@pytest.fixture
def application(world):
    return make_application(world.campaign, (world.school, "chuyen"), (world.other, "chuyen"))


@pytest.fixture
def direct(world):
    return make_application(
        world.campaign,
        (world.school, "chuyen", {"is_first": True}),
        (world.other, "chuyen"),
        state=S.VALID,
    )


def test_evidence_is_asked_for_with_a_text_and_a_day(application, world):
    with pytest.raises(ValidationError, match=r"what is missing|còn thiếu"):
        evidence_ask(application=application, user=world.editor, text="  ", now=NOW)
    with pytest.raises(ValidationError, match=r"after today|sau hôm nay"):
        evidence_ask(application=application, user=world.editor, text="x", due_on=date(2026, 6, 3), now=NOW)
    before = PrivacyAudit.objects.count()
    evidence_ask(application=application, user=world.editor, text="Ảnh giấy khai sinh bị mờ", now=NOW)
    found = fresh(application)
    assert (found.state, found.due_on) == (S.MORE, add_working_days(date(2026, 6, 3), 5))
    assert PrivacyAudit.objects.count() == before + 1
    line = record_of(application, opened=True)[-1]
    assert (line.entry.kind, line.entry.is_shown, line.text) == (
        Entry.ASKED,
        True,
        "Ảnh giấy khai sinh bị mờ",
    )
    assert "khai sinh" not in line.entry.sealed_text
    assert record_of(application, opened=False)[-1].text == ""


def test_a_request_may_be_put_again_with_another_day(application, world):
    evidence_ask(application=application, user=world.editor, text="một", now=NOW)
    evidence_ask(application=application, user=world.editor, text="hai", due_on=date(2026, 6, 20), now=NOW)
    assert fresh(application).due_on == date(2026, 6, 20)
    assert application.is_overdue(date(2026, 6, 21))
    assert application.entries.filter(kind=Entry.ASKED).count() == 2


def test_only_those_who_check_it_decide(application, world):
    author = make_member(world.school, BoardRole.AUTHOR)
    for user in (world.stranger, author, make_superuser()):
        with pytest.raises(PermissionDenied):
            application_accept(application=application, user=user)
    application_accept(application=application, user=world.authority)
    assert fresh(application).state == S.VALID


def test_a_decision_takes_two_people(application, world):
    decision_propose(application=application, user=world.editor, to=S.INVALID, text=REASON, now=NOW)
    assert fresh(application).state == S.SUBMITTED
    with pytest.raises(ValidationError, match=r"second person|[Nn]gười thứ hai"):
        decision_confirm(application=application, user=world.editor)
    decision_confirm(application=application, user=world.chief, now=NOW)
    found = fresh(application)
    assert (found.state, found.decided_by, found.proposed_by) == (S.INVALID, world.chief, None)
    shown = [line for line in record_of(application, opened=True) if line.entry.is_shown]
    assert [line.text for line in shown] == [REASON]
    assert found.submission.decided_on == found.submission.closed_on == timezone.localdate(NOW)
    with pytest.raises(StateError, match=r"No decision waits|Không có"):
        decision_confirm(application=application, user=world.chief)


def test_rights_of_an_administrator_make_nobody_a_second_person(application, world):
    world.editor.is_superuser = True
    world.editor.save()
    decision_propose(application=application, user=world.editor, to=S.INVALID, text=REASON)
    with pytest.raises(ValidationError, match=r"second person|[Nn]gười thứ hai"):
        decision_confirm(application=application, user=world.editor)


def test_what_is_proposed_waits_and_is_returned_with_a_reason(application, world):
    decision_propose(application=application, user=world.editor, to=S.INVALID, text=REASON)
    with pytest.raises(StateError, match=r"waits for a second person|chờ người thứ hai"):
        application_accept(application=application, user=world.chief)
    with pytest.raises(ValidationError, match=r"why the proposal is returned|vì sao"):
        decision_return(application=application, user=world.chief, reason=" ")
    decision_return(application=application, user=world.chief, reason="Chưa xem trang 2")
    found = fresh(application)
    assert (found.state, found.proposed_state) == (S.SUBMITTED, "")
    assert not application.entries.filter(is_shown=True).exists()


def test_others_of_the_school_get_one_letter_for_what_waits(application, world):
    second = make_application(world.campaign, (world.school, "thuong"))
    for one in (application, second):
        decision_propose(application=one, user=world.editor, to=S.INVALID, text=REASON)
    letters = Letter.objects.filter(kind="enrolment.proposed")
    assert [letter.user for letter in letters] == [world.chief]


def test_direct_admission_takes_two_people_and_a_free_place(direct, world):
    with pytest.raises(ValidationError, match=r"Choose a wish|Chọn"):
        decision_propose(application=direct, user=world.editor, to=S.ADMITTED, text="x", position=2)
    decision_propose(
        application=direct, user=world.editor, to=S.ADMITTED, text="Giải nhất cấp tỉnh", position=1
    )
    decision_confirm(application=direct, user=world.chief, now=NOW)
    found = fresh(direct)
    assert found.state == S.ADMITTED
    assert found.due_on == add_working_days(timezone.localdate(NOW), world.campaign.confirm_days)
    assert [w.outcome for w in found.wishes.order_by("position")] == [
        WishOutcome.ADMITTED,
        WishOutcome.NOT_NEEDED,
    ]


def test_nobody_is_admitted_directly_beyond_the_quota(world):
    def made():
        return make_application(world.campaign, (world.other, "chuyen", {"is_first": True}), state=S.VALID)

    one, two = made(), made()
    for each in (one, two):
        decision_propose(application=each, user=world.authority, to=S.ADMITTED, text="x", position=1)
    decision_confirm(application=one, user=world.stranger)
    with pytest.raises(ValidationError, match=r"places of this class|chỉ tiêu"):
        decision_confirm(application=two, user=world.stranger)
    assert fresh(two).state == S.VALID


def test_a_child_without_such_a_right_is_not_admitted_one_by_one(application, world):
    application_accept(application=application, user=world.editor)
    with pytest.raises(StateError):
        decision_propose(application=application, user=world.editor, to=S.ADMITTED, text="x", position=1)


def test_an_invalid_one_is_taken_up_again_with_a_reason(application, world):
    decision_propose(application=application, user=world.editor, to=S.INVALID, text=REASON)
    decision_confirm(application=application, user=world.chief, now=NOW)
    application_reopen(application=application, user=world.chief, text="Có giấy tờ mới", now=NOW)
    found = fresh(application)
    assert (found.state, found.submission.closed_on) == (S.SUBMITTED, None)


def test_a_day_that_passed_decides_nothing(application, world):
    evidence_ask(application=application, user=world.editor, text="x", due_on=date(2026, 6, 4), now=NOW)
    assert overdue_tell(now=NOW + timedelta(days=1)) == 0
    assert overdue_tell(now=NOW + timedelta(days=2)) == 2
    assert fresh(application).state == S.MORE


@pytest.fixture
def lapsed(world):
    return make_application(
        world.campaign,
        (world.school, "thuong", {"outcome": WishOutcome.GIVEN_UP, "waiting_number": 4}),
        (world.school, "chuyen", {"outcome": WishOutcome.GIVEN_UP}),
        (world.other, "chuyen", {"outcome": WishOutcome.NOT_NEEDED}),
        state=S.LAPSED,
    )


def test_who_lapsed_by_mistake_is_taken_back_by_two_people(lapsed, world):
    submission_close(submission=lapsed.submission, on=date(2026, 6, 2))
    assert proposals_for(lapsed) == []
    with pytest.raises(ValidationError, match=r"Write the reason|Hãy viết lý do|lý do"):
        readmission_propose(application=lapsed, user=world.editor, text=" ", now=NOW)
    readmission_propose(application=lapsed, user=world.editor, text=REASON, now=NOW)
    assert (fresh(lapsed).state, lapsed.proposed_state, lapsed.proposed_position) == (S.LAPSED, S.ADMITTED, 2)
    with pytest.raises(ValidationError) as refused:
        decision_confirm(application=lapsed, user=world.editor, now=NOW)
    assert refused.value.code == "second-person"
    decision_confirm(application=lapsed, user=world.chief, now=NOW)
    found = fresh(lapsed)
    assert (found.state, found.decided_by, found.proposed_state) == (S.ADMITTED, world.chief, "")
    assert found.due_on == add_working_days(date(2026, 6, 3), world.campaign.confirm_days)
    assert list(found.wishes.order_by("position").values_list("outcome", flat=True)) == [
        WishOutcome.GIVEN_UP,
        WishOutcome.ADMITTED,
        WishOutcome.NOT_NEEDED,
    ]
    found.submission.refresh_from_db()
    assert found.submission.closed_on is None
    entry = found.entries.get(to_state=S.ADMITTED, kind=Entry.STATE)
    assert (entry.is_shown, entry.user, entry.unseal_field("sealed_text")) == (True, world.chief, REASON)
    place_confirm(application=found, now=NOW)
    assert fresh(lapsed).state == S.CONFIRMED


def test_nobody_is_taken_back_into_a_class_that_is_full(lapsed, world):
    taken = {"outcome": WishOutcome.ADMITTED}
    make_application(world.campaign, (world.school, "chuyen", taken), state=S.CONFIRMED)
    readmission_propose(application=lapsed, user=world.editor, text=REASON, now=NOW)
    make_application(world.campaign, (world.school, "chuyen", taken), state=S.ADMITTED)
    with pytest.raises(ValidationError) as refused:
        decision_confirm(application=lapsed, user=world.chief, now=NOW)
    assert refused.value.code == "quota"
    assert fresh(lapsed).state == S.LAPSED
    decision_return(application=lapsed, user=world.chief, reason="Lớp đã đủ", now=NOW)
    with pytest.raises(ValidationError) as refused:
        readmission_propose(application=lapsed, user=world.editor, text=REASON, now=NOW)
    assert refused.value.code == "quota"


def test_the_place_on_a_list_that_still_moves_comes_back(lapsed, world):
    Allocation.objects.create(campaign=world.campaign, number=1, state=AllocationState.PUBLISHED)
    readmission_propose(application=lapsed, user=world.editor, text=REASON, now=NOW)
    decision_confirm(application=lapsed, user=world.chief, now=NOW)
    wish = fresh(lapsed).wishes.get(position=1)
    assert (wish.outcome, wish.waiting_number) == (WishOutcome.WAITING, 4)


def test_who_gave_a_place_up_is_not_taken_back(lapsed, world):
    lapsed.state = S.DECLINED
    lapsed.save()
    with pytest.raises(StateError):
        readmission_propose(application=lapsed, user=world.editor, text=REASON, now=NOW)
    author = make_member(world.school, BoardRole.AUTHOR)
    lapsed.state = S.LAPSED
    lapsed.save()
    for nobody in (author, world.stranger):
        with pytest.raises(PermissionDenied):
            readmission_propose(application=lapsed, user=nobody, text=REASON, now=NOW)
    readmission_propose(application=lapsed, user=world.authority, text=REASON, now=NOW)


def test_taking_back_on_the_screen(lapsed, world, client):
    address = reverse("enrolment_case", args=[lapsed.uid])
    client.force_login(world.editor)
    opened = client.post(address, {"act": "open", "purpose": "handle"}).content.decode()
    assert 'value="readmit"' in opened
    assert 'value="propose"' not in opened
    assert client.post(address, {"act": "readmit", "text": ""}).status_code == 422
    assert client.post(address, {"act": "readmit", "text": REASON}).status_code == 302
    client.force_login(world.chief)
    assert client.post(address, {"act": "confirm"}).status_code == 302
    assert fresh(lapsed).state == S.ADMITTED
