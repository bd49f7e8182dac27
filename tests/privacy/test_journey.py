import pytest
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from feedback.models import FeedbackPage
from network.choices import InstitutionType
from privacy import throttle
from privacy.choices import AuditAction, Decision
from privacy.forms import machines
from privacy.forms.decisions import wording_sha256
from privacy.models import ConsentEvent, FormDraft, Notice, PrivacyAudit, Purpose, Recipient, Submission
from privacy.services import drafts, notice_publish
from tests.factories import home_of, make_institution, make_page, section_of
from tests.privacy.sender import ANSWERS, Sender, tables_holding

MARKERS = {"subject": "DẤUCHỦĐỀ9", "message": "DẤUNỘIDUNG9", "name": "DẤUTÊN9", "email": "dau9@example.org"}


def decisions() -> dict[str, str]:
    return {
        (event.purpose.code if event.purpose else event.step): event.decision
        for event in ConsentEvent.objects.select_related("purpose")
    }


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gop-y/", ["tiếp nhận, xem xét", "Gửi phản ánh, góp ý", "cơ quan quản lý cấp trên"]),
        (
            "/en/gop-y/",
            ["How your personal information is used", "Continue", "I accept", "Your reference code"],
        ),
    ],
)
def test_a_form_goes_from_notice_to_receipt_in_each_language(department, path, words):
    agency = make_institution("HS.P", "Phòng Giáo dục", InstitutionType.AGENCY, department)
    home = home_of(agency, "en")
    make_page(home, FeedbackPage, title="Feedback", slug="gop-y", locale=home.locale)
    sender = Sender(agency, path).open()
    pages = [sender.html, sender.send(ANSWERS).html, sender.send().html]
    pages.append(sender.send({"consent-handle": "on", "consent-contact": "on"}).html)
    pages.append(sender.send(dict.fromkeys(sender.share_names(), "yes")).html)
    assert sender.response.status_code == 200
    reference, secret = sender.codes()
    assert Submission.objects.get().reference == reference
    assert len(secret) == 14
    pages.append(sender.html)
    assert [word for word in words if not any(word in page for page in pages)] == []
    assert f'lang="{"en" if path.startswith("/en/") else "vi"}"' in pages[0]


def test_an_authority_without_a_parent_has_no_sharing_step_and_says_so(department):
    sender = Sender(department).to_consent()
    sender.send({"consent-handle": "on", "consent-contact": "on"})
    assert len(sender.codes()) == 2
    assert decisions() == {"handle": "given", "contact": "given", "sharing": "not_asked"}


def test_an_english_page_of_an_authority_works_too(department):
    home = home_of(department, "en")
    make_page(home, FeedbackPage, title="Feedback", slug="feedback", locale=home.locale)
    sender = Sender(department, "/en/feedback/").to_consent()
    sender.send({"consent-handle": "on", "consent-contact": "on"})
    assert "Your reference code" in sender.html
    assert Submission.objects.get().language == "en"


def test_the_notice_stands_before_the_first_field(sender):
    html = sender.open().html
    assert 0 < html.index('id="notice-summary"') < html.index('name="kind"')
    for shown in ("/thong-tin-ca-nhan/phien-ban/1/", "365", "doiche@example.edu.vn"):
        assert shown in html[: html.index('name="kind"')]


def test_nothing_is_chosen_in_advance_in_any_step(sender):
    for html in (sender.open().html, sender.to_consent().html, sender.to_sharing().html):
        sender.html = html
        assert sender.controls()
        assert not [tag for tag in sender.controls() if "checked" in tag or "selected" in tag]


def test_nothing_of_the_answers_is_in_an_address_a_cookie_or_a_session(sender):
    sender.to_receipt(**MARKERS)
    assert list(sender.client.cookies) == ["csrftoken"]
    for row in ("Set-Cookie", "Location"):
        assert "DẤU" not in str(sender.response.headers.get(row, ""))


