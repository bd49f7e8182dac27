"""From the form to the application: once a child, wishes in order, drafts that wait, changes."""

from __future__ import annotations

import base64
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enrolment.applications.forms import forms_for
from enrolment.applications.identity import identity_of
from enrolment.applications.services import opening
from enrolment.applications.services.opening import child_digest, child_digests
from enrolment.choices import ApplicationState, Entry
from enrolment.models import Application, CampaignPage, Wish
from privacy.models import ConsentEvent, FormDraft, Submission, SubmissionFile
from privacy.registry import SubmissionRefusedError
from privacy.services import field_keys_rotate, purge_expired
from tests.enrolment.applications.applicant import IDENTITY, Applicant, make_place, paper
from tests.enrolment.making_applications import make_notice

RESUME = "/tiep-tuc-bieu-mau/"


@pytest.fixture
def campaign(department, school):
    return make_place(department, school)


@pytest.fixture
def mother(campaign, school):
    return Applicant(campaign, school)


def sent(mother) -> Application:
    mother.apply()
    assert len(mother.codes) == 2, mother.text[:3000]
    return Application.objects.get(submission__reference=mother.codes[0])


# What comes of a form


def test_an_application_has_its_wishes_in_order_with_catchment_and_points(mother, school, campaign):
    application = sent(mother)
    assert application.campaign == campaign
    assert application.handler == school
    assert application.state == ApplicationState.SUBMITTED
    rows = list(application.wishes.values_list("position", "track", "catchment", "points", "is_first"))
    assert rows == [(1, "lop_1", 2, 1, False), (2, "lop_1b", 2, 1, False)]
    assert [entry.kind for entry in application.entries.all()] == [Entry.RECEIVED]


def test_the_identity_number_is_nowhere_in_clear(mother):
    application = sent(mother)
    assert application.child_digest == child_digest(application.campaign_id, IDENTITY)
    stored = f"{application.sealed_identity}{application.submission.sealed_answers}"
    assert IDENTITY not in stored
    assert application.unseal_field("sealed_identity") == IDENTITY


def test_the_receipt_has_a_code_of_an_address_that_holds_nothing_of_anybody(mother):
    application = sent(mother)
    addresses = mother.page.xpath("//main//section//a/@href")
    assert f"http://{mother.host}/ho-so-tuyen-sinh/" in addresses
    assert mother.page.xpath("//main//img[starts-with(@src, 'data:image/svg+xml')]")
    assert application.lot_code in mother.text
    assert not [a for a in addresses if mother.codes[0] in a]


def test_only_the_chosen_places_stay_with_what_is_stored(mother):
    fields = {field["name"]: field for field in sent(mother).submission.snapshot["fields"]}
    assert len(fields["wish_1"]["options"]) == 1
    assert "child_sex" not in fields


# Wishes


def test_gaps_between_wishes_are_closed(campaign, school):
    application = sent(Applicant(campaign, school, wish_1=f"{school.pk}/lop_1", wish_2=""))
    assert list(application.wishes.values_list("position", "track")) == [(1, "lop_1")]


def test_no_place_is_wished_for_twice(campaign, school):
    mother = Applicant(campaign, school, wish_2=f"{school.pk}/lop_1").until("wish_1").step()
    assert mother.status == 422
    assert _("This is one of your wishes already. Choose another one.") in mother.text


def test_with_many_schools_words_narrow_the_lists_and_the_queries_stay_the_same(
    department, school, campaign, django_assert_max_num_queries
):
    notice = campaign.notices.first()
    classes = [(f"lop_{number}", 5) for number in range(60)]
    make_notice(school, campaign, *classes)
    assert notice
    mother = Applicant(campaign, school, school_search="b").until("school_search")
    mother.step(school_search="không có trường này")
    assert mother.status == 422
    mother.step(school_search="Lớp lop_59, Lớp lop_1b")
    values = mother.page.xpath("//select[@name='wish_1']/option/@value")
    assert values == ["", f"{school.pk}/lop_1b", f"{school.pk}/lop_59"] or sorted(values) == sorted(
        ["", f"{school.pk}/lop_1b", f"{school.pk}/lop_59"]
    )
    mother.step(wish_1=f"{school.pk}/lop_59", wish_2="")
    assert mother.status == 200


# Slips


def test_a_number_of_another_year_is_said_on_the_check_page_and_refuses_nothing(campaign, school):
    mother = Applicant(campaign, school, child_birth="05/09/2019")
    mother.until("website")
    while "dl" not in [node.tag for node in mother.form.iter()]:
        mother.step()
    assert "2020" in mother.page.xpath("string(//*[contains(@class,'alert--warning')])")
    assert sent(mother)


def test_a_number_that_nobody_can_have_is_refused(mother):
    mother.open()
    for number in ("12345", "000220000001", "001499000001", "0012200000AB", "٠٠١٢٢٠٠٠٠٠٠١"):
        assert mother.step(child_identity=number).status == 422, number


def test_a_number_says_province_sex_and_year():
    found = identity_of("036307123456", today=timezone.localdate())
    assert (found.province, found.sex, found.birth_year, found.has_known_province) == (
        "036",
        "female",
        2007,
        True,
    )


