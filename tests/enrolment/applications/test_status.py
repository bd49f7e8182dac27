"""What an applicant sees and does with both codes; what staff enter from paper; what is left at the end."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from editorial.choices import BoardRole
from enrolment.applications import registries
from enrolment.applications.registries import FreePlace
from enrolment.applications.services import (
    application_withdraw,
    evidence_add,
    place_confirm,
    place_decline,
)
from enrolment.applications.services.closing import applications_close_due
from enrolment.applications.services.opening import child_digest
from enrolment.applications.states import StateError, application_move
from enrolment.choices import ApplicationState, Channel, Entry, WishOutcome
from enrolment.models import Application, Wish
from enrolment.tries import misses_of_network, tries_count
from network.models import Letter
from network.services.letters import letters_send
from privacy import throttle
from privacy.choices import Actor, Method
from privacy.models import ConsentEvent, FormTotals, Submission, SubmissionFile
from privacy.rights.changes import answers_correct, submission_forget
from privacy.services import purge_expired
from tests.enrolment.applications.applicant import STATUS, Applicant, make_place, paper
from tests.factories import make_institution, make_member
from tests.privacy.sender import tables_holding
from tests.privacy.walker import Walker

S = ApplicationState
WISHES_LATE = "Wishes are changed until the campaign closes, and not after a decision."


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
def both(mother, application):
    return tuple(mother.codes)


def moved(application, *states, **fields) -> Application:
    for state in states:
        application = application_move(application=application, to=state, **fields)
    return application


def admitted(application, *, due: int = 3) -> Application:
    found = moved(application, S.VALID)
    found = moved(found, S.ADMITTED, due_on=timezone.localdate() + timedelta(days=due))
    found.wishes.filter(position=1).update(outcome=WishOutcome.ADMITTED)
    found.wishes.filter(position=2).update(outcome=WishOutcome.NOT_NEEDED)
    return found


# Looking


def test_both_codes_open_state_record_and_wishes(mother, both):
    mother.status_page(*both)
    text = mother.page.text_content()
    assert mother.status == 200
    assert "Lớp lop_1b" in text
    assert str(S.SUBMITTED.label) in text
    assert both[0] not in mother.response.request["PATH_INFO"] + mother.response.request["QUERY_STRING"]
    assert "no-store" in mother.response["Cache-Control"]


def test_a_wrong_secret_and_a_code_that_never_was_have_one_answer_and_are_slowed_down(mother, both, settings):
    settings.EDUSITE_LOOKUP_MISSES_NUMBER = 3
    answers = []
    for entered in ((both[0], "AAAA-BBBB-CCCC"), ("TS-2222-2222", both[1])):
        mother.status_page(*entered)
        answers.append((mother.status, tuple(mother.errors())))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422
    for _try in range(4):
        mother.status_page(both[0], "AAAA-BBBB-CCCC")
    assert mother.status == 429
    with translation.override("vi"):
        assert mother.page.xpath("string(//h1)").strip() == _("Too many attempts")
    mother.status_page(*both)
    assert mother.status == 200, "who has both codes is let in, whatever others have tried"


def test_a_network_on_which_birth_dates_were_guessed_still_opens_applications(mother, both, settings):
    settings.EDUSITE_LOOKUP_MISSES_NETWORK = 1
    guessed = misses_of_network("127.0.0.1")
    tries_count([guessed], add=50, now=timezone.now())
    mother.status_page(both[0], "AAAA-BBBB-CCCC")
    assert mother.status == 422


def test_a_network_that_sends_too_much_reads_why_under_a_heading(mother, both, monkeypatch):
    monkeypatch.setattr(throttle, "STEPS_AN_HOUR", 0)
    mother.status_page(*both)
    assert mother.status == 429
    assert mother.page.xpath("string(//h1)").strip()
    assert mother.page.xpath("string(//title)").strip()[0].isalpha()


def test_an_opened_application_stays_with_the_browser_that_opened_it(mother, both, campaign, school):
    mother.status_page(*both)
    token = mother.page.xpath("string(//input[@name='file']/@value)")
    other = Applicant(campaign, school)
    other.take(other.client.get(STATUS, headers={"host": other.host}))
    other.ask(STATUS, {"file": token, "act": "withdraw", "go": "1"})
    assert other.status == 410
    assert Application.objects.get().state == S.SUBMITTED


def test_outcomes_of_wishes_are_told_when_they_are_decided_and_not_before(mother, both, application):
    registries.register_explainer("test", _explained)
    application.wishes.update(outcome=WishOutcome.ADMITTED)
    moved(application, S.VALID)
    mother.status_page(*both)
    assert "Vì còn chỗ" not in mother.text
    moved(application, S.ADMITTED)
    mother.status_page(*both)
    assert "Vì còn chỗ" in mother.text
    registries._explainers.pop("test")


def _explained(application, wish):
    return ["Vì còn chỗ."]


# Doing


def test_evidence_that_was_asked_for_is_added_and_goes_back_to_the_school(mother, both, application):
    day = timezone.localdate() + timedelta(days=2)
    moved(application, S.MORE, text="Xin gửi ảnh giấy khai sinh rõ hơn.", due_on=day)
    mother.status_page(*both)
    assert "Xin gửi ảnh giấy khai sinh rõ hơn." in mother.text
    assert f"{day:%d/%m/%Y}" in mother.text
    mother.act("evidence", file_1=paper(), note="Bản gốc tôi mang tới sau.")
    assert mother.status == 200
    application.refresh_from_db()
    assert application.state == S.SUBMITTED
    assert application.due_on is None
    assert SubmissionFile.objects.get().submission_id == application.submission_id
    assert application.entries.last().kind == Entry.ANSWERED
    assert "Bản gốc" not in application.entries.last().sealed_text


def test_nothing_is_added_without_being_asked_after_the_day_or_without_anything(application):
    with pytest.raises(StateError):
        evidence_add(application=application, uploads=[], note="x")
    yesterday = timezone.localdate() - timedelta(days=1)
    asked = moved(application, S.MORE, due_on=yesterday)
    with pytest.raises(StateError, match=f"{yesterday:%d/%m/%Y}"):
        evidence_add(application=asked, uploads=[], note="x")
    with pytest.raises(
        Exception, match=re.escape(_("Choose a file, or write what you want to tell the school."))
    ):
        evidence_add(application=asked, uploads=[])


def test_what_cannot_be_undone_stands_behind_what_can(mother, both, application):
    mother.status_page(*both)
    assert mother.page.xpath("//button[@name='act']/@value") == ["change", "withdraw"]


def test_the_form_says_that_a_file_or_a_note_is_needed_and_its_summary_leads_to_the_file(
    mother, both, application
):
    moved(application, S.MORE, due_on=timezone.localdate() + timedelta(days=2))
    mother.status_page(*both)
    mother.act("evidence", note=" ")
    assert mother.status == 422
    assert mother.page.xpath("//div[@role='alert']//a/@href") == ["#id_file_1"]
    marks = mother.page.xpath("//label[.//*[@class='field__optional']]/@for")
    needed = mother.page.xpath(f"//label[contains(., '{_('a file or a note is needed')}')]/@for")
    assert needed == ["id_file_1", "id_note"]
    assert marks == ["id_file_1", "id_file_2", "id_file_3", "id_note"]
    mother.act("evidence", note="Bản gốc tôi mang tới sau.")
    assert mother.status == 200


def test_a_place_is_confirmed_once_and_in_time(mother, both, application):
    admitted(application)
    mother.status_page(*both)
    mother.act("confirm")
    application.refresh_from_db()
    assert application.state == S.CONFIRMED
    assert 'value="confirm"' not in mother.text
    with pytest.raises(StateError):
        place_confirm(application=application)


def test_a_place_is_not_confirmed_after_its_day(application):
    with pytest.raises(StateError):
        place_confirm(application=admitted(application, due=-1))


def test_a_place_that_is_given_up_is_free_for_the_next(application, school, campaign):
    found: list[FreePlace] = []
    registries._on_free["test"] = found.append
    place_decline(application=admitted(application))
    registries._on_free.pop("test")
    assert found == [FreePlace(campaign.pk, school.pk, "lop_1")]
    assert Wish.objects.get(position=1).outcome == WishOutcome.GIVEN_UP
    application.submission.refresh_from_db()
    assert application.submission.closed_on == timezone.localdate()


def test_whoever_withdraws_may_apply_anew(mother, both, application, campaign, school):
    mother.status_page(*both)
    mother.act("withdraw")
    application.refresh_from_db()
    assert application.state == S.WITHDRAWN
    assert mother.page.xpath(f"//main//a[@href='{campaign.get_url_parts()[2]}']")
    assert Applicant(campaign, school).apply().codes
    assert Application.objects.count() == 2


def test_after_the_deadline_nobody_is_sent_to_a_form_that_is_closed(mother, both, application, campaign):
    application_withdraw(application=application)
    type(campaign).objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    mother.status_page(*both)
    assert not mother.page.xpath(f"//main//a[@href='{campaign.get_url_parts()[2]}']")


def test_whoever_withdraws_with_a_place_gives_it_up(application):
    assert application_withdraw(application=admitted(application)).state == S.DECLINED


# Letters


def test_news_is_told_by_a_letter_that_names_nobody(campaign, school):
    mother = Applicant(campaign, school, rep_email="binh@example.org").apply()
    application = Application.objects.get(submission__reference=mother.codes[0])
    moved(application, S.MORE, text="Thiếu giấy khai sinh.")
    letters_send()
    letter = next(m for m in mail.outbox if m.to == ["binh@example.org"])
    assert mother.codes[0] in letter.subject + letter.body
    assert "Thử" not in letter.subject + letter.body
    assert "khai sinh" not in letter.body
    assert tables_holding("binh@example.org") == []


def test_without_an_address_no_letter_is_queued(application):
    moved(application, S.VALID)
    assert not Letter.objects.filter(kind="enrolment.application_news").exists()


# Rights


def test_a_corrected_number_moves_the_digest_and_wishes_follow(application, school):
    submission = application.submission
    shown = {"child_identity": {"label": "Số", "value": "x"}}
    answers_correct(submission=submission, values={"child_identity": "001220000009"}, shown=shown)
    application.refresh_from_db()
    assert application.child_digest == child_digest(application.campaign_id, "001220000009")
    answers_correct(submission=submission, values={"wish_2": ""}, shown=shown)
    assert list(application.wishes.values_list("track", flat=True)) == ["lop_1"]


def test_wishes_are_not_corrected_after_a_decision(application):
    admitted(application)
    with pytest.raises(Exception, match=re.escape(_(WISHES_LATE))):
        answers_correct(submission=application.submission, values={"wish_2": ""}, shown={"wish_2": {}})


def test_erasing_frees_the_place_that_was_held(application, school, campaign):
    admitted(application)
    found: list[FreePlace] = []
    registries._on_free["test"] = found.append
    submission_forget(submission=application.submission)
    registries._on_free.pop("test")
    assert found == [FreePlace(campaign.pk, school.pk, "lop_1")]
    assert not Application.objects.exists()


def test_erasing_takes_the_application_along(application):
    submission_forget(submission=application.submission)
    assert not Application.objects.exists()
    assert not Wish.objects.exists()


# The end


def test_after_the_period_nothing_is_left_but_totals_by_class_and_outcome(campaign, school):
    for number in range(6):
        child = {"child_identity": f"00122000000{number}", "child_name": "DAUVET9QZ"}
        mother = Applicant(campaign, school, **child).apply()
        application = Application.objects.get(submission__reference=mother.codes[0])
        admitted(application)
    later = campaign.closes_at + timedelta(days=40)
    assert applications_close_due(now=later) == 6
    assert applications_close_due(now=later) == 0
    purge_expired(now=later + timedelta(days=366 * 2))
    assert not Submission.objects.exists()
    assert not Application.objects.exists()
    assert tables_holding("DAUVET9QZ") == []
    table = {row["field"]: row["rows"] for row in FormTotals.objects.get().table}
    rows = {row["label"]: row["count"] for row in table["wish_1"]}
    assert rows == {f"{school.name} – Lớp lop_1": 6}
    assert "outcomes" in table
    assert "child_name" not in table


# Paper


def clerk_walk(client, campaign, applicant, **last) -> Walker:
    """Through the steps as a clerk; `last` is entered with the signed paper."""
    walker = Walker("", reverse("enrolment_paper_form", args=[campaign.pk]))
    walker.client, walker.send = client, lambda data: walker.take(client.post(walker.path, data))
    walker.take(client.get(walker.path))
    for _step in range(12):
        if walker.form is None:
            break
        data = walker.entered(applicant.fill)
        if "scan" in [control.name for control in walker.controls()]:
            data |= last
        walker.send(data)
        assert walker.status in (200, 409), walker.text[:3000]
    return walker


@pytest.fixture
def clerk(school):
    client = Client()
    client.force_login(make_member(school, BoardRole.AUTHOR))
    return client


def test_a_clerk_enters_a_paper_with_the_proof_of_its_signed_consent(campaign, school, clerk):
    applicant = Applicant(campaign, school)
    last = {"scan": paper("to_khai.pdf"), "received_on": f"{timezone.localdate():%d/%m/%Y}"}
    walker = clerk_walk(clerk, campaign, applicant, **last)
    application = Application.objects.get()
    assert application.channel == Channel.PAPER
    assert application.entered_by is not None
    assert application.submission.reference in walker.text
    event = ConsentEvent.objects.filter(purpose__code="handle").get()
    assert (event.method, event.actor) == (Method.PAPER, Actor.REPRESENTATIVE)
    assert SubmissionFile.objects.get().field == "paper_consent"
    secret = walker.page.xpath("string(//main//dd[2]/strong)") or walker.page.xpath(
        "string((//dd/strong)[2])"
    )
    assert applicant.status_page(application.submission.reference, secret.strip()).status == 200
    second = clerk_walk(clerk, campaign, applicant, **last | {"scan": paper()})
    assert second.status == 409
    assert Application.objects.count() == 1


def test_without_a_scan_no_paper_is_stored(campaign, school, clerk):
    walker = Walker("", reverse("enrolment_paper_form", args=[campaign.pk]))
    applicant = Applicant(campaign, school)
    walker.take(clerk.get(walker.path))
    for _step in range(9):
        walker.take(clerk.post(walker.path, walker.entered(applicant.fill)))
    assert walker.status == 422
    assert not Submission.objects.exists()


def test_papers_are_entered_by_the_schools_of_a_campaign_and_its_owner_only(campaign, department, school):
    address = reverse("enrolment_paper_form", args=[campaign.pk])
    other = make_institution("HS77", "Trường Khác", "primary", department)
    expected = {
        (school, BoardRole.AUTHOR): 200,
        (department, BoardRole.EDITOR): 200,
        (other, BoardRole.CHIEF): 404,
    }
    for (institution, role), status in expected.items():
        client = Client()
        client.force_login(make_member(institution, role))
        assert client.get(address).status_code == status, institution
        listed = client.get(reverse("enrolment_paper")).content.decode()
        assert (campaign.title in listed) == (status == 200)