def test_no_step_may_be_stored_by_caches(sender):
    for step in (sender.open, sender.to_check, sender.to_consent, sender.to_sharing, sender.to_receipt):
        assert step().response["Cache-Control"] == "no-store, private"


def test_the_cookie_against_forgery_is_required(sender):
    sender.open()
    data = sender.hidden() | ANSWERS
    del data["csrfmiddlewaretoken"]
    response = sender.client.post("/gop-y/", data, headers={"host": sender.host})
    assert response.status_code == 403


def test_what_was_written_stands_nowhere_in_the_database(sender):
    sender.to_sharing(**MARKERS)
    assert FormDraft.objects.count() == 1
    assert [tables_holding(marker) for marker in MARKERS.values()] == [[], [], [], []]
    sender.send(dict.fromkeys(sender.share_names(), "no"))
    assert Submission.objects.get().unseal_field("sealed_answers")["message"] == MARKERS["message"]
    assert [tables_holding(marker) for marker in MARKERS.values()] == [[], [], [], []]
    assert tables_holding(Submission.objects.get().reference) == ["privacy_submission"]


def test_the_draft_goes_when_the_form_is_sent(sender):
    sender.to_sharing()
    assert FormDraft.objects.count() == 1
    sender.send(dict.fromkeys(sender.share_names(), "no"))
    assert FormDraft.objects.count() == 0


class TestQuestions:
    def test_mistakes_are_listed_with_links_and_nothing_is_lost(self, sender):
        sender.open().send(ANSWERS | {"subject": "", "email": "khong-phai-thu"})
        assert sender.response.status_code == 422
        assert 'href="#id_subject"' in sender.html
        assert 'href="#id_email"' in sender.html
        assert "Mong nhà trường xem lại." in sender.html
        assert FormDraft.objects.count() == 0

    def test_an_answer_that_is_wanted_needs_an_address(self, sender):
        sender.open().send(ANSWERS | {"email": "", "phone": ""})
        assert sender.response.status_code == 422
        assert 'href="#id_email"' in sender.html

    @pytest.mark.parametrize(
        "change", [{"email": "", "phone": "0912 345 678"}, {"wants_answer": "", "email": ""}]
    )
    def test_a_telephone_will_do_and_without_an_answer_nothing_is_needed(self, sender, change):
        assert sender.to_check(**change).response.status_code == 200
        assert sender.hidden()["step"] == "check"

    @pytest.mark.parametrize("text", ["\x00", "a\x00b"])
    def test_a_null_character_is_refused_with_a_sentence(self, sender, text):
        assert sender.open().send(ANSWERS | {"subject": text}).response.status_code == 422

    @pytest.mark.parametrize(
        "text", ["<script>alert(1)</script>", "{{ 7*7 }}", "'; DROP TABLE x;--", "‮abc", "😀"]
    )
    def test_hostile_text_is_shown_as_text(self, sender, text):
        sender.to_check(subject=text)
        assert sender.response.status_code == 200
        assert "<script>alert" not in sender.html

    def test_an_answer_can_be_changed_from_the_check_page(self, sender):
        sender.to_check().change("subject")
        assert "Cổng trường ngập khi mưa" in sender.html
        assert "checked" in "".join(sender.controls())
        sender.send(ANSWERS | {"subject": "Sân trường ngập"})
        assert "Sân trường ngập" in sender.html
        assert FormDraft.objects.count() == 1

    def test_the_check_page_shows_every_answer_with_a_way_to_change_it(self, sender):
        sender.to_check()
        for name in ANSWERS:
            assert f'name="change" value="{name}"' in sender.html
        assert "Trần Thị Minh Nguyệt" in sender.html