# Once a child


def test_a_second_application_of_one_child_is_refused_at_the_end_and_leaves_nothing(mother, campaign, school):
    sent(mother)
    before = Submission.objects.count()
    other = Applicant(campaign, school, child_name="Tên Khác").apply()
    assert opening.taken_text() in other.page.text_content()
    assert Submission.objects.count() == before
    assert "Thử" not in other.text


def test_two_at_the_same_moment_give_one_application(mother, campaign, school, monkeypatch):
    sent(mother)
    monkeypatch.setattr(opening, "has_applied", lambda *args, **kwargs: False)
    other = Applicant(campaign, school).apply()
    assert other.codes == []
    assert Application.objects.count() == 1


def test_the_database_itself_has_one_application_a_child(mother, monkeypatch):
    application = sent(mother)
    monkeypatch.setattr(opening, "has_applied", lambda *args, **kwargs: False)
    copy = Submission.objects.get(pk=application.submission_id)
    copy.pk, copy.uid, copy.reference, copy.draft_hash = None, uuid.uuid4(), "TS-2222-3333", None
    copy.seal_field("sealed_answers", application.submission.unseal_field("sealed_answers"))
    copy.save(force_insert=True)
    with pytest.raises(SubmissionRefusedError, match=opening.taken_text()[:30]):
        opening.application_open(copy)


def test_a_child_applies_in_two_campaigns_under_different_digests(mother, department, school):
    first = sent(mother)
    second = sent(Applicant(make_place(department, school), school))
    assert first.child_digest != second.child_digest


def test_a_new_key_finds_the_child_again(mother, campaign, settings):
    application = sent(mother)
    fresh = base64.b64encode(b"f" * 32).decode()
    settings.EDUSITE_FIELD_KEYS = [f"fresh:{fresh}", *settings.EDUSITE_FIELD_KEYS]
    assert application.child_digest in child_digests(campaign.pk, IDENTITY)
    field_keys_rotate()
    application.refresh_from_db()
    assert application.child_digest == child_digest(campaign.pk, IDENTITY)
    assert application.unseal_field("sealed_identity") == IDENTITY


# Later, on another device


def test_a_form_that_is_kept_is_gone_on_with_elsewhere(mother, campaign, school):
    mother.open().step()
    mother.step(keep="1", rep_phone="")
    reference, secret = mother.codes
    draft = FormDraft.objects.get()
    assert draft.reference == reference
    assert secret not in f"{draft.secret_hash}{draft.sealed_data}"
    assert f"http://{mother.host}{RESUME}" in mother.page.text_content(), (
        "another device has no link to press"
    )
    assert draft.expires_at == draft.kept_until <= campaign.closes_at
    other = Applicant(campaign, school)
    other.take(other.client.get(RESUME, headers={"host": other.host}))
    assert f"{reference.split('-')[0]}-7K3M-9Q2X" in other.text, "the example is like the code that was shown"
    other.ask(RESUME, {"reference": reference.lower(), "secret": secret})
    assert 'value="Trần Thị Thử"' in other.text
    assert "rep_phone" in [control.name for control in other.controls()]
    while other.form is not None:
        other.step()
    assert Application.objects.count() == 1
    assert not FormDraft.objects.exists()


def test_a_wrong_code_of_a_kept_form_and_one_that_never_was_have_one_answer(mother):
    mother.open().step()
    mother.step(keep="1")
    reference, secret = mother.codes
    answers = []
    for entered in ((reference, "AAAA-BBBB-CCCC"), ("NHAP-2222-2222", secret)):
        mother.take(mother.client.get(RESUME, headers={"host": mother.host}))
        mother.ask(RESUME, dict(zip(("reference", "secret"), entered, strict=True)))
        answers.append((mother.status, tuple(mother.errors())))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422
    for _try in range(5):
        mother.ask(RESUME, {"reference": reference, "secret": "AAAA-BBBB-CCCC"})
    assert mother.status == 429


def test_a_kept_form_goes_when_its_day_has_passed(mother, campaign):
    mother.open().step(keep="1")
    assert FormDraft.objects.exists()
    purge_expired(now=timezone.now() + timedelta(hours=30))
    assert FormDraft.objects.exists()
    purge_expired(now=campaign.closes_at + timedelta(seconds=1))
    assert not FormDraft.objects.exists()


def test_other_forms_offer_no_keeping(sender):
    assert 'name="keep"' not in sender.open().html


# Changes


def change(mother, reference, secret) -> Applicant:
    mother.status_page(reference, secret)
    return mother.ask("/ho-so-tuyen-sinh/", {"act": "change"})


