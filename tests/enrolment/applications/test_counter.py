"""What officers do for a family that comes to the school: proof, record, audit, and who may (W8.4c, W9.4)."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from editorial.choices import BoardRole
from enrolment.applications import registries
from enrolment.applications.services.opening import child_digest, has_applied
from enrolment.applications.states import application_move
from enrolment.choices import ApplicationState, Channel, Entry, WishOutcome
from enrolment.models import Application, CampaignPage
from enrolment.processing.checking import Facts, wishes_correct
from enrolment.processing.counter import _taken_by
from network.choices import InstitutionType
from network.models import Letter
from privacy.models import PrivacyAudit, SentForm, SubjectRequest
from privacy.services import submission_read
from tests.enrolment.applications.applicant import IDENTITY, Applicant, make_place, paper
from tests.enrolment.making_applications import make_notice
from tests.factories import make_institution, make_member

S = ApplicationState
OTHER = "001220000009"


@pytest.fixture
def campaign(department, school):
    return make_place(department, school)


@pytest.fixture
def mother(campaign, school):
    return Applicant(campaign, school).apply()


@pytest.fixture
def application(mother):
    return Application.objects.get(submission__reference=mother.codes[0])


@pytest.fixture
def editor(school):
    return make_member(school, BoardRole.EDITOR, last_name="Lê", first_name="Thị Cúc")


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(application) -> str:
    return reverse("enrolment_counter", args=[application.uid])


def proof(**more) -> dict:
    return {
        "go": "1",
        "name": "Trần Thị Thử",
        "relation": "mother",
        "shown": "căn cước công dân",
        "came_on": f"{timezone.localdate():%d/%m/%Y}",
        "scan": paper("don.pdf"),
    } | more


def done(user, application, act: str, **data):
    with override("en"):
        return client_of(user).post(address(application), proof(act=act) | data)


def state_of(application) -> str:
    application.refresh_from_db()
    return application.state


def admitted(application, *, due: int = 3) -> Application:
    moved = application_move(application=application, to=S.VALID)
    day = timezone.localdate() + timedelta(days=due)
    moved = application_move(application=moved, to=S.ADMITTED, due_on=day)
    moved.wishes.filter(position=1).update(outcome=WishOutcome.ADMITTED)
    return moved


def test_a_family_without_telephone_adds_what_it_brings(application, mother, editor):
    application_move(
        application=application, to=S.MORE, text="Khai sinh", due_on=timezone.localdate() - timedelta(days=1)
    )
    before = PrivacyAudit.objects.filter(action="change", user=editor).count()
    answer = done(editor, application, "evidence", file_1=paper("khai_sinh.pdf"), note="Bản sao khai sinh")
    assert answer.status_code == 302, answer.content.decode()
    assert state_of(application) == S.SUBMITTED
    fields = set(application.submission.files.values_list("field", flat=True))
    assert {"added_1", "counter_1"} <= fields
    answered, entry = application.entries.order_by("pk")[2:]
    assert (answered.kind, answered.user) == (Entry.ANSWERED, editor)
    assert (entry.kind, entry.user, entry.is_shown) == (Entry.COUNTER, editor, True)
    text = entry.unseal_field("sealed_text")
    for part in ("Trần Thị Thử", "căn cước công dân", f"{timezone.localdate():%d/%m/%Y}"):
        assert part in text
        assert part not in entry.sealed_text
    assert PrivacyAudit.objects.filter(action="change", user=editor, purpose="request").count() > before
    html = client_of(editor).post(
        reverse("enrolment_case", args=[application.uid]), {"act": "open", "purpose": "handle"}
    )
    assert editor.get_full_name() in html.content.decode()
    assert "Trần Thị Thử" in html.content.decode()
    shown = mother.status_page(*mother.codes)
    assert "căn cước công dân" in shown.text


def test_the_codes_of_the_family_stay_theirs(application, mother, editor):
    secret, hashed = mother.codes[1], application.submission.secret_hash
    client = client_of(editor)
    for data in ({}, {"act": "wishes"}, {"act": "withdraw"}):
        assert secret not in client.post(address(application), data or {"act": "evidence"}).content.decode()
    done(editor, application, "evidence", note="Đã xem bản chính")
    application.submission.refresh_from_db()
    assert application.submission.secret_hash == hashed
    assert mother.status_page(*mother.codes).status == 200


@pytest.mark.parametrize(
    ("act", "state", "outcome"),
    [("confirm", S.CONFIRMED, WishOutcome.ADMITTED), ("decline", S.DECLINED, WishOutcome.GIVEN_UP)],
)
def test_a_place_is_confirmed_or_given_up_for_the_family(application, editor, act, state, outcome):
    admitted(application)
    freed = []
    registries._on_free["test"] = freed.append
    try:
        assert done(editor, application, act).status_code == 302
    finally:
        del registries._on_free["test"]
    assert state_of(application) == state
    assert application.wishes.get(position=1).outcome == outcome
    assert bool(freed) == (act == "decline")
    assert application.entries.get(to_state=state, kind=Entry.STATE).user == editor


def test_nobody_confirms_after_the_day(application, editor):
    admitted(application, due=-1)
    assert 'value="confirm"' not in client_of(editor).get(address(application)).content.decode()
    done(editor, application, "confirm")
    assert state_of(application) == S.ADMITTED


def test_withdrawing_for_a_family_frees_the_number(application, editor, campaign, school):
    assert done(editor, application, "withdraw").status_code == 302
    assert state_of(application) == S.WITHDRAWN
    assert Applicant(campaign, school).apply().codes


def test_without_proof_nothing_is_done(application, editor):
    first = timezone.localdate() - timedelta(days=1)
    for wrong in (
        {"name": ""},
        {"relation": ""},
        {"scan": ""},
        {"shown": "CCCD 001 220 000 001"},
        {"came_on": f"{first:%d/%m/%Y}"},
        {"came_on": f"{timezone.localdate() + timedelta(days=1):%d/%m/%Y}"},
    ):
        assert done(editor, application, "withdraw", **wrong).status_code == 422, wrong
    assert state_of(application) == S.SUBMITTED
    assert not application.submission.files.filter(field__startswith="counter").exists()
    assert not application.entries.filter(kind=Entry.COUNTER).exists()


def test_wishes_are_changed_before_the_deadline_and_checked_anew(application, editor, school):
    wishes_correct(
        application=application,
        user=editor,
        facts={2: Facts(catchment=1, is_first=False, points=0)},
        reason="Theo giấy tờ",
    )
    application_move(application=application, to=S.VALID)
    answer = done(editor, application, "wishes", wish_1=f"{school.pk}/lop_1b", wish_2="")
    assert answer.status_code == 302, answer.content.decode()
    assert state_of(application) == S.SUBMITTED
    assert application.revision == 2
    wish = application.wishes.get()
    assert (wish.track, wish.catchment, wish.position) == ("lop_1b", 1, 1)
    answers = submission_read(submission=application.submission, user=editor, purpose="handle")
    assert (answers["wish_1"], answers["wish_2"]) == (f"{school.pk}/lop_1b", "")
    record = SubjectRequest.objects.get()
    assert (record.method, record.decided_by) == ("paper", editor)
    assert application.entries.get(kind=Entry.CHANGED).user == editor
    again = done(editor, application, "wishes", wish_1=f"{school.pk}/lop_1b", wish_2="")
    assert again.status_code == 422
    html = client_of(editor).post(
        reverse("enrolment_case", args=[application.uid]), {"act": "open", "purpose": "handle"}
    )
    assert f"{school.pk}/lop_1b" not in html.content.decode().split("<main")[1]


def test_after_the_deadline_wishes_stay(application, editor, campaign, school):
    CampaignPage.objects.filter(pk=campaign.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    done(editor, application, "wishes", wish_1=f"{school.pk}/lop_1b", wish_2="")
    assert application.wishes.count() == 2


def test_a_school_that_loses_the_first_wish_no_longer_opens_it(editor, campaign, school, department):
    other = make_institution("HS31", "Trường Tiểu học Bến Gỗ", InstitutionType.PRIMARY, department)
    make_notice(other, campaign, ("lop_1", 9))
    reference = Applicant(campaign, school).apply().codes[0]
    application = Application.objects.get(submission__reference=reference)
    answer = done(editor, application, "wishes", wish_1=f"{other.pk}/lop_1", wish_2="")
    assert answer["Location"] == reverse("enrolment_queue", args=[campaign.pk]), answer.content.decode()
    assert Application.objects.get(pk=application.pk).handler == other
    assert client_of(editor).get(address(application)).status_code == 404


def test_a_corrected_number_takes_the_claim_along(application, editor, campaign, school):
    assert done(editor, application, "identity", child_identity=OTHER).status_code == 302
    application.refresh_from_db()
    assert application.child_digest == child_digest(application.campaign_id, OTHER)
    assert SentForm.objects.get(reference=application.submission.reference).claim == application.child_digest
    assert not has_applied(application.campaign_id, IDENTITY)
    assert Applicant(campaign, school).apply().codes
    assert not Applicant(campaign, school, child_identity=OTHER).apply().codes


def test_a_number_that_another_application_has_is_refused_in_words(
    application, editor, campaign, school, department
):
    second = Applicant(campaign, school, child_identity=OTHER).apply()
    answer = done(editor, application, "identity", child_identity=OTHER)
    assert answer.status_code == 422
    assert second.codes[0] in answer.content.decode()
    other = make_institution("HS32", "Trường Tiểu học Đò Dọc", InstitutionType.PRIMARY, department)
    Application.objects.filter(submission__reference=second.codes[0]).update(handler=other)
    answer = done(editor, application, "identity", child_identity=OTHER)
    assert answer.status_code == 422
    assert second.codes[0] not in answer.content.decode()
    with override("en"):
        assert "Another application of this campaign has this number" in _taken_by(application, OTHER, editor)
        mine = _taken_by(application, OTHER, make_member(department, BoardRole.CHIEF))
    assert f"The application {second.codes[0]} of this campaign has this number" in mine
    application.refresh_from_db()
    assert application.child_digest == child_digest(application.campaign_id, IDENTITY)
    assert not application.entries.filter(kind=Entry.COUNTER).exists()


def test_a_number_that_waits_to_be_filed_is_taken(application, editor):
    note = SentForm.objects.get(reference=application.submission.reference)
    note.pk, note.uid, note.reference, note.token_hash = None, uuid4(), "TS-2222-3333", "x" * 64
    note.draft = None
    note.claim = child_digest(application.campaign_id, OTHER)
    note.save(force_insert=True)
    assert done(editor, application, "identity", child_identity=OTHER).status_code == 422
    assert done(editor, application, "identity", child_identity="001220").status_code == 422


def test_facts_that_an_officer_found_survive_a_corrected_number(application, editor):
    facts = {1: Facts(catchment=1, is_first=True, points=3)}
    wishes_correct(application=application, user=editor, facts=facts, reason="Theo giấy tờ")
    assert done(editor, application, "identity", child_identity=OTHER).status_code == 302
    wish = application.wishes.get(position=1)
    assert (wish.catchment, wish.is_first, wish.points) == (1, True, 3)


def test_who_acts_for_a_family(application, editor, school, department):
    far = make_institution("HS33", "Trường Tiểu học Sông Cái", InstitutionType.PRIMARY, department)
    expected = {
        editor: 200,
        make_member(school, BoardRole.CHIEF): 200,
        make_member(department, BoardRole.CHIEF): 200,
        make_member(school, BoardRole.AUTHOR): 404,
        make_member(far, BoardRole.CHIEF): 404,
    }
    for user, status in expected.items():
        assert client_of(user).get(address(application)).status_code == status
    application.wishes.filter(position=2).update(school=far)
    assert done(list(expected)[-1], application, "withdraw").status_code == 404
    assert state_of(application) == S.SUBMITTED
    assert PrivacyAudit.objects.filter(action="deny").exists()


def test_papers_are_acted_on_as_well_and_an_address_is_told(campaign, school, editor):
    walker = Applicant(campaign, school, rep_email="thu@example.com").apply()
    application = Application.objects.get(submission__reference=walker.codes[0])
    day = timezone.localdate() - timedelta(days=2)
    Application.objects.update(channel=Channel.PAPER, paper_on=day)
    answer = done(editor, application, "evidence", note="x", came_on=f"{day:%d/%m/%Y}")
    assert answer.status_code == 302, answer.content.decode()
    assert Letter.objects.filter(kind="enrolment.application_news").exists()