class TestConsent:
    def test_what_is_required_must_be_ticked_by_the_person(self, sender):
        sender.to_consent().send()
        assert sender.response.status_code == 422
        assert 'href="#id_consent-handle"' in sender.html
        assert Submission.objects.count() == 0

    def test_each_decision_is_kept_with_words_notice_and_step(self, sender):
        sender.to_receipt("yes")
        events = list(ConsentEvent.objects.order_by("number"))
        assert [event.decision for event in events] == ["given", "given", "given"]
        assert [event.step for event in events] == ["consent", "consent", "sharing"]
        notice = Notice.objects.get(institution=sender_school(sender))
        for event in events:
            assert event.wording_sha256 == wording_sha256(event.wording)
            assert (event.notice, event.notice_sha256) == (notice, notice.sha256)
        assert "tiếp nhận, xem xét" in events[0].wording
        assert "Trường Tiểu học Đồi Chè" in events[0].wording

    def test_what_serves_only_a_refused_purpose_is_not_stored(self, sender):
        sender.to_receipt(contact=False)
        answers = Submission.objects.get().unseal_field("sealed_answers")
        assert decisions()["contact"] == Decision.REFUSED
        assert "email" not in answers
        assert "phone" not in answers
        assert answers["message"]

    def test_a_purpose_with_nothing_to_use_is_not_asked(self, sender):
        sender.to_consent(wants_answer="", email="", phone="")
        assert "consent-contact" not in sender.html
        sender.send({"consent-handle": "on"}).send(dict.fromkeys(sender.share_names(), "no"))
        assert decisions()["contact"] == Decision.NOT_ASKED

    def test_words_that_changed_meanwhile_are_shown_again(self, sender, school):
        sender.to_consent()
        Purpose.objects.filter(institution=school, code="handle").update(text="việc khác")
        sender.send({"consent-handle": "on"})
        assert sender.response.status_code == 422
        assert "việc khác" in sender.html

    def test_a_notice_that_changed_before_sharing_is_put_to_the_person_again(self, sender, school):
        sender.to_sharing()
        texts = {"title": "Mới", "summary": "Mới", "body": "<p>Mới</p>"}
        notice_publish(institution=school, texts=texts, approved_by=None)
        sender.send(dict.fromkeys(sender.share_names(), "no"))
        assert sender.response.status_code == 422
        assert sender.hidden()["step"] == "consent"
        assert Submission.objects.count() == 0

    def test_sensitive_information_is_called_so(self, sender, school):
        Purpose.objects.filter(institution=school, code="handle").update(is_sensitive=True)
        html = sender.to_consent().html
        assert "This is sensitive personal information" in html or "thông tin cá nhân nhạy cảm" in html

    def test_a_purpose_of_law_is_stated_and_not_asked(self, sender, school):
        Purpose.objects.filter(institution=school, form="feedback", code="contact").update(
            legal_basis="law", citation="Điều 5 Luật Khiếu nại"
        )
        sender.to_consent()
        assert "Điều 5 Luật Khiếu nại" in sender.html
        assert "consent-contact" not in sender.html
        sender.send({"consent-handle": "on"}).send(dict.fromkeys(sender.share_names(), "no"))
        assert Submission.objects.get().unseal_field("sealed_answers")["email"] == ANSWERS["email"]