def test_a_change_keeps_codes_and_takes_the_place_of_what_was_sent(mother, school):
    application = sent(mother)
    reference, secret = mother.codes
    consents = ConsentEvent.objects.count()
    change(mother, reference, secret)
    assert (
        _("You are changing what you have sent. It stays as it was until you send the last page.")
        in mother.text
    )
    mother.step(change="wish_1")
    mother.step(wish_1=f"{school.pk}/lop_1b", wish_2="", file_khai_sinh=paper())
    while mother.form is not None:
        mother.step(**({"file_khai_sinh": paper()} if "file_khai_sinh" in mother.text else {}))
    assert mother.codes == [reference]
    decided = mother.page.xpath("//section[@aria-labelledby='decisions-title']//dt/text()")
    assert len(decided) == len(set(decided)), "the newest decision on each purpose"
    application.refresh_from_db()
    assert application.revision == 2
    assert list(application.wishes.values_list("track", flat=True)) == ["lop_1b"]
    assert Submission.objects.count() == 1
    assert ConsentEvent.objects.count() > consents
    assert [entry.kind for entry in application.entries.all()] == [Entry.RECEIVED, Entry.CHANGED]
    assert mother.status_page(reference, secret).status == 200


def test_a_changed_form_that_is_sent_twice_changes_once(mother):
    application = sent(mother)
    reference, secret = mother.codes
    change(mother, reference, secret)
    mother.step()
    last = mother.entered(mother.fill)
    mother.send(last)
    mother.send(last)
    assert mother.codes == [reference]
    application.refresh_from_db()
    assert application.revision == 2


def test_files_stay_with_a_change_or_go_with_it(mother):
    mother.until("file_khai_sinh").step(file_khai_sinh=paper())
    while mother.form is not None:
        mother.step()
    reference, secret = mother.codes
    change(mother, reference, secret)
    while mother.form is not None:
        mother.step()
    assert SubmissionFile.objects.count() == 1
    change(mother, reference, secret)
    mother.step(change="file_khai_sinh")
    mother.step(**{"file_khai_sinh-clear": "on"})
    while mother.form is not None:
        mother.step()
    assert not SubmissionFile.objects.exists()


def test_after_the_deadline_nothing_is_changed(mother, campaign):
    application = sent(mother)
    reference, secret = mother.codes
    change(mother, reference, secret)
    mother.step()
    CampaignPage.objects.filter(pk=campaign.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    mother.step()
    application.refresh_from_db()
    assert application.revision == 1
    mother.status_page(reference, secret)
    assert 'value="change"' not in mother.text
    assert change(mother, reference, secret).status == 409


def test_the_queries_of_the_last_step_do_not_grow_with_the_schools(department, school, campaign):
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in range(2):
        mother = Applicant(campaign, school, child_identity=f"00122000000{number + 1}", wish_2="")
        mother.until("consent-handle")
        cache.clear()
        with CaptureQueriesContext(connection) as found:
            mother.step()
        assert Wish.objects.count() == number + 1
        counts.append(len(found))
        make_notice(school, campaign, *[(f"them_{n}", 5) for n in range(30)])
    assert counts[1] <= counts[0]


# Examples


@pytest.mark.parametrize(
    ("grade", "year", "place"),
    [
        ("nursery", -3, "Kindergarten – kindergarten, age 3"),
        ("grade1", -6, "Primary School – Grade 1"),
        ("grade6", -11, "Lower Secondary School – Grade 6"),
        ("grade10", -15, "Upper Secondary School – Grade 10"),
        ("other", -15, ""),
    ],
)
def test_examples_are_those_of_the_grade(department, school, grade, year, place):
    campaign = make_place(department, school, grade=grade)
    first = int(campaign.school_year[:4]) + year
    with translation.override("en"):
        forms = [form() for form in forms_for(campaign)]
        fields = {name: field for form in forms for name, field in form.fields.items()}
        said = {name: str(fields[name].help_text) for name in ("child_birth", "child_identity", "wish_1")}
    assert f"25/09/{first} or 2509{first}" in said["child_birth"]
    assert f"0012{first % 100:02d}000001" in said["child_identity"]
    assert identity_of(f"0012{first % 100:02d}000001", today=timezone.localdate()).birth_year == first
    assert f"Đồi Chè {place}”" in said["wish_1"] if place else said["wish_1"] == "School and class."


def test_a_birth_date_without_signs_is_taken_and_a_wrong_one_is_explained_with_the_year_of_the_campaign(
    mother,
):
    mother.open()
    mother.step(child_birth="30022020")
    assert mother.status == 422
    assert "25/09/2020" in mother.page.xpath("string(//*[@class='errors'])")
    assert mother.page.xpath("//*[@class='errors']/@autofocus"), (
        "what is wrong is shown first, without script"
    )
    mother.step(child_birth="05092020")
    assert mother.page.xpath("//input[@name='rep_name']")


def test_who_is_turned_away_finds_the_way_to_the_application_and_to_the_campaign(mother, campaign, school):
    sent(mother)
    again = Applicant(campaign, school).apply()
    late = Applicant(campaign, school, child_identity="001320000009")
    late.open()
    CampaignPage.objects.update(closes_at=timezone.now())
    late.step()
    for walker in (again, late):
        assert walker.form is None
        found = set(walker.page.xpath("//main//a/@href"))
        assert {"/ho-so-tuyen-sinh/", campaign.get_url_parts()[2]} <= found
