"""Evidence, validity, and decisions that two people make (W9.4)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.applications.states import StateError
from enrolment.choices import ApplicationState, Entry, WishOutcome
from enrolment.processing.deciding import (
    application_accept,
    application_reopen,
    decision_confirm,
    decision_propose,
    decision_return,
    evidence_ask,
    record_of,
)
from enrolment.processing.letters import overdue_tell
from network.models import Letter
from privacy.calendar import add_working_days
from privacy.models import PrivacyAudit
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