class TestSharing:
    def test_it_is_a_page_of_its_own_with_one_question_for_each_recipient(self, sender, school):
        purpose = Purpose.objects.get(institution=school, form="feedback", code="handle")
        other = Recipient.objects.create(
            institution=school, name="Ủy ban nhân dân xã", kind="state", what_for="Cùng xử lý", position=2
        )
        purpose.recipients.add(other)
        sender.to_sharing()
        assert len(sender.share_names()) == 2
        assert "consent-" not in sender.html
        assert 'name="message"' not in sender.html

    def test_an_undecided_recipient_is_asked_again(self, sender):
        sender.to_sharing().send()
        assert sender.response.status_code == 422
        assert Submission.objects.count() == 0

    @pytest.mark.parametrize(("choice", "stored"), [("yes", "given"), ("no", "refused")])
    def test_accepting_and_refusing_both_lead_to_a_receipt(self, sender, choice, stored):
        sender.to_receipt(choice)
        assert len(sender.codes()) == 2
        assert decisions()["sharing"] == stored

    @pytest.mark.parametrize("choice", ["", "maybe", "given"])
    def test_anything_but_the_two_answers_is_asked_again(self, sender, choice):
        sender.to_sharing()
        sender.send(dict.fromkeys(sender.share_names(), choice))
        assert sender.response.status_code == 422

    def test_a_decision_that_comes_with_the_answers_is_refused(self, sender, school):
        recipient = Recipient.objects.get(institution=school, code="feedback-authority")
        sender.open().send(ANSWERS | {f"share-{recipient.pk}": "yes"})
        assert sender.response.status_code == 400
        assert FormDraft.objects.count() == 0

    @pytest.mark.parametrize("step", ["to_check", "to_consent"])
    def test_a_decision_that_comes_with_an_earlier_step_is_refused(self, sender, step):
        getattr(sender, step)().send({"consent-handle": "on", "share-1": "yes"})
        assert sender.response.status_code == 400

    def test_consent_cannot_come_with_the_answers_either(self, sender):
        assert sender.open().send(ANSWERS | {"consent-handle": "on"}).response.status_code == 400

    def test_no_step_can_be_left_out(self, sender):
        sender.to_check()
        assert sender.send(step="sharing").response.status_code == 400
        assert sender.open().send(step="consent").response.status_code == 400
        assert sender.open().send(step="nonsense").response.status_code == 400


class TestSending:
    def test_sending_twice_stores_once_and_shows_the_same_receipt(self, sender):
        sender.to_sharing()
        data = sender.hidden() | dict.fromkeys(sender.share_names(), "no")
        first = sender.send(data).codes()
        second = sender._take(sender.client.post("/gop-y/", data, headers={"host": sender.host})).codes()
        assert first == second
        assert len(first) == 2
        assert Submission.objects.count() == 1
        assert ConsentEvent.objects.count() == 3

    def test_the_receipt_is_not_shown_for_ever(self, sender):
        sender.to_sharing()
        data = sender.hidden() | dict.fromkeys(sender.share_names(), "no")
        sender.send(data)
        Submission.objects.update(created_at=timezone.now() - drafts.WHOLE_LIFE)
        sender._take(sender.client.post("/gop-y/", data, headers={"host": sender.host}))
        assert sender.response.status_code == 410
        assert sender.codes() == []

    def test_an_unfinished_form_ends_after_its_time(self, sender):
        sender.to_check()
        FormDraft.objects.update(expires_at=timezone.now())
        assert sender.send().response.status_code == 410
        assert ANSWERS["name"] not in sender.html

    def test_a_draft_of_another_site_is_not_found(self, sender, department):
        sender.to_check()
        other = Sender(department).open()
        assert other.send(step="check", draft=sender.hidden()["draft"]).response.status_code == 410

    @pytest.mark.parametrize("token", ["x", "đ" * 43, "A" * 43, "'\x00"])
    def test_a_made_up_token_finds_nothing(self, sender, token):
        assert sender.open().send(step="check", draft=token).response.status_code == 410

    def test_receiving_is_on_record_with_the_form_as_it_was(self, sender):
        sender.to_receipt()
        entry = PrivacyAudit.objects.get()
        submission = Submission.objects.get()
        assert (entry.action, entry.user_id) == (AuditAction.CREATE, None)
        assert entry.object_ref == f"privacy.submission:{submission.uid}"
        assert {field["name"] for field in submission.snapshot["fields"]} == {*ANSWERS, "attachment"}
        assert submission.snapshot["notice"]["number"] == 1
        assert (submission.expires_at - submission.created_at).days == 365

    def test_a_closed_form_says_how_to_reach_the_school(self, sender, school, settings):
        settings.EDUSITE_FIELD_KEYS = []
        assert sender.open().response.status_code == 200
        assert 'name="message"' not in sender.html
        assert "doiche@example.edu.vn" in sender.html
        assert sender.send(ANSWERS).response.status_code == 403 or Submission.objects.count() == 0

    @pytest.mark.parametrize("method", ["put", "delete", "patch"])
    def test_other_methods_are_not_allowed(self, school, client, method):
        response = getattr(client, method)("/gop-y/", headers={"host": school.site.hostname})
        assert response.status_code == 405


class TestGuard:
    def test_the_field_that_nobody_sees_stays_empty(self, sender):
        sender.open().send(ANSWERS | {"website": "http://spam.example"})
        assert sender.response.status_code == 422
        assert FormDraft.objects.count() == 0

    def test_without_the_style_sheet_nobody_meets_it_before_the_buttons(self, sender):
        html = sender.open().html
        form = html[html.index('name="website"') :].partition("</form>")[0]
        assert "<button" not in form

    def test_nobody_types_that_fast(self, sender, monkeypatch):
        monkeypatch.setattr(machines, "MIN_SECONDS", 3)
        sender.open().send(ANSWERS)
        assert sender.response.status_code == 422
        assert ANSWERS["subject"] in sender.html
        stamp = signing.loads(sender.hidden()["stamp"], salt="privacy.form.stamp")
        aged = signing.dumps(stamp | {"at": stamp["at"] - 5}, salt="privacy.form.stamp")
        assert sender.send(ANSWERS, stamp=aged).response.status_code == 200

    @pytest.mark.parametrize("stamp", ["", "made-up"])
    def test_a_form_that_was_never_shown_is_not_taken(self, sender, stamp):
        assert sender.open().send(ANSWERS, stamp=stamp).response.status_code == 422

    def test_the_stamp_of_another_page_is_not_taken(self, sender, department):
        stamp = Sender(department).open().hidden()["stamp"]
        assert sender.open().send(ANSWERS, stamp=stamp).response.status_code == 422

    def test_a_form_left_open_for_days_asks_to_send_it_again(self, sender, school):
        page = section_of(school, FeedbackPage)
        old = {"page": page.pk, "at": timezone.now().timestamp() - 90_000}
        stamp = signing.dumps(old, salt="privacy.form.stamp")
        assert sender.open().send(ANSWERS, stamp=stamp).response.status_code == 422
        assert sender.send(ANSWERS).response.status_code == 200

    def test_a_flood_from_one_network_is_stopped_and_others_are_not(self, sender, monkeypatch):
        monkeypatch.setattr(throttle, "STEPS_AN_HOUR", 2)
        sender.to_consent()
        assert sender.send({"consent-handle": "on"}).response.status_code == 429
        sender.client.defaults["REMOTE_ADDR"] = "203.0.113.9"
        assert sender.client.get("/gop-y/", headers={"host": sender.host}).status_code == 200

    def test_too_many_submissions_are_stopped_and_the_answers_stay(self, sender, monkeypatch):
        monkeypatch.setattr(throttle, "SUBMISSIONS_AN_HOUR", 0)
        sender.to_sharing().send(dict.fromkeys(sender.share_names(), "no"))
        assert sender.response.status_code == 429
        assert (FormDraft.objects.count(), Submission.objects.count()) == (1, 0)


def queries(act) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        act()
    return len(caught)


def test_the_number_of_queries_does_not_grow_with_sites_and_submissions(sender, department):
    sender.to_receipt()
    before = queries(sender.open), queries(sender.to_receipt)
    for number in range(3):
        other = make_institution(f"HS1{number}", f"Trường {number}", InstitutionType.PRIMARY, department)
        Sender(other).to_receipt()
    assert (queries(sender.open), queries(sender.to_receipt)) == before


def test_the_editors_preview_shows_the_form(school):
    page = section_of(school, FeedbackPage)
    response = page.make_preview_request(preview_mode=page.default_preview_mode)
    response.render()
    assert response.status_code == 200
    assert 'name="message"' in response.content.decode()


def sender_school(sender):
    return Submission.objects.get().institution
